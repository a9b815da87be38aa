/** How things leave for good, each way with its people and papers, through the public door. */
import { describe, expect, it } from 'vitest';
import { addPartyEndpoint } from '../../src/modules/cases/parties.contract.ts';
import { objectToTaker } from '../../src/modules/dispositions/taker.rules.ts';
import { objectToReversal } from '../../src/modules/dispositions/reversal.rules.ts';
import { requestReversalEndpoint } from '../../src/modules/dispositions/reversals.contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import {
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  TAKER_NUMBER,
  type DispositionCourt,
  prepareDispositionCourt,
} from '../support/disposition-court.ts';
import { buildPerson } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: DispositionCourt;
prepareDispositionCourt((made) => ({ app, court } = made));

const BACK = { beneficiary: '赵权利' };

async function ready(order: string, listed: object = {}, more: object = {}) {
  const { caseId, itemIds } = await court.open([listLine(listed)]);
  const [itemId = ''] = itemIds;
  await court.await(caseId, [line(itemId, order, more)]);
  return { caseId, itemId };
}

async function returned(itemId: string, quantity?: string, change: object = {}) {
  const part = { itemId, ...(quantity === undefined ? {} : { quantity }) };
  const requestId = await court.approved('return', [part]);
  await court.photograph(itemId);
  return execution(court, requestId, [part], { taker: TAKER, ...SIGNED, ...change });
}

