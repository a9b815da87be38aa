/** What the doors saw against the visit log: reading, pairing, and the whole way through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { coveredSpans, uncoveredSpans } from '../../src/modules/rooms/door-coverage.rules.ts';
import * as contract from '../../src/modules/rooms/door-events.contract.ts';
import {
  MATCH_WITHIN_MINUTES,
  reconcileDoors,
  type LoggedVisit,
  type SeenEvent,
} from '../../src/modules/rooms/door-reconciliation.rules.ts';
import { parseDoorTime } from '../../src/modules/rooms/read-door-events.ts';
import { shanghaiDay, shanghaiInstant } from '../../src/platform/clock.ts';
import { bodyOf, codeOf, refusedBodyOf } from '../support/answers.ts';
import { collectStatements, explainStatements } from '../support/query-plans.ts';
import { buildRoomCourt, type RoomCourt } from '../support/room-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

describe('a time of a door', () => {
  it.each([
    ['2026-11-23 09:30:05', '2026-11-23T01:30:05.000Z'],
    ['2026/11/3 9:05', '2026-11-03T01:05:00.000Z'],
    ['2026年11月23日 09:30', '2026-11-23T01:30:00.000Z'],
    ['2026-11-23T09:30:05+08:00', '2026-11-23T01:30:05.000Z'],
    ['2026-11-23 00:00:00.123', '2026-11-22T16:00:00.000Z'],
    ['2026-02-30 09:00', null],
    ['2026-11-23', null],
    ['23.11.2026 09:00', null],
    ['', null],
  ])('%j is %s', (text, expected) => expect(parseDoorTime(text)?.toISOString() ?? null).toBe(expected));
});

const MINUTE = 60_000;
const seen = (name: string, direction: 'in' | 'out', minute: number, id = `${name}${minute}`): SeenEvent => ({
  id,
  personId: name === '生人' ? null : name,
  name,
  direction,
  atMs: minute * MINUTE,
});
const logged = (name: string, from: number, to: number | null, id = `${name}${from}`): LoggedVisit => ({
  id,
  personId: name,
  name,
  enteredAtMs: from * MINUTE,
  leftAtMs: to === null ? null : to * MINUTE,
});
const say = (events: SeenEvent[], visits: LoggedVisit[], tolerance = 5) =>
  reconcileDoors(events, visits, tolerance).map(
    ({ kind, direction, name }) => `${kind} ${direction} ${name}`,
  );

describe('doors and log', () => {
  it.each<[string, string[], string[]]>([
    ['agree', say([seen('甲', 'in', 1), seen('甲', 'out', 60)], [logged('甲', 0, 61)]), []],
    ['agree about who is inside still', say([seen('甲', 'in', 1)], [logged('甲', 0, null)]), []],
    [
      'differ where nobody wrote it down',
      say([seen('甲', 'in', 1), seen('甲', 'out', 60)], []),
      ['seen_not_logged in 甲', 'seen_not_logged out 甲'],
    ],
    [
      'differ where nobody came',
      say([], [logged('甲', 0, 61)]),
      ['logged_not_seen in 甲', 'logged_not_seen out 甲'],
    ],
    [
      'differ by more than is tolerated',
      say([seen('甲', 'in', 6), seen('甲', 'out', 60)], [logged('甲', 0, 60)]),
      ['times_differ in 甲'],
    ],
    ['differ about strangers', say([seen('生人', 'in', 1)], []), ['seen_not_logged in 生人']],
    [
      'are two matters when they lie far apart',
      say([seen('甲', 'in', MATCH_WITHIN_MINUTES + 1)], [logged('甲', 0, null)]),
      ['logged_not_seen in 甲', 'seen_not_logged in 甲'],
    ],
    [
      'pair the nearest first',
      say([seen('甲', 'in', 30), seen('甲', 'in', 2)], [logged('甲', 0, null), logged('甲', 31, null)]),
      [],
    ],
    [
      'keep people apart',
      say([seen('乙', 'in', 1)], [logged('甲', 1, null)]),
      ['seen_not_logged in 乙', 'logged_not_seen in 甲'],
    ],
  ])('%s', (_, said, expected) => expect([...said].sort()).toEqual([...expected].sort()));

  it('lose nothing: every event and every moment is paired or told', () => {
    const person = fc.constantFrom('甲', '乙');
    const events = fc.array(fc.record({ name: person, minute: fc.integer({ min: 0, max: 500 }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(events, events, (came, wrote) => {
        const all = came.map(({ name, minute }, index) => seen(name, 'in', minute, `e${index}`));
        const visits = wrote.map(({ name, minute }, index) => logged(name, minute, null, `v${index}`));
        const told = reconcileDoors(all, visits, 0);
        const count = (kind: string) => told.filter((each) => each.kind === kind).length;
        expect(all.length - count('seen_not_logged')).toBe(visits.length - count('logged_not_seen'));
        expect(reconcileDoors(all, visits, 600).filter(({ kind }) => kind === 'times_differ')).toEqual([]);
      }),
    );
  });
});

describe('the time of which imports speak', () => {
  const spans = (...pairs: [number, number][]) => pairs.map(([fromMs, beforeMs]) => ({ fromMs, beforeMs }));
  const within = { fromMs: 10, beforeMs: 20 };
  it.each<[string, [number, number][], [number, number][], [number, number][]]>([
    ['none', [], [], [[10, 20]]],
    ['all of it', [[0, 30]], [[10, 20]], []],
    [
      'the middle',
      [[12, 14]],
      [[12, 14]],
      [
        [10, 12],
        [14, 20],
      ],
    ],
    [
      'touching',
      [
        [14, 16],
        [12, 14],
      ],
      [[12, 16]],
      [
        [10, 12],
        [16, 20],
      ],
    ],
    [
      'overlapping',
      [
        [8, 15],
        [12, 13],
        [18, 25],
      ],
      [
        [10, 15],
        [18, 20],
      ],
      [[15, 18]],
    ],
    [
      'outside',
      [
        [0, 10],
        [20, 30],
      ],
      [],
      [[10, 20]],
    ],
  ])('is %s', (_, imports, covered, gaps) => {
    expect(coveredSpans(spans(...imports), within)).toEqual(spans(...covered));
    expect(uncoveredSpans(coveredSpans(spans(...imports), within), within)).toEqual(spans(...gaps));
  });
});

describe('an import of door events', () => {
  let test: TestApp;
  let built: RoomCourt;
  let roomId: string;
  beforeAll(async () => {
    test = await createTestApp();
    built = await buildRoomCourt(test);
    roomId = await built.addRoom('门禁库房', { doors: ['B1-东门'] });
  });
  afterAll(() => test.close());

  const send = (lines: string[], query = '') =>
    built.equipment.agent
      .post(`/api/door-events/import${query}`)
      .attach('file', Buffer.from(lines.join('\n'), 'utf8'), {
        filename: '门禁.csv',
        contentType: 'text/csv',
      });
  const differences = async (query: string) =>
    built.custodians[0].agent.get(`/api/rooms/${roomId}/door-differences?${query}`);

  it('takes what belongs to the rooms once, and lists where the log disagrees', async () => {
    const [one, two] = built.custodians;
    const at = (time: string) => `2026-11-23T${time}:00.000+08:00`;
    await built.enter(roomId, [one], { enteredAt: at('08:00'), leftAt: at('08:30') });
    await built.enter(roomId, [two], { enteredAt: at('08:40'), leftAt: at('09:00') });
    const lines = [
      '时间,门名称,卡号,姓名,方向',
      `2026-11-23 08:01:00,B1-东门,${one.badgeCode ?? ''},,进`,
      `2026-11-23 08:42:00,B1-东门,,${one.name},出`,
      `2026-11-23 09:00:00,B1-东门,,${two.name},出`,
      '2026-11-23 03:00:00,B1-东门,,不认识,进',
      '2026-11-23 03:00:00,办公楼大门,,不认识,进',
    ];
    const first = bodyOf(contract.importDoorEventsEndpoint, await send(lines).expect(200));
    expect(first).toMatchObject({
      written: true,
      rowCount: 5,
      addedCount: 4,
      otherDoorCount: 1,
      strangerCount: 1,
    });
    const again = bodyOf(contract.importDoorEventsEndpoint, await send(lines).expect(200));
    expect([again.written, again.addedCount, again.knownCount]).toEqual([true, 0, 4]);
    const answer = await differences('from=2026-11-23&to=2026-11-23');
    const found = bodyOf(contract.listDoorDifferencesEndpoint, answer);
    expect(found.items.map(({ kind, direction, name }) => [kind, direction, name])).toEqual([
      ['seen_not_logged', 'in', '不认识'],
      ['logged_not_seen', 'in', two.name],
      ['times_differ', 'out', one.name],
    ]);
    expect([found.eventCount, found.visitCount]).toEqual([4, 2]);
    const tolerant = bodyOf(
      contract.listDoorDifferencesEndpoint,
      await differences('from=2026-11-23&to=2026-11-23&toleranceMinutes=15'),
    );
    expect(tolerant.items).toHaveLength(2);
    expect(codeOf(await differences('from=2026-01-01&to=2026-11-23'))).toBe('PERIOD_TOO_LONG');
    expect(codeOf(await differences('from=2026-11-24&to=2026-11-23'))).toBe('PERIOD_TOO_LONG');
  });

  it('tells everything that is wrong, and takes nothing then', async () => {
    const lines = [
      '时间,门名称,姓名,方向',
      '昨天,B1-东门,甲,进',
      '2027-01-01 08:00,B1-东门,,里',
      '2026-11-23 07:00,B1-东门,乙,进',
    ];
    const dry = bodyOf(contract.importDoorEventsEndpoint, await send(lines, '?dryRun=true').expect(200));
    expect(dry.problems.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [2, 'DOOR_TIME_UNREADABLE'],
      [3, 'DOOR_TIME_IN_FUTURE'],
      [3, 'DOOR_PERSON_MISSING'],
      [3, 'DOOR_DIRECTION_UNKNOWN'],
    ]);
    const refused = await send(lines);
    expect([codeOf(refused), refusedBodyOf(refused).problems.length]).toEqual(['DOOR_FILE_REFUSED', 4]);
    expect(refusedBodyOf(refused).problems[0]?.zh).toBe(
      '第 2 行：时间“昨天”无法识别，请写成 2026-11-23 09:30:00。',
    );
    expect(codeOf(await send(['时间,姓名', '2026-11-23 07:00,乙']))).toBe('DOOR_COLUMNS_MISSING');
    const { rows } = await test.database.ownerPool.query(
      "select 1 from door_events where occurred_at = '2026-11-23 07:00+08'",
    );
    expect(rows).toHaveLength(0);
  });

  const at = (time: string) => `2026-11-${time}:00.000+08:00`;
  const found = async (query: string, room = roomId) =>
    bodyOf(
      contract.listDoorDifferencesEndpoint,
      await built.custodians[0].agent.get(`/api/rooms/${room}/door-differences?${query}`),
    );

  it('compares only the days of which a file speaks, and says once of which none does', async () => {
    const [one] = built.custodians;
    const other = await built.addRoom('门禁二库', { doors: ['B2-北门'] });
    for (const day of ['12', '13', '14', '16'])
      await built.enter(other, [one], { enteredAt: at(`${day}T09:00`), leftAt: at(`${day}T09:30`) });
    const nothing = await found('from=2026-11-12&to=2026-11-16', other);
    expect([nothing.items, nothing.visitCount]).toEqual([[], 4]);
    expect(nothing.notImported).toEqual([{ from: at('12T00:00'), before: at('17T00:00') }]);

    const lines = (rows: string[]) => ['时间,门,姓名,方向', ...rows];
    await send(lines(['2026-11-13 09:01,B2-北门,' + one.name + ',进', '2026-11-14 22:00,大门,甲,出'])).expect(
      200,
    );
    const two = await found('from=2026-11-12&to=2026-11-16', other);
    expect(two.items.map(({ kind, loggedAt }) => [kind, loggedAt])).toEqual([
      ['logged_not_seen', at('13T09:30')],
      ['logged_not_seen', at('14T09:00')],
      ['logged_not_seen', at('14T09:30')],
    ]);
    expect(two.notImported).toEqual([
      { from: at('12T00:00'), before: at('13T00:00') },
      { from: at('15T00:00'), before: at('17T00:00') },
    ]);

    const stated = '?from=2026-11-15&to=2026-11-16&everyDoor=true';
    const silent = bodyOf(contract.importDoorEventsEndpoint, await send(lines([]), stated).expect(200));
    expect(silent).toMatchObject({ written: true, addedCount: 0, roomCount: 2 });
    const all = await found('from=2026-11-12&to=2026-11-16', other);
    expect(all.items).toHaveLength(5);
    expect(all.notImported).toEqual([{ from: at('12T00:00'), before: at('13T00:00') }]);
  });

  it('speaks of nothing after the moment of the import, and pairs over the edge of a period', async () => {
    const [one] = built.custodians;
    const room = await built.addRoom('门禁三库', { doors: ['B3-门'] });
    const now = test.clock.now();
    const nowText = shanghaiInstant(now);
    const [today, yesterday] = [shanghaiDay(now), shanghaiDay(new Date(now.getTime() - 86_400_000))];
    await built.enter(room, [one], {
      enteredAt: `${yesterday}T23:50:00.000+08:00`,
      leftAt: `${today}T00:20:00.000+08:00`,
    });
    const rows = [`${yesterday} 23:50,B3-门,${one.name},进`, `${today} 00:20,B3-门,${one.name},出`];
    await send(['时间,门,姓名,方向', ...rows]).expect(200);
    expect((await found(`from=${yesterday}&to=${yesterday}`, room)).items).toEqual([]);
    test.clock.advanceMs(30 * MINUTE);
    const answer = await found(`from=${yesterday}&to=${today}`, room);
    expect(answer.items).toEqual([]);
    expect(answer.notImported).toEqual([{ from: nowText, before: shanghaiInstant(test.clock.now()) }]);
  });

  it('is found by the room and its days', async () => {
    const statements = await collectStatements(() => found('from=2026-11-12&to=2026-11-16'));
    const reading = statements.filter(({ text }) => /from door_(imports|events)/.test(text));
    const { ownerPool, pool } = test.database;
    await ownerPool.query('alter table door_imports disable trigger all');
    await ownerPool.query(
      `insert into door_imports (court_id, id, room_id, covered_from, covered_before, file_name, imported_at,
         imported_by_name)
       select ${built.court.id}, gen_random_uuid(), gen_random_uuid(), now(), now() + interval '1 day', '', now(), ''
       from generate_series(1, 4000)`,
    );
    await ownerPool.query('alter table door_imports enable trigger all; analyze door_imports');
    const client = await pool.connect();
    await client.query('set enable_seqscan = off');
    client.release();
    const plans = await explainStatements(pool, [built.court.id], reading);
    expect(plans).toHaveLength(2);
    expect(plans.filter((plan) => /Seq Scan on door_/.test(plan))).toEqual([]);
    expect(plans.join()).toMatch(/door_imports_by_room/);
  });

  it.each([
    ['from=2026-11-24&to=2026-11-20'],
    ['from=2026-11-14'],
    ['to=2026-11-12'],
    ['from=2026-11-13&to=2027-11-13'],
  ])('is refused with the days %s', async (query) => {
    const answer = await send(['时间,门,姓名,方向', '2026-11-13 09:00,B1-东门,甲,进'], `?${query}`);
    expect(codeOf(answer)).toBe('DOOR_PERIOD_WRONG');
  });
});
