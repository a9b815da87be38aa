import { z } from 'zod';
import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../../platform/page-cursor.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { mayUse } from '../../accounts/permissions.ts';
import { listOpenRequestsAbout, type OpenLine } from '../../approvals/list-open-requests.ts';
import { caseReachOf, reachesCase } from '../../cases/case-access.ts';
import { instantOrNull } from '../describe-item.ts';
import { listItemRowsById, type ItemRow } from '../item-page.sql.ts';
import { itemRequestKindOf } from '../item-request-kinds.ts';
import { maskItem } from '../mask-item.ts';
import type { CountDifference, listCountDifferencesEndpoint } from './baseline.contract.ts';
import { listDifferenceRows, type DifferenceRow } from './count-difference.sql.ts';

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

function requestOf({ requestId, requestNumber }: DifferenceRow, open: OpenLine | undefined) {
  if (requestId === null) return null;
  const states = ['pending', 'returned', 'approved'] as const;
  const state = states.find((each) => each === open?.state);
  return { id: requestId, number: requestNumber ?? '', state: state ?? null };
}

function actionsOf(
  { actor }: QueryContext,
  item: ItemRow,
  { state }: DifferenceRow,
  open: OpenLine | undefined,
): CountDifference['actions'] {
  if (state !== 'open' || item.courtId !== actor.courtId) return [];
  if (open !== undefined) return open.state === 'approved' && mayUse(actor, 'item.verify') ? ['settle'] : [];
  const mayAsk = itemRequestKindOf('baseline').askedBy.some((role) => actor.roles.includes(role));
  return mayAsk && reachesCase(actor, 'item.request', item, 'write') ? ['request'] : [];
}

function describe(
  context: QueryContext,
  row: DifferenceRow,
  found: ItemRow,
  open: OpenLine | undefined,
): CountDifference {
  const { code, name, caseId, caseNumber, number, place } = maskItem(context.actor, found);
  const { id, itemId, unit, booked, counted, reason, document, state } = row;
  const { countedByName, secondPersonName, endedByName, endedWith } = row;
  return {
    ...{ id, itemId, code, name, caseId, caseNumber, number, place: place ?? found.keeper },
    ...{ unit, booked, counted, reason, document, state },
    ...{ countedAt: shanghaiInstant(row.countedAt), countedByName, secondPersonName },
    request: requestOf(row, open),
    ...{ endedAt: instantOrNull(row.endedAt), endedByName, endedWith },
    actions: actionsOf(context, found, row, open),
  };
}

/** Of cases that the person may see, in the acting court; what was counted last first. */
export async function listCountDifferences(
  context: QueryContext,
  { query }: InputOf<typeof listCountDifferencesEndpoint>,
): Promise<ResponseOf<typeof listCountDifferencesEndpoint>> {
  const { reader, actor, now } = context;
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'item.read', courtId);
  if (reach === null) return { items: [], nextCursor: null };
  const position = decodeCursor(query.after, cursor);
  const rows = await listDifferenceRows(reader, {
    ...{ courtId, reach, itemId: query.itemId ?? null, state: query.state ?? null },
    after: position && { countedAt: position[0], id: position[1] },
    limit: query.limit + 1,
  });
  const itemIds = [...new Set(rows.map(({ itemId }) => itemId))];
  const items = new Map((await listItemRowsById(reader, [courtId], itemIds)).map((row) => [row.id, row]));
  const asked = await listOpenRequestsAbout(reader, { courtId, subjectIds: itemIds, now });
  /** That of the difference itself: of one that was counted again, the request is of no use any more. */
  const openOf = ({ itemId, requestId }: DifferenceRow) =>
    asked.find((line) => line.subjectId === itemId && line.requestId === requestId);
  const known = rows.flatMap((row) => {
    const item = items.get(row.itemId);
    return item ? [{ row, item }] : [];
  });
  return pageOfRows(
    known,
    query.limit,
    ({ row, item }) => describe(context, row, item, openOf(row)),
    ({ row }) => [row.countedAt.toISOString(), row.id],
  );
}