describe('returning', () => {
  it('situation 29: a part is returned and the rest stays, each with its own record', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '3' })]);
    const [itemId = ''] = itemIds;
    const [first = '', second = ''] = await court.order(caseId, [
      line(itemId, 'return_victim', { ...BACK, quantity: '1' }),
      line(itemId, 'return_victim', { beneficiary: '钱乙', quantity: '2' }),
    ]);
    await court.post('dispositions/await', { itemIds }, court.handler);
    await court.post('dispositions/return', await returned(itemId, '1'));
    expect(await court.read(itemId)).toMatchObject({ state: 'awaiting_disposition', onHand: '2' });
    expect(
      await court.refusal('dispositions/return', {
        ...(await returned(itemId, '2')),
        items: [{ itemId, quantity: '2', lineId: first }],
      }),
    ).toBe('MORE_THAN_ORDERED');
    const requestId = (await court.disposition(itemId)).requests[0]?.id ?? '';
    const rest = [{ itemId, quantity: '2', lineId: second }];
    const taker = { ...TAKER, name: '钱乙' };
    await court.post('dispositions/return', execution(court, requestId, rest, { taker, ...SIGNED }));
    const after = await court.disposition(itemId);
    expect(
      after.dispositions.map(({ quantity, counterparty, numberMasked }) => [
        quantity,
        counterparty,
        numberMasked,
      ]),
    ).toEqual([
      ['1', '赵权利', '1***************2X'],
      ['2', '钱乙', '1***************2X'],
    ]);
    expect((await court.read(itemId)).state).toBe('returned');
    expect((await court.judgments(caseId)).lines.map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('situation 07: each of several owners has a line of their own and collects that part, nobody the part of another', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '3' })]);
    const [itemId = ''] = itemIds;
    const lineIds = await court.order(caseId, [
      line(itemId, 'return_victim', { ...BACK, quantity: '1' }),
      line(itemId, 'return_victim', { beneficiary: '钱乙', quantity: '2' }),
    ]);
    expect(await court.disposition(itemId)).toMatchObject({
      match: 'matches',
      lines: [{ beneficiary: '赵权利' }, { beneficiary: '钱乙' }],
    });
    await court.post('dispositions/await', { itemIds }, court.handler);
    const body = await returned(itemId, '2');
    const [, second = ''] = lineIds;
    const ofAnother = { ...body, items: [{ itemId, quantity: '2', lineId: second }] };
    expect(await court.refusal('dispositions/return', ofAnother)).toBe('TAKER_NOT_RIGHT_HOLDER');
    expect(await court.refusal('dispositions/return', { ...body, taker: { ...TAKER, name: '孙丙' } })).toBe(
      'TAKER_NOT_RIGHT_HOLDER',
    );
    await court.post('dispositions/return', { ...body, taker: { ...TAKER, name: '钱乙' } });
    await court.post('dispositions/return', await returned(itemId, '1'));
    const { dispositions } = await court.disposition(itemId);
    expect(dispositions.map(({ counterparty, quantity }) => [counterparty, quantity])).toEqual([
      ['钱乙', '2'],
      ['赵权利', '1'],
    ]);
    expect((await court.judgments(caseId)).lines.map(({ state }) => state)).toEqual(['done', 'done']);
    expect((await court.read(itemId)).state).toBe('returned');
  });

  it('situation 45: an agent, an heir or a successor proves it; staff of the court never collects', async () => {
    const { itemId } = await ready('return_victim', {}, BACK);
    const body = (await returned(itemId)) as { taker: object };
    const send = (taker: object, more: object = {}) =>
      court.refusal('dispositions/return', { ...body, ...more, taker: { ...TAKER, ...taker } });
    expect(await send({ relation: 'heir' })).toBe('TAKER_PROOF_MISSING');
    expect(await send({ documentNumber: '110105194912310021' })).toBe('TAKER_NUMBER_INVALID');
    expect(await send({ name: '庭长庚' })).toBe('TAKER_IS_STAFF');
    expect(await send({ personId: court.enforcement.id })).toBe('TAKER_IS_STAFF');
    expect(await send({}, { hasCoOwners: true })).toBe('CO_OWNERS_CONSENT_MISSING');
    const heir = { ...TAKER, name: '庭长庚', isNamesake: true, relation: 'heir', proof: '继承公证书 18 号' };
    await court.post('dispositions/return', { ...body, taker: heir });
    const [kept] = (await court.disposition(itemId)).dispositions;
    expect(kept).toMatchObject({ relation: 'heir', counterparty: '庭长庚' });
    const reveal = `dispositions/${kept?.id ?? ''}/taker-number`;
    expect(await court.post(reveal, { reason: '复核身份' })).toEqual({ number: TAKER_NUMBER });
    const { rows } = await app.database.ownerPool.query<{ found: string }>(
      `select number_sealed::text || coalesce(note, '') || coalesce(proof, '') as found from dispositions where id = $1`,
      [kept?.id],
    );
    expect(rows[0]?.found).not.toContain(TAKER_NUMBER);
  });

  it('needs a photo of the day, a second person and an approval by others', async () => {
    const { itemId } = await ready('return_victim', {}, BACK);
    const items = [{ itemId }];
    const requestId = await court.approved('return', items);
    await app.database.ownerPool.query(
      `update stored_files set uploaded_at = uploaded_at - interval '2 days' where subject_id = $1`,
      [itemId],
    );
    const body = execution(court, requestId, items, { taker: TAKER, ...SIGNED });
    expect(await court.refusal('dispositions/return', body)).toBe('EVIDENCE_MISSING');
    await court.photograph(itemId);
    const unasked = execution(court, itemId, items, { taker: TAKER, ...SIGNED });
    expect(await court.refusal('dispositions/return', unasked)).toBe('APPROVAL_NOT_FOUND');
    await court.post('dispositions/return', body);
    expect(await court.refusal('dispositions/return', body)).toMatch(/MORE_THAN_ORDERED|APPROVAL_USED/);
  });

  it('goes to whom the judgment names, each under the line of their own, and to nobody else by their mere word', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '3' })]);
    const [itemId = ''] = itemIds;
    const [, second = ''] = await court.order(caseId, [
      line(itemId, 'return_victim', { ...BACK, quantity: '1' }),
      line(itemId, 'return_victim', { beneficiary: '钱 乙（被害人）', quantity: '2' }),
    ]);
    await court.post('dispositions/await', { itemIds }, court.handler);
    const body = (await returned(itemId, '2')) as { taker: object };
    const send = (taker: object) =>
      court.refusal('dispositions/return', { ...body, taker: { ...TAKER, ...taker } });
    expect(await send({ name: '孙丙' })).toBe('TAKER_NOT_RIGHT_HOLDER');
    expect(await send({})).toBe('MORE_THAN_ORDERED');
    const delegate = { name: '孙丙', relation: 'delegate', proof: '委托书 3 号' };
    expect(await send(delegate)).toBe('RIGHT_HOLDER_UNSAID');
    await court.post('dispositions/return', { ...body, taker: { ...TAKER, name: '钱乙' } });
    const { lines, dispositions } = await court.disposition(itemId);
    expect(lines.find(({ id }) => id === second)).toMatchObject({ carriedOut: '2' });
    expect(dispositions).toMatchObject([{ counterparty: '钱乙', relation: 'self' }]);
  });

  it('situation 35: who may not collect a secret thing is not told its name', async () => {
    const secret = { name: '密码机', keeping: ['secret'] };
    const { itemId } = await ready('return_victim', secret, { ...BACK, beneficiary: '钱乙' });
    const body = await returned(itemId);
    const answer = await court.custodian.agent.post('/api/dispositions/return').send(body).expect(409);
    expect(refusedBodyOf(answer).problems).toMatchObject([
      { code: 'TAKER_NOT_RIGHT_HOLDER', zh: expect.stringMatching(/^涉密物品：/) as unknown },
    ]);
  });

  it('what is recorded of owners counts, whatever the form says: the others consent', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const parties = ['赵权利', '钱共有'].map((name) => ({ role: 'victim', kind: 'person', name }));
    let [partyIds, version]: [string[], number] = [[], 1];
    for (const party of parties) {
      const answer = await court.handler.agent
        .post(`/api/cases/${caseId}/parties`)
        .set('If-Match', `"${version}"`)
        .send(party);
      const found = bodyOf(addPartyEndpoint, answer);
      [partyIds, version] = [found.parties.map(({ id }) => id), found.version];
    }
    const owners = partyIds.map((partyId) => ({ partyId, numerator: 1, denominator: 2 }));
    const act = { itemIds, ownership: 'victim', owners, document: '权属认定笔录', reason: '共同购买' };
    await court.post('seized-items/owners', act, court.handler);
    await court.await(caseId, [line(itemId, 'return_victim', BACK)]);
    const body = await returned(itemId);
    expect(await court.refusal('dispositions/return', body)).toBe('CO_OWNERS_CONSENT_MISSING');
    await court.post('dispositions/return', { ...body, coOwnersConsent: '钱共有书面同意' });
  });

  it.each([
    [{ named: '赵权利' }, null],
    [{ named: '赵 权利（被害人）' }, null],
    [{ named: '阿拉坦·其其格', name: '阿拉坦•其其格' }, null],
    [{ named: '钱乙' }, 'TAKER_NOT_RIGHT_HOLDER'],
    [{ named: '钱乙', relation: 'heir' }, null],
    [{ named: null, owners: ['钱乙'] }, 'TAKER_NOT_RIGHT_HOLDER'],
    [{ named: null }, 'RIGHT_UNPROVED'],
    [{ named: '身份不明的被害人' }, 'RIGHT_UNPROVED'],
    [{ named: '身份不明的被害人', hasProof: true }, null],
    [{ named: '赵权利、钱乙' }, 'CO_OWNERS_CONSENT_MISSING'],
    [{ named: '赵权利、钱乙', hasConsent: true }, null],
    [{ named: '赵权利', owners: ['赵权利', '钱乙'] }, 'CO_OWNERS_CONSENT_MISSING'],
    [{ named: '赵权利', owners: ['赵权利', '钱乙'], lineCount: 2 }, null],
    [{ named: '赵权利', saysCoOwners: true }, 'CO_OWNERS_CONSENT_MISSING'],
  ] as const)('%j: %s', (change, reason) => {
    const whole = { name: '赵权利', relation: 'self', named: null, owners: [], lineCount: 1 } as const;
    const said = { saysCoOwners: false, hasConsent: false, hasProof: false };
    expect(objectToTaker({ ...whole, ...said, ...change })).toBe(reason);
  });

  it('situation 47: what two people claim is not returned', async () => {
    const { itemId } = await ready('return_victim', { ownership: 'disputed' }, BACK);
    expect(await court.refusal('dispositions/return', await returned(itemId))).toBe('OWNERSHIP_DISPUTED');
    expect((await court.disposition(itemId)).isOwnershipDisputed).toBe(true);
  });

  it('situation 25: what was returned and is seized again is a new item that names the one before', async () => {
    const { caseId, itemId } = await ready('return_victim', {}, BACK);
    await court.post('dispositions/return', await returned(itemId));
    const before = await court.read(itemId);
    const [again] = await court.preregister([listLine({ priorItemId: itemId })], caseId);
    expect(await court.read(again?.id ?? '')).toMatchObject({
      state: 'preregistered',
      family: [{ relation: 'prior', id: itemId }],
    });
    expect((await court.read(itemId)).life).toEqual(before.life);
  });

  const NOTICE = { document: '认领公告（2026）3号', medium: '法院公告网', publishedOn: '2026-03-03' };

  it('situations 08 and 46: attempts are logged, the year begins with the notice, and only then it goes to the treasury', async () => {
    const { caseId, itemId } = await ready('return_victim', { ownership: 'unknown' }, BACK);
    const contact = { itemId, means: 'phone', toWhom: '赵权利', outcome: 'refused' };
    const contactedAt = app.clock.now().toISOString();
    await court.post('dispositions/contacts', { ...contact, contactedAt }, court.handler);
    const early = { itemIds: [itemId], ...NOTICE, publishedOn: '2026-02-28' };
    expect(await court.refusal('dispositions/notices', early, court.handler)).toBe('NOTICE_BEFORE_ORDER');
    await court.post('dispositions/notices', { itemIds: [itemId], ...NOTICE }, court.handler);
    const { notices, contacts } = await court.disposition(itemId);
    expect(contacts).toMatchObject([{ outcome: 'refused' }]);
    expect(notices).toMatchObject([{ dueOn: '2027-03-03', endedOn: null }]);
    expect((await court.work('notice')).map(({ item }) => item?.id)).toContain(itemId);
    const equipment = await buildPerson(app, {
      ...{ court: court.court, role: 'equipment_admin', name: '装备科长' },
    });
    const holiday = { day: '2027-03-03', kind: 'holiday', name: '放假' };
    for (const [days, dueOn] of [
      [[holiday], '2027-03-04'],
      [[{ ...holiday, day: '2027-12-31' }], '2027-03-03'],
    ] as const) {
      await equipment.agent.put('/api/calendar/2027').send({ days }).expect(200);
      expect((await court.disposition(itemId)).notices).toMatchObject([{ dueOn }]);
    }
    const requestId = await court.approved('forfeit', [{ itemId }]);
    const pay = execution(court, requestId, [{ itemId }], { way: 'forfeit', paymentSlip: '缴款书 88' });
    expect(await court.refusal('dispositions/treasury', pay)).toBe('NOTICE_RUNNING');
    await app.database.ownerPool.query(
      `update deadlines set due_on = '2026-03-01' where rule_id = 'D17' and subject_id = $1`,
      [itemId],
    );
    await court.post('dispositions/treasury', pay);
    expect((await court.read(itemId)).state).toBe('to_treasury');
    expect((await court.judgments(caseId)).lines[0]?.state).toBe('done');
    const [gone] = (await court.disposition(itemId)).dispositions;
    const claim = {
      kind: 'price',
      document: '权利证明',
      claimant: '赵权利',
      amountFen: 100_00,
      reason: '权利人后来出现',
    };
    await court.post(`dispositions/${gone?.id ?? ''}/claims`, claim, court.handler);
    expect((await court.disposition(itemId)).claims).toMatchObject([{ state: 'open', amountFen: 100_00 }]);
  });

  it('whoever comes within the year gets the thing, and the notice ends as claimed', async () => {
    const { itemId } = await ready('return_victim', {}, BACK);
    await court.post('dispositions/notices', { itemIds: [itemId], ...NOTICE }, court.handler);
    await court.post('dispositions/return', await returned(itemId));
    expect((await court.disposition(itemId)).notices).toMatchObject([{ outcome: 'claimed' }]);
  });

  it('who comes for a part within the year leaves the rest under the notice, which runs out for it', async () => {
    const { itemId } = await ready('return_victim', { quantity: '3' }, { ...BACK, quantity: '3' });
    await court.post('dispositions/notices', { itemIds: [itemId], ...NOTICE }, court.handler);
    await court.post('dispositions/return', await returned(itemId, '1'));
    expect(await court.disposition(itemId)).toMatchObject({
      state: 'public_notice',
      notices: [{ dueOn: '2027-03-03', endedOn: null }],
    });
    await app.database.ownerPool.query(
      `update deadlines set due_on = '2026-03-01' where rule_id = 'D17' and subject_id = $1`,
      [itemId],
    );
    const requestId = await court.approved('forfeit', [{ itemId }]);
    const slip = { way: 'forfeit', paymentSlip: '缴款书 89' };
    await court.post('dispositions/treasury', execution(court, requestId, [{ itemId }], slip));
    expect(await court.read(itemId)).toMatchObject({ state: 'to_treasury', onHand: '0' });
  });
});

