/** Moves of rooms that are not over, as somebody has them open. */
import { sql } from 'kysely';
import type { TenantReader } from '../../../platform/database.ts';

export interface OpenRoomMoveRow {
  readonly id: string;
  readonly fromRoom: string;
  readonly toRoom: string;
  readonly document: string;
}

/**
 * Of the room on either side, and those that the person began and that no handover has taken from them since; the oldest
 * first.
 */
export async function listOpenRoomMoves(
  reader: TenantReader,
  {
    courtId,
    roomId,
    personId,
  }: { readonly courtId: number; readonly roomId: string | null; readonly personId: string },
): Promise<OpenRoomMoveRow[]> {
  const { rows } =
    await sql<OpenRoomMoveRow>`select move.id, origin.path as "fromRoom", target.path as "toRoom",
      move.document
    from room_moves move
    join places origin on origin.court_id = move.court_id and origin.id = move.from_room_id
    join places target on target.court_id = move.court_id and target.id = move.to_room_id
    where move.court_id = ${courtId} and move.outcome is null
      and (${roomId}::uuid in (move.from_room_id, move.to_room_id)
        or move.started_by = ${personId} and not exists (
          select from handover_matters matter
          join handovers handover on handover.court_id = matter.court_id and handover.id = matter.handover_id
          where matter.court_id = move.court_id and matter.kind = 'room_move' and matter.subject_id = move.id
            and matter.outcome = 'taken_over' and handover.outgoing_id = ${personId}
            and handover.state = 'completed'))
    order by move.started_at, move.id`.execute(reader);
  return rows;
}

/** Things that the person has carried out of a room and not put down. */
export async function countCarriedBy(
  reader: TenantReader,
  courtId: number,
  personId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from seized_items
    where court_id = ${courtId} and holder_id = ${personId} and place_id is null and state = 'in_store'`.execute(
    reader,
  );
  return rows[0]?.count ?? 0;
}
