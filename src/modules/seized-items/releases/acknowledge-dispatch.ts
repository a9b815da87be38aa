import { shanghaiDay, startOfShanghaiDay } from '../../../platform/clock.ts';
import { daysLater } from '../../../platform/days.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions, type TransitionLine } from '../record-transitions.ts';
import { holdRelease } from './hold-release.ts';
import { stopReleaseClocks } from './release-deadlines.ts';
import { isOpenLine } from './release-kinds.ts';
import { listReleaseLines, updateReleaseLines } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { updateReleaseReceipt, updateReleaseState } from './release.sql.ts';
import type { acknowledgeDispatchEndpoint } from './release-steps.contract.ts';

/** An appeal takes this long at most as a rule (刑诉法第243条: two months); then the things are asked after. */
const ASKED_AFTER_DAYS = 60;

/**
 * The receiving court has acknowledged what was dispatched: it is there, and comes back after the second instance; or
 * nothing comes back, and it is handed over for good (T11). Refusals: RELEASE_NOT_FOUND, RELEASE_STATE_WRONG,
 * RECEIPT_BEFORE_DISPATCH, LINES_REFUSED.
 */
export async function acknowledgeDispatch(
  command: CommandContext,
  { params, body }: InputOf<typeof acknowledgeDispatchEndpoint>,
): Promise<ResponseOf<typeof acknowledgeDispatchEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { receiptNumber, receiptOn, receiptBy, isFinal } = body;
  const { release } = await holdRelease(command, { ...params, state: 'in_transit', itemIds: [] });
  if (release.leftAt !== null && receiptOn < shanghaiDay(release.leftAt))
    throw refuseRelease('RECEIPT_BEFORE_DISPATCH');
  const lines = (await listReleaseLines(trx, courtId, release.id)).filter(({ state }) => isOpenLine(state));
  const itemIds = lines.map(({ itemId }) => itemId);
  await recordTransitions(command, {
    occasion: occasionOf(
      command,
      { ...body, basis: body.basis ?? `回执 ${receiptNumber}` },
      { counterparty: receiptBy },
    ),
    lines: itemIds.map((itemId): TransitionLine => ({
      itemId,
      transition: isFinal ? 'confirm_handover' : 'acknowledge_dispatch',
      evidence: ['receipt'],
      details: { receiptNumber, receiptOn },
    })),
  });
  const attentionAt = daysLater(startOfShanghaiDay(receiptOn), ASKED_AFTER_DAYS);
  const receipt = { number: receiptNumber, on: receiptOn, by: receiptBy, attentionAt };
  await updateReleaseReceipt(trx, courtId, release.id, receipt);
  await stopReleaseClocks(command, itemIds, receiptNumber);
  if (!isFinal) return { id: release.id };
  const gone = { state: 'handed_over', backAt: now, note: receiptNumber } as const;
  await updateReleaseLines(
    trx,
    courtId,
    release.id,
    itemIds.map((itemId) => ({ itemId, ...gone })),
  );
  await updateReleaseState(trx, courtId, release.id, now);
  return { id: release.id };
}
