import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { wordOf } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { deadlineRule } from '../deadlines/deadline-rules.ts';
import type { listOwnCasesEndpoint } from './contract.ts';
import { describeCases } from './describe-case.ts';
import { listOwnCaseRows } from './own-case.sql.ts';

/** The open cases that the person handles or keeps the files of, the next due first. Refuses nothing. */
export async function listOwnCases(
  query: QueryContext,
  { query: { limit } }: InputOf<typeof listOwnCasesEndpoint>,
): Promise<ResponseOf<typeof listOwnCasesEndpoint>> {
  const { reader, actor, now } = query;
  const rows = await listOwnCaseRows(reader, actor.courtId, { personId: actor.personId, limit });
  const nextOf = new Map(
    rows.map(({ id, nextRuleId, nextDueOn, nextDueAt }) => [
      id,
      nextRuleId === null || nextDueOn === null || nextDueAt === null
        ? null
        : {
            rule: wordOf(deadlineRule(nextRuleId)),
            dueOn: nextDueOn,
            isOverdue: nextDueAt <= now,
          },
    ]),
  );
  const items = await describeCases(query, rows);
  return {
    items: items.map((found) => ({ ...found, next: nextOf.get(found.id) ?? null })),
    more: (rows[0]?.total ?? 0) - rows.length,
  };
}
