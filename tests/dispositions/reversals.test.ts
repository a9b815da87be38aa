/** What follows when a disposition that was carried out by mistake is taken back: clocks, notices, papers, a place. */
import { describe, expect, it } from 'vitest';
import { listDeadlinesEndpoint } from '../../src/modules/deadlines/contract.ts';
import { listCasePapersEndpoint, readPaperEndpoint } from '../../src/modules/papers/papers.contract.ts';
import {
  requestEndReversalEndpoint,
  requestReversalEndpoint,
} from '../../src/modules/dispositions/reversals.contract.ts';
import { requestLossEndpoint } from '../../src/modules/seized-items/care/care.contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { bodyOf } from '../support/answers.ts';
import {
  execution,
  line,
  listLine,
  SIGNED,
  TAKER,
  type DispositionCourt,
  prepareDispositionCourt,
} from '../support/disposition-court.ts';
import { issue, printedText, refuseIssue } from '../support/paper-court.ts';
import { GOODS_FACTS } from '../support/seized-court.ts';
import { buildPerson } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: DispositionCourt;
prepareDispositionCourt((made) => ({ app, court } = made));

const MINUTE = 60_000;
const WHY = { document: '更正笔录', reason: '扫错物品，实物仍在库' };
const BACK = { beneficiary: '赵权利' };

async function ready(count = 1, order = 'return_victim', more: object = BACK) {
  const listed = Array.from({ length: count }, (_, index) => listLine({ name: `手机${index + 1}` }));
  const { caseId, itemIds } = await court.open(listed);
  await court.await(
    caseId,
    itemIds.map((itemId) => line(itemId, order, more)),
  );
  app.clock.advanceMs(MINUTE);
  return { caseId, itemIds };
}

async function giveBack(itemIds: readonly string[]): Promise<void> {
  const items = itemIds.map((itemId) => ({ itemId }));
  const requestId = await court.approved('return', items);
  const signed = { taker: TAKER, ...SIGNED };
  for (const itemId of itemIds) await court.photograph(itemId);
  await court.post('dispositions/return', execution(court, requestId, items, signed));
  app.clock.advanceMs(MINUTE);
}

async function reverse(itemId: string, handler = court.handler): Promise<void> {
  const last = (await court.disposition(itemId, handler)).dispositions.at(-1);
  const path = `dispositions/${last?.id ?? ''}/reversal`;
  const asked = await court.post(`${path}-requests`, WHY, handler);
  const { id } = bodyOf(requestReversalEndpoint, { body: asked });
  await court.approve(id);
  await court.post(path, { requestId: id, ...WHY, secondPerson: court.secondPerson() }, court.head);
  app.clock.advanceMs(MINUTE);
}

/** Reported as missing, not found, written off on the president's approval. */
async function lose(itemId: string): Promise<void> {
  const lost = { itemIds: [itemId], kind: 'missing', description: '盘查时不在' };
  await court.post('seized-items/report-incident', lost);
  const path = `seized-items/${itemId}`;
  const asked = await court.post(`${path}/request-loss`, { reason: '确认灭失' }, court.vicePresident);
  const { id: requestId } = bodyOf(requestLossEndpoint, { body: asked });
  await court.approve(requestId);
  await court.post(`${path}/confirm-loss`, { requestId, conclusion: '保管不善' }, court.head);
  app.clock.advanceMs(MINUTE);
}

async function reverseLoss(itemId: string): Promise<void> {
  const path = `seized-items/${itemId}/reversal`;
  const asked = await court.post(`${path}-requests`, WHY, court.handler);
  const { id: requestId } = bodyOf(requestEndReversalEndpoint, { body: asked });
  await court.approve(requestId);
  await court.post(path, { requestId, ...WHY, secondPerson: court.secondPerson() }, court.head);
  app.clock.advanceMs(MINUTE);
}

