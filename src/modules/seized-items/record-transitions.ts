/**
 * The one way items move on: lock the books of their cases → decide each → presence in the rooms → append → project →
 * audit. All lines or none.
 */
import { isOnEarlierShanghaiDay } from '../../platform/clock.ts';
import { isZeroDecimal } from '../../platform/decimal.ts';
import { fillSentence, type Facts, type Problem } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { requirePresence } from '../rooms/require-presence.ts';
import { decideTransition, type GivenApproval, type TransitionRequest } from './decide-transition.ts';
import { NEEDS_A_HAND } from './hands-on.rules.ts';
import type { Occasion } from './item-happening.ts';
import type { Hindrance } from './item-hold.sql.ts';
import { ITEM_REFUSALS, refuseItem, type ItemRefusalReason } from './item-refusals.ts';
import { auditedItemLabel, recordedItemName } from './mask-item.ts';
import { ITEM_STATES } from './item-states.ts';
import { lockItems, type LockedItem } from './item.sql.ts';
import type { EvidenceKind, ItemTransition } from './item-transitions.ts';
import { lockWithGrounds, peopleOf, type ItemsWithGrounds } from './lock-with-grounds.ts';
import { followRooms } from './follow-rooms.ts';
import { loadGrounds, openRoomBook, type RoomBook } from './load-grounds.ts';
import type { TransitionsAnswer } from './transitions.contract.ts';
import { writeSteps, type DecidedStep, type WrittenStep } from './write-steps.ts';

export interface TransitionLine {
  readonly itemId: string;
  readonly transition: ItemTransition;
  /** Everything on hand when nothing is said, and of what is not received yet what the list says. */
  readonly quantity?: string | undefined;
  readonly change?: DecidedStep['change'];
  readonly names?: DecidedStep['names'];
  readonly evidence: readonly EvidenceKind[];
  /** The deliverer or taker when that is a person of the court. */
  readonly counterpartId?: string | null;
  readonly approval?: GivenApproval | null;
  /** Moved with the box in which it lies. */
  readonly isWithContainer?: boolean;
  /** The entry of the same item that it takes back. */
  readonly correctsSequence?: number | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a command that has locked its items has asked with them. */
interface Grounds {
  /** The items of the lines. */
  readonly locked: readonly LockedItem[];
  /** Rooms at the moment of the occasion. */
  readonly rooms: RoomBook;
  readonly hindrances: ReadonlyMap<string, Hindrance> | undefined;
  /** Of the people of the occasion at its moment, in rooms that the transaction has locked. */
  readonly presence: ItemsWithGrounds['presence'];
}

const NOBODY_ASKED: Grounds['presence'] = new Map();

interface Decided {
  readonly steps: readonly DecidedStep[];
  readonly lines: TransitionsAnswer['lines'];
}

type Line = TransitionsAnswer['lines'][number];

function refusedLine(
  itemId: string,
  item: LockedItem | undefined,
  reason: ItemRefusalReason,
  facts: Facts = {},
): Line {
  return {
    itemId,
    code: item?.code ?? null,
    name: item === undefined ? null : recordedItemName(item),
    verdict: reason,
    ...fillSentence({ zh: ITEM_REFUSALS[reason].zh, en: ITEM_REFUSALS[reason].en }, facts),
    fromState: item?.standing.state ?? null,
    toState: null,
  };
}

function problemsOf(lines: readonly Line[]): Problem[] {
  return lines.flatMap((line, index) => {
    if (line.verdict === 'ALLOWED') return [];
    const [zh, en] = line.name === null ? ['', ''] : [`${line.name}：`, `${line.name}: `];
    return [{ path: `body.lines.${index}`, code: line.verdict, zh: zh + line.zh, en: en + line.en }];
  });
}

/** The place whose custodian answers: where the item goes, or where it lies. */
function placeIdOf(item: LockedItem, line: TransitionLine | undefined): string | null {
  return line?.change?.placeId ?? item.standing.placeId;
}

function wholeOf({ standing, listedQuantity }: LockedItem): string {
  return isZeroDecimal(standing.onHand) ? (listedQuantity ?? '1') : standing.onHand;
}

function requestOf(
  command: CommandContext,
  item: LockedItem,
  line: TransitionLine,
  occasion: Occasion,
): TransitionRequest {
  const { actor, now } = command;
  return {
    transition: line.transition,
    quantity: line.quantity ?? wholeOf(item),
    unit: line.change?.unit,
    actor: { personId: actor.personId, roles: actor.roles },
    secondPersonId: occasion.secondPerson?.id ?? null,
    counterpartId: line.counterpartId ?? null,
    approval: line.approval ?? null,
    evidence: new Set(line.evidence),
    occurredAtMs: occasion.occurredAt.getTime(),
    nowMs: now.getTime(),
    isWithContainer: line.isWithContainer ?? false,
    isPutAway: typeof line.change?.placeId === 'string',
  };
}

/** Whatever goes to another place is locked with all that the verdict asks. */
async function askGrounds(
  command: CommandContext,
  lines: readonly TransitionLine[],
  { occurredAt: at, secondPerson }: Occasion,
): Promise<Partial<Grounds>> {
  const itemIds = lines.map(({ itemId }) => itemId);
  const moved = lines.filter(({ change }) => change?.placeId !== undefined);
  if (moved.length === 0) return { locked: await lockItems(command.trx, command.actor.courtId, itemIds) };
  const placeIds = [...new Set(moved.flatMap(({ change }) => change?.placeId ?? []))];
  const personIds = peopleOf(command, secondPerson);
  return lockWithGrounds(command, { itemIds, placeIds, at, personIds });
}

async function decideLines(
  command: CommandContext,
  lines: readonly TransitionLine[],
  occasion: Occasion,
  { rooms, locked: items, hindrances }: Grounds,
): Promise<Decided> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const byId = new Map(items.map((item) => [item.id, item]));
  const lineOf = new Map(lines.map((line) => [line.itemId, line]));
  const grounds = await loadGrounds(trx, {
    courtId,
    personIds: peopleOf(command, occasion.secondPerson),
    items,
    rooms,
    hindrances,
    placeIdOf: (item) => placeIdOf(item, lineOf.get(item.id)),
  });
  const steps: DecidedStep[] = [];
  const answered = lines.map((line, index): Line => {
    const { itemId, transition } = line;
    const item = byId.get(itemId);
    const ground = grounds.get(itemId);
    if (!item || !ground) return refusedLine(itemId, undefined, 'ITEM_NOT_FOUND');
    if (lines.findIndex((other) => other.itemId === itemId) < index)
      return refusedLine(itemId, item, 'ITEM_LISTED_TWICE');
    const request = requestOf(command, item, line, occasion);
    const verdict = decideTransition(item.standing, ground, request);
    if (!verdict.allowed) return refusedLine(itemId, item, verdict.reason, verdict.facts);
    const { change = {}, names = {}, details = {}, correctsSequence = null } = line;
    steps.push({ item, transition, quantity: request.quantity, change, names, details, correctsSequence });
    const { code } = item;
    const name = recordedItemName(item);
    const { zh, en } = ITEM_STATES[verdict.state];
    const states = { fromState: item.standing.state, toState: verdict.state };
    return { itemId, code, name, verdict: 'ALLOWED', zh, en, ...states };
  });
  return { steps, lines: answered };
}

