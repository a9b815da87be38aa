import { z } from 'zod';
import { endOfShanghaiDay, startOfShanghaiDay } from '../../platform/clock.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { refuse } from '../../platform/errors.ts';
import { roomOfStays, stayOf, visitOf } from './describe-visits.ts';
import { refuseRoom } from './room-refusals.ts';
import { findRoomRow } from './room.sql.ts';
import { listLeavingTogether } from './visit.rules.ts';
import { listVisitRows, type VisitCriteria } from './visit-list.sql.ts';
import { countOpenVisits, listInsideRows } from './visit.sql.ts';
import type {
  listVisitsEndpoint as declaration,
  printVisitsEndpoint,
  VisitAnswer,
} from './visits.contract.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

export type VisitFilters = InputOf<typeof printVisitsEndpoint>['query'];

/** Refusal: NOT_FOUND for a court that the actor may not read. */
export function visitCriteriaOf({ actor, now }: QueryContext, filters: VisitFilters): VisitCriteria {
  const courtId = filters.courtId ?? actor.courtId;
  if (!actor.readableCourtIds.includes(courtId)) throw refuse('NOT_FOUND');
  return {
    courtId,
    roomIds: filters.roomId ?? null,
    personId: filters.personId ?? null,
    text: filters.q?.trim() ?? null,
    purposes: filters.purpose ?? null,
    from: filters.enteredFrom === undefined ? null : startOfShanghaiDay(filters.enteredFrom),
    before: filters.enteredTo === undefined ? null : endOfShanghaiDay(filters.enteredTo),
    inside: filters.inside ?? null,
    alarm: filters.alarm ?? null,
    visitors: filters.visitors ?? null,
    late: filters.late ?? null,
    anomaly: filters.anomaly ?? null,
    withCorrected: filters.withCorrected,
    now,
  };
}

/** A page of the visit log, the newest entry first. Refusal: NOT_FOUND for another court. */
export async function listVisits(
  context: QueryContext,
  { query }: InputOf<typeof declaration>,
): Promise<{ items: VisitAnswer[]; nextCursor: string | null }> {
  const position = decodeCursor(query.after, cursor);
  const after = position && { enteredAt: new Date(position[0]), id: position[1] };
  const page = { after, limit: query.limit + 1 };
  const rows = await listVisitRows(context.reader, visitCriteriaOf(context, query), page);
  return pageOfRows(
    rows,
    query.limit,
    (row) => visitOf(row, context.actor, context.now),
    (row) => [row.enteredAt.toISOString(), row.id],
  );
}

/** Who is inside a room now, each with those who have to leave together with them. Refusal: ROOM_NOT_FOUND. */
export async function listInside(
  { reader, actor, now }: QueryContext,
  input: { roomId: string },
): Promise<{ items: (VisitAnswer & { leavesWith: string[] })[] }> {
  const room = await findRoomRow(reader, actor.readableCourtIds, input.roomId, now);
  if (!room) throw refuseRoom('ROOM_NOT_FOUND');
  const rows = await listInsideRows(reader, { courtId: room.courtId, roomId: room.id });
  const stays = rows.map(stayOf);
  const idOf = new Map(rows.map(({ rootId, id }) => [rootId, id]));
  return {
    items: rows.map((row) => ({
      ...visitOf(row, actor, now),
      leavesWith: listLeavingTogether(row.rootId, stays, roomOfStays(room)).flatMap(
        ({ rootId }) => idOf.get(rootId) ?? [],
      ),
    })),
  };
}

/** Open visits of a court, and how many are open for too long. Refusal: NOT_FOUND for another court. */
export function countVisits(
  { reader, actor, now }: QueryContext,
  input: { readonly courtId?: number | undefined },
): Promise<{ inside: number; alarms: number }> {
  const courtId = input.courtId ?? actor.courtId;
  if (!actor.readableCourtIds.includes(courtId)) throw refuse('NOT_FOUND');
  return countOpenVisits(reader, courtId, now);
}
