/** Many items of one case on their way to the end at once, through the public door: all or none, and one paper. */
import { describe, expect, it } from 'vitest';
import { readCaseDisposalEndpoint } from '../../src/modules/dispositions/case-disposal.contract.ts';
import { listCasePapersEndpoint } from '../../src/modules/papers/papers.contract.ts';
import {
  shareItemFileEndpoint,
  uploadItemFileEndpoint,
} from '../../src/modules/seized-items/item-files.contract.ts';
import { transitionsAnswer } from '../../src/modules/seized-items/transitions.contract.ts';
import { readNumbers, writeNumbers } from '../../src/modules/dispositions/item-numbers.ts';
import {
  differs,
  paidFen,
  totalsOf,
  type PaidLine,
} from '../../src/modules/dispositions/payment-amounts.rules.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import { issue, printedText } from '../support/paper-court.ts';
import {
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  type DispositionCourt,
  prepareDispositionCourt,
} from '../support/disposition-court.ts';
import { PIXEL } from '../support/seized-court.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: DispositionCourt;
prepareDispositionCourt((made) => ({ app, court } = made));

const TAKEN = { taker: TAKER, ...SIGNED };

function paid(unit: string, quantity: string, amountMinor: number | null): PaidLine {
  return { itemId: 'i', unit, quantity, amountMinor };
}

async function disposalOf(caseId: string, as = court.custodian) {
  const answer = await as.agent.get(`/api/cases/${caseId}/disposal`).expect(200);
  return bodyOf(readCaseDisposalEndpoint, answer);
}

async function openMany(count: number, order = 'return_victim', more: object = { beneficiary: '赵权利' }) {
  const opened = await court.open(
    Array.from({ length: count }, (_, index) => listLine({ name: `手机${index}` })),
  );
  const lines = opened.itemIds.map((itemId) => line(itemId, order, more));
  return { ...opened, lines, items: opened.itemIds.map((itemId) => ({ itemId })) };
}

describe('what may be done together', () => {
  it('is told of each item, with what stands against it, and follows judgment, approval and hold', async () => {
    const { caseId, itemIds, lines } = await openMany(4);
    const [first = '', second = '', third = '', fourth = ''] = itemIds;
    const judged = lines.slice(0, 3);
    await court.order(caseId, judged);
    const atStart = await disposalOf(caseId, court.handler);
    expect(atStart.items.map(({ actions, obstacle }) => [actions, obstacle === null])).toEqual([
      [['await'], true],
      [['await'], true],
      [['await'], true],
      [[], false],
    ]);
    expect((await disposalOf(caseId)).items.flatMap(({ actions }) => actions)).toEqual([]);
    await court.post('dispositions/await', { itemIds: [first, second, third] }, court.handler);
    const requestId = await court.approved('return', [{ itemId: first }, { itemId: second }]);
    const hold = { kind: 'other', holder: '某某法院', document: '协执 1 号', placedOn: '2026-03-01' };
    await court.post('item-holds', { itemIds: [second], ...hold }, court.handler);
    const shown = await disposalOf(caseId);
    expect(shown.approvals).toMatchObject([{ id: requestId, ways: ['return'] }]);
    expect(shown.items.map(({ id, actions, approvals }) => [id, actions, approvals.length])).toEqual([
      [first, ['return'], 1],
      [second, [], 1],
      [third, [], 0],
      [fourth, [], 0],
    ]);
    expect(shown.items[1]?.obstacle?.zh).toContain('某某法院');
    expect(shown.items[0]).toMatchObject({
      beneficiary: '赵权利',
      waysAsked: ['return'],
      hasPhotoToday: true,
    });
    const handler = await disposalOf(caseId, court.handler);
    expect(handler.items.map(({ actions }) => actions.includes('request'))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(handler.items[2]?.waysAsked).toEqual([]);
  });

  it('is a part where a part was approved', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '5' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'return_victim', { beneficiary: '赵权利', quantity: '5' })]);
    await court.approved('return', [{ itemId, quantity: '2' }]);
    expect((await disposalOf(caseId)).items[0]?.approvals).toMatchObject([{ quantity: '2' }]);
  });

  it('names whom the judgment in force names, not whom a corrected line had named', async () => {
    const { caseId, itemIds } = await court.open([listLine({})]);
    const [itemId = ''] = itemIds;
    const [wrong = ''] = await court.order(caseId, [line(itemId, 'return_victim', { beneficiary: '甲' })]);
    const right = line(itemId, 'return_victim', { beneficiary: '乙', correctsLineId: wrong });
    await court.order(caseId, [right], { document: '裁定书 3 号', effectiveOn: '2026-03-02' });
    expect((await disposalOf(caseId)).items[0]?.beneficiary).toBe('乙');
  });

  it('shows a secret thing to those who are cleared only', async () => {
    const { caseId } = await court.open([listLine({ name: '密码机', keeping: ['secret'] })]);
    expect((await disposalOf(caseId)).items[0]?.name).toBe('涉密物品');
    expect((await disposalOf(caseId, court.president)).items[0]?.name).toBe('密码机');
  });
});

