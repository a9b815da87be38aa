/**
 * Who may be inside a storage room with whom: nobody in two rooms at once, nobody alone in a two-person room, a visitor
 * with an escort the whole time. Pure; moments are milliseconds, and a stay without an end goes on.
 */

export interface Stay {
  /** The first of a chain of corrections: the same stay, however often it is corrected. */
  readonly rootId: string;
  readonly roomId: string;
  /** null: a visitor. */
  readonly personId: string | null;
  readonly name: string;
  readonly enteredAtMs: number;
  readonly leftAtMs: number | null;
  /** The stay of a visitor's escort. */
  readonly escortRootId: string | null;
  /** Movements of items that rest on this stay; null: none. */
  readonly usedFromMs: number | null;
  readonly usedUntilMs: number | null;
}

export interface RoomOfStays {
  readonly roomId: string;
  /** From when on nobody is alone inside; null: one person may be. */
  readonly twoPersonsSinceMs: number | null;
}

/** In order of precedence. */
export const VISIT_DENIALS = [
  'LEFT_BEFORE_ENTERING',
  'VISIT_IN_FUTURE',
  'VISIT_OVER',
  'PERSON_INSIDE_ALREADY',
  'PERSON_IN_OTHER_ROOM',
  'VISITOR_WITHOUT_ESCORT',
  'ESCORT_LEAVES_FIRST',
  'ALONE_IN_TWO_PERSON_ROOM',
  'VISIT_CARRIES_MOVEMENTS',
] as const;
export type VisitDenial = (typeof VISIT_DENIALS)[number];

export type VisitVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: VisitDenial; readonly name: string };

const ALLOWED: VisitVerdict = { allowed: true };

/** Recorded so much later than it happened, an entry is 补录: a custodian at the door needs a moment. Our own default. */
export const LATE_AFTER_MINUTES = 15;

export function isRecordedLate(happenedAtMs: number, recordedAtMs: number): boolean {
  return recordedAtMs - happenedAtMs > LATE_AFTER_MINUTES * 60_000;
}

function endOf({ leftAtMs }: Stay): number {
  return leftAtMs ?? Number.POSITIVE_INFINITY;
}

/** Leaving at the moment at which another stay begins is no overlap. */
export function staysOverlap(a: Stay, b: Stay): boolean {
  return a.enteredAtMs < endOf(b) && b.enteredAtMs < endOf(a);
}

function isInsideAt(stay: Stay, atMs: number): boolean {
  return stay.enteredAtMs <= atMs && atMs < endOf(stay);
}

function covers(escort: Stay, visitor: Stay): boolean {
  return escort.enteredAtMs <= visitor.enteredAtMs && endOf(escort) >= endOf(visitor);
}

/** The visitors whose escort is not there the whole time. */
function listUnescorted(stays: readonly Stay[]): Stay[] {
  return stays.filter((stay) => {
    if (stay.personId !== null) return false;
    const escort = stays.find(({ rootId }) => rootId === stay.escortRootId);
    return escort === undefined || escort.personId === null || !covers(escort, stay);
  });
}

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Somebody who is inside a two-person room without two people of the court, at some moment of the span. */
function findAlone(stays: readonly Stay[], room: RoomOfStays, span: Span): Stay | undefined {
  const since = room.twoPersonsSinceMs;
  if (since === null) return undefined;
  const from = Math.max(span.fromMs, since);
  const turns = stays.flatMap((stay) => [stay.enteredAtMs, endOf(stay)]);
  const moments = [from, ...turns.filter((at) => at > from)].filter((at) => at < span.toMs);
  for (const at of moments) {
    const inside = stays.filter((stay) => isInsideAt(stay, at));
    const people = new Set(inside.flatMap(({ personId }) => (personId === null ? [] : [personId])));
    if (inside.length > 0 && people.size < 2) return inside[0];
  }
  return undefined;
}

function denied(reason: VisitDenial, stay: Stay): VisitVerdict {
  return { allowed: false, reason, name: stay.name };
}

export interface EntryFacts {
  readonly room: RoomOfStays;
  /** Who enters, and who leaves again when all of it is recorded later. */
  readonly entering: readonly Stay[];
  /** Stays in the room that touch the time of the new ones. */
  readonly inRoom: readonly Stay[];
  /** Stays of the same people in other rooms that touch it. */
  readonly elsewhere: readonly Stay[];
  readonly nowMs: number;
}

function decideTimes(stays: readonly Stay[], nowMs: number): VisitVerdict {
  const reversed = stays.find((stay) => endOf(stay) < stay.enteredAtMs);
  if (reversed) return denied('LEFT_BEFORE_ENTERING', reversed);
  const future = stays.find(({ enteredAtMs, leftAtMs }) => Math.max(enteredAtMs, leftAtMs ?? 0) > nowMs);
  return future ? denied('VISIT_IN_FUTURE', future) : ALLOWED;
}