async function clocksOf(caseId: string, state = 'open') {
  const answer = await court.president.agent
    .get(`/api/deadlines?caseId=${caseId}&state=${state}&limit=200`)
    .expect(200);
  return bodyOf(listDeadlinesEndpoint, answer).items.map(({ rule, subjectKind, startOn, dueOn }) =>
    [rule.id, subjectKind, startOn, dueOn].join(' '),
  );
}

async function papersOf(caseId: string) {
  const answer = await court.custodian.agent.get(`/api/cases/${caseId}/papers`).expect(200);
  const { offers, papers } = bodyOf(listCasePapersEndpoint, answer);
  return { offers: offers.filter(({ form }) => form === 'return_list'), papers };
}

describe('clocks', () => {
  it('that a disposition had ended run again until the day on which they would have ended', async () => {
    const food = { category: 'drugs_and_food', name: '药材', expiresOn: '2027-06-01' };
    const facts = { ...GOODS_FACTS, specification: '散装', expiresOn: '2027-06-01' };
    const { caseId, itemIds } = await court.open([listLine({ ...food, facts })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'return_victim', BACK)]);
    app.clock.advanceMs(MINUTE);
    const running = async () => (await clocksOf(caseId)).filter((clock) => /^D(16|24|28)/.test(clock));
    const before = await running();
    expect(before.map((clock) => clock.slice(0, 3)).toSorted()).toEqual(['D16', 'D24', 'D28']);
    // The weekly check began two days ago.
    await app.database.ownerPool.query(
      `update deadlines set start_on = start_on - 2, due_on = due_on - 2, due_at = due_at - interval '2 days'
      where rule_id = 'D24' and subject_id = $1`,
      [itemId],
    );
    await giveBack(itemIds);
    expect(await running()).toEqual([]);
    await reverse(itemId);
    const after = await running();
    const kept = (clocks: readonly string[]) => clocks.filter((clock) => !clock.startsWith('D24')).toSorted();
    expect(kept(after)).toEqual(kept(before));
    expect(after.find((clock) => clock.startsWith('D24'))).toBe('D24 seized_item 2026-11-23 2026-11-30');
    await giveBack(itemIds);
    expect(await running()).toEqual([]);
  });

  it('of the handler run again for who handles the case now', async () => {
    const { caseId, itemIds } = await ready();
    const [itemId = ''] = itemIds;
    const notice = { document: '认领公告 8 号', medium: '法院公告网', publishedOn: '2026-03-01' };
    await court.post('dispositions/notices', { itemIds, ...notice }, court.handler);
    app.clock.advanceMs(MINUTE);
    await giveBack(itemIds);
    const next = await buildPerson(app, { court: court.court, role: 'case_handler', name: '承办人癸' });
    const found = await court.head.agent.get(`/api/cases/${caseId}`).expect(200);
    await court.head.agent
      .post(`/api/cases/${caseId}/reassign`)
      .set('If-Match', String(found.headers['etag']))
      .send({ handlerId: next.id, fromOn: '2026-11-20', reason: '原承办人调离' })
      .expect(200);
    await reverse(itemId, next);
    const answer = await court.president.agent.get(`/api/deadlines?caseId=${caseId}&limit=200`).expect(200);
    const year = bodyOf(listDeadlinesEndpoint, answer).items.filter(({ rule }) => rule.id === 'D17');
    expect(year.map(({ ownerId }) => ownerId)).toEqual([next.id]);
  });

  it('of a public notice go on with its year, and the notice runs again beside the one that ended', async () => {
    const { caseId, itemIds } = await ready();
    const [itemId = ''] = itemIds;
    const notice = { document: '认领公告 9 号', medium: '法院公告网', publishedOn: '2026-03-01' };
    await court.post('dispositions/notices', { itemIds, ...notice }, court.handler);
    app.clock.advanceMs(MINUTE);
    const year = (await clocksOf(caseId)).filter((clock) => clock.startsWith('D17'));
    expect(year).toHaveLength(1);
    await giveBack(itemIds);
    expect((await clocksOf(caseId)).filter((clock) => clock.startsWith('D17'))).toEqual([]);
    await reverse(itemId);
    expect((await court.read(itemId)).state).toBe('public_notice');
    expect((await clocksOf(caseId)).filter((clock) => clock.startsWith('D17'))).toEqual(year);
    expect((await court.disposition(itemId)).notices).toMatchObject([
      { outcome: 'claimed' },
      { outcome: null, endedOn: null, publishedOn: '2026-03-01', dueOn: '2027-03-01' },
    ]);
    await giveBack(itemIds);
    expect((await court.disposition(itemId)).notices.map(({ outcome }) => outcome)).toEqual([
      'claimed',
      'claimed',
    ]);
  });

  it('and the finding on which an unrelated thing was sent back hold again', async () => {
    const { itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const finding = { itemId, document: '合议庭笔录', reason: '与本案无关', foundOn: '2026-03-01' };
    await court.post('disposition-grounds/unrelated', finding, court.handler);
    await court.post('dispositions/await', { itemIds }, court.handler);
    const to = {
      organ: '临河区公安分局',
      receiver: '周警',
      receiverDocument: '警官证 9',
      receipt: '退回清单',
    };
    const sendBack = async () => {
      const requestId = await court.approved('send_back', [{ itemId }]);
      await court.post('dispositions/send-back', execution(court, requestId, [{ itemId }], to));
      app.clock.advanceMs(MINUTE);
    };
    await sendBack();
    await reverse(itemId);
    expect((await court.disposition(itemId)).grounds).toMatchObject([{ kind: 'unrelated', state: 'open' }]);
    await sendBack();
    expect((await court.read(itemId)).state).toBe('sent_back');
  });
});

