/** The visit log through the public door, and movements of items that rest on it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shanghaiDay } from '../../src/platform/clock.ts';
import { requirePresence } from '../../src/modules/rooms/require-presence.ts';
import * as contract from '../../src/modules/rooms/visits.contract.ts';
import type { VisitAnswer } from '../../src/modules/rooms/visits.contract.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { buildPerson, writeAsSystem, type TestPerson } from '../support/people.ts';
import { textOfPaper } from '../support/paper-text.ts';
import { collectStatements, explainStatements } from '../support/query-plans.ts';
import { buildRoomCourt, type RoomCourt } from '../support/room-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
let built: RoomCourt;
let one: TestPerson;
let two: TestPerson;
let three: TestPerson;
const HOUR_MS = 3_600_000;

beforeAll(async () => {
  test = await createTestApp();
  built = await buildRoomCourt(test);
  [one, two, three] = built.custodians;
});
// What one test records lies before what the next one does.
beforeEach(() => test.clock.advanceMs(3 * HOUR_MS));
afterAll(() => test.close());

const ago = (minutes: number) => new Date(test.clock.now().getTime() - minutes * 60_000).toISOString();
const send = (path: string, body: object, as = one) => as.agent.post(`/api/${path}`).send(body);
const enter = (roomId: string, people: readonly TestPerson[], more: object = {}) =>
  send(`rooms/${roomId}/visits`, {
    people: people.map(({ id }) => ({ personId: id })),
    purpose: 'patrol',
    ...more,
  });
const leave = (roomId: string, visits: readonly VisitAnswer[], more: object = {}) =>
  send(`rooms/${roomId}/leave`, { visitIds: visits.map(({ id }) => id), ...more });
const correct = (visit: VisitAnswer, more: object = {}) =>
  send(`visits/${visit.id}/correct`, {
    reason: '时间录错',
    enteredAt: visit.enteredAt,
    leftAt: visit.leftAt,
    purpose: visit.purpose,
    ...more,
  });
const list = async (query: string) =>
  bodyOf(contract.listVisitsEndpoint, await one.agent.get(`/api/visits?${query}`).expect(200)).items;
const insideOf = async (roomId: string) =>
  bodyOf(contract.listInsideEndpoint, await one.agent.get(`/api/rooms/${roomId}/inside`).expect(200)).items;
const only = (visits: readonly VisitAnswer[]): VisitAnswer => {
  const [visit] = visits;
  if (!visit || visits.length > 1) throw new Error(`${visits.length} visits`);
  return visit;
};

describe('the visit log', () => {
  it('opens and closes a visit, with case, key and what was carried', async () => {
    const roomId = await built.addRoom('日志库房');
    const badge = { people: [{ personId: one.id, badgeCode: one.badgeCode }], purpose: 'receive' };
    const entered = only(
      bodyOf(
        contract.enterRoomEndpoint,
        await send(`rooms/${roomId}/visits`, {
          ...badge,
          caseNumber: '（2026）内08刑初12号',
          keyNumber: '3号',
          carriedIn: '纸箱2个',
        }).expect(200),
      ).items,
    );
    expect(entered).toMatchObject({
      name: '保管员甲',
      unit: built.court.departmentName,
      leftAt: null,
      signedByBadge: true,
      enteredLate: false,
      recordedByName: '保管员甲',
      availableActions: ['leave', 'correct'],
    });
    test.clock.advanceMs(30 * 60_000);
    const answer = await leave(roomId, [entered], { carriedOut: '空箱1个', anomaly: '门锁松动' }).expect(200);
    expect(only(bodyOf(contract.leaveRoomEndpoint, answer).items)).toMatchObject({
      carriedIn: '纸箱2个',
      carriedOut: '空箱1个',
      anomaly: '门锁松动',
      availableActions: ['correct'],
    });
    expect(codeOf(await leave(roomId, [entered]))).toBe('VISIT_OVER');
    expect(await insideOf(roomId)).toEqual([]);
  });

  it('asks for the badge of the person, an own person, and what another purpose is', async () => {
    const roomId = await built.addRoom('证件库房');
    const foreign = { personId: one.id, badgeCode: two.badgeCode };
    expect(codeOf(await send(`rooms/${roomId}/visits`, { people: [foreign], purpose: 'patrol' }))).toBe(
      'BADGE_OF_OTHER',
    );
    expect(codeOf(await enter(roomId, []))).toBe('NOBODY_ENTERS');
    expect(codeOf(await enter(roomId, [one], { purpose: 'other' }))).toBe('PURPOSE_NOT_SAID');
    const unknown = { people: [{ personId: '01a22433-397c-73be-980d-cceb4e1f2c8f' }], purpose: 'patrol' };
    expect(codeOf(await send(`rooms/${roomId}/visits`, unknown))).toBe('VISITOR_NOT_OF_COURT');
    expect(codeOf(await enter(await built.addPlace('走道'), [one]))).toBe('NOT_A_STORAGE_ROOM');
  });

  it('keeps a visitor with the escort, and of the document what may be kept', async () => {
    const roomId = await built.addRoom('来访库房');
    const visitor = { name: '张三', unit: '临河区公安局', documentNumber: '152801199001011234' };
    const items = await built.enter(roomId, [one], { visitors: [visitor], purpose: 'inspect_item' });
    expect(items.map(({ name, document, escortName }) => [name, document, escortName])).toEqual([
      ['保管员甲', null, null],
      ['张三', '15************1234', '保管员甲'],
    ]);
    const { rows } = await test.database.ownerPool.query('select 1 from visits v where v::text like $1', [
      '%152801199001011234%',
    ]);
    expect(rows).toHaveLength(0);
    const [escort] = await insideOf(roomId);
    expect(escort?.leavesWith).toEqual(items.map(({ id }) => id));
    const refused = await leave(roomId, items.slice(0, 1));
    expect([codeOf(refused), refusedBodyOf(refused).facts]).toEqual([
      'ESCORT_LEAVES_FIRST',
      { name: '张三' },
    ]);
    await leave(roomId, items).expect(200);
    expect(codeOf(await enter(roomId, [two], { escortId: three.id, visitors: [visitor] }))).toBe(
      'VISITOR_WITHOUT_ESCORT',
    );
  });

  it('escorts a visitor by whoever answers for the room, also one who comes later and alone', async () => {
    const { ownerPool } = test.database;
    await ownerPool.query('update sessions set last_seen_at = $1', [test.clock.now()]);
    const roomId = await built.addRoom('专管库房');
    await built.appoint(roomId, one);
    const visitors = [{ name: '李四', unit: '锁具公司', documentNumber: null }];
    const refused = await enter(roomId, [two], { visitors });
    expect([codeOf(refused), refusedBodyOf(refused).facts]).toEqual([
      'ESCORT_NOT_CUSTODIAN',
      { names: { zh: '保管员甲', en: '保管员甲' } },
    ]);
    expect(codeOf(await enter(roomId, [], { visitors }))).toBe('VISITOR_WITHOUT_ESCORT');
    const [keeper] = await built.enter(roomId, [one]);
    const [later] = await built.enter(roomId, [], { visitors });
    expect(later).toMatchObject({ name: '李四', escortName: '保管员甲' });
    const withJudge = await built.enter(roomId, [two], { visitors: [{ ...visitors[0], name: '王五' }] });
    expect(withJudge.map(({ escortName }) => escortName)).toEqual([null, '保管员甲']);
    expect(codeOf(await leave(roomId, keeper ? [keeper] : []))).toBe('ESCORT_LEAVES_FIRST');
    await leave(roomId, [...(keeper ? [keeper] : []), ...(later ? [later] : []), ...withJudge]).expect(200);
  });

  it('lets nobody be alone in a two-person room, nor in two rooms, however many try at once', async () => {
    const roomId = await built.addRoom('双人库房', { requiresTwoPersons: true });
    const other = await built.addRoom('隔壁库房');
    expect(codeOf(await enter(roomId, [one]))).toBe('ALONE_IN_TWO_PERSON_ROOM');
    const both = await built.enter(roomId, [one, two]);
    expect(both.map(({ secondPerson }) => secondPerson)).toEqual(['保管员乙', '保管员甲']);
    expect(codeOf(await enter(other, [two]))).toBe('PERSON_IN_OTHER_ROOM');
    const outcomes = await Promise.all(both.map((visit) => leave(roomId, [visit])));
    expect(outcomes.map(codeOf)).toEqual(['ALONE_IN_TWO_PERSON_ROOM', 'ALONE_IN_TWO_PERSON_ROOM']);
    await leave(roomId, both).expect(200);
    const races = await Promise.all([
      enter(other, [three]),
      enter(roomId, [three, two]),
      enter(other, [three]),
    ]);
    expect(races.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const each of [other, roomId]) {
      const open = await insideOf(each);
      if (open.length > 0) await leave(each, open).expect(200);
    }
  });

  it('marks what is recorded later, with both times, and raises an alarm after the term of the room', async () => {
    const roomId = await built.addRoom('补录库房', { visitAlarmMinutes: 60 });
    const late = only(await built.enter(roomId, [one], { enteredAt: ago(90), leftAt: ago(16) }));
    expect([late.enteredLate, late.leftLate]).toEqual([true, true]);
    expect(new Date(late.recordedAt).getTime()).toBe(test.clock.now().getTime());
    expect(new Date(late.enteredAt).getTime()).toBe(new Date(ago(90)).getTime());
    const open = only(await built.enter(roomId, [two]));
    const counts = async () =>
      bodyOf(contract.countVisitsEndpoint, await built.equipment.agent.get('/api/visits/counts').expect(200));
    expect(await counts()).toEqual({ inside: 1, alarms: 0 });
    test.clock.advanceMs(HOUR_MS + 1);
    expect(await counts()).toEqual({ inside: 1, alarms: 1 });
    expect((await list('alarm=true')).map(({ id, isAlarm }) => [id, isAlarm])).toEqual([[open.id, true]]);
    expect((await built.read(roomId)).alarmCount).toBe(1);
    expect((await list(`late=true&roomId=${roomId}`)).map(({ id }) => id)).toEqual([late.id]);
    await leave(roomId, [open]).expect(200);
  });

  it('corrects by a new row that refers to the old one, together with those who were there', async () => {
    const roomId = await built.addRoom('更正库房', { requiresTwoPersons: true });
    test.clock.advanceMs(2 * HOUR_MS);
    const both = await built.enter(roomId, [one, two], { enteredAt: ago(60), leftAt: ago(30) });
    const [first, second] = both;
    if (!first || !second) throw new Error('two visits');
    expect(codeOf(await correct(first, { leftAt: ago(20) }))).toBe('ALONE_IN_TWO_PERSON_ROOM');
    const together = { leftAt: ago(20), withVisitIds: [second.id], purpose: 'stocktake' };
    const items = bodyOf(contract.correctVisitEndpoint, await correct(first, together).expect(200)).items;
    expect(items.map(({ correctsId, purpose }) => [correctsId, purpose]).sort()).toEqual(
      [
        [first.id, 'stocktake'],
        [second.id, 'patrol'],
      ].sort(),
    );
    expect(codeOf(await correct(first))).toBe('VISIT_CORRECTED');
    const ids = (visits: readonly VisitAnswer[]) => visits.map(({ id }) => id).sort();
    expect(ids(await list(`roomId=${roomId}`))).toEqual(ids(items));
    expect(await list(`roomId=${roomId}&withCorrected=true`)).toHaveLength(4);
    const [newFirst, newSecond] = items;
    if (!newFirst || !newSecond) throw new Error('two corrections');
    await correct(newFirst, { isVoid: true, withVisitIds: [newSecond.id] }).expect(200);
    expect(await list(`roomId=${roomId}`)).toEqual([]);
    expect(codeOf(await enter(roomId, [one, two], { enteredAt: ago(60), leftAt: ago(30) }))).not.toBe(
      'PERSON_INSIDE_ALREADY',
    );
  });

  it('is never rewritten, not even by the owner of the database', async () => {
    const roomId = await built.addRoom('不可改库房');
    const visit = only(await built.enter(roomId, [one], { enteredAt: ago(10), leftAt: ago(5) }));
    const owner = test.database.ownerPool;
    for (const change of ['set person_name = $2', "set left_at = left_at - interval '1 second', note = $2"])
      await expect(owner.query(`update visits ${change} where id = $1`, [visit.id, 'x'])).rejects.toThrow(
        /opened and closed once/,
      );
    await expect(owner.query('delete from visits where id = $1', [visit.id])).rejects.toThrow(/append-only/);
  });

  it('is found by room, person, purpose, words and days, a page at a time', async () => {
    const roomId = await built.addRoom('查询库房');
    for (const [minutes, purpose] of [
      [50, 'patrol'],
      [40, 'release'],
      [30, 'patrol'],
    ] as const)
      await built.enter(roomId, [three], {
        purpose,
        enteredAt: ago(minutes),
        leftAt: ago(minutes - 5),
        note: '测试甲',
      });
    const here = `roomId=${roomId}`;
    const first = shanghaiDay(new Date(ago(50)));
    const last = shanghaiDay(new Date(ago(30)));
    const dayBefore = shanghaiDay(new Date(ago(50 + 24 * 60)));
    const lengths = await Promise.all(
      [
        here,
        `${here}&purpose=patrol`,
        `${here}&q=${encodeURIComponent('试甲')}`,
        `${here}&q=%25`,
        `${here}&personId=${three.id}&inside=false&visitors=false`,
        `${here}&enteredFrom=${first}&enteredTo=${last}`,
        `${here}&enteredTo=${dayBefore}`,
        `${here}&anomaly=true`,
      ].map(async (query) => (await list(query)).length),
    );
    expect(lengths).toEqual([3, 2, 3, 0, 3, 3, 0, 0]);
    const page = async (after?: string): Promise<string[]> => {
      const query = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
      const answer = await one.agent.get(`/api/visits?${here}&limit=2${query}`).expect(200);
      const body = bodyOf(contract.listVisitsEndpoint, answer);
      const times = body.items.map(({ enteredAt }) => enteredAt);
      return body.nextCursor === null ? times : [...times, ...(await page(body.nextCursor))];
    };
    const times = await page();
    expect(times).toEqual([...times].sort().reverse());
    expect(times).toHaveLength(3);
  });

  it('goes out as a workbook and as a paper with the columns of the book', async () => {
    const roomId = await built.addRoom('导出库房');
    await built.enter(roomId, [one], { enteredAt: ago(8), leftAt: ago(4), approvedBy: '王院长' });
    const csv = await one.agent.get(`/api/visits/export?roomId=${roomId}&format=csv`).expect(200);
    expect(csv.text).toContain('批准人');
    expect(csv.text).toContain('王院长');
    const english = await one.agent.get(`/api/visits/export?roomId=${roomId}&format=csv&language=en`);
    expect(english.text).toContain('Approved by');
    expect(english.text).not.toMatch(/批准人|进入时间/);
    const asBytes = (path: string) =>
      one.agent
        .get(path)
        .buffer(true)
        .parse((response, done) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => done(null, Buffer.concat(pieces)));
        });
    const book = await asBytes(`/api/visits/export?roomId=${roomId}`).expect(200);
    expect((book.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    const paper = await asBytes(`/api/visits/paper?roomId=${roomId}`).expect(200);
    const text = await textOfPaper(paper.body as Buffer);
    for (const part of [
      '涉案财物库房人员出入记录',
      built.court.name,
      '陪同人',
      '导出库房',
      '王院长',
      '第 1 页',
    ])
      expect(text).toContain(part);
  });

  it('reaches its rows through indexes', async () => {
    const statements = await collectStatements(async () => {
      await list(`roomId=${await built.addRoom('计划库房')}`);
      await list('');
      await list(`personId=${one.id}`);
      await one.agent.get('/api/visits/counts').expect(200);
    });
    const reading = statements.filter(({ text }) => /from visits visit/.test(text));
    const plans = await withoutSequentialScans(reading);
    expect(plans.filter((plan) => /Seq Scan on visits/.test(plan))).toEqual([]);
    expect(plans.length).toBeGreaterThanOrEqual(4);
  });
});

/** The tables of a test are too small for an index to pay; what can use one does, when it is told that it pays. */
async function withoutSequentialScans(
  statements: Parameters<typeof explainStatements>[2],
): Promise<string[]> {
  const client = await test.database.pool.connect();
  try {
    await client.query('set enable_seqscan = off');
  } finally {
    client.release();
  }
  return explainStatements(test.database.pool, [built.court.id], statements);
}

