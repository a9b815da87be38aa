import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { holdRelease } from './hold-release.ts';
import { updateReleaseLines } from './release-line.sql.ts';
import { updateReleaseState } from './release.sql.ts';
import type { cancelReleaseEndpoint } from './release-steps.contract.ts';

/**
 * Nobody came for what was put ready: it is in store again, and the approval is used up. Refusals: RELEASE_NOT_FOUND,
 * RELEASE_STATE_WRONG, RELEASE_LINE_UNKNOWN, LINES_REFUSED.
 */
export async function cancelRelease(
  command: CommandContext,
  { params, body }: InputOf<typeof cancelReleaseEndpoint>,
): Promise<ResponseOf<typeof cancelReleaseEndpoint>> {
  const { trx, actor, now } = command;
  const { itemIds, reason } = body;
  const { release } = await holdRelease(command, { ...params, state: 'prepared', itemIds });
  await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, note: reason }),
    lines: itemIds.map((itemId) => ({ itemId, transition: 'cancel_release', evidence: ['reason'] })),
  });
  await updateReleaseLines(
    trx,
    actor.courtId,
    release.id,
    itemIds.map((itemId) => ({ itemId, state: 'cancelled', note: reason })),
  );
  await updateReleaseState(trx, actor.courtId, release.id, now);
  return { id: release.id };
}
