import type { z } from 'zod';
import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import { fillSentence, refuse } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { decidePermission } from '../accounts/permissions.ts';
import {
  decidePosting,
  DEPRECIATION_REFUSALS,
  nextMonthToPost,
  type PostedMonths,
  type PostingVerdict,
} from './depreciation-posting.ts';
import type { listDepreciationMonthsEndpoint, postedMonth } from './depreciation.contract.ts';
import { listDepreciationRuns, type DepreciationRun } from './depreciation.sql.ts';

/** The court asked for, otherwise the acting one. Refusal: NOT_FOUND when the actor may not read it. */
export function readableCourt(
  query: Pick<QueryContext, 'actor'>,
  input: { readonly courtId?: number | undefined },
): number {
  const courtId = input.courtId ?? query.actor.courtId;
  if (!decidePermission(query.actor, 'depreciation.read', { courtId }, 'read').allowed)
    throw refuse('NOT_FOUND');
  return courtId;
}

/** The first and the last of posted months, given newest first. */
export function postedMonthsOf(runs: readonly DepreciationRun[]): PostedMonths {
  return { first: runs.at(-1)?.month.slice(0, 7) ?? null, last: runs.at(0)?.month.slice(0, 7) ?? null };
}

/** The reason as the wire shows it; null when posting is allowed. */
export function refusalOfVerdict(verdict: PostingVerdict): { code: string; zh: string; en: string } | null {
  if (verdict.allowed) return null;
  return { code: verdict.reason, ...fillSentence(DEPRECIATION_REFUSALS[verdict.reason], verdict.facts) };
}

export function describeRun(run: DepreciationRun): z.output<typeof postedMonth> {
  return {
    month: run.month.slice(0, 7),
    postedAt: shanghaiInstant(run.postedAt),
    postedByName: run.postedByName,
    assetCount: run.assetCount,
    amountFen: run.amountFen,
  };
}

/** Posted months and the next one to post. Refusal: NOT_FOUND for a court that is not the actor's to read. */
export async function listDepreciationMonths(
  query: QueryContext,
  input: { readonly courtId?: number | undefined },
): Promise<z.output<(typeof listDepreciationMonthsEndpoint)['response']>> {
  const courtId = readableCourt(query, input);
  const runs = await listDepreciationRuns(query.reader, courtId);
  const today = shanghaiDay(query.now);
  const posted = postedMonthsOf(runs);
  const nextMonth = nextMonthToPost(posted.last, today);
  const nextRefusal = refusalOfVerdict(decidePosting(nextMonth, posted, today));
  const mayPost = decidePermission(query.actor, 'depreciation.post', { courtId }, 'write').allowed;
  return {
    items: runs.map(describeRun),
    nextMonth,
    nextRefusal,
    availableActions: mayPost && nextRefusal === null ? ['post'] : [],
  };
}
