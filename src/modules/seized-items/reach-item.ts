/** One item as far as a person may change it, with its case's book locked. */
import type { CommandContext } from '../../platform/run-command.ts';
import type { Permission } from '../accounts/permissions.ts';
import { reachesCase } from '../cases/case-access.ts';
import { findCase } from '../cases/find-case.ts';
import { refuseItem } from './item-refusals.ts';
import { lockItems, type LockedItem } from './item.sql.ts';

/** Refusal: ITEM_NOT_FOUND, also when its case is not theirs. */
export async function lockReachableItem(
  { trx, actor }: Pick<CommandContext, 'trx' | 'actor'>,
  permission: Permission,
  itemId: string,
): Promise<LockedItem> {
  const [item] = await lockItems(trx, actor.courtId, [itemId]);
  const head = item && (await findCase(trx, { courtId: item.courtId, id: item.caseId }));
  if (!item || !head || !reachesCase(actor, permission, head, 'write')) throw refuseItem('ITEM_NOT_FOUND');
  return item;
}