describe('what was booked as lost or used up and is there after all', () => {
  it('comes back by an entry of its own on approval; what had left before counts on, and the proofs hold', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '3' })]);
    const [itemId = ''] = itemIds;
    await court.await(caseId, [line(itemId, 'return_victim', { ...BACK, quantity: '3' })]);
    app.clock.advanceMs(MINUTE);
    const part = [{ itemId, quantity: '1' }];
    const returning = await court.approved('return', part);
    const signed = { taker: TAKER, ...SIGNED };
    await court.post('dispositions/return', execution(court, returning, part, signed));
    const lost = { itemIds, kind: 'missing', description: '盘查时缺 2 部' };
    await court.post('seized-items/report-incident', lost);
    const asked = await court.post(
      `seized-items/${itemId}/request-loss`,
      { reason: '确认灭失' },
      court.vicePresident,
    );
    const lossId = bodyOf(requestLossEndpoint, { body: asked }).id;
    await court.approve(lossId);
    const path = `seized-items/${itemId}/reversal`;
    expect(await court.refusal(`${path}-requests`, WHY, court.handler)).toBe('NOT_ENDED_OTHERWISE');
    const conclusion = { requestId: lossId, conclusion: '保管不善' };
    await court.post(`seized-items/${itemId}/confirm-loss`, conclusion, court.head);
    expect((await court.read(itemId)).state).toBe('lost');
    const [returned] = (await court.disposition(itemId)).dispositions;
    const ofPart = `dispositions/${returned?.id ?? ''}/reversal-requests`;
    expect(await court.refusal(ofPart, WHY, court.handler)).toBe('REVERSAL_NOT_LAST');

    expect((await court.disposition(itemId)).availableActions).toContain('ask_reversal');
    const request = await court.post(`${path}-requests`, WHY, court.handler);
    const requestId = bodyOf(requestEndReversalEndpoint, { body: request }).id;
    const body = { requestId, ...WHY, secondPerson: court.secondPerson() };
    expect(await court.refusal(path, body, court.head)).toBe('APPROVAL_NOT_GRANTED');
    await court.approve(requestId);
    expect(await court.refusal(path, body, court.custodian)).toBe('PERMISSION_DENIED');
    await court.post(path, body, court.head);
    expect(await court.read(itemId)).toMatchObject({ state: 'in_store', onHand: '2', place: null });
    expect((await court.read(itemId)).life.at(-1)).toMatchObject({ kind: 'reverse_end', quantity: '2' });
    expect((await court.work('unplaced')).map(({ id }) => id)).toContain(itemId);
    expect((await court.work('differing')).map(({ id }) => id)).not.toContain(itemId);
    expect((await court.disposition(itemId)).match).toBe('matches');
    expect(await court.refusal(path, body, court.head)).toBe('NOT_ENDED_OTHERWISE');

    const move = { itemIds, placeId: court.shelves[0], secondPerson: null };
    await court.post('seized-items/relocate', move);
    await court.post('dispositions/await', { itemIds }, court.handler);
    await giveBack(itemIds);
    const ledger = await court.custodian.agent.get(`/api/cases/${caseId}/ledger`).expect(200);
    expect(bodyOf(readCaseLedgerEndpoint, ledger)).toMatchObject({
      conservation: { holds: true },
      closure: { holds: true },
    });
  });
});

