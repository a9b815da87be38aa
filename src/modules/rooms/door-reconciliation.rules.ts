/** What the doors saw against what the visit log says, for people of the court. Pure; moments are milliseconds. */

export interface SeenEvent {
  readonly id: string;
  /** null: nobody of the court carries that badge or name. */
  readonly personId: string | null;
  readonly name: string;
  readonly direction: 'in' | 'out';
  readonly atMs: number;
}

export interface LoggedVisit {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly enteredAtMs: number;
  /** null: still inside. */
  readonly leftAtMs: number | null;
}

export const DOOR_DIFFERENCES = ['seen_not_logged', 'logged_not_seen', 'times_differ'] as const;

export interface DoorDifference {
  readonly kind: (typeof DOOR_DIFFERENCES)[number];
  readonly direction: 'in' | 'out';
  readonly name: string;
  readonly seenAtMs: number | null;
  readonly loggedAtMs: number | null;
  readonly visitId: string | null;
}

/** Beyond this an event and an entry of the log are two matters, and not one that was written down wrongly. */
export const MATCH_WITHIN_MINUTES = 120;

interface Moment {
  readonly visitId: string;
  readonly personId: string;
  readonly name: string;
  readonly atMs: number;
}

interface Pair {
  readonly event: SeenEvent;
  readonly moment: Moment;
  readonly apartMs: number;
}

/** Each event with at most one moment of the same person, the nearest pairs first. */
function pairUp(events: readonly SeenEvent[], moments: readonly Moment[]): Pair[] {
  const candidates = events.flatMap((event) =>
    moments
      .filter(({ personId }) => personId === event.personId)
      .map((moment): Pair => ({ event, moment, apartMs: Math.abs(event.atMs - moment.atMs) }))
      .filter(({ apartMs }) => apartMs <= MATCH_WITHIN_MINUTES * 60_000),
  );
  const taken = new Set<string>();
  return [...candidates]
    .sort((a, b) => a.apartMs - b.apartMs || a.event.atMs - b.event.atMs)
    .filter(({ event, moment }) => {
      if (taken.has(event.id) || taken.has(moment.visitId)) return false;
      taken.add(event.id).add(moment.visitId);
      return true;
    });
}

function compare(
  direction: 'in' | 'out',
  seen: readonly SeenEvent[],
  moments: readonly Moment[],
  toleranceMs: number,
): DoorDifference[] {
  const events = seen.filter((event) => event.direction === direction);
  const pairs = pairUp(events, moments);
  const pairedEvents = new Set(pairs.map(({ event }) => event.id));
  const pairedVisits = new Set(pairs.map(({ moment }) => moment.visitId));
  return [
    ...pairs
      .filter(({ apartMs }) => apartMs > toleranceMs)
      .map(({ event, moment }): DoorDifference => ({
        kind: 'times_differ',
        direction,
        name: moment.name,
        seenAtMs: event.atMs,
        loggedAtMs: moment.atMs,
        visitId: moment.visitId,
      })),
    ...events
      .filter(({ id }) => !pairedEvents.has(id))
      .map(({ name, atMs }): DoorDifference => ({
        kind: 'seen_not_logged',
        direction,
        name,
        seenAtMs: atMs,
        loggedAtMs: null,
        visitId: null,
      })),
    ...moments
      .filter(({ visitId }) => !pairedVisits.has(visitId))
      .map(({ visitId, name, atMs }): DoorDifference => ({
        kind: 'logged_not_seen',
        direction,
        name,
        seenAtMs: null,
        loggedAtMs: atMs,
        visitId,
      })),
  ];
}

/** Entries and leavings that only one of the two knows, or whose times differ by more than is tolerated, by time. */
export function reconcileDoors(
  events: readonly SeenEvent[],
  visits: readonly LoggedVisit[],
  toleranceMinutes: number,
): DoorDifference[] {
  const momentOf = ({ id, personId, name }: LoggedVisit, atMs: number): Moment => ({
    visitId: id,
    personId,
    name,
    atMs,
  });
  const entries = visits.map((visit) => momentOf(visit, visit.enteredAtMs));
  const leavings = visits.flatMap((visit) =>
    visit.leftAtMs === null ? [] : [momentOf(visit, visit.leftAtMs)],
  );
  const toleranceMs = toleranceMinutes * 60_000;
  const differences = [
    ...compare('in', events, entries, toleranceMs),
    ...compare('out', events, leavings, toleranceMs),
  ];
  const timeOf = ({ seenAtMs, loggedAtMs }: DoorDifference) => seenAtMs ?? loggedAtMs ?? 0;
  return differences.sort((a, b) => timeOf(a) - timeOf(b));
}
