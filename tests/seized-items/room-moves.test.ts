/** A whole room is moved to another one as one job, through the public door. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answersForOne,
  objectToEnd,
  signForBoth,
} from '../../src/modules/seized-items/room-moves/room-move.rules.ts';
import { ENVIRONMENT_KEYS } from '../../src/modules/rooms/item-categories.ts';
import * as contract from '../../src/modules/seized-items/room-moves/room-moves.contract.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { shanghaiDay } from '../../src/platform/clock.ts';
import { buildCourt, buildPerson, TEST_PASSWORD, type TestPerson } from '../support/people.ts';
import { readRoomEndpoint } from '../../src/modules/rooms/contract.ts';
import { readHandoverEndpoint } from '../../src/modules/rooms/handovers.contract.ts';
import { reasonOf } from '../support/release-court.ts';
import { collectStatements, explainStatements } from '../support/query-plans.ts';
import { buildSeizedCourt, listLine, PIN, type SeizedCourt } from '../support/seized-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

describe('the rules', () => {
  it.each([
    [{ left: 0, carried: 0 }, { outcome: 'done', note: null }, null],
    [{ left: 1, carried: 0 }, { outcome: 'done', note: null }, 'ROOM_MOVE_UNFINISHED'],
    [{ left: 1, carried: 1 }, { outcome: 'done', note: null }, 'ROOM_MOVE_IN_HANDS'],
    [{ left: 0, carried: 1 }, { outcome: 'called_off', note: '改期' }, 'ROOM_MOVE_IN_HANDS'],
    [{ left: 3, carried: 0 }, { outcome: 'called_off', note: null }, 'ROOM_MOVE_NOTE_MISSING'],
    [{ left: 3, carried: 0 }, { outcome: 'called_off', note: '改期' }, null],
  ] as const)('%j ended as %j: %s', (counts, end, reason) => {
    expect(objectToEnd(counts, end)).toBe(reason);
  });

  it.each([
    [['甲'], ['乙'], '甲', '乙', true],
    [['甲'], ['乙'], '乙', '甲', true],
    [['甲'], ['乙'], '甲', '丙', false],
    [['甲', '丙'], ['乙'], '丙', '乙', true],
    [['甲'], ['甲'], '甲', '丙', true],
    [['甲'], ['甲'], '甲', '甲', false],
    [['甲'], [], '甲', '乙', false],
  ] as const)('rooms of %j and %j, by %s and %s: %s', (from, to, actor, second, signs) => {
    expect(signForBoth({ from, to }, actor, second)).toBe(signs);
    expect(answersForOne({ from, to }, '丁')).toBe(false);
  });
});

describe('a whole room', () => {
  let app: TestApp;
  let court: SeizedCourt;
  let target: string;
  let shelf: string;
  let newKeeper: TestPerson;
  const visits = new Map<string, readonly string[]>();

  beforeAll(async () => {
    app = await createTestApp();
    court = await buildSeizedCourt(app);
    target = await court.addRoom('新库房', { environment: [...ENVIRONMENT_KEYS] });
    shelf = await court.addPlace('1架', 'rack', target);
    newKeeper = await buildPerson(app, {
      court: court.court,
      role: 'property_custodian',
      name: '新库保管员',
    });
    await court.appoint(target, newKeeper);
    await newKeeper.agent
      .put('/api/session/pin')
      .send({ currentPassword: TEST_PASSWORD, pin: PIN })
      .expect(200);
    await goInto(court.room, [court.custodian, court.reviewer]);
  });
  afterAll(() => app.close());

  async function goInto(roomId: string, people: readonly TestPerson[]): Promise<void> {
    app.clock.advanceMs(60_000);
    for (const [left, visitIds] of visits)
      await court.custodian.agent.post(`/api/rooms/${left}/leave`).send({ visitIds }).expect(200);
    visits.clear();
    app.clock.advanceMs(60_000);
    const entered = await court.enter(roomId, people);
    visits.set(
      roomId,
      entered.map(({ id }) => id),
    );
  }
  const start = async (body: object, status = 200, as: TestPerson = court.custodian) =>
    as.agent
      .post('/api/room-moves')
      .send({ fromRoomId: court.room, toRoomId: target, document: '装备〔2026〕9号', ...body })
      .expect(status);
  const read = async (id: string, as: TestPerson = court.custodian) =>
    bodyOf(contract.readRoomMoveEndpoint, await as.agent.get(`/api/room-moves/${id}`).expect(200));
  const end = async (id: string, body: object, as: TestPerson = court.custodian) =>
    as.agent
      .post(`/api/room-moves/${id}/end`)
      .send({ outcome: 'done', secondPerson: { personId: newKeeper.id, pin: PIN }, ...body });
  const readRoom = async (roomId: string) =>
    bodyOf(readRoomEndpoint, await court.equipment.agent.get(`/api/rooms/${roomId}`).expect(200));
  const carry = async (how: 'carry-out' | 'carry-in', body: object) =>
    court.custodian.agent.post(`/api/seized-items/${how}`).send(body).expect(200);

  /** The custodian of the old room answers for the new one too, today. */
  const deputise = async () => {
    const today = shanghaiDay(app.clock.now());
    const office = {
      personId: court.custodian.id,
      startsOn: today,
      lastDay: today,
      document: '装备〔2026〕9号',
    };
    await court.vicePresident.agent.post(`/api/rooms/${target}/deputies`).send(office).expect(200);
  };

  it('situation 15: is one job, whose list is empty before both custodians end it', async () => {
    const [first = '', second = '', third = ''] = await court.receive([
      listLine({ name: '手机' }),
      listLine({ name: '电脑' }),
      listLine({ name: '密码机', keeping: ['secret'] }),
    ]);
    expect(codeOf(await start({ toRoomId: court.room }, 409))).toBe('ROOM_MOVE_SAME_ROOM');
    expect(codeOf(await start({ fromRoomId: target, toRoomId: court.room }, 409))).toBe(
      'ROOM_MOVE_NOTHING_THERE',
    );
    expect(codeOf(await start({}, 403, court.reviewer))).toBe('ROOM_MOVE_NOT_CUSTODIAN');
    const { id } = bodyOf(contract.startRoomMoveEndpoint, await start({}));
    expect(codeOf(await start({}, 409))).toBe('ROOM_MOVE_RUNNING');
    const begun = await read(id);
    expect(begun).toMatchObject({
      ...{ outcome: null, mayEnd: true, counts: { left: 3, carried: 0, arrived: 0, elsewhere: 0 } },
    });
    expect(begun.things.map(({ name, where }) => [name, where])).toEqual([
      ['手机', 'left'],
      ['电脑', 'left'],
      ['涉密物品', 'left'],
    ]);
    expect(await read(id, court.reviewer)).toMatchObject({ mayEnd: false });

    await carry('carry-out', { itemIds: [first, second] });
    expect(codeOf(await end(id, { outcome: 'called_off', note: '改期' }))).toBe('ROOM_MOVE_IN_HANDS');
    const onTheWay = await read(id);
    expect(onTheWay.counts).toEqual({ left: 1, carried: 2, arrived: 0, elsewhere: 0 });
    expect(onTheWay.things.filter(({ isInYourHands }) => isInYourHands)).toHaveLength(2);
    expect((await read(id, newKeeper)).things.some(({ isInYourHands }) => isInYourHands)).toBe(false);

    // What comes into the old room meanwhile has to leave it too.
    const [late = ''] = await court.receive([listLine({ name: '银行卡' })]);
    expect((await read(id)).counts).toMatchObject({ left: 2, carried: 2 });
    await carry('carry-out', { itemIds: [third, late] });
    expect((await read(id)).counts).toMatchObject({ left: 0, carried: 4 });
    await deputise();
    await goInto(target, [court.custodian, newKeeper]);
    await carry('carry-in', { itemIds: [first, second, late], placeId: shelf });
    expect(codeOf(await end(id, {}))).toBe('ROOM_MOVE_IN_HANDS');
    await goInto(court.room, [court.custodian, court.reviewer]);
    await carry('carry-in', { itemIds: [third], placeId: court.shelves[0] });
    expect(codeOf(await end(id, {}))).toBe('ROOM_MOVE_UNFINISHED');
    expect(codeOf(await end(id, { outcome: 'called_off' }))).toBe('ROOM_MOVE_NOTE_MISSING');
    await carry('carry-out', { itemIds: [third] });
    await goInto(target, [court.custodian, newKeeper]);
    await carry('carry-in', { itemIds: [third], placeId: shelf });
    expect(codeOf(await end(id, {}, court.reviewer))).toBe('ROOM_MOVE_NOT_CUSTODIAN');
    const witness = { personId: court.reviewer.id, pin: PIN };
    expect(codeOf(await end(id, { secondPerson: witness }, newKeeper))).toBe('ROOM_MOVE_SECOND_PERSON');
    expect((await end(id, {})).status).toBe(200);
    expect(await read(id)).toMatchObject({
      ...{ outcome: 'done', endedByName: court.custodian.name, secondPersonName: newKeeper.name },
      ...{ mayEnd: false, counts: { left: 0, carried: 0, arrived: 4, elsewhere: 0 } },
    });
    expect(codeOf(await end(id, {}))).toBe('ROOM_MOVE_ENDED');
  });

  it('is carried by two people where the thing or the room asks for it, and by no fewer', async () => {
    await goInto(court.room, [court.custodian, court.reviewer]);
    const [plain = '', dear = ''] = await court.receive(
      [listLine({ name: '水杯' }), listLine({ name: '金表', grade: 'valuable' })],
      (index) => (index === 1 ? { sealNumber: 'JB-1' } : {}),
    );
    const { id } = bodyOf(contract.startRoomMoveEndpoint, await start({}));
    const asking = async () =>
      Object.fromEntries((await read(id)).things.map(({ itemId, asksForTwo }) => [itemId, asksForTwo]));
    expect(await asking()).toMatchObject({ [plain]: false, [dear]: true });
    const out = async (itemIds: string[], more: object = {}) =>
      court.custodian.agent.post('/api/seized-items/carry-out').send({ itemIds, ...more });
    const alone = await out([dear]);
    expect([alone.status, reasonOf(alone.body)]).toEqual([409, 'SECOND_PERSON_MISSING']);
    const two = { secondPerson: court.secondPerson() };
    expect((await out([dear], two)).status).toBe(200);
    const settings = { environment: [...ENVIRONMENT_KEYS], requiresTwoPersons: true };
    await court.set(court.room, 1, settings).expect(200);
    expect((await read(id)).from.requiresTwoPersons).toBe(true);
    app.clock.advanceMs(1000);
    const inTwoPersonRoom = await out([plain]);
    expect([inTwoPersonRoom.status, reasonOf(inTwoPersonRoom.body)]).toEqual([
      409,
      'MOVEMENT_NEEDS_TWO_PERSONS',
    ]);
    expect((await out([plain], two)).status).toBe(200);
    await goInto(target, [court.custodian, newKeeper]);
    const here = { secondPerson: { personId: newKeeper.id, pin: PIN }, placeId: shelf };
    await carry('carry-in', { itemIds: [plain, dear], ...here });
    expect((await end(id, {})).status).toBe(200);
    await court.set(court.room, 2, { ...settings, requiresTwoPersons: false }).expect(200);
  });

  it('is listed to its court alone, by indexes, and called off for a reason', async () => {
    await goInto(court.room, [court.custodian, court.reviewer]);
    await court.receive([listLine({ name: '手表' })]);
    const { id } = bodyOf(contract.startRoomMoveEndpoint, await start({}));
    const stranger = await buildPerson(app, { court: await buildCourt(app), role: 'property_custodian' });
    expect(codeOf(await stranger.agent.get(`/api/room-moves/${id}`).expect(404))).toBe('ROOM_MOVE_NOT_FOUND');
    const none = await stranger.agent.get('/api/room-moves').expect(200);
    expect(bodyOf(contract.listRoomMovesEndpoint, none).items).toEqual([]);
    expect(codeOf(await end(id, {}, stranger))).toBe('ROOM_MOVE_NOT_FOUND');
    const listed = async () => court.custodian.agent.get('/api/room-moves?limit=1').expect(200);
    const page = bodyOf(contract.listRoomMovesEndpoint, await listed());
    expect(page).toMatchObject({
      items: [{ id, counts: { left: 1 } }],
      nextCursor: expect.any(String) as unknown,
    });
    const older = await court.custodian.agent
      .get('/api/room-moves')
      .query({ after: page.nextCursor ?? '' })
      .expect(200);
    expect(bodyOf(contract.listRoomMovesEndpoint, older).items).toMatchObject([
      { outcome: 'done' },
      { outcome: 'done' },
    ]);
    const { ownerPool, pool } = app.database;
    await ownerPool.query(`
      insert into room_moves (court_id, id, from_room_id, to_room_id, document, started_at, started_by,
        started_by_name, outcome, ended_at)
      select move.court_id, gen_random_uuid(), move.from_room_id, move.to_room_id, '旧', move.started_at - n * interval '1 day',
        move.started_by, move.started_by_name, 'done', move.started_at from room_moves move, generate_series(1, 3000) n
      where move.id = '${id}'`);
    await ownerPool.query('analyze');
    const sent = await collectStatements(listed);
    const reading = sent.filter(({ text }) => text.includes('room_moves'));
    const plans = (await explainStatements(pool, [court.court.id], reading)).join('\n');
    expect(plans).toMatch(/room_moves_by_start/);
    expect(plans).not.toMatch(/Seq Scan on room_moves /);
    const called = await end(id, { outcome: 'called_off', note: '新库房漏水' });
    expect(called.status).toBe(200);
    expect(await read(id)).toMatchObject({ outcome: 'called_off', endNote: '新库房漏水' });
  });

  it('is a matter of the post of both custodians and of whoever began it', async () => {
    const leader = court.vicePresident.agent;
    const today = shanghaiDay(app.clock.now());
    const office = {
      personId: court.reviewer.id,
      startsOn: today,
      lastDay: today,
      document: '装备〔2026〕9号',
    };
    const deputised = await leader.post(`/api/rooms/${court.room}/deputies`).send(office).expect(200);
    const empty = await court.addRoom('三号库房');
    await court.appoint(empty, newKeeper);
    const { id } = bodyOf(
      contract.startRoomMoveEndpoint,
      await start({ toRoomId: empty }, 200, court.reviewer),
    );
    const running = async (roomId: string) => {
      const query = { runningIn: roomId };
      const answer = await court.custodian.agent.get('/api/room-moves').query(query).expect(200);
      return bodyOf(contract.listRoomMovesEndpoint, answer).items.map((move) => move.id);
    };
    expect([await running(court.room), await running(empty), await running(target)]).toEqual([
      [id],
      [id],
      [],
    ]);
    const leave = async (custodianshipId: string | undefined) =>
      leader.post(`/api/custodianships/${custodianshipId ?? ''}/end`).send({ reason: '调离' });
    const keeperOf = async (roomId: string) => (await readRoom(roomId)).custodian?.custodianshipId;
    expect(codeOf(await leave(await keeperOf(court.room)))).toBe('CUSTODIAN_MUST_HAND_OVER');
    expect(codeOf(await leave(await keeperOf(empty)))).toBe('OFFICE_HAS_MATTER');
    const [deputy] = bodyOf(readRoomEndpoint, deputised).deputies;
    const told = await leave(deputy?.custodianshipId);
    expect([codeOf(told), JSON.stringify(told.body).includes('→ 三号库房')]).toEqual([
      'OFFICE_HAS_MATTER',
      true,
    ]);

    const opening = { cause: 'transfer', form: 'regular', document: '交接〔2026〕1号' };
    const team = [court.custodian.id, court.reviewer.id, court.handler.id];
    const [incomingId, supervisorId, leadId] = team;
    const opened = await leader
      .post(`/api/rooms/${empty}/handovers`)
      .send({ ...opening, incomingId, supervisorId, leadId })
      .expect(200);
    expect(bodyOf(readHandoverEndpoint, opened).matters).toMatchObject([
      { kind: 'room_move', subjectId: id, title: '一号库房 → 三号库房', outcome: null },
    ]);

    // The deputy's days are over; what they began is not.
    app.clock.advanceMs(2 * 86_400_000);
    const system = await buildPerson(app, { court: court.court, role: 'system_admin' });
    const kept = await system.agent.post(`/api/people/${court.reviewer.id}/close`).send({});
    expect([codeOf(kept), JSON.stringify(kept.body).includes('整库搬迁')]).toEqual([
      'PERSON_STILL_HOLDS',
      true,
    ]);
  });
});