describe('a confirmed loss', () => {
  it('ends the clocks of the thing, and when it is found after all they go on to their days', async () => {
    const food = { category: 'drugs_and_food', name: '药材', expiresOn: '2027-06-01' };
    const facts = { ...GOODS_FACTS, specification: '散装', expiresOn: '2027-06-01' };
    const { caseId, itemIds } = await court.open([listLine({ ...food, facts }), listLine()]);
    const [itemId = '', other = ''] = itemIds;
    const running = async () => (await clocksOf(caseId)).filter((clock) => /^D(17|24|28)/.test(clock));
    const before = await running();
    expect(before.map((clock) => clock.slice(0, 3)).toSorted()).toEqual(['D24', 'D28']);
    await lose(itemId);
    expect(await running()).toEqual([]);
    await reverseLoss(itemId);
    const kept = (clocks: readonly string[]) => clocks.filter((clock) => clock.startsWith('D28'));
    expect(kept(await running())).toEqual(kept(before));
    expect(await running()).toHaveLength(2);

    await court.await(caseId, [line(other, 'return_victim', BACK)]);
    const before16 = (await clocksOf(caseId)).filter((clock) => clock.startsWith('D16'));
    expect(before16).toHaveLength(1);
    await lose(other);
    // What the judgment orders was not carried out by losing it.
    expect((await clocksOf(caseId)).filter((clock) => clock.startsWith('D16'))).toEqual(before16);
  });

  it('ends the notice that ran; found again it runs beside the one that ended, until another takes its place', async () => {
    const { caseId, itemIds } = await ready();
    const [itemId = ''] = itemIds;
    const notice = { document: '认领公告 11 号', medium: '法院公告网', publishedOn: '2026-03-01' };
    await court.post('dispositions/notices', { itemIds, ...notice }, court.handler);
    app.clock.advanceMs(MINUTE);
    const year = async () => (await clocksOf(caseId)).filter((clock) => clock.startsWith('D17'));
    const before = await year();
    await lose(itemId);
    expect(await year()).toEqual([]);
    const noticesOf = async () =>
      (await court.disposition(itemId)).notices.map(({ outcome, dueOn }) => [outcome, dueOn]);
    expect(await noticesOf()).toEqual([['lost', '2027-03-01']]);
    expect((await court.work('notice')).map(({ item }) => item?.id)).not.toContain(itemId);
    await reverseLoss(itemId);
    expect(await year()).toEqual(before);
    const both = [
      ['lost', '2027-03-01'],
      [null, '2027-03-01'],
    ];
    expect(await noticesOf()).toEqual(both);
    const move = { itemIds, placeId: court.shelves[0], secondPerson: null };
    await court.post('seized-items/relocate', move);
    await court.post('dispositions/await', { itemIds }, court.handler);
    app.clock.advanceMs(MINUTE);
    const anew = { itemIds, ...notice, document: '认领公告 12 号', publishedOn: '2026-04-01' };
    await court.post('dispositions/notices', anew, court.handler);
    expect(await noticesOf()).toEqual([
      ['lost', '2027-03-01'],
      ['called_off', '2027-03-01'],
      [null, '2027-04-01'],
    ]);
    expect(await year()).toHaveLength(1);
  });
});

