import { endOfShanghaiDay, shanghaiInstant, startOfShanghaiDay } from '../../platform/clock.ts';
import { DAY_MS } from '../../platform/days.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { coveredSpans, isCovered, uncoveredSpans, type Span } from './door-coverage.rules.ts';
import { DIFFERENCES_MAX, type listDoorDifferencesEndpoint as declaration } from './door-events.contract.ts';
import { listDoorEventRows } from './door-event.sql.ts';
import { listDoorImportSpans } from './door-import.sql.ts';
import { MATCH_WITHIN_MINUTES, reconcileDoors, type DoorDifference } from './door-reconciliation.rules.ts';
import { refuseDoors } from './door-refusals.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow } from './room.sql.ts';
import { listStaysInRoom, type VisitRow } from './visit.sql.ts';

const DAYS_MAX = 92;
const MATCH_MS = MATCH_WITHIN_MINUTES * 60_000;

const instantOf = (atMs: number | null) => (atMs === null ? null : shanghaiInstant(new Date(atMs)));

/** Refusal: PERIOD_TOO_LONG. */
function periodOf(input: { from: string; to: string }): Span {
  const fromMs = startOfShanghaiDay(input.from).getTime();
  const beforeMs = endOfShanghaiDay(input.to).getTime();
  const days = (beforeMs - fromMs) / DAY_MS;
  if (days < 1 || days > DAYS_MAX) throw refuseDoors('PERIOD_TOO_LONG', { limit: DAYS_MAX });
  return { fromMs, beforeMs };
}

function loggedOf({ id, personId, personName, enteredAt, leftAt }: VisitRow) {
  if (personId === null) return [];
  const enteredAtMs = enteredAt.getTime();
  return [{ id, personId, name: personName, enteredAtMs, leftAtMs: leftAt?.getTime() ?? null }];
}

function answerOf({ kind, direction, name, seenAtMs, loggedAtMs, visitId }: DoorDifference) {
  return {
    kind,
    direction,
    name,
    seenAt: instantOf(seenAtMs),
    loggedAt: instantOf(loggedAtMs),
    visitId,
  };
}

/**
 * Where the doors of a room and its visit log disagree in the time of which imports speak, by time; at most 2,000 of
 * them. Visitors carry no badge and are not compared. What happened just outside is paired too, and is not told.
 * Refusals: ROOM_NOT_FOUND, PERIOD_TOO_LONG.
 */
export async function listDoorDifferences(
  { reader, actor, now }: QueryContext,
  input: { roomId: string; from: string; to: string; toleranceMinutes: number },
): Promise<ResponseOf<typeof declaration>> {
  const room = await findRoomRow(reader, actor.readableCourtIds, input.roomId, now);
  if (!room) throw refuseRoom('ROOM_NOT_FOUND');
  const at = { courtId: room.courtId, roomId: room.id };
  const period = periodOf(input);
  const isWithin = (atMs: number) => period.fromMs <= atMs && atMs < period.beforeMs;
  const [from, before] = [new Date(period.fromMs), new Date(period.beforeMs)];
  const around = { from: new Date(period.fromMs - MATCH_MS), before: new Date(period.beforeMs + MATCH_MS) };
  const imports = await listDoorImportSpans(reader, at, { from, before });
  const covered = coveredSpans(
    imports.map((one) => ({ fromMs: one.from.getTime(), beforeMs: one.before.getTime() })),
    period,
  );
  const past = { ...period, beforeMs: Math.min(period.beforeMs, now.getTime()) };
  const rows = await listDoorEventRows(reader, at, around);
  const events = rows.map((event) => ({ ...event, atMs: event.at.getTime() }));
  const stays = await listStaysInRoom(reader, at, { from: around.from, to: around.before });
  const differences = reconcileDoors(events, stays.flatMap(loggedOf), input.toleranceMinutes).filter(
    ({ seenAtMs, loggedAtMs }) => isCovered(covered, loggedAtMs ?? seenAtMs ?? 0),
  );
  return {
    eventCount: events.filter(({ atMs }) => isWithin(atMs)).length,
    visitCount: stays.filter((stay) => stay.personId !== null && isWithin(stay.enteredAt.getTime())).length,
    notImported: uncoveredSpans(covered, past).map((span) => ({
      from: shanghaiInstant(new Date(span.fromMs)),
      before: shanghaiInstant(new Date(span.beforeMs)),
    })),
    items: differences.slice(0, DIFFERENCES_MAX).map(answerOf),
  };
}