describe('forty things to one person', () => {
  it('are tried out without a trace, returned by one command, and stand on one paper', async () => {
    const { caseId, itemIds, lines, items } = await openMany(40);
    await court.await(caseId, lines);
    const requestId = await court.approved('return', items);
    const body = execution(court, requestId, items, TAKEN);
    const tried = await court.post('dispositions/return?dryRun=true', body);
    const verdict = transitionsAnswer.parse(tried);
    expect([verdict.written, verdict.refusedCount, verdict.lines.length]).toEqual([false, 0, 40]);
    expect((await disposalOf(caseId)).items.every(({ state }) => state === 'awaiting_disposition')).toBe(
      true,
    );
    await court.post('dispositions/return', body);
    expect((await disposalOf(caseId)).items).toEqual([]);
    const papers = await court.custodian.agent
      .get(`/api/cases/${caseId}/papers?itemId=${itemIds[7]}`)
      .expect(200);
    const lists = bodyOf(listCasePapersEndpoint, papers).offers.filter(({ form }) => form === 'return_list');
    expect(lists).toMatchObject([{ itemCount: 40 }]);
  });

  it('stay all of them when one may not leave, which is named', async () => {
    const { caseId, itemIds, lines, items } = await openMany(3);
    await court.await(caseId, lines);
    const requestId = await court.approved('return', items);
    const hold = { kind: 'other', holder: '某某法院', document: '协执 2 号', placedOn: '2026-03-01' };
    await court.post('item-holds', { itemIds: [itemIds[1]], ...hold }, court.handler);
    const body = execution(court, requestId, items, TAKEN);
    const tried = transitionsAnswer.parse(await court.post('dispositions/return?dryRun=true', body));
    expect(tried.refusedCount).toBe(1);
    expect(tried.lines.map(({ verdict }) => verdict)).toEqual([
      'ALLOWED',
      'ITEM_UNDER_LEGAL_HOLD',
      'ALLOWED',
    ]);
    expect(await court.refusal('dispositions/return', body)).toBe('ITEM_UNDER_LEGAL_HOLD');
    expect((await disposalOf(caseId)).items.map(({ state }) => state)).toEqual(
      Array(3).fill('awaiting_disposition'),
    );
  });
});

