/** Moves of whole rooms, and where their things are by now. */
import { sql } from 'kysely';
import {
  sendAhead,
  type Statement,
  type TenantReader,
  type TenantTransaction,
} from '../../../platform/database.ts';
import { SAID_ITEM_NAME } from '../secret-item.sql.ts';
import type { ItemState } from '../item-states.ts';
import type { MoveCounts, MoveWhere, RoomMoveOutcome } from './room-move.rules.ts';

export interface RoomMoveRow {
  readonly id: string;
  readonly fromRoomId: string;
  readonly fromRoom: string;
  readonly isFromTwoPerson: boolean;
  readonly toRoomId: string;
  readonly toRoom: string;
  readonly isToTwoPerson: boolean;
  readonly document: string;
  readonly startedAt: Date;
  readonly startedByName: string;
  readonly outcome: RoomMoveOutcome | null;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
  readonly secondPersonName: string | null;
  readonly endNote: string | null;
}

const SELECT = sql.raw(`select move.id, move.from_room_id as "fromRoomId", origin.path as "fromRoom",
  move.to_room_id as "toRoomId", target.path as "toRoom", move.document, move.started_at as "startedAt",
  move.started_by_name as "startedByName", move.outcome, move.ended_at as "endedAt",
  move.ended_by_name as "endedByName", move.second_person_name as "secondPersonName", move.end_note as "endNote",
  leaving.two_persons_since is not null as "isFromTwoPerson", entering.two_persons_since is not null as "isToTwoPerson"
  from room_moves move
  join room_settings leaving on leaving.court_id = move.court_id and leaving.place_id = move.from_room_id
  join room_settings entering on entering.court_id = move.court_id and entering.place_id = move.to_room_id
  join places origin on origin.court_id = move.court_id and origin.id = move.from_room_id
  join places target on target.court_id = move.court_id and target.id = move.to_room_id`);

