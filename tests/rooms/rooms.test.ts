/** Places as storage rooms, who answers for them, and who keeps away from a case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../src/modules/accounts/audit.contract.ts';
import * as contract from '../../src/modules/rooms/custodianships.contract.ts';
import { findRoomOfPlaceEndpoint, listRoomsEndpoint } from '../../src/modules/rooms/contract.ts';
import {
  decideAppointment,
  listActingFor,
  type AppointmentGrounds,
  type HeldOffice,
} from '../../src/modules/rooms/custodianship.rules.ts';
import { findCustodian } from '../../src/modules/rooms/find-custodian.ts';
import { findRecused } from '../../src/modules/rooms/find-recused.ts';
import { isListOnly, ITEM_CATEGORY_KEYS } from '../../src/modules/rooms/item-categories.ts';
import { listRoomActions } from '../../src/modules/rooms/room.rules.ts';
import { bodyOf, codeOf } from '../support/answers.ts';
import { buildPerson, writeAsSystem, type TestPerson } from '../support/people.ts';
import { buildRoomCourt, type RoomCourt } from '../support/room-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const office = (personId: string, kind: HeldOffice['kind'], startsAtMs: number, endsAtMs: number | null) => ({
  personId,
  kind,
  startsAtMs,
  endsAtMs,
});
const NOW = 1000;
const asked = (over: Partial<AppointmentGrounds>): AppointmentGrounds => ({
  kind: 'custodian',
  personId: 'p',
  appointerId: 'boss',
  person: { roles: ['property_custodian'] },
  startsAtMs: NOW,
  endsAtMs: null,
  nowMs: NOW,
  held: [],
  ...over,
});
const deputy = (over: Partial<AppointmentGrounds>) => asked({ kind: 'deputy', endsAtMs: 2000, ...over });
const CUSTODIAN = office('c', 'custodian', 0, null);

describe('who may be appointed', () => {
  it.each<[string, AppointmentGrounds, string]>([
    ['the first custodian', asked({}), 'allowed'],
    ['oneself', asked({ personId: 'boss', person: null }), 'APPOINTS_ONESELF'],
    ['a stranger', asked({ person: null, startsAtMs: 2000 }), 'CUSTODIAN_NOT_OF_COURT'],
    [
      'one without the role',
      asked({ person: { roles: ['staff'] }, startsAtMs: 2000 }),
      'CUSTODIAN_LACKS_ROLE',
    ],
    ['a custodian of tomorrow', asked({ startsAtMs: 2000, held: [CUSTODIAN] }), 'OFFICE_BEGINS_LATER'],
    ['a second custodian', asked({ held: [CUSTODIAN] }), 'ROOM_HAS_CUSTODIAN'],
    ['after one who left', asked({ held: [office('c', 'custodian', 0, NOW)] }), 'allowed'],
    [
      'into the time of one who left',
      asked({ startsAtMs: 400, held: [office('c', 'custodian', 0, 500)] }),
      'OFFICE_OVERLAPS',
    ],
    ['a deputy', deputy({ held: [CUSTODIAN] }), 'allowed'],
    ['a deputy of next week', deputy({ startsAtMs: 1500, held: [CUSTODIAN] }), 'allowed'],
    ['a deputy without a term', deputy({ endsAtMs: NOW, held: [CUSTODIAN] }), 'OFFICE_ENDS_BEFORE_IT_BEGINS'],
    ['a deputy of nobody', deputy({}), 'ROOM_HAS_NO_CUSTODIAN'],
    ['the custodian as deputy', deputy({ personId: 'c', held: [CUSTODIAN] }), 'DEPUTY_IS_CUSTODIAN'],
    [
      'a deputy twice at once',
      deputy({ held: [CUSTODIAN, office('p', 'deputy', 1900, 3000)] }),
      'OFFICE_OVERLAPS',
    ],
    ['two deputies at once', deputy({ held: [CUSTODIAN, office('q', 'deputy', 0, 3000)] }), 'allowed'],
  ])('%s', (_, grounds, expected) => {
    const verdict = decideAppointment(grounds);
    expect(verdict.allowed ? 'allowed' : verdict.reason).toBe(expected);
  });

  it('situation 62: whoever keeps away from a case does not act, and a deputy stands in', () => {
    const people = [office('d', 'deputy', 0, 9), office('c', 'custodian', 0, null)];
    const acting = (recused: string[]) => listActingFor(people, recused).map(({ personId }) => personId);
    expect([acting([]), acting(['c']), acting(['c', 'd'])]).toEqual([['c', 'd'], ['d'], []]);
  });
});

describe('what may be done with a room', () => {
  const all = {
    isClosed: false,
    isStorageRoom: true,
    hasCustodian: true,
    isFrozen: false,
    mayManage: true,
    mayAppoint: true,
    mayRecordVisits: true,
    mayHandOver: true,
  };
  it.each([
    [{}, ['record_visit', 'appoint_deputy', 'hand_over', 'change_settings']],
    [{ isFrozen: true }, ['record_visit', 'appoint_deputy', 'change_settings']],
    [{ hasCustodian: false }, ['record_visit', 'appoint_custodian', 'change_settings']],
    [{ isStorageRoom: false }, ['change_settings']],
    [{ isClosed: true }, []],
    [{ mayManage: false, mayAppoint: false, mayHandOver: false }, ['record_visit']],
  ])('%j', (over, expected) => expect(listRoomActions({ ...all, ...over })).toEqual(expected));
});

describe('storage rooms', () => {
  let test: TestApp;
  let built: RoomCourt;
  beforeAll(async () => {
    test = await createTestApp();
    built = await buildRoomCourt(test);
  });
  afterAll(() => test.close());

  const roomOf = async (placeId: string) => {
    const answer = await built.handler.agent.get(`/api/places/${placeId}/room`).expect(200);
    return bodyOf(findRoomOfPlaceEndpoint, answer).room;
  };

  it('are places of the right kind, set up with what they take; every version stays in the audit trail', async () => {
    const placeId = await built.addPlace('一号库房');
    const before = await built.read(placeId);
    expect([before.version, before.settings.isSeizedPropertyRoom, before.availableActions]).toEqual([
      0,
      false,
      ['change_settings'],
    ]);
    await built
      .set(placeId, 0, {
        requiresTwoPersons: true,
        allowedCategories: ['cash', 'knives'],
        environment: ['dry'],
      })
      .expect(200);
    expect(codeOf(await built.set(placeId, 0))).toBe('VERSION_STALE');
    await built.set(placeId, 1, { capacity: 900 }).expect(200);
    expect(await built.read(placeId)).toMatchObject({
      version: 2,
      settings: { capacity: 900, requiresTwoPersons: false },
      custodian: null,
      availableActions: ['record_visit', 'appoint_custodian', 'change_settings'],
    });
    const auditor = await buildPerson(test, { court: built.court, role: 'audit_admin' });
    const trail = bodyOf(
      listAuditEvents,
      await auditor.agent.get('/api/audit-events?command=changeRoomSettings').expect(200),
    );
    expect(trail.items).toHaveLength(2);
    const list = bodyOf(listRoomsEndpoint, await built.handler.agent.get('/api/rooms').expect(200));
    expect(list.items.map(({ name }) => name)).toEqual(['一号库房']);
  });

  it('refuse what the court does not keep, and a locker that is none or somebody else’s', async () => {
    const placeId = await built.addPlace('二号库房');
    const listOnly = ITEM_CATEGORY_KEYS.filter(isListOnly);
    expect(listOnly).toEqual(['narcotics', 'firearms', 'explosives']);
    for (const category of listOnly)
      expect(codeOf(await built.set(placeId, 0, { allowedCategories: [category] }))).toBe(
        'CATEGORY_LIST_ONLY',
      );
    expect(codeOf(await built.set(placeId, 0, { emergencyLockerId: placeId }))).toBe('LOCKER_NOT_FOUND');
    const locker = await built.addPlace('值班室暂存柜', 'locker', await built.addPlace('值班楼', 'building'));
    await built.set(placeId, 0, { emergencyLockerId: locker }).expect(200);
    const other = await built.addPlace('三号库房');
    expect(codeOf(await built.set(other, 0, { emergencyLockerId: locker }))).toBe('LOCKER_OF_OTHER_ROOM');
    expect(codeOf(await built.set(locker, 0))).toBe('ROOM_NOT_FOUND');
  });

  it('situation 52: are found from any place in them, and from the locker that serves them at night', async () => {
    const locker = await built.addPlace('夜间柜', 'locker', await built.addPlace('门楼', 'building'));
    const roomId = await built.addRoom('四号库房', {
      emergencyLockerId: locker,
      allowedCategories: ['cash'],
    });
    const zone = await built.addPlace('甲区', 'zone', roomId);
    const shelf = await built.addPlace('1层', 'shelf', await built.addPlace('1架', 'rack', zone));
    const cell = await built.addPlace('格1', 'cell', locker);
    for (const [placeId, isEmergencyLocker] of [
      [roomId, false],
      [zone, false],
      [shelf, false],
      [locker, true],
      [cell, true],
    ] as const)
      expect(await roomOf(placeId)).toMatchObject({
        roomId,
        name: '四号库房',
        isEmergencyLocker,
        isFrozen: false,
        allowedCategories: ['cash'],
      });
    expect(await roomOf(await built.addPlace('走廊'))).toBeNull();
  });

  it('are given up only when nobody answers for them', async () => {
    const roomId = await built.addRoom('五号库房');
    await built.appoint(roomId, built.custodians[0]);
    expect(codeOf(await built.set(roomId, 1, { isSeizedPropertyRoom: false }))).toBe(
      'ROOM_STILL_ANSWERED_FOR',
    );
    const room = await built.read(roomId);
    await built.vicePresident.agent
      .post(`/api/custodianships/${room.custodian?.custodianshipId ?? ''}/end`)
      .send({ reason: '库房停用' })
      .expect(200);
    await built.set(roomId, 1, { isSeizedPropertyRoom: false }).expect(200);
    expect(await roomOf(roomId)).toBeNull();
  });
});

describe('custodians', () => {
  let test: TestApp;
  let built: RoomCourt;
  let first: TestPerson;
  let second: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    built = await buildRoomCourt(test);
    [first, second] = built.custodians;
  });
  afterAll(() => test.close());

  const whoAt = (roomId: string, at: string) =>
    writeAsSystem(test, built.court.id, async ({ trx }) => {
      const found = await findCustodian(trx, { courtId: built.court.id, roomId, at: new Date(at) });
      return [found.custodian?.name, ...found.deputies.map(({ name }) => name)];
    });
  const appoint = (roomId: string, way: 'custodian' | 'deputies', body: object, as = built.vicePresident) =>
    as.agent.post(`/api/rooms/${roomId}/${way}`).send({ document: '院发〔2026〕3号', ...body });

  it('are one at a time, however many are appointed at once', async () => {
    const roomId = await built.addRoom('并发库房');
    const answers = await Promise.all(
      built.custodians.map(({ id }) => appoint(roomId, 'custodian', { personId: id })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.map(codeOf).filter((code) => code === 'ROOM_HAS_CUSTODIAN')).toHaveLength(2);
  });

  it('stand in the log with beginning and paper, and with deputies for their days', async () => {
    const roomId = await built.addRoom('任免库房');
    const startsAt = '2026-11-02T08:00:00.000+08:00';
    await appoint(roomId, 'custodian', { personId: first.id, startsAt }).expect(200);
    const leave = { personId: second.id, startsOn: '2026-11-23', lastDay: '2026-11-27' };
    const room = bodyOf(
      contract.appointDeputyEndpoint,
      await appoint(roomId, 'deputies', leave, built.equipment).expect(200),
    );
    expect(room.custodian).toMatchObject({
      name: '保管员甲',
      document: '院发〔2026〕3号',
      startsAt,
      endsAt: null,
    });
    expect(room.deputies).toMatchObject([
      {
        name: '保管员乙',
        startsAt: '2026-11-23T00:00:00.000+08:00',
        endsAt: '2026-11-28T00:00:00.000+08:00',
      },
    ]);
    const moments = [
      '2026-11-01T00:00:00Z',
      '2026-11-02T00:00:00Z',
      '2026-11-27T15:59:00Z',
      '2026-11-27T16:00:00Z',
    ];
    expect(await Promise.all(moments.map((at) => whoAt(roomId, at)))).toEqual([
      [undefined],
      ['保管员甲'],
      ['保管员甲', '保管员乙'],
      ['保管员甲'],
    ]);
    const then = bodyOf(
      contract.findCustodianEndpoint,
      await built.handler.agent
        .get(`/api/rooms/${roomId}/custodian?at=2026-11-10T09:00:00%2B08:00`)
        .expect(200),
    );
    expect(then.items.map(({ name, isRecused }) => [name, isRecused])).toEqual([['保管员甲', false]]);
    const history = bodyOf(
      contract.listCustodianshipsEndpoint,
      await built.handler.agent.get(`/api/rooms/${roomId}/custodianships`).expect(200),
    );
    expect(history.items.map(({ kind, appointedByName }) => [kind, appointedByName])).toEqual([
      ['deputy', '装备科甲'],
      ['custodian', '分管院长'],
    ]);
  });

  it('are refused through the door as the rule says', async () => {
    const roomId = await built.addRoom('拒绝库房');
    const both = await buildPerson(test, {
      court: built.court,
      roles: ['vice_president', 'property_custodian'],
    });
    const codes = [
      codeOf(await appoint(roomId, 'custodian', { personId: both.id }, both)),
      codeOf(await appoint(roomId, 'custodian', { personId: built.handler.id })),
      codeOf(await appoint(roomId, 'custodian', { personId: first.id, startsAt: '2027-01-01T00:00:00Z' })),
      codeOf(
        await appoint(roomId, 'deputies', {
          personId: first.id,
          startsOn: '2026-12-01',
          lastDay: '2026-12-02',
        }),
      ),
      codeOf(await appoint(await built.addPlace('不是库房'), 'custodian', { personId: first.id })),
    ];
    expect(codes).toEqual([
      'APPOINTS_ONESELF',
      'CUSTODIAN_LACKS_ROLE',
      'OFFICE_BEGINS_LATER',
      'ROOM_HAS_NO_CUSTODIAN',
      'NOT_A_STORAGE_ROOM',
    ]);
    expect((await built.read(roomId)).custodian).toBeNull();
  });

  it('keep their account and their role while they answer for a room', async () => {
    const roomId = await built.addRoom('离岗库房');
    const leaving = await buildPerson(test, { court: built.court, role: 'property_custodian' });
    await built.appoint(roomId, leaving);
    const system = await buildPerson(test, { court: built.court, role: 'system_admin' });
    const security = await buildPerson(test, { court: built.court, role: 'security_admin' });
    const close = () => system.agent.post(`/api/people/${leaving.id}/close`).send({});
    const { rows } = await test.database.ownerPool.query<{ id: string }>(
      'select id from memberships where person_id = $1',
      [leaving.id],
    );
    const end = () => security.agent.post(`/api/memberships/${rows[0]?.id ?? ''}/end`).send({});
    const refusedToClose = await close();
    expect(codeOf(refusedToClose)).toBe('PERSON_STILL_HOLDS');
    expect(JSON.stringify(refusedToClose.body)).toContain('离岗库房');
    expect(codeOf(await end())).toBe('ROLE_STILL_NEEDED');
    const { custodian } = await built.read(roomId);
    const over = `/api/custodianships/${custodian?.custodianshipId ?? ''}/end`;
    await built.equipment.agent.post(over).send({ reason: '调离' }).expect(200);
    expect(codeOf(await built.equipment.agent.post(over).send({ reason: '调离' }))).toBe('OFFICE_OVER');
    await end().expect(200);
    await close().expect(200);
  });

  it('situation 62: keep away from a case by a recusal that only somebody else withdraws', async () => {
    const number = '（2026）内08刑初12号';
    const declare = (as = first) =>
      as.agent
        .post('/api/recusals')
        .send({ personId: first.id, caseNumber: number, reason: '与被告人系近亲属' });
    const recused = (caseNumbers: string[]) =>
      writeAsSystem(test, built.court.id, ({ trx }) =>
        findRecused(trx, {
          courtId: built.court.id,
          personIds: [first.id, second.id],
          caseId: null,
          caseNumbers,
        }),
      );
    const made = bodyOf(contract.declareRecusalEndpoint, await declare().expect(200));
    expect(codeOf(await declare())).toBe('RECUSAL_EXISTS');
    expect(await recused(['（2026）内08刑终1号', number])).toEqual([first.id]);
    expect(await recused(['（2026）内08刑终1号'])).toEqual([]);
    const roomId = await built.addRoom('回避库房');
    await built.appoint(roomId, first);
    const answering = await built.handler.agent
      .get(`/api/rooms/${roomId}/custodian`)
      .query({ caseNumber: number });
    expect(bodyOf(contract.findCustodianEndpoint, answering).items).toMatchObject([
      { name: '保管员甲', isRecused: true },
    ]);
    const both = await buildPerson(test, {
      court: built.court,
      roles: ['equipment_admin', 'property_custodian'],
    });
    const own = bodyOf(
      contract.declareRecusalEndpoint,
      await both.agent
        .post('/api/recusals')
        .send({ personId: both.id, caseNumber: number, reason: '系当事人' }),
    );
    const withdraw = (id: string, as: TestPerson) =>
      as.agent.post(`/api/recusals/${id}/withdraw`).send({ reason: '核实无关' });
    expect(codeOf(await withdraw(own.id, both))).toBe('RECUSAL_WITHDRAWN_BY_ONESELF');
    await withdraw(made.id, built.vicePresident).expect(200);
    expect(codeOf(await withdraw(made.id, built.vicePresident))).toBe('RECUSAL_NOT_FOUND');
    expect(await recused([number])).toEqual([]);
    const listed = await built.handler.agent.get(`/api/rooms/${roomId}/recusals`).expect(200);
    expect(bodyOf(contract.listRecusalsEndpoint, listed).items).toMatchObject([
      { withdrawnByName: '分管院长', withdrawalReason: '核实无关' },
    ]);
  });
});