describe('one receipt for all that was handed over on one list', () => {
  const CARRIER = { organ: '市文物局', receiver: '孙文', receiverDocument: '工作证 7' };

  /** Handed over, `perList` things at a time. */
  async function handOver(count: number, perList: number) {
    const opened = await openMany(count, 'hand_over', { beneficiary: '市文物局' });
    await court.await(opened.caseId, opened.lines);
    for (let from = 0; from < count; from += perList) {
      const items = opened.items.slice(from, from + perList);
      const requestId = await court.approved('hand_over', items);
      const list = `移交清单 ${from / perList + 1} 号`;
      await court.post('dispositions/hand-over', execution(court, requestId, items, { ...CARRIER, list }));
    }
    const shown = await disposalOf(opened.caseId);
    return { ...opened, shown, sentIds: shown.items.map((item) => item.awaitedReceipt?.dispositionId ?? '') };
  }

  const receiptOf = (dispositionIds: readonly string[], more: object = {}) => ({
    ...{ dispositionIds, document: '回执 9 号', receivedOn: '2026-11-23' },
    ...more,
  });
  const statesOf = async (itemIds: readonly string[]) =>
    Promise.all(itemIds.map(async (itemId) => (await court.read(itemId)).state));

  it('is offered list by list to whoever carries out, and to nobody else', async () => {
    const { caseId, shown } = await handOver(3, 2);
    const [first, second] = shown.handOvers;
    expect(shown.handOvers).toMatchObject([
      { list: '移交清单 1 号', counterparty: '市文物局 孙文' },
      { list: '移交清单 2 号', counterparty: '市文物局 孙文' },
    ]);
    expect(shown.items.map(({ actions, awaitedReceipt }) => [actions, awaitedReceipt?.handOverId])).toEqual([
      [['receipt'], first?.id],
      [['receipt'], first?.id],
      [['receipt'], second?.id],
    ]);
    const handler = await disposalOf(caseId, court.handler);
    expect(handler.items.flatMap(({ actions }) => actions)).toEqual([]);
  });

  it('is tried out item by item without a trace, then ends the whole hand-over and its execution', async () => {
    const { caseId, itemIds, sentIds } = await handOver(12, 12);
    const tried = transitionsAnswer.parse(
      await court.post('dispositions/receipts?dryRun=true', receiptOf(sentIds)),
    );
    expect([tried.written, tried.refusedCount, tried.lines.length]).toEqual([false, 0, 12]);
    expect(new Set(await statesOf(itemIds))).toEqual(new Set(['in_transit']));
    await court.post('dispositions/receipts', receiptOf(sentIds));
    expect(new Set(await statesOf(itemIds))).toEqual(new Set(['handed_over']));
    expect((await disposalOf(caseId)).items).toEqual([]);
    expect((await court.judgments(caseId)).lines.every(({ state }) => state === 'done')).toBe(true);
    const [last] = (await court.disposition(itemIds[11] ?? '')).dispositions;
    expect(last?.receiptDocument).toBe('回执 9 号');
  });

  it('leaves on its way what the receiver did not acknowledge', async () => {
    const { itemIds, sentIds } = await handOver(3, 3);
    await court.post('dispositions/receipts', receiptOf(sentIds.slice(0, 2)));
    expect(await statesOf(itemIds)).toEqual(['handed_over', 'handed_over', 'in_transit']);
    const refused = await court.custodian.agent.post('/api/dispositions/receipts').send(receiptOf(sentIds));
    expect(refusedBodyOf(refused)).toMatchObject({
      code: 'RECEIPT_REFUSED',
      problems: [
        { path: 'body.dispositionIds.0', code: 'RECEIPT_KNOWN' },
        { path: 'body.dispositionIds.1', code: 'RECEIPT_KNOWN' },
      ],
    });
    expect((await court.read(itemIds[2] ?? '')).state).toBe('in_transit');
  });

  it('is refused across lists, before the hand-over, ahead of today, for what was never handed over', async () => {
    const { itemIds, sentIds } = await handOver(2, 1);
    const cases = [
      [receiptOf(sentIds), 'RECEIPT_OF_SEVERAL_LISTS'],
      [receiptOf(sentIds.slice(0, 1), { receivedOn: '2026-02-01' }), 'RECEIPT_BEFORE_HAND_OVER'],
      [receiptOf(sentIds.slice(0, 1), { receivedOn: '2036-01-01' }), 'NOTICE_IN_FUTURE'],
      [receiptOf([itemIds[0] ?? '']), 'DISPOSITION_NOT_FOUND'],
    ] as const;
    for (const [body, reason] of cases)
      expect(await court.refusal('dispositions/receipts', body)).toBe(reason);
    expect(await statesOf(itemIds)).toEqual(['in_transit', 'in_transit']);
  });

  it('has its scan with every item, also when it comes after the receipt was recorded', async () => {
    const { itemIds, sentIds } = await handOver(2, 2);
    await court.post('dispositions/receipts', receiptOf(sentIds));
    const [first = '', second = ''] = itemIds;
    const sent = await court.custodian.agent
      .post(`/api/seized-items/${first}/files?purpose=attachment`)
      .attach('file', PIXEL, 'receipt.png')
      .expect(200);
    const { id } = bodyOf(uploadItemFileEndpoint, sent);
    const shared = await court.post(`seized-items/${first}/files/${id}/share`, { itemIds: [second] });
    expect(bodyOf(shareItemFileEndpoint, { body: shared }).count).toBe(1);
    const { files } = await court.read(second);
    expect(files.filter(({ purpose }) => purpose === 'attachment')).toMatchObject([
      { fileName: 'receipt.png' },
    ]);
  });
});