/**
 * Rooms that a step takes its item out of or puts it into, or in which somebody lays a hand on it. A night locker is no
 * room that anybody enters.
 */
async function listRoomsTouched(step: DecidedStep, rooms: RoomBook): Promise<string[]> {
  const before = step.item.standing.placeId;
  const isMoved = step.change.placeId !== undefined && step.change.placeId !== before;
  const places = isMoved
    ? [before, step.change.placeId ?? null]
    : NEEDS_A_HAND.has(step.transition)
      ? [before]
      : [];
  const touched = await Promise.all(places.map((placeId) => rooms.roomOf(placeId)));
  return touched.flatMap((room) => (room === null || room.isEmergencyLocker ? [] : [room.roomId]));
}

/** Each movement falls inside a visit of everybody who does it; answers the steps marked where a late one does not. */
async function withPresence(
  command: CommandContext,
  steps: readonly DecidedStep[],
  occasion: Occasion,
  { rooms, presence }: Pick<ItemsWithGrounds, 'rooms' | 'presence'>,
): Promise<DecidedStep[]> {
  const { occurredAt, secondPerson } = occasion;
  const personIds = peopleOf(command, secondPerson);
  const isLateEntry = isOnEarlierShanghaiDay(occurredAt, command.now);
  const flagged = new Map<string, boolean>();
  const marked: DecidedStep[] = [];
  for (const step of steps) {
    let isVisitMissing = false;
    for (const roomId of await listRoomsTouched(step, rooms)) {
      const known = flagged.get(roomId);
      const isFlagged =
        known ??
        (
          await requirePresence(
            command,
            { roomId, at: occurredAt, personIds, isLateEntry },
            presence.get(roomId),
          )
        ).isFlagged;
      flagged.set(roomId, isFlagged);
      isVisitMissing ||= isFlagged;
    }
    marked.push(isVisitMissing ? { ...step, details: { ...step.details, isVisitMissing } } : step);
  }
  return marked;
}

/**
 * Moves every item on or none. On a dry run refused lines are answered; otherwise LINES_REFUSED carries them as
 * problems. Other refusals: those of `requirePresence`.
 */
export async function recordTransitions(
  command: CommandContext,
  input: {
    readonly lines: readonly TransitionLine[];
    readonly occasion: Occasion;
  } & Partial<Grounds>,
): Promise<TransitionsAnswer & { readonly steps: readonly WrittenStep[] }> {
  const { actor } = command;
  const { lines, occasion } = input;
  const asked = input.locked === undefined ? await askGrounds(command, lines, occasion) : {};
  const grounds: Grounds = {
    locked: [],
    rooms: openRoomBook(command.trx, actor.courtId, occasion.occurredAt),
    hindrances: undefined,
    presence: NOBODY_ASKED,
    ...asked,
    ...input,
  };
  const decided = await decideLines(command, lines, occasion, grounds);
  const refusedCount = decided.lines.filter(({ verdict }) => verdict !== 'ALLOWED').length;
  if (refusedCount > 0 && command.dryRun)
    return { written: false, refusedCount, lines: decided.lines, steps: [] };
  if (refusedCount > 0) throw refuseItem('LINES_REFUSED', { count: refusedCount }, problemsOf(decided.lines));
  const steps = await withPresence(command, decided.steps, occasion, grounds);
  const written = await writeSteps(command, actor.courtId, steps, occasion);
  await followRooms(
    command,
    steps,
    occasion.occurredAt.getTime() === command.now.getTime() ? grounds.rooms : undefined,
  );
  for (const { item, after, entry } of written) {
    command.audit({
      subjectKind: 'seized_item',
      subjectId: item.id,
      subjectLabel: auditedItemLabel(item),
      before: item.standing,
      after,
      detail: { entry: entry.sequence, kind: entry.kind },
    });
  }
  return { written: !command.dryRun, refusedCount: 0, lines: decided.lines, steps: written };
}