/** Whether the people may enter together. */
export function decideEntry({ room, entering, inRoom, elsewhere, nowMs }: EntryFacts): VisitVerdict {
  const times = decideTimes(entering, nowMs);
  if (!times.allowed) return times;
  for (const [index, stay] of entering.entries()) {
    const isOverlapping = (other: Stay) =>
      stay.personId !== null && other.personId === stay.personId && staysOverlap(stay, other);
    if ([...entering.slice(0, index), ...inRoom].some(isOverlapping))
      return denied('PERSON_INSIDE_ALREADY', stay);
    if (elsewhere.some(isOverlapping)) return denied('PERSON_IN_OTHER_ROOM', stay);
  }
  const after = [...inRoom, ...entering];
  const entered = new Set(entering.map(({ rootId }) => rootId));
  const unescorted = listUnescorted(after).find(({ rootId }) => entered.has(rootId));
  if (unescorted) return denied('VISITOR_WITHOUT_ESCORT', unescorted);
  const alone = findAlone(after, room, spanOf(entering));
  return alone ? denied('ALONE_IN_TWO_PERSON_ROOM', alone) : ALLOWED;
}

/** From the first entry to the last leaving; an empty span without stays. */
function spanOf(stays: readonly Stay[]): Span {
  return {
    fromMs: Math.min(...stays.map(({ enteredAtMs }) => enteredAtMs)),
    toMs: Math.max(...stays.map(endOf)),
  };
}

export interface LeavingFacts {
  readonly room: RoomOfStays;
  readonly leavingIds: readonly string[];
  readonly leftAtMs: number;
  /** Stays in the room that touch the time from the leaving on. */
  readonly inRoom: readonly Stay[];
  readonly nowMs: number;
}

/** Whether these people may leave together at this moment. */
export function decideLeaving({ room, leavingIds, leftAtMs, inRoom, nowMs }: LeavingFacts): VisitVerdict {
  const isLeaving = ({ rootId }: Stay) => leavingIds.includes(rootId);
  const leaving = inRoom.filter(isLeaving);
  const over = leaving.find((stay) => stay.leftAtMs !== null);
  const ended = leaving.map((stay) => ({ ...stay, leftAtMs }));
  const times = decideTimes(ended, nowMs);
  if (!times.allowed) return times;
  if (over) return denied('VISIT_OVER', over);
  const after = inRoom.map((stay) => (isLeaving(stay) ? { ...stay, leftAtMs } : stay));
  const left = listUnescorted(after).find((stay) => leavingIds.includes(stay.escortRootId ?? ''));
  if (left) return denied('ESCORT_LEAVES_FIRST', left);
  const alone = findAlone(after, room, { fromMs: leftAtMs, toMs: Number.POSITIVE_INFINITY });
  if (alone) return denied('ALONE_IN_TWO_PERSON_ROOM', alone);
  const used = leaving.find(({ usedUntilMs }) => usedUntilMs !== null && usedUntilMs > leftAtMs);
  return used ? denied('VISIT_CARRIES_MOVEMENTS', used) : ALLOWED;
}

export interface CorrectionFacts {
  readonly room: RoomOfStays;
  readonly before: readonly Stay[];
  /** The same stays as they should have been; one that is missing never took place. */
  readonly after: readonly Stay[];
  /** Stays in the room that touch the time of either. */
  readonly inRoom: readonly Stay[];
  readonly elsewhere: readonly Stay[];
  readonly nowMs: number;
}

function carriesMovementsOutside({ usedFromMs, usedUntilMs }: Stay, after: Stay | undefined): boolean {
  if (usedFromMs === null || usedUntilMs === null) return false;
  return after === undefined || usedFromMs < after.enteredAtMs || usedUntilMs > endOf(after);
}

/** Whether visits may be replaced by what they should have been, all together. */
export function decideCorrection(facts: CorrectionFacts): VisitVerdict {
  const { room, before, after, elsewhere, nowMs } = facts;
  const corrected = new Set(before.map(({ rootId }) => rootId));
  const others = facts.inRoom.filter(({ rootId }) => !corrected.has(rootId));
  const entry = decideEntry({ room, entering: after, inRoom: others, elsewhere, nowMs });
  if (!entry.allowed) return entry;
  const remaining = [...others, ...after];
  const left = listUnescorted(remaining).find(({ escortRootId }) => corrected.has(escortRootId ?? ''));
  if (left) return denied('ESCORT_LEAVES_FIRST', left);
  const alone = findAlone(remaining, room, spanOf(before));
  if (alone) return denied('ALONE_IN_TWO_PERSON_ROOM', alone);
  const moved = before.find((stay) =>
    carriesMovementsOutside(
      stay,
      after.find(({ rootId }) => rootId === stay.rootId),
    ),
  );
  return moved ? denied('VISIT_CARRIES_MOVEMENTS', moved) : ALLOWED;
}

/**
 * Those who have to leave with the person, so that no visitor stays without an escort and nobody alone: their visitors
 * first, then whoever would be left alone with their visitors. The person comes first.
 */
export function listLeavingTogether(rootId: string, inside: readonly Stay[], room: RoomOfStays): Stay[] {
  const leaving = inside.filter((stay) => stay.rootId === rootId || stay.escortRootId === rootId);
  const rest = inside.filter((stay) => !leaving.includes(stay));
  const people = new Set(rest.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  const isLeftAlone = room.twoPersonsSinceMs !== null && rest.length > 0 && people.size < 2;
  const together = isLeftAlone ? [...leaving, ...rest] : leaving;
  return [...together].sort((a, b) => Number(b.rootId === rootId) - Number(a.rootId === rootId));
}
