import type { CommandContext } from '../../platform/run-command.ts';
import { updateBadgeCodes } from './badge.sql.ts';

/** People of the writing court get other badges; the codes' own standing is the caller's matter. */
export function changeBadges(
  { trx }: Pick<CommandContext, 'trx'>,
  badges: readonly { readonly personId: string; readonly badgeCode: string }[],
): Promise<void> {
  return updateBadgeCodes(trx, badges);
}