/** The newest first. */
export async function listRoomMoveRows(
  reader: TenantReader,
  courtId: number,
  {
    after,
    limit,
    runningIn,
  }: {
    readonly after: { readonly at: string; readonly id: string } | null;
    readonly limit: number;
    /** A room; undefined: all of the court. */
    readonly runningIn: string | undefined;
  },
): Promise<RoomMoveRow[]> {
  const running =
    runningIn === undefined
      ? sql`true`
      : sql`move.outcome is null and ${runningIn}::uuid in (move.from_room_id, move.to_room_id)`;
  const position =
    after === null
      ? sql`true`
      : sql`(move.started_at, move.id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const { rows } =
    await sql<RoomMoveRow>`${SELECT} where move.court_id = ${courtId} and ${position} and ${running}
    order by move.started_at desc, move.id desc limit ${limit}`.execute(reader);
  return rows;
}

export async function findRoomMove(
  reader: TenantReader,
  courtId: number,
  id: string,
): Promise<RoomMoveRow | undefined> {
  const { rows } =
    await sql<RoomMoveRow>`${SELECT} where move.court_id = ${courtId} and move.id = ${id}`.execute(reader);
  return rows[0];
}

/** Held until the end; read after the wait. */
export async function lockRoomMove(
  trx: TenantTransaction,
  courtId: number,
  id: string,
): Promise<RoomMoveRow | undefined> {
  await sql`select from room_moves where court_id = ${courtId} and id = ${id} for update`.execute(trx);
  return findRoomMove(trx, courtId, id);
}

/** What lay in the room at the start, and what lies there now; `moves`: ids. */
function thingsOf(courtId: number, moves: readonly string[]): Statement {
  return sql`select move.id as "moveId", thing.item_id as "itemId"
      from room_moves move
      join lateral (
        select listed.item_id from room_move_items listed
        where listed.court_id = move.court_id and listed.move_id = move.id
        union
        select item.id from places below
        join seized_items item on item.court_id = below.court_id and item.place_id = below.id
        where below.court_id = move.court_id and move.from_room_id = any(below.ancestor_ids)
          and move.outcome is null
      ) thing on true
      where move.court_id = ${courtId} and move.id = any(${moves}::uuid[])`;
}

/** Of `item` in the `place` where it lies, for the `move`. */
const WHERE = sql.raw(`case when move.to_room_id = any(place.ancestor_ids) then 'arrived'
    when move.from_room_id = any(place.ancestor_ids) then 'left'
    when item.place_id is null and item.holder_id is not null and item.state = 'in_store' then 'carried'
    else 'elsewhere' end`);
const JOINED = sql.raw(`join room_moves move on move.court_id = item.court_id and move.id = thing."moveId"
    left join places place on place.court_id = item.court_id and place.id = item.place_id`);

/** By move. */
export async function countThings(
  reader: TenantReader,
  courtId: number,
  moves: readonly string[],
): Promise<Map<string, MoveCounts>> {
  const { rows } = await sql<{ moveId: string; where: MoveWhere; count: number }>`
    select thing."moveId", ${WHERE} as "where", count(*)::integer as count
    from (${thingsOf(courtId, moves)}) thing
    join seized_items item on item.court_id = ${courtId} and item.id = thing."itemId" ${JOINED}
    group by 1, 2`.execute(reader);
  const counts = new Map(moves.map((id) => [id, { left: 0, carried: 0, arrived: 0, elsewhere: 0 }]));
  for (const { moveId, where, count } of rows) {
    const own = counts.get(moveId);
    if (own) own[where] = count;
  }
  return counts;
}

export interface MovedThingRow {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly caseNumber: string;
  readonly number: number;
  readonly onHand: string;
  readonly unit: string;
  readonly sealNumber: string | null;
  readonly state: ItemState;
  readonly grade: string;
  readonly category: string;
  readonly where: MoveWhere;
  readonly place: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
  readonly containerId: string | null;
  readonly container: string | null;
  readonly containerCode: string | null;
}

/** What has not arrived in walking order, then the rest; a room holds no more than `limit`. */
export async function listMovedThings(
  reader: TenantReader,
  { courtId, moveId, limit }: { readonly courtId: number; readonly moveId: string; readonly limit: number },
): Promise<MovedThingRow[]> {
  const { rows } = await sql<MovedThingRow>`
    select item.id as "itemId", item.code, ${sql.raw(SAID_ITEM_NAME)} as name, c.number as "caseNumber", item.number,
      item.on_hand as "onHand", item.unit, item.seal_number as "sealNumber", item.state, item.grade, item.category, ${WHERE} as "where",
      place.path as place, item.holder_id as "holderId", item.holder, box.id as "containerId", box.name as container,
      box.code as "containerCode"
    from (${thingsOf(courtId, [moveId])}) thing
    join seized_items item on item.court_id = ${courtId} and item.id = thing."itemId" ${JOINED}
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    left join item_containers box on box.court_id = item.court_id and box.id = item.container_id
    order by coalesce(move.to_room_id = any(place.ancestor_ids), false), place.sort_key nulls first, box.id, c.number,
      item.number
    limit ${limit}`.execute(reader);
  return rows;
}

/** The move with everything that lies in the room now; `null`: the room is being moved already. Answers how many things. */
export async function insertRoomMove(
  trx: TenantTransaction,
  courtId: number,
  move: {
    readonly id: string;
    readonly fromRoomId: string;
    readonly toRoomId: string;
    readonly document: string;
    readonly startedAt: Date;
    readonly startedBy: { readonly id: string; readonly name: string };
  },
): Promise<number | null> {
  const { id, fromRoomId, toRoomId, document, startedAt, startedBy } = move;
  const inserted =
    await sql`insert into room_moves (court_id, id, from_room_id, to_room_id, document, started_at,
      started_by, started_by_name)
    values (${courtId}, ${id}, ${fromRoomId}, ${toRoomId}, ${document}, ${startedAt}, ${startedBy.id},
      ${startedBy.name})
    on conflict (court_id, from_room_id) where outcome is null do nothing returning id`.execute(trx);
  if (inserted.rows.length === 0) return null;
  const { rows } = await sql`insert into room_move_items (court_id, move_id, item_id)
    select item.court_id, ${id}::uuid, item.id from places below
    join seized_items item on item.court_id = below.court_id and item.place_id = below.id
    where below.court_id = ${courtId} and ${fromRoomId}::uuid = any(below.ancestor_ids)
    returning item_id`.execute(trx);
  return rows.length;
}

/** What is about to leave a room that is being moved belongs to the move, also when it came after the start. */
export async function insertMovedThings(
  trx: TenantTransaction,
  courtId: number,
  itemIds: readonly string[],
): Promise<void> {
  await sendAhead(
    trx,
    sql`insert into room_move_items (court_id, move_id, item_id)
      select item.court_id, move.id, item.id from seized_items item
      join places place on place.court_id = item.court_id and place.id = item.place_id
      join room_moves move on move.court_id = item.court_id and move.outcome is null
        and move.from_room_id = any(place.ancestor_ids)
      where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[])
      on conflict do nothing`,
  );
}

export async function updateRoomMoveEnded(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  end: {
    readonly outcome: RoomMoveOutcome;
    readonly at: Date;
    readonly by: { readonly id: string; readonly name: string };
    readonly secondPersonName: string;
    readonly note: string | null;
  },
): Promise<void> {
  await sql`update room_moves set outcome = ${end.outcome}, ended_at = ${end.at}, ended_by = ${end.by.id},
      ended_by_name = ${end.by.name}, second_person_name = ${end.secondPersonName}, end_note = ${end.note}
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}
