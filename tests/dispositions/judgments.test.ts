/** From the lines of a judgment to items that wait for their disposition: who writes, who confirms, what does not fit. */
import { describe, expect, it } from 'vitest';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { enterJudgmentLinesEndpoint } from '../../src/modules/dispositions/judgments.contract.ts';
import { listDeadlinesEndpoint } from '../../src/modules/deadlines/contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { bodyOf, refusedBodyOf } from '../support/answers.ts';
import {
  line,
  listLine,
  type DispositionCourt,
  execution,
  SIGNED,
  TAKER,
  prepareDispositionCourt,
} from '../support/disposition-court.ts';
import { buildPerson } from '../support/people.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: DispositionCourt;
prepareDispositionCourt((made) => ({ app, court } = made));

const deadlinesOf = async (caseId: string) => {
  const answer = await court.custodian.agent.get(`/api/deadlines?caseId=${caseId}&limit=200`).expect(200);
  return bodyOf(listDeadlinesEndpoint, answer).items.map(({ rule }) => rule.id);
};

describe('lines of judgments', () => {
  it('are entered by the judge’s side, confirmed by enforcement, never by the custodian or by the same person', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const body = {
      document: '判决一',
      effectiveOn: '2026-03-01',
      lines: [{ ...line(itemId, 'confiscate'), lineNumber: 1 }],
    };
    expect(await court.refusal(`cases/${caseId}/judgment-lines`, body)).toBe('PERMISSION_DENIED');
    const lineIds = await court.enterLines(caseId, [line(itemId, 'confiscate')]);
    expect((await court.judgments(caseId)).lines[0]).toMatchObject({
      state: 'waiting',
      item: { id: itemId },
    });
    expect(await deadlinesOf(caseId)).toEqual(expect.arrayContaining(['D15', 'D30']));
    const both = await buildPerson(app, {
      court: court.court,
      roles: ['property_custodian', 'enforcement_officer'],
    });
    expect(await court.refusal('judgment-lines/confirm', { lineIds })).toBe('PERMISSION_DENIED');
    expect(await court.refusal('judgment-lines/confirm', { lineIds }, both)).toBe('CONFIRMED_BY_CUSTODIAN');
    await court.post('judgment-lines/confirm', { lineIds }, court.enforcement);
    expect(await deadlinesOf(caseId)).toEqual(expect.arrayContaining(['D16']));
    expect((await deadlinesOf(caseId)).filter((rule) => ['D15', 'D30'].includes(rule))).toEqual([]);
    expect(await court.refusal('judgment-lines/confirm', { lineIds }, court.enforcement)).toBe(
      'LINE_ALREADY_DECIDED',
    );
    expect((await court.judgments(caseId)).lines[0]).toMatchObject({
      state: 'in_force',
      confirmedByName: '执行员戊',
    });
  });

  it('whoever entered a line does not confirm it, in whatever role', async () => {
    const double = await buildPerson(app, {
      court: court.court,
      roles: ['case_handler', 'enforcement_officer'],
    });
    const registered = { number: '（2026）内08刑初900号', cause: '盗窃', handlerId: double.id };
    const created = await court.custodian.agent
      .post('/api/cases')
      .send({ ...registered, stage: 'first_instance', acceptedOn: '2026-03-02' })
      .expect(200);
    const { id } = bodyOf(createCaseEndpoint, created);
    const lines = [{ ...line(null, 'continue_recovery'), lineNumber: 1 }];
    const body = { document: '判决', effectiveOn: '2026-03-01', lines };
    const entered = await court.post(`cases/${id}/judgment-lines`, body, double);
    const { lineIds } = bodyOf(enterJudgmentLinesEndpoint, { body: entered });
    expect(await court.refusal('judgment-lines/confirm', { lineIds }, double)).toBe('CONFIRMED_BY_ENTERER');
  });

  it('corrections are new lines; nothing is overwritten, not even in the database', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '3' })]);
    const [itemId = ''] = itemIds;
    const [first = ''] = await court.order(caseId, [line(itemId, 'confiscate', { quantity: '2' })]);
    const correction = line(itemId, 'confiscate', { quantity: '3', correctsLineId: first });
    const more = { document: '（2026）内08刑初12号补正裁定', effectiveOn: '2026-03-02' };
    const [second = ''] = await court.enterLines(caseId, [correction], more);
    expect(
      await court.refusal(
        `cases/${caseId}/judgment-lines`,
        {
          ...more,
          lines: [{ ...correction, lineNumber: 2 }],
        },
        court.handler,
      ),
    ).toBe('LINE_ALREADY_DECIDED');
    await court.post('judgment-lines/confirm', { lineIds: [second] }, court.enforcement);
    const { lines, exceptions } = await court.judgments(caseId);
    expect(lines.map(({ id, state, quantity }) => [id, state, quantity])).toEqual([
      [first, 'replaced', '2'],
      [second, 'in_force', '3'],
    ]);
    expect(exceptions.differing).toEqual([]);
    await expect(
      app.database.ownerPool.query('update judgment_lines set quantity = 9 where id = $1', [second]),
    ).rejects.toThrow(/not overwritten/);
    await expect(
      app.database.ownerPool.query('delete from judgment_lines where id = $1', [second]),
    ).rejects.toThrow(/stays/);
  });

  it('are returned with a reason, and entered anew under the same number', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const lineIds = await court.enterLines(caseId, [line(itemId, 'confiscate')]);
    await court.post('judgment-lines/refuse', { lineIds, reason: '与判决主文不一致' }, court.enforcement);
    await court.enterLines(caseId, [line(itemId, 'destroy')]);
    expect(
      (await court.judgments(caseId)).lines.map(({ state, refusalReason }) => [state, refusalReason]),
    ).toEqual([
      ['refused', '与判决主文不一致'],
      ['waiting', null],
    ]);
  });

  it('name who gets the thing, count in the unit of the ledger, and belong to the case', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    const other = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const path = `cases/${caseId}/judgment-lines`;
    const send = (one: object) =>
      court.refusal(
        path,
        { document: '判决', effectiveOn: '2026-03-01', lines: [{ ...one, lineNumber: 1 }] },
        court.handler,
      );
    expect(await send(line(itemId, 'return_victim'))).toBe('BENEFICIARY_MISSING');
    expect(await send(line(itemId, 'confiscate', { unit: '箱' }))).toBe('LINE_UNIT_DIFFERS');
    expect(await send(line(other.itemIds[0] ?? '', 'confiscate'))).toBe('LINE_ITEM_UNKNOWN');
    expect(await send(line(itemId, 'confiscate', { quantity: '0' }))).toBe('QUANTITY_INVALID');
    expect(await send(line(itemId, 'hand_over', { beneficiaryId: itemId, beneficiary: '文物局' }))).toBe(
      'BENEFICIARY_UNKNOWN',
    );
  });

  it('each organ and each bank that a judgment was sent to answers in a time of its own', async () => {
    const { caseId } = await court.open([listLine()]);
    const send = (organ: string, kind: string) =>
      court.post(
        `cases/${caseId}/judgment-notices`,
        { document: '判决书副本', organ, kind, sentOn: '2026-03-02' },
        court.handler,
      );
    await send('临河区公安分局', 'seizing_organ');
    await send('五原县公安局', 'seizing_organ');
    await send('农业银行', 'payer');
    const answering = async () =>
      (await deadlinesOf(caseId)).filter((rule) => rule === 'D13' || rule === 'D14').toSorted();
    expect(await answering()).toEqual(['D13', 'D13', 'D14']);
    for (const left of [['D13', 'D14'], ['D14'], []]) {
      const notice = (await court.judgments(caseId)).notices.find(({ receivedOn }) => receivedOn === null);
      const receipt = { document: `回执 ${notice?.organ ?? ''}`, receivedOn: '2026-03-02' };
      await court.post(`judgment-notices/${notice?.id ?? ''}/receipt`, receipt, court.handler);
      expect(await answering()).toEqual(left);
    }
  });

  it('what an execution delivers, or gives back when the seizure is lifted, has a time of its own, until it is done', async () => {
    const { caseId, itemIds } = await court.open([listLine(), listLine({ name: '电脑' })]);
    const [first = '', second = ''] = itemIds;
    const to = (beneficiary: string) => ({ beneficiary });
    const [, wrong = ''] = await court.order(caseId, [
      line(first, 'deliver_applicant', to('赵权利')),
      line(second, 'lift_return', to('钱乙')),
    ]);
    const clocks = async () =>
      (await deadlinesOf(caseId)).filter((rule) => /^D(09|10)$/.test(rule)).toSorted();
    expect(await clocks()).toEqual(['D09', 'D10']);
    const corrected = { ...line(second, 'confiscate'), lineNumber: 2, correctsLineId: wrong };
    await court.order(caseId, [corrected], { document: '补正裁定' });
    expect(await clocks()).toEqual(['D09']);
    await court.post('dispositions/await', { itemIds: [first] }, court.handler);
    const requestId = await court.approved('return', [{ itemId: first }]);
    await court.photograph(first);
    const signed = { ...SIGNED };
    const body = execution(court, requestId, [{ itemId: first }], { taker: TAKER, ...signed });
    await court.post('dispositions/return', body);
    expect(await clocks()).toEqual([]);
  });

  it('the judgment that went to the seizing organ starts the month for its receipt', async () => {
    const { caseId } = await court.open([listLine()]);
    const sent = { document: '判决书副本', organ: '临河区公安分局', sentOn: '2026-03-02' };
    await court.post(`cases/${caseId}/judgment-notices`, sent, court.handler);
    expect(await deadlinesOf(caseId)).toContain('D13');
    const [notice] = (await court.judgments(caseId)).notices;
    const receipt = { document: '执行回单 3 号', receivedOn: '2026-03-02' };
    await court.post(`judgment-notices/${notice?.id ?? ''}/receipt`, receipt, court.handler);
    expect(await deadlinesOf(caseId)).not.toContain('D13');
    expect(await court.refusal(`judgment-notices/${notice?.id ?? ''}/receipt`, receipt, court.handler)).toBe(
      'RECEIPT_KNOWN',
    );
  });
});