describe('papers', () => {
  it('are no longer offered for what was reversed, and offered for what is returned anew', async () => {
    const { caseId, itemIds } = await ready();
    await giveBack(itemIds);
    const [offer] = (await papersOf(caseId)).offers;
    expect(offer).toMatchObject({ itemCount: 1 });
    await reverse(itemIds[0] ?? '');
    expect((await papersOf(caseId)).offers).toEqual([]);
    const paper = { form: 'return_list', caseId, ...offer?.subject };
    expect(await refuseIssue(court.custodian, paper)).toBe('PAPER_SUBJECT_REVERSED');
    await giveBack(itemIds);
    const [anew] = (await papersOf(caseId)).offers;
    expect(anew).toMatchObject({ itemCount: 1 });
    expect(anew?.subject).not.toEqual(offer?.subject);
  });

  it('that were issued are marked as overtaken and say what they said; void, they are made of the rest', async () => {
    const { caseId, itemIds } = await ready(3);
    await giveBack(itemIds);
    const [offer] = (await papersOf(caseId)).offers;
    const paper = { form: 'return_list', caseId, ...offer?.subject };
    const { id } = await issue(court.custodian, paper);
    const read = async (paperId: string) =>
      bodyOf(readPaperEndpoint, await court.custodian.agent.get(`/api/papers/${paperId}`).expect(200));
    const before = await read(id);
    expect(before.reversedCount).toBe(0);
    expect(await printedText(court.custodian, id)).not.toContain('已冲正');
    await reverse(itemIds[0] ?? '');
    const { offers, papers } = await papersOf(caseId);
    expect(offers).toEqual([]);
    expect(papers.find((one) => one.id === id)?.reversedCount).toBe(1);
    const after = await read(id);
    expect(after).toMatchObject({ reversedCount: 1, isIntact: true, contentSha256: before.contentSha256 });
    const copy = await printedText(court.custodian, id);
    expect(copy).toContain('所载1件已冲正');
    expect(copy).toContain('手机1');
    await court.post(`papers/${id}/void`, { reason: '一件已冲正' });
    const [rest] = (await papersOf(caseId)).offers;
    expect(rest).toMatchObject({ itemCount: 2, firstItem: '手机2', replacesId: id });
    const { id: newId } = await issue(court.custodian, { ...paper, replacesId: id });
    expect((await read(newId)).reversedCount).toBe(0);
    const text = await printedText(court.custodian, newId);
    expect(text).not.toContain('手机1');
    expect(text).toContain('手机3');
  });
});

describe('a place', () => {
  it('is given to what came back by the custodian within a visit; until then it is on their list', async () => {
    const { itemIds } = await ready();
    const [itemId = ''] = itemIds;
    expect((await court.work('unplaced')).map(({ id }) => id)).not.toContain(itemId);
    await giveBack(itemIds);
    await reverse(itemId);
    expect((await court.work('unplaced', court.custodian)).map(({ id }) => id)).toContain(itemId);
    expect((await court.disposition(itemId)).isUnplaced).toBe(true);
    expect((await court.read(itemId)).place).toBeNull();
    const move = { itemIds: [itemId], placeId: court.shelves[1], secondPerson: null };
    await court.post('seized-items/relocate', move);
    expect((await court.read(itemId)).place?.id).toBe(court.shelves[1]);
    expect((await court.work('unplaced')).map(({ id }) => id)).not.toContain(itemId);
    expect((await court.disposition(itemId)).isUnplaced).toBe(false);
  });
});
