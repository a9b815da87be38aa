/** Moves of whole rooms as their custodians see them. */
import { z } from 'zod';
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { normaliseQuantity } from '../../ledger/entry.ts';
import { isDear } from '../dear.rules.ts';
import { instantOrNull } from '../describe-item.ts';
import { listAnswering } from './list-answering.ts';
import { refuseRoomMove } from './room-move-refusals.ts';
import { answersForOne, type MoveCounts } from './room-move.rules.ts';
import {
  countThings,
  findRoomMove,
  listMovedThings,
  listRoomMoveRows,
  type MovedThingRow,
  type RoomMoveRow,
} from './room-move.sql.ts';
import type {
  listRoomMovesEndpoint,
  MovedThing,
  readRoomMoveEndpoint,
  RoomMoveSummary,
} from './room-moves.contract.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);
const THINGS_MAX = 20_000;
const NOTHING: MoveCounts = { left: 0, carried: 0, arrived: 0, elsewhere: 0 };

function summaryOf(row: RoomMoveRow, counts: MoveCounts = NOTHING): RoomMoveSummary {
  const { id, document, startedByName, outcome, endedByName, secondPersonName, endNote } = row;
  return {
    ...{ id, document, startedByName, outcome, endedByName, secondPersonName, endNote },
    from: { id: row.fromRoomId, name: row.fromRoom, requiresTwoPersons: row.isFromTwoPerson },
    to: { id: row.toRoomId, name: row.toRoom, requiresTwoPersons: row.isToTwoPerson },
    startedAt: shanghaiInstant(row.startedAt),
    endedAt: instantOrNull(row.endedAt),
    counts,
  };
}

/** The newest first. */
export async function listRoomMoves(
  { reader, actor }: QueryContext,
  { query }: InputOf<typeof listRoomMovesEndpoint>,
): Promise<ResponseOf<typeof listRoomMovesEndpoint>> {
  const position = decodeCursor(query.after, cursor);
  const rows = await listRoomMoveRows(reader, actor.courtId, {
    after: position && { at: position[0], id: position[1] },
    limit: query.limit + 1,
    runningIn: query.runningIn,
  });
  const counts = await countThings(
    reader,
    actor.courtId,
    rows.map(({ id }) => id),
  );
  return pageOfRows(
    rows,
    query.limit,
    (row) => summaryOf(row, counts.get(row.id)),
    ({ startedAt, id }) => [startedAt.toISOString(), id],
  );
}

function thingOf(row: MovedThingRow, personId: string): MovedThing {
  const { onHand, grade, category, holderId, containerId, container, containerCode, ...thing } = row;
  return {
    ...thing,
    quantity: normaliseQuantity(onHand),
    asksForTwo: isDear({ grade, category }),
    isInYourHands: row.where === 'carried' && holderId === personId,
    container:
      containerId === null ? null : { id: containerId, name: container ?? '', code: containerCode ?? '' },
  };
}

/** Refusal: ROOM_MOVE_NOT_FOUND. */
export async function readRoomMove(
  context: QueryContext,
  { params }: InputOf<typeof readRoomMoveEndpoint>,
): Promise<ResponseOf<typeof readRoomMoveEndpoint>> {
  const { reader, actor } = context;
  const { courtId, personId } = actor;
  const row = await findRoomMove(reader, courtId, params.roomMoveId);
  if (!row) throw refuseRoomMove('ROOM_MOVE_NOT_FOUND');
  const counts = await countThings(reader, courtId, [row.id]);
  const things = await listMovedThings(reader, { courtId, moveId: row.id, limit: THINGS_MAX });
  const answering = await listAnswering(context, row);
  return {
    ...summaryOf(row, counts.get(row.id)),
    things: things.map((thing) => thingOf(thing, personId)),
    mayEnd: row.outcome === null && answersForOne(answering, personId),
  };
}
