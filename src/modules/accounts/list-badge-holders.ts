import { shanghaiDay } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listBadgeHolderRows, type BadgeHolder } from './badge.sql.ts';

export type { BadgeHolder } from './badge.sql.ts';

/** People by id, as far as they belong to the acting court or have a role in it; by department, then name. */
export function listBadgeHolders(
  { reader, actor, now }: Pick<QueryContext, 'reader' | 'actor' | 'now'>,
  personIds: readonly string[],
): Promise<BadgeHolder[]> {
  return listBadgeHolderRows(reader, { courtId: actor.courtId, today: shanghaiDay(now) }, personIds);
}