describe('a movement of items', () => {
  const move = (roomId: string, people: readonly TestPerson[], at: string, isLateEntry = false) =>
    writeAsSystem(test, built.court.id, (command) =>
      requirePresence(command, {
        roomId,
        at: new Date(at),
        personIds: people.map(({ id }) => id),
        isLateEntry,
      }),
    ).then(
      ({ isFlagged }) => (isFlagged ? 'flagged' : 'allowed'),
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );

  it('falls inside a visit of each person who does it, or is marked when it is recorded later', async () => {
    const roomId = await built.addRoom('移动库房');
    expect(await move(roomId, [one], ago(0))).toBe('MOVEMENT_OUTSIDE_VISIT');
    const visit = only(await built.enter(roomId, [one], { enteredAt: ago(10) }));
    expect(await move(roomId, [one], ago(5))).toBe('allowed');
    expect(await move(roomId, [one], ago(11))).toBe('MOVEMENT_OUTSIDE_VISIT');
    expect(await move(roomId, [one], ago(11), true)).toBe('flagged');
    expect(await move(roomId, [one, two], ago(5))).toBe('MOVEMENT_OUTSIDE_VISIT');
    expect(codeOf(await leave(roomId, [visit], { leftAt: ago(6) }))).toBe('VISIT_CARRIES_MOVEMENTS');
    expect(codeOf(await correct(visit, { isVoid: true }))).toBe('VISIT_CARRIES_MOVEMENTS');
    await leave(roomId, [visit], { leftAt: ago(4) }).expect(200);
    expect(await move(roomId, [one], ago(3))).toBe('MOVEMENT_OUTSIDE_VISIT');
    expect(await move(roomId, [one], ago(7))).toBe('allowed');
    expect(await move(await built.addPlace('不是库房'), [one], ago(0))).toBe('NOT_A_STORAGE_ROOM');
  });

  it('situation 15: from one room to another is two entries, each within a visit there', async () => {
    const from = await built.addRoom('旧库房', { requiresTwoPersons: true });
    test.clock.advanceMs(2 * HOUR_MS);
    const to = await built.addRoom('新库房');
    await built.enter(from, [one, two], { enteredAt: ago(60), leftAt: ago(40) });
    await built.enter(to, [one], { enteredAt: ago(40), leftAt: ago(20) });
    expect(await move(from, [one], ago(50))).toBe('MOVEMENT_NEEDS_TWO_PERSONS');
    expect(await move(from, [one, two], ago(50))).toBe('allowed');
    expect(await move(to, [one], ago(30))).toBe('allowed');
    expect(await move(to, [one], ago(50))).toBe('MOVEMENT_OUTSIDE_VISIT');
    expect(await move(to, [two], ago(30))).toBe('MOVEMENT_OUTSIDE_VISIT');
  });

  it('is not taken from somebody whom the court’s roles keep away', async () => {
    const staff = await buildPerson(test, { court: built.court, role: 'staff' });
    const roomId = await built.addRoom('权限库房');
    expect(codeOf(await send(`rooms/${roomId}/visits`, { people: [], purpose: 'patrol' }, staff))).toBe(
      'PERMISSION_DENIED',
    );
  });
});
