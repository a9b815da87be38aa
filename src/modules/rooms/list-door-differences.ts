import { shanghaiInstant, startOfShanghaiDay } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { DIFFERENCES_MAX, type listDoorDifferencesEndpoint as declaration } from './door-events.contract.ts';
import { listDoorEventRows } from './door-event.sql.ts';
import { reconcileDoors } from './door-reconciliation.rules.ts';
import { refuseDoors } from './door-refusals.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow } from './room.sql.ts';
import { listVisitRows } from './visit-list.sql.ts';

const DAY_MS = 24 * 60 * 60_000;
const DAYS_MAX = 92;
const VISITS_MAX = 20_000;

const instantOf = (atMs: number | null) => (atMs === null ? null : shanghaiInstant(new Date(atMs)));

/**
 * Where the doors of a room and its visit log disagree, by time; at most 2,000 of them. Visitors carry no badge and are
 * not compared, and without any event of the doors there is nothing to compare with. Refusals: ROOM_NOT_FOUND, PERIOD_TOO_LONG.
 */
export async function listDoorDifferences(
  { reader, actor, now }: QueryContext,
  input: { roomId: string; from: string; to: string; toleranceMinutes: number },
): Promise<ResponseOf<typeof declaration>> {
  const room = await findRoomRow(reader, actor.readableCourtIds, input.roomId, now);
  if (!room) throw refuseRoom('ROOM_NOT_FOUND');
  const from = startOfShanghaiDay(input.from);
  const before = new Date(startOfShanghaiDay(input.to).getTime() + DAY_MS);
  const days = (before.getTime() - from.getTime()) / DAY_MS;
  if (days < 1 || days > DAYS_MAX) throw refuseDoors('PERIOD_TOO_LONG', { limit: DAYS_MAX });
  const at = { courtId: room.courtId, roomId: room.id };
  const events = await listDoorEventRows(reader, at, { from, before });
  const criteria = {
    courtId: room.courtId,
    roomIds: [room.id],
    ...{ personId: null, text: null, purposes: null, inside: null, alarm: null, late: null, anomaly: null },
    ...{ from, before, visitors: false, withCorrected: false, now },
  };
  const visits = await listVisitRows(reader, criteria, { after: null, limit: VISITS_MAX });
  if (events.length === 0) return { eventCount: 0, visitCount: visits.length, items: [] };
  const differences = reconcileDoors(
    events.map((event) => ({ ...event, atMs: event.at.getTime() })),
    visits.flatMap(({ id, personId, personName, enteredAt, leftAt }) =>
      personId === null
        ? []
        : [
            {
              id,
              personId,
              name: personName,
              enteredAtMs: enteredAt.getTime(),
              leftAtMs: leftAt?.getTime() ?? null,
            },
          ],
    ),
    input.toleranceMinutes,
  );
  return {
    eventCount: events.length,
    visitCount: visits.length,
    items: differences
      .slice(0, DIFFERENCES_MAX)
      .map(({ kind, direction, name, seenAtMs, loggedAtMs, visitId }) => ({
        kind,
        direction,
        name,
        seenAt: instantOf(seenAtMs),
        loggedAt: instantOf(loggedAtMs),
        visitId,
      })),
  };
}
