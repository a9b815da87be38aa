import { shanghaiDay } from '../../platform/clock.ts';
import type { ItemEnding } from '../seized-items/item-ends.ts';
import { finishExecution } from './finish-execution.ts';
import { settleDeadlinesOfItems } from './item-deadlines.ts';
import { updateNoticesEnded } from './notice.sql.ts';

/** A loss or a consumption ends what a disposition would have ended: the clocks of the item and the notice that ran. */
export const END_WITH_ITEM: ItemEnding = async (command, ended, note) => {
  const { trx, actor, now } = command;
  const itemIds = ended.map(({ itemId }) => itemId);
  await settleDeadlinesOfItems(command, itemIds, note);
  await updateNoticesEnded(trx, actor.courtId, itemIds, { on: shanghaiDay(now), outcome: 'lost' });
  for (const caseId of new Set(ended.map((one) => one.caseId))) await finishExecution(command, caseId);
};
