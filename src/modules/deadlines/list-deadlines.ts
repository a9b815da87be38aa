import { z } from 'zod';
import { refuse } from '../../platform/errors.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { scopeOf } from '../accounts/permissions.ts';
import type { DeadlineAnswer } from './contract.ts';
import { listCompanions } from './deadline-companions.ts';
import { countDueDeadlines } from './deadline-count.sql.ts';
import { listDeadlineRows, type DeadlineFilter } from './deadline.sql.ts';
import { describeDeadline } from './describe-deadline.ts';

export interface ListDeadlinesInput {
  readonly state: DeadlineFilter['state'];
  readonly mine: boolean;
  readonly ownerId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly courtId?: number | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

const cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** A page of what is due, as far as the person may read it. Refusal: NOT_FOUND for a court out of reach. */
export async function listDeadlines(
  query: QueryContext,
  input: ListDeadlinesInput,
): Promise<{ items: DeadlineAnswer[]; nextCursor: string | null }> {
  const { reader, actor, now } = query;
  const courtId = input.courtId ?? actor.courtId;
  const held = scopeOf(actor, 'deadline.read');
  const reachesCourt =
    courtId === actor.courtId || (held?.scope === 'tree' && actor.readableCourtIds.includes(courtId));
  if (held === null || !reachesCourt) throw refuse('NOT_FOUND');
  const { scope, departmentIds } = held;
  const after = decodeCursor(input.after, cursor);
  const rows = await listDeadlineRows(reader, {
    courtId,
    reach: { isWhole: scope === 'court' || scope === 'tree', departmentIds, personId: actor.personId },
    state: input.state,
    ownerId: input.mine ? actor.personId : (input.ownerId ?? null),
    caseId: input.caseId ?? null,
    now,
    after: after === null ? null : { at: after[0], id: after[1] },
    limit: input.limit + 1,
  });
  const companions = await listCompanions(reader, rows, now);
  return pageOfRows(
    rows,
    input.limit,
    (row) => describeDeadline(actor, row, companions.get(row.id) ?? [], now),
    ({ dueAt, settledAt, id }) => [(settledAt ?? dueAt).toISOString(), id],
  );
}

/** The person’s own: open, due within seven days, overdue, not seen as loud as it is; and what was told upwards. */
export async function countDeadlines({ reader, actor, now }: QueryContext) {
  const held = scopeOf(actor, 'deadline.read');
  const reach = {
    isWhole: held?.scope === 'court' || held?.scope === 'tree',
    departmentIds: held?.departmentIds ?? [],
    personId: actor.personId,
  };
  return countDueDeadlines(reader, actor.courtId, reach, now);
}
