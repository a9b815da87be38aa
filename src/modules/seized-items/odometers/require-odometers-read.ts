import { shanghaiInstant } from '../../../platform/clock.ts';
import { listWords } from '../../../platform/errors.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { saidItemName } from '../mask-item.ts';
import { refuseOdometer } from './odometer-refusals.ts';
import { listUnreadVehicles } from './odometer.sql.ts';

/** A count of vehicles, or their leaving for good, rests on readings of the occasion. Refusal: ODOMETER_NOT_READ. */
export async function requireOdometersRead(
  { trx, actor }: CommandContext,
  itemIds: readonly string[],
  since: Date,
): Promise<void> {
  const unread = await listUnreadVehicles(trx, actor.courtId, itemIds, since);
  if (unread.length === 0) return;
  const said = shanghaiInstant(since).slice(0, 16).replace('T', ' ');
  throw refuseOdometer('ODOMETER_NOT_READ', { names: listWords(unread.map(saidItemName)), since: said });
}
