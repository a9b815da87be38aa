/** What happens to items in store, through the public door: split, merged, weighed, born, lost, settled, found inside. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitItemEndpoint } from '../../src/modules/seized-items/care/care.contract.ts';
import { looksLikeKeyMaterial } from '../../src/modules/seized-items/care/key-material.rules.ts';
import {
  isLossWithin,
  isWeightWithin,
  toleranceOn,
} from '../../src/modules/seized-items/tolerances/tolerances.rules.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { resolveScan } from '../../src/modules/item-codes/scan.contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { TEST_PASSWORD } from '../support/people.ts';
import { buildSeizedCourt, GOODS_FACTS, listLine, PIN, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { approveUnsealing } from '../support/unsealing.ts';

let app: TestApp;
let court: SeizedCourt;
let judge: { personId: string; pin: string };

const LIQUOR = { category: 'tobacco_and_liquor', facts: { ...GOODS_FACTS, specification: '散装' } };

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  const { handler } = court;
  await handler.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
  judge = { personId: handler.id, pin: PIN };
  await court.enter(court.room, [court.custodian, court.reviewer, handler]);
});
afterAll(() => app.close());

async function send(itemId: string, path: string, body: object, status = 200): Promise<string> {
  const answer = await court.custodian.agent
    .post(`/api/seized-items/${itemId}/${path}`)
    .send({ secondPerson: court.secondPerson(), ...body })
    .expect(status);
  if (status === 200) return 'OK';
  const { code, problems } = refusedBodyOf(answer);
  return code === 'LINES_REFUSED' ? (problems[0]?.code ?? code) : code;
}

async function split(itemId: string, body: object): Promise<string[]> {
  const answer = await court.custodian.agent
    .post(`/api/seized-items/${itemId}/split`)
    .send({ reason: '送检取样', secondPerson: judge, ...body })
    .expect(200);
  return bodyOf(splitItemEndpoint, answer).parts.map(({ id }) => id);
}

async function sumsOf(unit: string) {
  const answer = await court.custodian.agent.get(`/api/cases/${court.caseId}/ledger`).expect(200);
  const { conservation } = bodyOf(readCaseLedgerEndpoint, answer);
  expect(conservation.differences).toEqual([]);
  return conservation.rows.find((row) => row.unit === unit)?.sums;
}

async function expectWhole(): Promise<void> {
  expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
}

describe('a part', () => {
  it('situation 01: taken for the lab it is an item with a code and chain of its own, and what is left goes back', async () => {
    const [id = ''] = await court.receive([listLine({ name: '白色粉末', unit: '克', quantity: '12.5' })]);
    const parts = { parts: [{ quantity: '0.5', name: '白色粉末（检材）', sealNumber: 'CARE-1' }] };
    expect(await send(id, 'split', { reason: '取样', ...parts }, 409)).toBe('JUDGE_CONFIRMS');
    const [sample = ''] = await split(id, parts);
    expect(await court.read(id)).toMatchObject({ state: 'in_store', onHand: '12' });
    const child = await court.read(sample);
    expect(child).toMatchObject({
      ...{ state: 'in_store', onHand: '0.5', sealNumber: 'CARE-1', name: '白色粉末（检材）' },
      family: [{ relation: 'parent', id }],
      life: [{ kind: 'split_from', secondPersonName: court.handler.name }],
    });
    expect(child.code).not.toBe((await court.read(id)).code);
    expect(await send(id, 'merge-back', { partIds: [sample], reason: '检验余样' }, 409)).toBe('ITEM_SEALED');
    await court.photograph(sample);
    const unseal = { itemId: sample, reason: '检验', secondPerson: court.secondPerson() };
    await approveUnsealing(app, court, [sample]);
    await court.custodian.agent.post('/api/seized-items/unseal').send(unseal).expect(200);
    await send(id, 'merge-back', { partIds: [sample], reason: '检验余样' });
    expect(await court.read(sample)).toMatchObject({ state: 'merged_back', onHand: '0' });
    expect(await court.read(id)).toMatchObject({ state: 'in_store', onHand: '12.5' });
    expect(await sumsOf('克')).toMatchObject({
      received: '12.5',
      in_store: '12.5',
      part_in: '1',
      part_out: '1',
    });
    await expectWhole();
  });

  it('ends its parent when the whole is split up, and the sum must be right', async () => {
    const [id = ''] = await court.receive([listLine({ name: '银元', unit: '枚', quantity: '5' })]);
    const [other = ''] = await court.receive([listLine({ name: '铜元', unit: '枚', quantity: '5' })]);
    const wrong = { reason: '分别返还', secondPerson: judge };
    expect(await send(id, 'split', { ...wrong, parts: [{ quantity: '5' }] }, 409)).toBe(
      'ONE_PART_IS_NO_SPLIT',
    );
    expect(await send(id, 'split', { ...wrong, parts: [{ quantity: '4' }, { quantity: '2' }] }, 409)).toBe(
      'PARTS_EXCEED_ITEM',
    );
    expect(await send(id, 'split', { ...wrong, parts: [{ quantity: '0.5' }] }, 409)).toBe('QUANTITY_UNFIT');
    const parts = await split(id, {
      parts: [{ quantity: '2' }, { quantity: '3', placeId: court.shelves[1] }],
    });
    expect(await court.read(id)).toMatchObject({ state: 'split_up', onHand: '0', place: null });
    expect((await court.read(parts[1] ?? '')).place?.name).toMatch(/2架$/);
    expect(await send(other, 'merge-back', { partIds: [parts[0]], reason: '并回' }, 409)).toBe('NOT_A_PART');
    const scan = await court.custodian.agent.get(`/api/scan?text=${(await court.read(id)).code}`).expect(200);
    expect(bodyOf(resolveScan, scan)).toMatchObject({ outcome: 'thing', status: { id: 'split_up' } });
    await expectWhole();
  });

  it('situation 02: what was used up whole in a test ends by the opinion, and its packaging stays as an item', async () => {
    const [id = ''] = await court.receive([listLine({ name: '药片', unit: '片', quantity: '1' })]);
    const bag = {
      name: '药片包装袋',
      category: 'other',
      unit: '个',
      quantity: '1',
      reason: '检验后余下的包装',
    };
    await send(id, 'found-inside', bag);
    const { family } = await court.read(id);
    const [packaging] = family;
    expect(packaging).toMatchObject({ relation: 'child', name: '药片包装袋', state: 'in_store' });
    expect(await court.read(packaging?.id ?? '')).toMatchObject({
      life: [{ kind: 'find_inside' }],
      onHand: '1',
    });
    await expectWhole();
  });
});

describe('money and keys', () => {
  it('situation 10: counterfeit notes found in cash become an item of their own, and the money gets less', async () => {
    const cash = {
      name: '现金',
      category: 'cash',
      unit: 'CNY',
      quantity: '1000',
      facts: { denominations: '百元', source: '扣押' },
    };
    const [id = ''] = await court.receive([listLine(cash)], () => ({
      denominations: [{ faceMinor: 10_000, pieces: 10 }],
    }));
    const notes = {
      name: '百元假币',
      category: 'counterfeit_notes',
      unit: '张',
      quantity: '2',
      reason: '银行鉴定',
    };
    expect(await send(id, 'found-inside', notes, 409)).toBe('COUNTERFEIT_IN_MONEY');
    expect(await send(id, 'found-inside', { ...notes, struckAmount: '200' }, 409)).toBe('OPINION_MISSING');
    const struck = { ...notes, struckAmount: '200', opinionNumber: '假币收缴凭证 0031' };
    expect(await send(id, 'found-inside', { ...struck, struckAmount: '1200' }, 409)).toBe(
      'QUANTITY_EXCEEDS_ON_HAND',
    );
    expect(await send(id, 'found-inside', { ...notes, category: 'narcotics' }, 409)).toBe(
      'FOUND_CLASS_PROHIBITED',
    );
    await send(id, 'found-inside', struck);
    expect(await court.read(id)).toMatchObject({ onHand: '800', state: 'in_store' });
    const [child] = (await court.read(id)).family;
    expect(await court.read(child?.id ?? '')).toMatchObject({
      category: 'counterfeit_notes',
      onHand: '2',
      unit: '张',
    });
    expect(await sumsOf('CNY')).toMatchObject({ received: '1000', reclassified: '200', in_store: '800' });
    expect(await sumsOf('张')).toMatchObject({ received: '2', in_store: '2' });
    await expectWhole();
  });

  it('situation 20: virtual currency counts to eighteen places, and no seed phrase or private key is ever kept', async () => {
    const coins = {
      ...{ name: '以太币', category: 'virtual_currency', unit: '枚币', quantity: '1.000000000000000001' },
      facts: { walletAddress: 'ETH 0x52908400098527886E0F7030069857D2E4169EE7', source: '扣押' },
    };
    const [id = ''] = await court.receive([listLine(coins)], () => ({ grade: 'special' }));
    expect(await court.read(id)).toMatchObject({ onHand: '1.000000000000000001', unit: '枚币' });
    const [part = ''] = await split(id, { parts: [{ quantity: '0.000000000000000001' }] });
    expect(await court.read(part)).toMatchObject({ onHand: '0.000000000000000001' });
    expect(await court.read(id)).toMatchObject({ onHand: '1' });
    const seed = 'abandon ability able about above absent absorb abstract absurd abuse access accident';
    for (const notes of [seed, `助记词：${seed}`, 'a'.repeat(64)]) {
      const lines = [listLine({ ...coins, notes })];
      const answer = await court.custodian.agent
        .post(`/api/cases/${court.caseId}/items`)
        .send({ listNumber: '1', lines })
        .expect(409);
      expect(codeOf(answer)).toBe('KEY_MATERIAL');
    }
    const hash = { ...coins.facts, transactionHash: `0x${'ab'.repeat(32)}` };
    await court.preregister([listLine({ ...coins, facts: hash })]);
    const { rows } = await app.database.ownerPool.query(
      `select from seized_items where notes ~ 'abandon ability'`,
    );
    expect(rows).toHaveLength(0);
  });

  it.each([
    [
      'a sentence of plain words',
      'the quick brown fox jumps over the lazy dog and runs away from here',
      false,
    ],
    ['a Chinese mnemonic', '的 一 是 在 不 了 有 和 人 这 中 大', true],
    ['a Chinese sentence', '黑色手机一部，屏幕有裂纹，右下角磕损，开机密码未知。', false],
    ['wallet import format', `5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ`, true],
    ['an address', '1BoatSLRHtKNngkdXEeobR76b53LETtpyT', false],
    ['an engine number', 'LSVAA4189E2184521', false],
  ])('%s', (_name, text, expected) => {
    expect(looksLikeKeyMaterial(text)).toBe(expected);
  });
});

describe('what nature takes and gives', () => {
  it('situation 69: natural loss within the tolerance is booked with its reason, beyond it an incident is due', async () => {
    const [id = ''] = await court.receive([
      listLine({ ...LIQUOR, name: '散装白酒', unit: '升', quantity: '100' }),
    ]);
    await send(id, 'natural-losses', { quantity: '1.2', reason: '挥发' });
    await send(id, 'natural-losses', { quantity: '0.8', reason: '挥发' });
    expect(await send(id, 'natural-losses', { quantity: '0.000001', reason: '挥发' }, 409)).toBe(
      'LOSS_BEYOND_TOLERANCE',
    );
    expect(await court.read(id)).toMatchObject({ onHand: '98', state: 'in_store' });
    expect(await sumsOf('升')).toMatchObject({ received: '100', natural_loss: '2', in_store: '98' });
    const [knife = ''] = await court.receive([
      listLine({
        name: '砍刀',
        category: 'knives',
        unit: '把',
        quantity: '3',
        facts: { ...GOODS_FACTS, specification: '长' },
      }),
    ]);
    expect(await send(knife, 'natural-losses', { quantity: '1', reason: '锈蚀' }, 409)).toBe(
      'NO_NATURAL_LOSS',
    );
  });

  it('situation 03: every weighing stays with its scale, and one that does not agree is an incident at once', async () => {
    const [id = ''] = await court.receive([listLine({ name: '粉末', unit: '克', quantity: '50' })]);
    const weigh = { unit: '克', tare: '2', scale: 'T-300（检定至 2027-03）' };
    expect(await send(id, 'weigh', { ...weigh, gross: '2' }, 409)).toBe('WEIGHT_INVALID');
    await send(id, 'weigh', { ...weigh, gross: '51.9' });
    expect(await court.read(id)).toMatchObject({ state: 'in_store', onHand: '50' });
    await send(id, 'weigh', { ...weigh, gross: '51' });
    const item = await court.read(id);
    expect(item).toMatchObject({ state: 'under_investigation', onHand: '50' });
    expect(item.weighings.map(({ net }) => net)).toEqual(expect.arrayContaining(['49.9', '49']));
    expect(item.life.slice(-2).map(({ kind }) => kind)).toEqual(['weigh', 'report_incident']);
    expect(item.life.at(-2)?.weighing).toMatchObject({ gross: '51', net: '49', unit: '克' });
    await expectWhole();
  });

  it('situation 19: young and dead animals change the count by entries with a photo of the day', async () => {
    const sheep = {
      name: '绵羊',
      category: 'live_animals',
      unit: '只',
      quantity: '20',
      facts: { features: '耳标 1–20', source: '扣押' },
    };
    const [id = ''] = await court.receive([listLine(sheep)], () => ({ grade: 'special' }));
    await send(id, 'births', { quantity: '2', reason: '产羔' });
    await send(id, 'deaths', { quantity: '1', reason: '兽医证明病亡' });
    expect(await send(id, 'deaths', { quantity: '21', reason: '病亡' }, 409)).toBe('LAST_ONE_NEEDS_INCIDENT');
    const [ram = ''] = await split(id, { parts: [{ quantity: '2', name: '公羊' }] });
    expect(await send(ram, 'deaths', { quantity: '1', reason: '病亡' }, 409)).toBe('EVIDENCE_MISSING');
    await court.photograph(ram);
    await send(ram, 'deaths', { quantity: '1', reason: '病亡' });
    await send(id, 'births', { quantity: '1', reason: '产羔' });
    expect(await court.read(id)).toMatchObject({ onHand: '20' });
    expect(await sumsOf('只')).toMatchObject({
      received: '20',
      born: '3',
      natural_loss: '2',
      in_store: '21',
    });
    const [phone = ''] = await court.receive([listLine()]);
    expect(await send(phone, 'births', { quantity: '1', reason: '产羔' }, 409)).toBe('NOT_ALIVE');
  });

  it('tolerances are data of an edition', () => {
    const edition = toleranceOn('2026-01-01');
    expect(edition.naturalLoss.tobacco_and_liquor).toBe('0.02');
    expect(isLossWithin('2', '100', '0.02')).toBe(true);
    expect(isLossWithin('2.000001', '100', '0.02')).toBe(false);
    expect(isWeightWithin('49.75', '50', edition.weighing.usual)).toBe(true);
    expect(isWeightWithin('50.3', '50', edition.weighing.usual)).toBe(false);
  });
});

describe('a difference and a loss', () => {
  it('situation 26: a supplement confirmed by the judge settles a difference, or the thing goes back', async () => {
    const differs = () => ({ outcome: 'differs', quantity: '2', difference: '清单字迹不清，实为 2 部' });
    const [one = '', other = ''] = await court.receive(
      [listLine({ quantity: '3' }), listLine({ quantity: '3' })],
      differs,
    );
    const settle = { outcome: 'in_store', document: '补正说明 7 号', explanation: '移送机关盖章确认 2 部' };
    expect(await send(one, 'settle-difference', settle, 409)).toBe('JUDGE_CONFIRMS');
    await send(one, 'settle-difference', { ...settle, secondPerson: judge });
    expect(await court.read(one)).toMatchObject({ state: 'in_store', onHand: '2' });
    await send(other, 'settle-difference', { ...settle, outcome: 'sent_back', secondPerson: judge });
    expect(await court.read(other)).toMatchObject({ state: 'sent_back', onHand: '0', place: null });
    await expectWhole();
  });
});
