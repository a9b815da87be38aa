/**
 * Whole rooms of the sample court that were moved, by the use cases in the names of its people: one move is over and its
 * room empty, one goes on. They walk in the evening, when nobody else is there.
 */
import { appoint } from '../modules/rooms/appoint.ts';
import { changeRoomSettings } from '../modules/rooms/change-room-settings.ts';
import { enterRoom } from '../modules/rooms/enter-room.ts';
import { carryItemsIn } from '../modules/seized-items/carry-items-in.ts';
import { carryItemsOut } from '../modules/seized-items/carry-items-out.ts';
import { endRoomMove, startRoomMove } from '../modules/seized-items/room-moves/move-room.ts';
import { addPlaces } from '../modules/storage/add-places.ts';
import { findPlace } from '../modules/storage/place.sql.ts';
import { shanghaiDay, startOfShanghaiDay } from '../platform/clock.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { actingAs, type ActingPerson } from './acting-as.ts';
import { listPlainItems } from './sample-custody.sql.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const EVENING_MS = 19 * 60 * MINUTE_MS;
/** For electronics and papers. */
const ROOM = 1;
const ENVIRONMENT = ['antimagnetic', 'dry', 'dark'] as const;
const DOCUMENT = '装备〔2026〕21号';

interface Moving {
  readonly command: CommandContext;
  readonly structure: SampleStructure;
  readonly keeper: ActingPerson;
  readonly witness: ActingPerson;
  readonly pin: string;
}

type Role = 'property_custodian' | 'equipment_admin';

function acting(
  { command, structure }: Moving,
  person: ActingPerson,
  at: Date,
  role: Role = 'property_custodian',
): CommandContext {
  return { ...actingAs(command, structure.world.courtId, person, role, at), audit: () => {} };
}

function evening({ command }: Moving, daysAgo: number): Date {
  const day = startOfShanghaiDay(shanghaiDay(new Date(command.now.getTime() - daysAgo * DAY_MS)));
  return new Date(day.getTime() + EVENING_MS);
}

/** The keeper carries things out of one room and into another, within a visit in each. */
async function carry(
  moving: Moving,
  itemIds: readonly string[],
  { fromRoomId, toRoomId, placeId, at }: Record<'fromRoomId' | 'toRoomId' | 'placeId', string> & { at: Date },
): Promise<void> {
  const { keeper } = moving;
  const after = (minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS);
  const visit = async (roomId: string, from: Date, to: Date) =>
    enterRoom(acting(moving, keeper, to), {
      roomId,
      body: {
        people: [{ personId: keeper.id, badgeCode: null }],
        ...{ visitors: [], escortId: null, purpose: 'relocate', note: null, caseId: null, caseNumber: null },
        ...{ approvedBy: null, carriedIn: null, carriedOut: null, keyNumber: null, anomaly: null },
        ...{ enteredAt: from.toISOString(), leftAt: to.toISOString() },
      },
    });
  await visit(fromRoomId, at, after(10));
  await visit(toRoomId, after(15), after(25));
  const paper = { basis: DOCUMENT, note: null, secondPerson: null };
  await carryItemsOut(acting(moving, keeper, after(5)), { itemIds: [...itemIds], ...paper });
  const into = { itemIds: [...itemIds], placeId, placeReason: null, ...paper };
  await carryItemsIn(acting(moving, keeper, after(20)), into);
}

/** A room for a while, kept by whoever keeps the room beside it. */
async function openRoom(moving: Moving, name: string, at: Date): Promise<string> {
  const { command, structure, keeper } = moving;
  const { courtId } = structure.world;
  const beside = await findPlace(command.trx, [courtId], structure.propertyRooms[ROOM]?.id ?? '');
  const parentId = beside?.parentId ?? null;
  const scribe = acting(moving, structure.scribe, at, 'equipment_admin');
  const { added } = await addPlaces(scribe, { parentId, kind: 'room', names: [name] });
  const roomId = added[0]?.id ?? '';
  await changeRoomSettings(scribe, {
    ...{ roomId, expectedVersion: 0 },
    settings: {
      ...{ isSeizedPropertyRoom: true, requiresTwoPersons: false, capacity: 200, allowedCategories: [] },
      ...{ environment: [...ENVIRONMENT], emergencyLockerId: null, visitAlarmMinutes: 240, doors: [] },
    },
  });
  const office = { roomId, personId: keeper.id, document: DOCUMENT, startsAt: at, endsAt: null };
  await appoint(scribe, { ...office, kind: 'custodian' });
  return roomId;
}

/** Answers how many moves. */
export async function addSampleRoomMoves(
  command: CommandContext,
  structure: SampleStructure,
  pin: string,
): Promise<number> {
  const { courtId } = structure.world;
  const [keeper, witness] = structure.custodians.slice(ROOM * 2);
  const room = structure.propertyRooms[ROOM];
  if (!keeper || !witness || !room) return 0;
  const moving = { command, structure, keeper, witness, pin };
  const day = (daysAgo: number) => evening(moving, daysAgo);
  const items = await listPlainItems(command.trx, courtId, { roomId: room.id, before: day(5), limit: 10 });
  const [first, second] = [items.slice(0, 5), items.slice(5)];
  const placeId = items[0]?.placeId;
  if (placeId === undefined || second.length === 0) return 0;
  const idsOf = (some: typeof items) => some.map(({ id }) => id);
  const start = async (fromRoomId: string, at: Date) =>
    startRoomMove(acting(moving, keeper, at), {
      ...{ params: {}, query: {} },
      body: { fromRoomId, toRoomId: room.id, document: DOCUMENT },
    });

  const former = await openRoom(moving, '三楼临时证物间', day(5));
  const current = await openRoom(moving, '二楼临时证物间', day(5));
  const rooms = { fromRoomId: room.id };
  await carry(moving, idsOf(first), { ...rooms, toRoomId: former, placeId: former, at: day(4) });
  await carry(moving, idsOf(second), { ...rooms, toRoomId: current, placeId: current, at: day(3) });

  const back = { toRoomId: room.id, placeId };
  const { id } = await start(former, day(2));
  await carry(moving, idsOf(first), { ...back, fromRoomId: former, at: day(2) });
  const endedAt = new Date(day(2).getTime() + 30 * MINUTE_MS);
  await endRoomMove(acting(moving, keeper, endedAt), {
    ...{ params: { roomMoveId: id }, query: {} },
    body: {
      outcome: 'done',
      note: '原间已腾空，钥匙交回装备科',
      secondPerson: { personId: witness.id, pin },
    },
  });
  await start(current, day(1));
  await carry(moving, idsOf(second.slice(0, 2)), { ...back, fromRoomId: current, at: day(1) });
  return 2;
}
