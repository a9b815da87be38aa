/** Receiving through the public door: list, delivery, count, signatures, and what of it is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import { listDeadlinesEndpoint } from '../../src/modules/deadlines/contract.ts';
import { shanghaiDay } from '../../src/platform/clock.ts';
import { TEST_PASSWORD } from '../support/people.ts';
import {
  listIntakesEndpoint,
  openIntakeEndpoint,
  readIntakeEndpoint,
} from '../../src/modules/seized-items/intakes.contract.ts';
import { readCaseLedgerEndpoint } from '../../src/modules/seized-items/case-ledger.contract.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { travelTo } from '../support/http-json.ts';
import {
  buildSeizedCourt,
  GOODS_FACTS,
  listLine,
  PIN,
  PIXEL,
  SIGNATURE,
  type SeizedCourt,
} from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: SeizedCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildSeizedCourt(app);
  await court.enter(court.room, [court.custodian, court.reviewer]);
});
afterAll(() => app.close());

async function arrived(lines: readonly object[]): Promise<{ intakeId: string; ids: string[] }> {
  const items = await court.preregister(lines);
  const ids = items.map(({ id }) => id);
  return { intakeId: await court.openIntake(ids), ids };
}

const matches = (itemId: string, change: object = {}) => ({
  itemId,
  count: { outcome: 'matches', quantity: '1', placeId: court.shelves[0], ...change },
});

async function problemCodes(intakeId: string, lines: readonly object[]): Promise<string[]> {
  const answer = await court.count(intakeId, lines, 409);
  return refusedBodyOf({ body: answer }).problems.map(({ code }) => code);
}

describe('receiving', () => {
  it('situation 28: takes what was listed and counted into the store, boxes of the list as the bottles in them', async () => {
    const [first, second] = await court.preregister([
      listLine(),
      listLine({
        name: '茅台酒',
        category: 'tobacco_and_liquor',
        quantity: '2',
        unit: '瓶',
        listedUnit: '箱',
        unitFactor: '6',
        facts: { ...GOODS_FACTS, specification: '500ml' },
      }),
    ]);
    if (!first || !second) throw new Error('two items');
    expect([first.number, second.number]).toEqual([1, 2]);
    expect(first.code).toMatch(/^S\d{15}$/);
    expect(await court.read(first.id)).toMatchObject({ state: 'preregistered', onHand: '0' });

    const intakeId = await court.openIntake([first.id, second.id]);
    expect(await court.read(second.id)).toMatchObject({ state: 'awaiting_check', listedQuantity: '12' });
    await court.photograph(first.id);
    await court.photograph(second.id);
    expect(
      await court.count(intakeId, [
        matches(first.id, { sealNumber: 'F2026-1' }),
        matches(second.id, { quantity: '12', placeId: court.shelves[1] }),
      ]),
    ).toEqual({ savedCount: 2, pendingCount: 0 });
    await court.complete(intakeId);

    const item = await court.read(first.id);
    expect(item).toMatchObject({ state: 'in_store', onHand: '1', unit: '部', sealNumber: 'F2026-1' });
    expect(item.place?.name).toMatch(/一号库房 \/ 1架$/);
    expect(item.life.map(({ kind }) => kind)).toEqual(['preregister', 'arrive', 'check_in']);
    expect(item.life.at(-1)).toMatchObject({
      actorName: '保管员甲',
      secondPersonName: '保管员乙',
      counterparty: '临河区检察院 王检',
      basis: null,
      seal: 'F2026-1',
      isVisitMissing: false,
    });
    expect(item.seals).toMatchObject([{ number: 'F2026-1', sealedByName: '保管员甲', openedAt: null }]);
    expect(await court.read(second.id)).toMatchObject({
      onHand: '12',
      unit: '瓶',
      listedUnit: '箱',
      unitFactor: '6',
    });
  });

  it('counts money by denomination and books its amount in its own currency', async () => {
    const cash = {
      category: 'cash',
      unit: 'CNY',
      quantity: '10250.5',
      facts: { ...GOODS_FACTS, denominations: '百元、五角' },
    };
    const dollars = { ...cash, category: 'foreign_currency', unit: 'USD', quantity: '300' };
    const { intakeId, ids } = await arrived([
      listLine({ name: '人民币现金', ...cash }),
      listLine({ name: '美元', ...dollars }),
    ]);
    const [yuanId = '', dollarsId = ''] = ids;
    for (const id of ids) await court.photograph(id);
    const notes = [
      { faceMinor: 10_000, pieces: 102 },
      { faceMinor: 5000, pieces: 1 },
      { faceMinor: 50, pieces: 1 },
    ];
    expect(await problemCodes(intakeId, [matches(yuanId, { quantity: '10250.5' })])).toEqual([
      'MONEY_NOT_COUNTED',
    ]);
    expect(
      await problemCodes(intakeId, [matches(yuanId, { quantity: '10250.5', denominations: notes.slice(1) })]),
    ).toEqual(['MONEY_COUNT_DIFFERS']);
    await court.count(intakeId, [
      matches(yuanId, { quantity: '10250.5', denominations: notes }),
      matches(dollarsId, {
        quantity: '300',
        sealNumber: 'F2026-2',
        denominations: [{ faceMinor: 10_000, pieces: 3 }],
      }),
    ]);
    await court.complete(intakeId);
    const yuan = await court.read(yuanId);
    expect(yuan).toMatchObject({ onHand: '10250.5', grade: 'valuable', state: 'in_store' });
    expect(yuan.moneyCounts).toMatchObject([
      { currency: 'CNY', totalMinor: 1_025_050, secondPersonName: '保管员乙' },
    ]);
    const { rows } = await app.database.ownerPool.query(
      `select amount_fen, currency from ledger_entries where details ->> 'itemId' = any($1) and kind = 'check_in' order by sequence`,
      [ids],
    );
    expect(rows).toEqual([
      { amount_fen: 1_025_050, currency: 'CNY' },
      { amount_fen: 30_000, currency: 'USD' },
    ]);
  });

  it('the things of a prosecution are due from the procuratorate, and its papers when they differ', async () => {
    const answer = await court.custodian.agent
      .post('/api/cases')
      .send({
        ...{ number: '（2026）内08刑初219号', cause: '盗窃', handlerId: court.handler.id },
        ...{ stage: 'first_instance', acceptedOn: shanghaiDay(app.clock.now()), procuratorate: '市检察院' },
      })
      .expect(200);
    const { id: caseId } = bodyOf(createCaseEndpoint, answer);
    const running = async () => {
      const list = await court.handler.agent.get(`/api/deadlines?caseId=${caseId}&limit=200`).expect(200);
      const rules = bodyOf(listDeadlinesEndpoint, list).items.map(({ rule }) => rule.id);
      return rules.filter((rule) => rule === 'D03' || rule === 'D04').toSorted();
    };
    expect(await running()).toEqual([]);
    const [item] = await court.preregister([listLine({ quantity: '2' })], caseId);
    expect(await running()).toEqual(['D04']);
    const itemId = item?.id ?? '';
    const opened = await court.custodian.agent
      .post(`/api/cases/${caseId}/intakes`)
      .send({
        ...{ deliverer: '王检', delivererUnit: '市检察院', itemIds: [itemId] },
        secondPerson: court.secondPerson(),
      })
      .expect(200);
    const { id: intakeId } = bodyOf(openIntakeEndpoint, opened);
    await court.photograph(itemId);
    const count = { outcome: 'differs', quantity: '1', difference: '少一部', placeId: court.shelves[0] };
    await court.count(intakeId, [{ itemId, count }]);
    await court.complete(intakeId);
    expect(await running()).toEqual(['D03']);
    await court.handler.agent
      .put('/api/session/pin')
      .send({ currentPassword: TEST_PASSWORD, pin: PIN })
      .expect(200);
    await court.custodian.agent
      .post(`/api/seized-items/${itemId}/settle-difference`)
      .send({
        ...{ outcome: 'in_store', document: '补正说明 1 号', explanation: '实为 1 部' },
        secondPerson: court.secondPerson(court.handler),
      })
      .expect(200);
    expect(await running()).toEqual([]);
  });

  it('situation 09: money counted differently is booked as counted, the difference stays on record', async () => {
    const { intakeId, ids } = await arrived([
      listLine({
        name: '现金',
        category: 'cash',
        unit: 'CNY',
        quantity: '500',
        facts: { ...GOODS_FACTS, denominations: '百元' },
      }),
    ]);
    const [id = ''] = ids;
    await court.photograph(id);
    const four = { quantity: '400', denominations: [{ faceMinor: 10_000, pieces: 4 }] };
    expect(await problemCodes(intakeId, [matches(id, four)])).toEqual(['COUNT_NOT_AS_LISTED']);
    expect(await problemCodes(intakeId, [matches(id, { ...four, outcome: 'differs' })])).toEqual([
      'DIFFERENCE_UNSAID',
    ]);
    await court.count(intakeId, [matches(id, { ...four, outcome: 'differs', difference: '少一张百元券' })]);
    await court.complete(intakeId);
    const item = await court.read(id);
    expect(item).toMatchObject({ state: 'discrepancy', onHand: '400', listedQuantity: '500' });
    expect(item.life.at(-1)).toMatchObject({ kind: 'record_difference', difference: '少一张百元券' });
  });

  it('situation 27: 一批 and 若干 are no quantities', async () => {
    for (const unit of ['批', '若干']) {
      const body = { listNumber: '1', lines: [listLine({ unit })] };
      const answer = await court.custodian.agent
        .post(`/api/cases/${court.caseId}/items`)
        .send(body)
        .expect(409);
      expect(refusedBodyOf(answer).problems).toMatchObject([
        { path: 'body.lines.0.quantity', code: 'QUANTITY_INVALID' },
      ]);
    }
  });

  it('situation 32: what a court does not keep is refused with what to do instead', async () => {
    const { intakeId, ids } = await arrived([listLine({ name: '猎枪', category: 'firearms', unit: '支' })]);
    const [id = ''] = ids;
    await court.photograph(id);
    await court.count(intakeId, [matches(id, { sealNumber: 'F2026-9' })]);
    const refused = refusedBodyOf({ body: await court.complete(intakeId, {}, 409) });
    expect(refused.problems).toMatchObject([{ code: 'CLASS_PROHIBITED' }]);
    expect(refused.problems[0]?.zh).toMatch(/枪支弹药不予入库.*公安/u);
    await court.count(intakeId, [
      { itemId: id, count: { outcome: 'refused', difference: '枪支由公安机关处理' } },
    ]);
    await court.complete(intakeId);
    expect(await court.read(id)).toMatchObject({ state: 'refused_at_receipt', onHand: '0' });
  });

  it('leaves what is bulky with its keeper', async () => {
    const { intakeId, ids } = await arrived([
      listLine({
        name: '挖掘机',
        category: 'bulk_goods',
        unit: '台',
        facts: { ...GOODS_FACTS, specification: '20吨' },
      }),
    ]);
    const [id = ''] = ids;
    await court.photograph(id);
    expect(
      await problemCodes(intakeId, [{ itemId: id, count: { outcome: 'kept_elsewhere', quantity: '1' } }]),
    ).toEqual(['KEEPER_MISSING']);
    await court.count(intakeId, [
      { itemId: id, count: { outcome: 'kept_elsewhere', quantity: '1', keeper: '临河区停车场' } },
    ]);
    await court.complete(intakeId);
    expect(await court.read(id)).toMatchObject({
      state: 'kept_elsewhere',
      keeper: '临河区停车场',
      place: null,
    });
  });

  it('whoever of the court delivers is neither the second person then nor the reviewer later', async () => {
    const [item] = await court.preregister([listLine()]);
    const id = item?.id ?? '';
    const delivererId = court.custodians[2].id;
    const body = { deliverer: '保管员丙', delivererUnit: '刑庭', delivererId, itemIds: [id] };
    const deliver = (secondPerson: object) =>
      court.custodian.agent.post(`/api/cases/${court.caseId}/intakes`).send({ ...body, secondPerson });
    const unknown = { ...body, delivererId: court.caseId, secondPerson: court.secondPerson() };
    const path = `/api/cases/${court.caseId}/intakes`;
    expect(codeOf(await court.custodian.agent.post(path).send(unknown).expect(409))).toBe(
      'DELIVERER_NOT_OF_COURT',
    );
    const bySelf = await deliver(court.secondPerson(court.custodians[2])).expect(409);
    expect(refusedBodyOf(bySelf).problems).toMatchObject([{ code: 'SECOND_PERSON_IS_COUNTERPART' }]);
    const intakeId = bodyOf(openIntakeEndpoint, await deliver(court.secondPerson()).expect(200)).id;
    await court.photograph(id);
    const count = { outcome: 'matches', quantity: '1', placeId: court.shelves[0] };
    await court.count(intakeId, [{ itemId: id, count }]);
    const reviewed = { secondPerson: court.secondPerson(court.custodians[2]) };
    const refused = refusedBodyOf({ body: await court.complete(intakeId, reviewed, 409) });
    expect(refused).toMatchObject({ problems: [{ code: 'SECOND_PERSON_IS_COUNTERPART' }] });
    await court.complete(intakeId);
  });

  it('situation 52: what comes at night lies in the locker, with a term until the next working day', async () => {
    const locker = await court.addPlace('夜间暂存柜', 'locker', court.room);
    const [item] = await court.preregister([listLine()]);
    const body = {
      ...{ deliverer: '李警', delivererUnit: '临河区公安局', itemIds: [item?.id] },
      ...{ lockerId: locker, secondPerson: court.secondPerson() },
    };
    const path = `/api/cases/${court.caseId}/intakes`;
    expect(codeOf(await court.custodian.agent.post(path).send(body).expect(409))).toBe('LOCKER_UNKNOWN');
    await court.set(court.room, 1, { emergencyLockerId: locker }).expect(200);
    const [gun] = await court.preregister([listLine({ name: '仿制手枪', category: 'firearms', unit: '支' })]);
    const armed = { ...body, itemIds: [gun?.id] };
    const refused = refusedBodyOf(await court.custodian.agent.post(path).send(armed).expect(409));
    expect(refused.problems).toMatchObject([{ code: 'CLASS_PROHIBITED' }]);
    // A Saturday night: due by the end of Monday.
    await travelTo(app, '2026-11-28T23:10:00.000+08:00');
    const answer = await court.custodian.agent.post(path).send(body).expect(200);
    const { id } = answer.body as { id: string };
    expect(answer.body).toMatchObject({ formalDueAt: '2026-12-01T00:00:00.000+08:00' });
    expect((await court.read(item?.id ?? '')).place?.name).toMatch(/夜间暂存柜$/);
    const readIntake = async () =>
      bodyOf(readIntakeEndpoint, await court.custodian.agent.get(`/api/intakes/${id}`).expect(200));
    expect(await readIntake()).toMatchObject({ isOverdue: false, pendingCount: 1 });
    await travelTo(app, '2026-12-01T09:00:00.000+08:00');
    expect(await readIntake()).toMatchObject({ isOverdue: true });
    const open = bodyOf(listIntakesEndpoint, await court.custodian.agent.get('/api/intakes').expect(200));
    expect(open.items.map((one) => one.id)).toContain(id);
    await court.photograph(item?.id ?? '');
    await court.count(id, [matches(item?.id ?? '')]);
    await court.complete(id);
    expect((await court.read(item?.id ?? '')).place?.name).toMatch(/1架$/);
  });
});

describe('what stands against it', () => {
  it('names everything that is wrong with the lines at once and saves none', async () => {
    const { intakeId, ids } = await arrived([
      listLine(),
      listLine(),
      listLine({ name: '金条', category: 'precious_metals', unit: '根', facts: GOODS_FACTS }),
    ]);
    const outside = await court.addPlace('走廊柜', 'room');
    const [a = '', b = '', c = ''] = ids;
    const codes = await problemCodes(intakeId, [
      matches(a, { placeId: outside }),
      matches(b, { quantity: null }),
      matches(c, { weight: { unit: '克', gross: '10', tare: '10', scale: '天平1' }, sealNumber: 'F2026-77' }),
      { itemId: court.shelves[0], count: { outcome: 'refused', difference: 'x' } },
    ]);
    expect(codes).toEqual([
      'PLACE_NOT_A_STORE',
      'LINE_QUANTITY_MISSING',
      'WEIGHT_INVALID',
      'LINE_NOT_OF_INTAKE',
    ]);
    expect(await problemCodes(intakeId, [matches(c)])).toEqual(['SEAL_MISSING']);
    expect(
      await problemCodes(intakeId, [matches(a, { sealNumber: 'F8' }), matches(b, { sealNumber: 'F8' })]),
    ).toEqual(['SEAL_NUMBER_TAKEN', 'SEAL_NUMBER_TAKEN']);
    expect(codeOf({ body: await court.complete(intakeId, {}, 409) })).toBe('INTAKE_LINES_PENDING');
  });

  it('asks for the facts, the photos and the people that the category needs', async () => {
    const { intakeId, ids } = await arrived([listLine({ facts: { wear: '新' } })]);
    const [id = ''] = ids;
    await court.count(intakeId, [matches(id)]);
    const refusal = async (more: object = {}) =>
      refusedBodyOf({ body: await court.complete(intakeId, more, 409) }).problems[0]?.code;
    expect(await refusal()).toBe('FACTS_MISSING');
    await court.count(intakeId, [matches(id, { facts: GOODS_FACTS })]);
    expect(await refusal()).toBe('EVIDENCE_MISSING');
    await court.photograph(id);
    expect(
      codeOf({
        body: await court.complete(
          intakeId,
          { secondPerson: { personId: court.custodian.id, pin: PIN } },
          422,
        ),
      }),
    ).toBe('SECOND_PERSON_IS_ACTOR');
    await court.complete(intakeId);
    expect(codeOf({ body: await court.complete(intakeId, {}, 409) })).toBe('INTAKE_COMPLETED');
  });

  it('a room takes no more than it holds and nothing that it does not keep', async () => {
    const small = await court.addRoom('小库房', { capacity: 1, allowedCategories: ['other'] });
    const cell = await court.addPlace('A1', 'cell', small);
    await court.appoint(small, court.custodian);
    const { intakeId, ids } = await arrived([
      listLine(),
      listLine(),
      listLine({
        category: 'clothing',
        unit: '件',
        facts: { ...GOODS_FACTS, specification: 'L', colour: '蓝' },
      }),
    ]);
    const [a = '', b = '', c = ''] = ids;
    expect(await problemCodes(intakeId, [matches(c, { placeId: cell })])).toEqual([
      'CATEGORY_NOT_KEPT_THERE',
    ]);
    for (const id of ids) await court.photograph(id);
    await court.count(intakeId, [matches(a, { placeId: cell }), matches(b, { placeId: cell }), matches(c)]);
    expect(codeOf({ body: await court.complete(intakeId, {}, 409) })).toBe('ROOM_FULL');
  });

  it('nobody puts anything into a room outside a visit there', async () => {
    const other = await court.addRoom('二号库房');
    const shelf = await court.addPlace('1架', 'rack', other);
    await court.appoint(other, court.custodian);
    const { intakeId, ids } = await arrived([listLine()]);
    const [id = ''] = ids;
    await court.photograph(id);
    await court.count(intakeId, [matches(id, { placeId: shelf })]);
    expect(codeOf({ body: await court.complete(intakeId, {}, 409) })).toBe('MOVEMENT_OUTSIDE_VISIT');
    expect(await court.read(id)).toMatchObject({ state: 'awaiting_check' });
  });

  it('专人专管: the custodian of another room does not take things into this one', async () => {
    const { intakeId, ids } = await arrived([listLine()]);
    const [id = ''] = ids;
    await court.photograph(id);
    await court.count(intakeId, [matches(id)]);
    const answer = await court.custodians[2].agent
      .post(`/api/intakes/${intakeId}/complete`)
      .send({ secondPerson: court.secondPerson(), delivererSignature: SIGNATURE })
      .expect(409);
    expect(refusedBodyOf(answer).problems).toMatchObject([{ code: 'NOT_CUSTODIAN_OF_ROOM' }]);
  });
});

describe('five hundred items at once', () => {
  it('are received into one case by one command, and the ledger proves them', async () => {
    const caseId = await court.addCase('（2026）内08刑初99号');
    const lines = Array.from({ length: 500 }, (_, index) =>
      listLine({ name: `白酒 ${index + 1}`, unit: '瓶' }),
    );
    const items = await court.preregister(lines, caseId);
    const ids = items.map(({ id }) => id);
    const answer = await court.custodian.agent
      .post(`/api/cases/${caseId}/intakes`)
      .send({
        deliverer: '王检',
        delivererUnit: '临河区检察院',
        itemIds: ids,
        secondPerson: court.secondPerson(),
      })
      .expect(200);
    const { id: intakeId } = answer.body as { id: string };
    await court.custodian.agent
      .post(`/api/intakes/${intakeId}/photos`)
      .attach('file', PIXEL, 'all.png')
      .expect(200);
    await court.count(
      intakeId,
      ids.map((id) => matches(id)),
    );
    await court.complete(intakeId);
    const ledger = bodyOf(
      readCaseLedgerEndpoint,
      await court.custodian.agent.get(`/api/cases/${caseId}/ledger?limit=500`).expect(200),
    );
    expect(ledger).toMatchObject({ entryCount: 1500, itemCount: 500, nextSequence: 500 });
    expect(ledger.conservation).toMatchObject({
      holds: true,
      rows: [{ unit: '瓶', total: '500', sums: { in_store: '500' } }],
    });
    expect(ledger.closure).toMatchObject({ holds: false, openItemCount: 500 });
    const { difference } = await verifyLedger(app.database.ownerPool, {});
    expect(difference).toBeUndefined();
  });
});
