/** What waits to be done about dispositions, and what does not fit. */
import { z } from 'zod';
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { caseReachOf } from '../cases/case-access.ts';
import {
  WORK_VIEWS,
  type countDispositionWorkEndpoint,
  type listDispositionWorkEndpoint,
  type WorkRow,
  type WorkView,
} from './item-disposition.contract.ts';
import { shownName, shownThing } from './describe-line.ts';
import { countWork, listWork, type WorkItemRow } from './work.sql.ts';

const cursor = z.tuple([z.string().max(60), z.uuid()]);

/** What the judgment calls a thing is its name too; whoever claims is a person of the case. */
const NAMING: ReadonlySet<WorkView> = new Set(['confirm', 'await', 'unmatched']);

function shownWords({ actor }: QueryContext, view: WorkView, row: WorkItemRow): string | null {
  if (row.words === null) return null;
  if (view === 'claim') return shownName(actor, row, row.words);
  return NAMING.has(view) ? shownThing(actor, row, { ...row, name: row.words }) : row.words;
}

function shownRow(context: QueryContext, view: WorkView, row: WorkItemRow): WorkRow {
  const { id, caseId, caseNumber, quantity, unit, order, document, day, dueOn, amountFen } = row;
  const { itemId, code, name, state } = row;
  const words = shownWords(context, view, row);
  return {
    ...{ id, caseId, caseNumber, quantity, unit, words, order, document, day, dueOn, amountFen },
    item:
      itemId === null || code === null || name === null || state === null
        ? null
        : { id: itemId, code, name: shownThing(context.actor, row, { ...row, name }), state },
    holders: [...row.holders],
  };
}

/** One of the lists of the acting court, as far as one’s cases go. */
export async function listDispositionWork(
  context: QueryContext,
  { query }: InputOf<typeof listDispositionWorkEndpoint>,
): Promise<ResponseOf<typeof listDispositionWorkEndpoint>> {
  const { reader, actor, now } = context;
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'item.read', courtId);
  if (reach === null) return { items: [], nextCursor: null };
  const after = decodeCursor(query.after, cursor);
  const rows = await listWork(reader, query.view, {
    ...{ courtId, reach, today: shanghaiDay(now), limit: query.limit + 1 },
    after: after && { position: after[0], id: after[1] },
  });
  return pageOfRows(
    rows,
    query.limit,
    (row) => shownRow(context, query.view, row),
    ({ position, id }) => [position, id],
  );
}

export async function countDispositionWork({
  reader,
  actor,
  now,
}: QueryContext): Promise<ResponseOf<typeof countDispositionWorkEndpoint>> {
  const { courtId } = actor;
  const reach = caseReachOf(actor, 'item.read', courtId);
  const counts: [string, number][] = [];
  for (const view of WORK_VIEWS)
    counts.push([
      view,
      reach === null ? 0 : await countWork(reader, view, { courtId, reach, today: shanghaiDay(now) }),
    ]);
  // why: one count a view, in the order of the views.
  return { counts: Object.fromEntries(counts) as ResponseOf<typeof countDispositionWorkEndpoint>['counts'] };
}
