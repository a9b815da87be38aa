/** Items that somebody wants to dispose of, with their one case, which is held. */
import type { CommandContext } from '../../platform/run-command.ts';
import type { Permission } from '../accounts/permissions.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { lockReachableCase } from '../seized-items/reach-case.ts';
import { listItemsById } from './case-item.sql.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { loadQuestions, type LoadedItem } from './load-question.ts';

export interface ReachedItems {
  readonly head: CaseHead;
  /** In the order asked for. */
  readonly items: readonly LoadedItem[];
}

/**
 * The items, all of one case that the permission reaches. The case is held before their books are, so that two commands
 * never wait in a circle. Refusals: ITEM_NOT_FOUND, ITEMS_OF_SEVERAL_CASES, INTAKE_CASE_UNKNOWN.
 */
export async function reachItems(
  command: CommandContext,
  permission: Permission,
  itemIds: readonly string[],
): Promise<ReachedItems> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const found = await listItemsById(trx, courtId, itemIds);
  const caseIds = new Set(found.map(({ caseId }) => caseId));
  const [caseId] = caseIds;
  if (caseId === undefined || itemIds.some((id) => !found.some((row) => row.id === id)))
    throw refuseItem('ITEM_NOT_FOUND');
  if (caseIds.size > 1) throw refuseDisposition('ITEMS_OF_SEVERAL_CASES');
  const head = await lockReachableCase(command, permission, caseId);
  const loaded = await loadQuestions(trx, { courtId, caseId, itemIds, now });
  return { head, items: itemIds.flatMap((id) => loaded.get(id) ?? []) };
}
