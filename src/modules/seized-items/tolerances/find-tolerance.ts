import { shanghaiDay } from '../../../platform/clock.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { ItemCategoryId } from '../item-categories.ts';
import { listCourtTolerances } from './tolerance.sql.ts';
import { toleranceFor, type AppliedTolerance, type ToleranceKind } from './tolerances.rules.ts';

/** What counts in the acting court today; null: the category loses nothing by nature. */
export async function findTolerance(
  { trx, actor, now }: Pick<CommandContext, 'trx' | 'actor' | 'now'>,
  kind: ToleranceKind,
  category: ItemCategoryId,
): Promise<AppliedTolerance | null> {
  return toleranceFor(await listCourtTolerances(trx, actor.courtId), kind, category, shanghaiDay(now));
}