describe('money and things on one payment slip', () => {
  const facts = { denominations: '百元券', source: '扣押' };
  const money = (name: string, quantity: string, unit = 'CNY') =>
    listLine({ name, category: unit === 'CNY' ? 'cash' : 'foreign_currency', quantity, unit, facts });

  it('each line has its own amount, what differs is refused by name, and the paper adds them up', async () => {
    const { caseId, itemIds } = await court.open([
      ...[money('赃款一', '12000'), money('赃款二', '3400'), money('美元', '500', 'USD')],
      ...[listLine({ name: '手表' }), listLine({ name: '手机' })],
    ]);
    const units = ['CNY', 'CNY', 'USD', '部', '部'];
    const quantities = ['12000', '3400', '500', '1', '1'];
    await court.await(
      caseId,
      itemIds.map((itemId, index) =>
        line(itemId, 'confiscate', {
          ...{ description: '没收', quantity: quantities[index], unit: units[index] },
        }),
      ),
    );
    app.clock.advanceMs(60_000);
    const items = itemIds.map((itemId) => ({ itemId }));
    const requestId = await court.approved('treasury', items);
    const paying = (amounts: readonly (number | null)[]) =>
      execution(
        court,
        requestId,
        items.map((item, index) => ({ ...item, amountMinor: amounts[index] ?? null })),
        { paymentSlip: '缴款书 2026-9' },
      );
    const wrong = await court.custodian.agent
      .post('/api/dispositions/treasury')
      .send(paying([1_200_000, 1_200_000, 50_000, null, null]))
      .expect(409);
    const { code, problems } = refusedBodyOf(wrong);
    expect([code, problems.map((problem) => [problem.path, problem.code])]).toEqual([
      'DISPOSITION_REFUSED',
      [['body.items.1.amountMinor', 'PAID_AMOUNT_DIFFERS']],
    ]);
    expect(problems[0]?.zh).toMatch(/^赃款二：.*12,000 元.*3,400 元/u);
    await court.post('dispositions/treasury', paying([1_200_000, null, 50_000, 98_765, null]));
    const amounts = [];
    for (const itemId of itemIds)
      amounts.push((await court.disposition(itemId)).dispositions.map(({ amountFen }) => amountFen));
    expect(amounts).toEqual([[1_200_000], [340_000], [null], [98_765], [null]]);
    const papers = await court.custodian.agent.get(`/api/cases/${caseId}/papers`).expect(200);
    const [offer] = bodyOf(listCasePapersEndpoint, papers).offers.filter(({ form }) => form === 'treasury');
    const { id } = await issue(court.custodian, { form: 'treasury', caseId, ...offer?.subject });
    const text = await printedText(court.custodian, id);
    for (const part of ['12,000.00', '3,400.00', '500.00美元', '987.65', '合计16,387.65'])
      expect(text).toContain(part);
  });

  it.each<[string, PaidLine, boolean, number | null]>([
    ['yuan as they leave', paid('CNY', '100.5', 10_050), false, 10_050],
    ['yuan of which nothing was said', paid('CNY', '100.5', null), false, 10_050],
    ['yuan that differ', paid('CNY', '100.5', 10_051), true, 10_050],
    ['a part of the yuan', paid('CNY', '40', 4000), false, 4000],
    ['dollars', paid('USD', '100', 10_000), false, null],
    ['yen have no smaller unit', paid('JPY', '1000', 100_000), true, null],
    ['a thing', paid('部', '1', 5), false, 5],
    ['a thing of which nothing was said', paid('部', '1', null), false, null],
  ])('%s', (_name, one, isOther, fen) => {
    expect([differs(one), paidFen(one)]).toEqual([isOther, fen]);
  });

  it('are added up by currency', () => {
    const lines = [paid('CNY', '1', 100), paid('USD', '2', 200), paid('部', '1', 5), paid('CNY', '1', null)];
    expect(totalsOf(lines)).toEqual([
      { currency: 'CNY', minor: 105 },
      { currency: 'USD', minor: 200 },
    ]);
  });
});