describe('what does not fit', () => {
  it('situation 42: what a judgment forgot is a list that does not go away, and the item cannot be disposed of', async () => {
    const { caseId, itemIds } = await court.open([listLine(), listLine({ name: '电脑' })]);
    const [named = '', forgotten = ''] = itemIds;
    expect((await court.judgments(caseId)).exceptions.forgotten).toEqual([]);
    await court.order(caseId, [line(named, 'confiscate')]);
    expect((await court.judgments(caseId)).exceptions.forgotten).toMatchObject([{ id: forgotten }]);
    expect((await court.work('forgotten')).map(({ item }) => item?.id)).toContain(forgotten);
    expect((await court.disposition(forgotten)).isForgotten).toBe(true);
    expect(await court.refusal('dispositions/await', { itemIds: [forgotten] }, court.handler)).toBe(
      'NOTHING_ORDERED',
    );
    await court.order(caseId, [{ ...line(forgotten, 'destroy'), lineNumber: 2 }], { document: '补充裁定' });
    expect((await court.judgments(caseId)).exceptions.forgotten).toEqual([]);
    expect((await court.work('forgotten')).map(({ item }) => item?.id)).not.toContain(forgotten);
  });

  it('situation 43: a quantity other than the stock blocks the disposal until the judgment is corrected', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '5' })]);
    const [itemId = ''] = itemIds;
    const [wrong = ''] = await court.order(caseId, [line(itemId, 'confiscate', { quantity: '6' })]);
    expect((await court.judgments(caseId)).exceptions.differing).toMatchObject([
      { id: itemId, ordered: '6', there: '5' },
    ]);
    expect((await court.work('differing')).map(({ item }) => item?.id)).toContain(itemId);
    expect(await court.refusal('dispositions/await', { itemIds: [itemId] }, court.handler)).toBe(
      'QUANTITY_DIFFERS',
    );
    // Nor is it got around by a finding: the judgment has spoken.
    const finding = { itemId, document: '合议庭笔录', reason: '与本案无关', foundOn: '2026-03-02' };
    await court.post('disposition-grounds/unrelated', finding, court.handler);
    expect(await court.refusal('dispositions/await', { itemIds: [itemId] }, court.handler)).toBe(
      'QUANTITY_DIFFERS',
    );
    expect((await court.disposition(itemId)).waysOpen).toEqual([]);
    const corrected = line(itemId, 'confiscate', { quantity: '5', correctsLineId: wrong });
    await court.order(caseId, [corrected], { document: '补正裁定' });
    await court.post('dispositions/await', { itemIds: [itemId] }, court.handler);
    expect(await court.disposition(itemId)).toMatchObject({
      match: 'matches',
      state: 'awaiting_disposition',
    });
  });

  it('lines that no item matches stay on the list until an item is named', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const [unmatched = '', recovery = ''] = await court.order(caseId, [
      line(null, 'confiscate', { description: '金项链一条', unit: '条' }),
      line(null, 'continue_recovery', { description: '违法所得', quantity: '52000', unit: 'CNY' }),
    ]);
    expect((await court.judgments(caseId)).exceptions.unmatchedLineIds).toEqual([unmatched]);
    expect((await court.work('unmatched')).map(({ id }) => id)).toContain(unmatched);
    await court.order(caseId, [line(itemId, 'confiscate', { correctsLineId: unmatched })], {
      document: '补正裁定',
    });
    expect((await court.judgments(caseId)).exceptions.unmatchedLineIds).toEqual([]);
    const paper = { document: '终结执行裁定' };
    await court.post(`judgment-lines/${recovery}/carry-out`, paper, court.enforcement);
    expect((await court.judgments(caseId)).lines.find(({ id }) => id === recovery)?.state).toBe('done');
  });

  it('a line of which a part was returned is corrected to no less than that, and the rest follows the new one', async () => {
    const { caseId, itemIds } = await court.open([listLine({ quantity: '3' })]);
    const [itemId = ''] = itemIds;
    const back = (quantity: string, more: object = {}) =>
      line(itemId, 'return_victim', { beneficiary: TAKER.name, quantity, ...more });
    const [wrong = ''] = await court.order(caseId, [back('3')]);
    await court.post('dispositions/await', { itemIds }, court.handler);
    const part = [{ itemId, quantity: '2' }];
    const allowed = await court.approved('return', part);
    await court.photograph(itemId);
    await court.post('dispositions/return', execution(court, allowed, part, { taker: TAKER, ...SIGNED }));
    const [shown] = (await court.judgments(caseId)).lines;
    expect(shown).toMatchObject({ state: 'part_done', availableActions: ['correct'] });
    const ruling = { document: '补正裁定', effectiveOn: '2026-03-01' };
    const correct = (corrected: object) => ({
      ...ruling,
      lines: [{ lineNumber: 1, ...corrected }],
    });
    const path = `cases/${caseId}/judgment-lines`;
    for (const other of [
      back('1', { correctsLineId: wrong }),
      line(itemId, 'confiscate', { quantity: '2', correctsLineId: wrong }),
      back('2', { correctsLineId: wrong, beneficiary: '钱乙' }),
    ])
      expect(await court.refusal(path, correct(other), court.handler)).toBe('LINE_CARRIED_OUT');
    const rest = line(itemId, 'confiscate', { quantity: '1' });
    await court.order(caseId, [back('2', { correctsLineId: wrong }), rest], ruling);
    expect((await court.judgments(caseId)).lines.map(({ state, carriedOut }) => [state, carriedOut])).toEqual(
      expect.arrayContaining([
        ['replaced', '2'],
        ['done', '2'],
        ['in_force', '0'],
      ]),
    );
    const items = [{ itemId }];
    const requestId = await court.approved('treasury', items);
    const pay = execution(court, requestId, items, { paymentSlip: '缴款书 91', receiver: '市财政局' });
    await court.post('dispositions/treasury', pay);
    const ledger = await court.custodian.agent.get(`/api/cases/${caseId}/ledger`).expect(200);
    expect(bodyOf(readCaseLedgerEndpoint, ledger)).toMatchObject({
      conservation: { holds: true },
      closure: { holds: true, openLines: [] },
    });
  });

  it('an order about nothing that is kept names no item, so that it hides none from the list', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    const recovery = line(itemIds[0] ?? '', 'continue_recovery');
    const judgment = { document: '判决书', effectiveOn: '2026-03-01' };
    const path = `cases/${caseId}/judgment-lines`;
    const refused = (of: object) =>
      court.refusal(path, { ...judgment, lines: [{ lineNumber: 1, ...of }] }, court.handler);
    expect(await refused(recovery)).toBe('LINE_ITEM_UNNEEDED');
  });

  it('situation 66: a hold is placed by each holder, and disposal waits until all have let go', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    const hold = { itemIds, document: '协助函', placedOn: '2026-03-02' };
    await court.order(caseId, [line(itemId, 'confiscate')]);
    await court.post('item-holds', { ...hold, kind: 'supervision', holder: '市监察委' }, court.handler);
    await court.post(
      'item-holds',
      { ...hold, kind: 'waiting_seizure', holder: '五原县法院' },
      court.enforcement,
    );
    expect(
      await court.refusal('item-holds', { ...hold, kind: 'other', holder: '市监察委' }, court.handler),
    ).toBe('HOLD_TWICE');
    const { holds } = await court.disposition(itemId);
    expect((await court.read(itemId)).holds).toHaveLength(2);
    expect((await court.work('hold')).filter(({ item }) => item?.id === itemId)).toHaveLength(2);
    const release = { document: '解除函', releasedOn: '2026-03-02' };
    await court.post(`item-holds/${holds[0]?.id ?? ''}/release`, release, court.handler);
    expect(await court.refusal('dispositions/await', { itemIds }, court.handler)).toBe(
      'ITEM_UNDER_LEGAL_HOLD',
    );
    await court.post(`item-holds/${holds[1]?.id ?? ''}/release`, release, court.handler);
    await court.post('dispositions/await', { itemIds }, court.handler);
  });

  it('situation 35: what is secret has no name in lists, lines and refusals for whoever is not cleared', async () => {
    const { caseId, itemIds } = await court.open([listLine({ name: '密码机', keeping: ['secret'] })]);
    const asked = await court.enforcement.agent.post('/api/dispositions/await').send({ itemIds }).expect(409);
    expect(refusedBodyOf(asked).problems[0]?.zh).toMatch(/^涉密物品：/);
    const ordered = line(itemIds[0] ?? '', 'destroy', { description: '密码机一台' });
    await court.enterLines(caseId, [ordered]);
    const shownTo = async (person: typeof court.handler) =>
      JSON.stringify([
        await court.work('confirm', person),
        (await person.agent.get(`/api/cases/${caseId}/judgments`).expect(200)).text,
      ]);
    expect(await shownTo(court.custodian)).not.toContain('密码机');
    expect(await shownTo(court.president)).toContain('密码机一台');
  });

  it('situation 41: a seizure that ran out is flagged, and nothing is deleted by it', async () => {
    const { itemIds } = await court.open([listLine()]);
    const [itemId = ''] = itemIds;
    await app.database.ownerPool.query(
      `update seized_items set seizure_expires_on = '2026-01-31' where id = $1`,
      [itemId],
    );
    expect(await court.disposition(itemId)).toMatchObject({ isSeizureOver: true, state: 'in_store' });
    expect(await court.read(itemId)).toMatchObject({ onHand: '1' });
  });

  it('calls a disposition off, back to where the thing is kept', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    await court.await(caseId, [line(itemIds[0] ?? '', 'destroy')]);
    await court.post('dispositions/call-off', { itemIds, reason: '检察院抗诉' }, court.handler);
    expect((await court.read(itemIds[0] ?? '')).state).toBe('in_store');
  });
});

describe('the closing of a ledger', () => {
  it('is refused naming what is open', async () => {
    const { caseId, itemIds } = await court.open([listLine()]);
    await court.order(caseId, [line(itemIds[0] ?? '', 'destroy'), line(null, 'continue_recovery')]);
    const answer = await court.custodian.agent
      .post(`/api/cases/${caseId}/ledger/close`)
      .send({ secondPerson: court.secondPerson() })
      .expect(409);
    const refused = refusedBodyOf(answer);
    expect(refused.code).toBe('LEDGER_STILL_OPEN');
    expect(refused.problems.map(({ code }) => code)).toEqual(['ITEM_OPEN', 'LINE_OPEN', 'LINE_OPEN']);
    const ledger = await court.custodian.agent.get(`/api/cases/${caseId}/ledger`).expect(200);
    expect(bodyOf(readCaseLedgerEndpoint, ledger)).toMatchObject({
      closure: { holds: false, openLines: [{}, {}] },
      availableActions: [],
    });
  });
});
