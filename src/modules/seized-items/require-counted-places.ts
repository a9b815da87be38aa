import { fillSentence, type Facts, type Problem, type Sentence } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { isTakenIn } from './intake-count.ts';
import { INTAKE_REFUSALS, refuseIntake, type IntakeRefusalReason } from './intake-refusals.ts';
import { categoryOf } from './item-categories.ts';
import { countItemsBelow } from './item-place.sql.ts';
import type { Counted } from './keep-measures.ts';
import { findMisfit } from './keeping/require-fitting-place.ts';
import { saidItemName } from './mask-item.ts';
import { openRoomBook, type RoomBook } from './load-grounds.ts';

interface Fault {
  readonly reason: IntakeRefusalReason;
  readonly facts: Facts;
}

/** What has changed about the place since the line was counted; null: it is put there as it was counted. */
async function findPlaceFault(
  command: CommandContext,
  { line, count }: Counted,
  rooms: RoomBook,
): Promise<Fault | null> {
  const room = await rooms.roomOf(count.placeId);
  if (room === null) return { reason: 'PLACE_NOT_A_STORE', facts: {} };
  const { category } = line;
  const allowed: readonly string[] = room.allowedCategories;
  if (allowed.length > 0 && !allowed.includes(category))
    return { reason: 'CATEGORY_NOT_KEPT_THERE', facts: { room: room.name, category: categoryOf(category) } };
  return findMisfit(command, { path: room.name, room }, line, count.placeReason);
}

async function requireSuitable(
  command: CommandContext,
  taken: readonly Counted[],
  rooms: RoomBook,
): Promise<void> {
  const faults: (Fault & { readonly said: Sentence })[] = [];
  for (const one of taken) {
    const fault = await findPlaceFault(command, one, rooms);
    if (fault !== null) faults.push({ ...fault, said: saidItemName(one.line) });
  }
  const [first] = faults;
  if (first === undefined) return;
  const problems = faults.map(({ reason, facts, said }, index): Problem => {
    const { zh, en } = fillSentence(INTAKE_REFUSALS[reason], facts);
    return { path: `lines.${index}`, code: reason, zh: `${said.zh}：${zh}`, en: `${said.en}: ${en}` };
  });
  throw refuseIntake(first.reason, first.facts, problems.length > 1 ? problems : []);
}

async function requireCapacity(
  { trx, actor }: CommandContext,
  taken: readonly Counted[],
  rooms: RoomBook,
): Promise<void> {
  const added = new Map<string, { name: string; capacity: number; count: number }>();
  for (const { count } of taken) {
    const room = await rooms.roomOf(count.placeId);
    if (room === null || room.capacity === null) continue;
    const known = added.get(room.roomId)?.count ?? 0;
    added.set(room.roomId, { name: room.name, capacity: room.capacity, count: known + 1 });
  }
  const held = await countItemsBelow(trx, actor.courtId, [...added.keys()]);
  for (const [roomId, { name, capacity, count }] of added) {
    const free = capacity - (held.get(roomId) ?? 0);
    if (count > free) throw refuseIntake('ROOM_FULL', { room: name, free: Math.max(free, 0) });
  }
}

/**
 * Where the lines were counted into still takes them, whatever was said of the places and rooms since: they keep such
 * things, offer what each needs unless it waits there for a stated reason, and have room. Refusals: PLACE_NOT_A_STORE,
 * CATEGORY_NOT_KEPT_THERE, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, ROOM_FULL.
 */
export async function requireCountedPlaces(
  command: CommandContext,
  counted: readonly Counted[],
): Promise<void> {
  const taken = counted.filter(({ count }) => isTakenIn(count));
  const rooms = openRoomBook(command.trx, command.actor.courtId, command.now);
  await requireSuitable(command, taken, rooms);
  await requireCapacity(command, taken, rooms);
}