describe('one photo of many things', () => {
  async function upload(itemId: string): Promise<string> {
    const answer = await court.custodian.agent
      .post(`/api/seized-items/${itemId}/files?purpose=photo`)
      .attach('file', PIXEL, 'all.png')
      .expect(200);
    return bodyOf(uploadItemFileEndpoint, answer).id;
  }

  it('is a photo of each of them, once', async () => {
    const { itemIds } = await openMany(3);
    const [first = '', ...others] = itemIds;
    const path = `seized-items/${first}/files/${await upload(first)}/share`;
    const share = async () =>
      bodyOf(shareItemFileEndpoint, { body: await court.post(path, { itemIds: others }) }).count;
    expect(await share()).toBe(2);
    expect(await share()).toBe(0);
    const photo = (await court.read(others[1] ?? '')).files.find(({ fileName }) => fileName === 'all.png');
    expect(photo?.purpose).toBe('photo');
    await court.custodian.agent.get(`/api/seized-items/${others[1]}/files/${photo?.id}`).expect(200);
  });

  it('stays a photo of the day on which it was taken', async () => {
    const { itemIds } = await openMany(2);
    const [first = '', other = ''] = itemIds;
    const photoId = await upload(first);
    await app.database.ownerPool.query(
      `update stored_files set uploaded_at = uploaded_at - interval '9 days' where id = $1`,
      [photoId],
    );
    await court.post(`seized-items/${first}/files/${photoId}/share`, { itemIds: [other] });
    const takenOf = async (id: string) =>
      (await court.read(id)).files.find(({ fileName }) => fileName === 'all.png')?.uploadedAt;
    expect(await takenOf(other)).toBe(await takenOf(first));
  });

  it('is not shared with another case, nor with what is more secret', async () => {
    const { itemIds } = await court.open([listLine(), listLine({ keeping: ['secret'] })]);
    const [first = '', secret = ''] = itemIds;
    const [elsewhere = ''] = (await openMany(1)).itemIds;
    const path = `seized-items/${first}/files/${await upload(first)}/share`;
    expect(await court.refusal(path, { itemIds: [elsewhere] })).toBe('FILE_NOT_SHARED');
    expect(await court.refusal(path, { itemIds: [secret] })).toBe('FILE_NOT_SHARED');
    const stranger = `seized-items/${elsewhere}/files/${path.split('/')[3]}/share`;
    expect(await court.refusal(stranger, { itemIds: [first] })).toBe('ITEM_FILE_NOT_FOUND');
  });
});

describe('items in an address', () => {
  it('are their numbers, neighbours as a range', () => {
    expect(writeNumbers([3, 1, 2, 9, 11, 12, 2])).toBe('1-3,9,11-12');
    expect([...(readNumbers('1-3,9,11-12') ?? [])]).toEqual([1, 2, 3, 9, 11, 12]);
  });

  it('are nothing where nothing can be read, and never more than a case has', () => {
    expect(readNumbers(null)).toBeNull();
    expect(readNumbers('a,-,3-1')).toBeNull();
    expect(readNumbers('1-999999')?.size).toBe(20_000);
  });
});