describe('treasury, hand-over, back to the organ', () => {
  it('money and things go to the treasury on a slip', async () => {
    const facts = { denominations: '百元', source: '扣押' };
    const { itemId } = await ready(
      'confiscate',
      { name: '现金', category: 'cash', unit: 'CNY', quantity: '5000', facts },
      { quantity: '5000', unit: 'CNY' },
    );
    const items = [{ itemId }];
    const requestId = await court.approved('treasury', items);
    const pay = execution(court, requestId, items, { paymentSlip: '一般缴款书 0012', receiver: '市财政局' });
    await court.post('dispositions/treasury', pay);
    expect(await court.read(itemId)).toMatchObject({ state: 'to_treasury', onHand: '0' });
  });

  it('situation 60: a confiscated car does not become the court’s: no such way exists, it goes to finance', async () => {
    const facts = {
      wear: '旧',
      defects: '无',
      source: '扣押',
      features: '白',
      model: 'X',
      plateNumber: '蒙L1',
      vin: 'V1',
      engineNumber: 'E1',
      odometerKm: '9',
    };
    const car = { name: '轿车', category: 'vehicles', unit: '辆', facts };
    const { itemId } = await ready('confiscate', car, { unit: '辆' });
    const ask = { items: [{ itemId }], reason: '留用' };
    await court.handler.agent
      .post('/api/dispositions/requests')
      .send({ ...ask, way: 'allot' })
      .expect(400);
    expect((await court.disposition(itemId)).waysOpen).toEqual(['treasury', 'sale', 'finance_takes_over']);
  });

  it('a hand-over is on the way until its receipt', async () => {
    const { caseId, itemId } = await ready(
      'hand_over',
      { name: '青铜镜', unit: '件' },
      { unit: '件', beneficiary: '市文物局' },
    );
    const items = [{ itemId }];
    const requestId = await court.approved('hand_over', items);
    const to = { organ: '市文物局', receiver: '孙文', receiverDocument: '工作证 7', list: '移交清单 4 号' };
    await court.post('dispositions/hand-over', execution(court, requestId, items, to));
    expect(await court.read(itemId)).toMatchObject({ state: 'in_transit', holder: { name: '市文物局' } });
    expect((await court.judgments(caseId)).lines[0]?.state).toBe('in_force');
    const [sent] = (await court.disposition(itemId)).dispositions;
    expect((await court.work('transit')).map(({ id }) => id)).toContain(sent?.id);
    const receipt = { dispositionIds: [sent?.id], document: '回执 4 号', receivedOn: '2026-11-23' };
    await court.post('dispositions/receipts', receipt);
    expect((await court.read(itemId)).state).toBe('handed_over');
    expect((await court.judgments(caseId)).lines[0]?.state).toBe('done');
  });

  it('what is unrelated goes back within three days, without a judgment', async () => {
    const { itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const finding = { itemId, document: '合议庭笔录', reason: '与本案无关', foundOn: '2026-03-02' };
    await court.post('disposition-grounds/unrelated', finding, court.handler);
    await court.post('dispositions/await', { itemIds }, court.handler);
    const requestId = await court.approved('send_back', [{ itemId }]);
    const to = {
      organ: '临河区公安分局',
      receiver: '周警',
      receiverDocument: '警官证 9',
      receipt: '退回清单',
    };
    await court.post('dispositions/send-back', execution(court, requestId, [{ itemId }], to));
    expect((await court.read(itemId)).state).toBe('sent_back');
    expect((await court.disposition(itemId)).grounds).toMatchObject([{ kind: 'unrelated', state: 'ended' }]);
  });
});

describe('a disposition that was carried out by mistake', () => {
  const WHY = { document: '更正笔录', reason: '扫错物品，实物仍在库' };

  it('is taken back by an entry that refers to it, on approval, and shows both; then it is carried out anew', async () => {
    const { caseId, itemId } = await ready('return_victim', {}, BACK);
    await court.post('dispositions/return', await returned(itemId));
    const [done] = (await court.disposition(itemId)).dispositions;
    const path = `dispositions/${done?.id ?? ''}/reversal`;
    expect((await court.disposition(itemId)).availableActions).toContain('ask_reversal');
    const request = bodyOf(requestReversalEndpoint, {
      body: await court.post(`${path}-requests`, WHY, court.handler),
    });
    expect(await court.refusal(`${path}-requests`, WHY, court.handler)).toBe('REQUEST_OPEN_ALREADY');
    const body = { requestId: request.id, ...WHY, secondPerson: court.secondPerson() };
    expect(await court.refusal(path, body, court.custodian)).toBe('PERMISSION_DENIED');
    expect(await court.refusal(path, body, court.head)).toBe('APPROVAL_NOT_GRANTED');
    await court.approve(request.id);
    expect((await court.disposition(itemId, court.head)).availableActions).toContain('reverse');
    expect(await court.refusal(path, body, court.president)).toMatch(/EXECUTOR_HAS_DECIDED|APPROVAL_BY_SAME/);
    await court.post(path, body, court.head);
    expect(await court.read(itemId)).toMatchObject({ state: 'awaiting_disposition', onHand: '1' });
    expect(await court.refusal(path, body, court.head)).toBe('REVERSED_ALREADY');
    const owed = { kind: 'price', claimant: '赵权利', amountFen: 100_00, ...WHY };
    expect(await court.refusal(`dispositions/${done?.id ?? ''}/claims`, owed, court.handler)).toBe(
      'CLAIM_OF_REVERSED',
    );
    const [kept] = (await court.disposition(itemId)).dispositions;
    expect(kept).toMatchObject({
      ...{ id: done?.id, quantity: '1', counterparty: '赵权利' },
      reversal: { ...WHY, reversedByName: '庭长庚', approvalNumber: request.number },
    });
    const ledger = await court.custodian.agent.get(`/api/cases/${caseId}/ledger`).expect(200);
    expect(bodyOf(readCaseLedgerEndpoint, ledger)).toMatchObject({
      conservation: { holds: true },
      closure: { holds: false },
    });
    expect((await court.judgments(caseId)).lines[0]).toMatchObject({ state: 'in_force', carriedOut: '0' });
    await court.post('dispositions/return', await returned(itemId));
    expect((await court.judgments(caseId)).lines[0]?.state).toBe('done');
  });

  it('is not taken back once the ledger is closed, nor when it is not what ended the item', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '2' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'return_victim', { ...BACK, quantity: '2' })]);
    await court.post('dispositions/return', await returned(itemId, '1'));
    const first = (await court.disposition(itemId)).dispositions[0]?.id ?? '';
    const ask = (id: string) => `dispositions/${id}/reversal-requests`;
    expect(await court.refusal(ask(first), WHY, court.handler)).toBe('REVERSAL_NOT_LAST');
    await court.post('dispositions/return', await returned(itemId, '1'));
    expect(await court.refusal(ask(first), WHY, court.handler)).toBe('REVERSAL_NOT_LAST');
    await court.post(`cases/${caseId}/ledger/close`, { secondPerson: court.secondPerson() });
    const last = (await court.disposition(itemId)).dispositions[1]?.id ?? '';
    expect(await court.refusal(ask(last), WHY, court.handler)).toBe('LEDGER_CLOSED');
  });
});

