/** A court with storage rooms and the people who work with them, through the public door. */
import * as rooms from '../../src/modules/rooms/contract.ts';
import type { RoomAnswer, RoomSettings } from '../../src/modules/rooms/contract.ts';
import * as visits from '../../src/modules/rooms/visits.contract.ts';
import { addPlaceEndpoint } from '../../src/modules/storage/contract.ts';
import type { PlaceKind } from '../../src/modules/storage/rules.ts';
import { bodyOf } from './answers.ts';
import { buildCourt, buildPerson, type TestCourt, type TestPerson } from './people.ts';
import type { TestApp } from './test-app.ts';

export const ROOM_SETTINGS: RoomSettings = {
  isSeizedPropertyRoom: true,
  requiresTwoPersons: false,
  capacity: null,
  allowedCategories: [],
  environment: [],
  emergencyLockerId: null,
  visitAlarmMinutes: 240,
  doors: [],
};

export interface RoomCourt {
  readonly court: TestCourt;
  readonly equipment: TestPerson;
  readonly vicePresident: TestPerson;
  readonly custodians: readonly [TestPerson, TestPerson, TestPerson];
  readonly handler: TestPerson;
  addPlace(name: string, kind?: PlaceKind, parentId?: string | null): Promise<string>;
  /** A place set up as a storage room. */
  addRoom(name: string, settings?: Partial<RoomSettings>): Promise<string>;
  set(
    roomId: string,
    version: number,
    settings?: Partial<RoomSettings>,
  ): ReturnType<TestPerson['agent']['put']>;
  read(roomId: string): Promise<RoomAnswer>;
  appoint(roomId: string, person: TestPerson): Promise<RoomAnswer>;
  /** The first of the people records it. */
  enter(roomId: string, people: readonly TestPerson[], more?: object): Promise<visits.VisitAnswer[]>;
}

export async function buildRoomCourt(test: TestApp): Promise<RoomCourt> {
  const court = await buildCourt(test);
  const equipment = await buildPerson(test, { court, role: 'equipment_admin', name: '装备科甲' });
  const vicePresident = await buildPerson(test, { court, role: 'vice_president', name: '分管院长' });
  const custodian = (name: string) => buildPerson(test, { court, role: 'property_custodian', name });
  const custodians = [
    await custodian('保管员甲'),
    await custodian('保管员乙'),
    await custodian('保管员丙'),
  ] as const;
  const handler = await buildPerson(test, { court, role: 'case_handler', name: '承办人丁' });

  const addPlace: RoomCourt['addPlace'] = async (name, kind = 'room', parentId = null) => {
    const answer = await equipment.agent.post('/api/places').send({ name, kind, parentId }).expect(200);
    return bodyOf(addPlaceEndpoint, answer).id;
  };
  const set: RoomCourt['set'] = (roomId, version, settings = {}) =>
    equipment.agent
      .put(`/api/rooms/${roomId}/settings`)
      .set('If-Match', `"${version}"`)
      .send({ ...ROOM_SETTINGS, ...settings });
  return {
    court,
    equipment,
    vicePresident,
    custodians,
    handler,
    addPlace,
    set,
    async addRoom(name, settings) {
      const id = await addPlace(name);
      await set(id, 0, settings).expect(200);
      return id;
    },
    async read(roomId) {
      return bodyOf(rooms.readRoomEndpoint, await equipment.agent.get(`/api/rooms/${roomId}`).expect(200));
    },
    async appoint(roomId, person) {
      const appointment = { personId: person.id, document: '装备〔2026〕8号' };
      const answer = await vicePresident.agent
        .post(`/api/rooms/${roomId}/custodian`)
        .send(appointment)
        .expect(200);
      return bodyOf(rooms.readRoomEndpoint, answer);
    },
    async enter(roomId, people, more = {}) {
      const body = { people: people.map(({ id }) => ({ personId: id })), purpose: 'patrol', ...more };
      const answer = await custodians[0].agent.post(`/api/rooms/${roomId}/visits`).send(body).expect(200);
      return bodyOf(visits.enterRoomEndpoint, answer).items;
    },
  };
}
