/** A court with a storage room, its custodian, a case and what it takes to receive seized items, through the public door. */
import { ENVIRONMENT_KEYS } from '../../src/modules/rooms/item-categories.ts';
import { createCaseEndpoint } from '../../src/modules/cases/contract.ts';
import * as intakes from '../../src/modules/seized-items/intakes.contract.ts';
import { readItemEndpoint } from '../../src/modules/seized-items/items.contract.ts';
import type { ResponseOf } from '../../src/platform/endpoint.ts';
import { bodyOf } from './answers.ts';
import { TEST_PASSWORD, type TestPerson } from './people.ts';
import { buildRoomCourt, type RoomCourt } from './room-court.ts';
import type { TestApp } from './test-app.ts';

export const PIN = '246810';
/** One pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
export const SIGNATURE = `data:image/png;base64,${PIXEL.toString('base64')}`;

export const GOODS_FACTS = {
  wear: '八成新',
  defects: '无',
  source: '扣押',
  features: '黑色',
};

export interface SeizedCourt extends Omit<RoomCourt, 'read'> {
  readonly room: string;
  /** Two shelves of the room. */
  readonly shelves: readonly [string, string];
  readonly custodian: TestPerson;
  /** A second custodian, who reviews. */
  readonly reviewer: TestPerson;
  readonly caseId: string;
  readonly caseNumber: string;
  secondPerson(person?: TestPerson): { personId: string; pin: string };
  addCase(number: string): Promise<string>;
  preregister(
    lines: readonly object[],
    caseId?: string,
  ): Promise<{ id: string; code: string; number: number }[]>;
  openIntake(itemIds: readonly string[], more?: object): Promise<string>;
  photograph(itemId: string, count?: number): Promise<void>;
  count(intakeId: string, lines: readonly object[], status?: number): Promise<unknown>;
  complete(intakeId: string, more?: object, status?: number): Promise<unknown>;
  /** All of it: items in store on the first shelf. */
  receive(lines: readonly object[], counts?: (index: number) => object): Promise<string[]>;
  read(itemId: string): Promise<ResponseOf<typeof readItemEndpoint>>;
}

export function listLine(change: object = {}): object {
  return { name: '手机', category: 'other', quantity: '1', unit: '部', facts: GOODS_FACTS, ...change };
}

let serial = 0;

type Grounds = Pick<
  SeizedCourt,
  'room' | 'shelves' | 'custodian' | 'reviewer' | 'caseId' | 'caseNumber' | 'addCase' | 'secondPerson'
>;

async function buildGrounds(roomCourt: RoomCourt): Promise<Grounds> {
  const [custodian, reviewer, other] = roomCourt.custodians;
  const room = await roomCourt.addRoom('一号库房', { environment: [...ENVIRONMENT_KEYS] });
  const shelves = [
    await roomCourt.addPlace('1架', 'rack', room),
    await roomCourt.addPlace('2架', 'rack', room),
  ] as const;
  await roomCourt.appoint(room, custodian);
  for (const person of [reviewer, other])
    await person.agent.put('/api/session/pin').send({ currentPassword: TEST_PASSWORD, pin: PIN }).expect(200);
  const addCase: SeizedCourt['addCase'] = async (number) => {
    const answer = await custodian.agent
      .post('/api/cases')
      .send({
        ...{ number, cause: '盗窃', handlerId: roomCourt.handler.id },
        ...{ stage: 'first_instance', acceptedOn: '2026-03-02' },
      })
      .expect(200);
    return bodyOf(createCaseEndpoint, answer).id;
  };
  const caseNumber = '（2026）内08刑初12号';
  const caseId = await addCase(caseNumber);
  const secondPerson: SeizedCourt['secondPerson'] = (person = reviewer) => ({
    personId: person.id,
    pin: PIN,
  });
  return { room, shelves, custodian, reviewer, caseId, caseNumber, addCase, secondPerson };
}

type Steps = Pick<SeizedCourt, 'preregister' | 'openIntake' | 'photograph' | 'count' | 'complete' | 'read'>;

function bodyAsIs({ body }: { readonly body: unknown }): unknown {
  return body;
}

/** Each step of a receipt, by the custodian. */
function stepsOf({ custodian, caseId, secondPerson }: Grounds): Steps {
  const { agent } = custodian;
  return {
    async preregister(lines, of = caseId) {
      const body = { listNumber: '临检移字〔2026〕7号', lines };
      const answer = await agent.post(`/api/cases/${of}/items`).send(body).expect(200);
      return bodyOf(intakes.preregisterItemsEndpoint, answer).items;
    },
    async openIntake(itemIds, more = {}) {
      const body = { deliverer: '王检', delivererUnit: '临河区检察院', itemIds };
      const answer = await agent
        .post(`/api/cases/${caseId}/intakes`)
        .send({ ...body, secondPerson: secondPerson(), ...more })
        .expect(200);
      return bodyOf(intakes.openIntakeEndpoint, answer).id;
    },
    async photograph(itemId, count = 1) {
      for (let index = 0; index < count; index += 1) {
        serial += 1;
        // A chunk of text after the header makes each picture another content.
        const file = Buffer.concat([PIXEL.subarray(0, 33), textChunk(String(serial)), PIXEL.subarray(33)]);
        await agent
          .post(`/api/seized-items/${itemId}/files?purpose=photo`)
          .attach('file', file, 'photo.png')
          .expect(200);
      }
    },
    async count(intakeId, lines, status = 200) {
      const answer = await agent.put(`/api/intakes/${intakeId}/lines`).send({ lines }).expect(status);
      return bodyAsIs(answer);
    },
    async complete(intakeId, more = {}, status = 200) {
      const body = { secondPerson: secondPerson(), delivererSignature: SIGNATURE, ...more };
      const answer = await agent.post(`/api/intakes/${intakeId}/complete`).send(body).expect(status);
      return bodyAsIs(answer);
    },
    async read(itemId) {
      return bodyOf(readItemEndpoint, await agent.get(`/api/seized-items/${itemId}`).expect(200));
    },
  };
}

export async function buildSeizedCourt(test: TestApp): Promise<SeizedCourt> {
  const roomCourt = await buildRoomCourt(test);
  const grounds = await buildGrounds(roomCourt);
  const steps = stepsOf(grounds);
  return {
    ...roomCourt,
    ...grounds,
    ...steps,
    async receive(lines, counts = () => ({})) {
      const items = await steps.preregister(lines);
      const intakeId = await steps.openIntake(items.map(({ id }) => id));
      for (const { id } of items) await steps.photograph(id);
      const listed = lines as readonly { quantity?: string }[];
      const counted = items.map(({ id }, index) => ({
        itemId: id,
        count: {
          ...{ outcome: 'matches', quantity: listed[index]?.quantity ?? '1', placeId: grounds.shelves[0] },
          ...counts(index),
        },
      }));
      await steps.count(intakeId, counted);
      await steps.complete(intakeId);
      return items.map(({ id }) => id);
    },
  };
}

/** A tEXt chunk of a PNG; nobody compares its checksum. */
function textChunk(text: string): Buffer {
  const data = Buffer.from(`n\0${text}`, 'latin1');
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write('tEXt', 4, 'latin1');
  data.copy(chunk, 8);
  return chunk;
}