describe('the rules of taking back', () => {
  it('leave what became money, left a residue or went to another organ to a claim', () => {
    const plain = { id: 'a', kind: 'return', proceedsItemId: null, residueItemId: null } as const;
    const object = (more: object) =>
      objectToReversal('returned', [{ ...plain, ...more }], new Set(), 'a', new Set());
    expect(object({})).toBeNull();
    expect(object({ kind: 'sale' })).toBe('REVERSAL_IMPOSSIBLE');
    expect(object({ kind: 'hand_over' })).toBe('REVERSAL_IMPOSSIBLE');
    expect(object({ kind: 'destruction', residueItemId: 'r' })).toBe('REVERSAL_IMPOSSIBLE');
    expect(objectToReversal('returned', [plain], new Set(['a']), 'a', new Set())).toBe('REVERSED_ALREADY');
    expect(objectToReversal('returned', [plain], new Set(), 'a', new Set(['a']))).toBe('REVERSAL_HAS_CLAIM');
  });
});

describe('the ledger', () => {
  it('closes when every line is carried out, takes nothing more, and is reopened only by a leader', async () => {
    const { caseId, itemId } = await ready('return_victim', {}, BACK);
    await court.post('dispositions/return', await returned(itemId));
    const read = async () =>
      bodyOf(
        readCaseLedgerEndpoint,
        await court.custodian.agent.get(`/api/cases/${caseId}/ledger`).expect(200),
      );
    expect(await read()).toMatchObject({
      closure: { holds: true },
      availableActions: ['close'],
      closing: null,
    });
    const close = `cases/${caseId}/ledger/close`;
    await court.post(close, { secondPerson: court.secondPerson() });
    expect((await read()).closing).toMatchObject({
      kind: 'closed',
      byName: '保管员甲',
      secondPersonName: '保管员乙',
    });
    expect(await court.refusal(close, { secondPerson: court.secondPerson() })).toBe('LEDGER_CLOSED');
    const list = { listNumber: '补移 1 号', lines: [listLine()] };
    expect(await court.refusal(`cases/${caseId}/items`, list)).toBe('LEDGER_CLOSED');
    const lines = [{ ...line(null, 'continue_recovery'), lineNumber: 9 }];
    const entered = { document: '补充裁定', effectiveOn: '2026-03-02', lines };
    expect(await court.refusal(`cases/${caseId}/judgment-lines`, entered, court.handler)).toBe(
      'LEDGER_CLOSED',
    );
    const reopen = { document: '院长批示', reason: '再审改判' };
    expect(await court.refusal(`cases/${caseId}/ledger/reopen`, reopen)).toBe('PERMISSION_DENIED');
    await court.post(`cases/${caseId}/ledger/reopen`, reopen, court.vicePresident);
    await court.post(`cases/${caseId}/items`, list);
    expect(await read()).toMatchObject({
      closing: { kind: 'reopened', reason: '再审改判' },
      closure: { holds: false },
    });
  });
});
