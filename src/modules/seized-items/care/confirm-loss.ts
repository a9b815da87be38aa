import { shanghaiInstant } from '../../../platform/clock.ts';
import { compareDecimals } from '../../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import type { QueryContext } from '../../../platform/run-query.ts';
import { listOpenRequestsAbout } from '../../approvals/list-open-requests.ts';
import { endWithItems } from '../item-ends.ts';
import { refuseBaseline } from '../baseline/baseline-refusals.ts';
import { listCounters, listOpenCounts, updateOvertaken } from '../baseline/count-difference.sql.ts';
import type { ItemStanding } from '../item-standing.ts';
import { approvalKindOf } from '../item-request-kinds.ts';
import { refuseItem } from '../item-refusals.ts';
import { isEnded } from '../item-states.ts';
import { saidItemName } from '../mask-item.ts';
import { findReadableItem } from '../read-items.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordTransitions } from '../record-transitions.ts';
import { stopReleaseClocks } from '../releases/release-deadlines.ts';
import { takeApproval } from '../take-approval.ts';
import type { TransitionsAnswer } from '../transitions.contract.ts';
import type { confirmLossEndpoint, listLossGrantsEndpoint } from './care.contract.ts';

/** A first count that differed is explained once nothing is left, or as much as was counted. */
async function concludeCount(
  { trx, actor, now }: CommandContext,
  itemId: string,
  { state, onHand }: ItemStanding,
): Promise<void> {
  const open = (await listOpenCounts(trx, actor.courtId, [itemId])).get(itemId);
  if (open === undefined || !(isEnded(state) || compareDecimals(open.counted, onHand) === 0)) return;
  await updateOvertaken(trx, actor.courtId, [itemId], { at: now, byName: actor.personName, withName: null });
}

/**
 * What could not be found is written off by a conclusion and the president's approval, by a leader who neither asked for
 * it nor approved it nor counted a difference of it, never by the custodian (T22). What is found after all stays in the balance until it is closed; with
 * what is wholly lost its clocks and notices end.
 * Refusals: ITEM_NOT_FOUND, CONCLUDER_HAS_COUNTED, those of the approval, LINES_REFUSED.
 */
export async function confirmLoss(
  command: CommandContext,
  { params, body }: InputOf<typeof confirmLossEndpoint>,
): Promise<TransitionsAnswer> {
  const { requestId, conclusion } = body;
  const item = await lockReachableItem(command, 'item.incident.conclude', params.itemId);
  const { id, courtId } = item;
  if ((await listCounters(command.trx, { courtId, subjectIds: [id] })).includes(command.actor.personId))
    throw refuseBaseline('CONCLUDER_HAS_COUNTED', { name: saidItemName(item) });
  const quantity = body.quantity ?? item.standing.onHand;
  const items = [{ itemId: item.id, quantity }];
  const { number, approvals } = await takeApproval(command, {
    ...{ requestId, kind: 'loss', items, secondPerson: null },
  });
  const { steps, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, basis: body.basis ?? number, note: conclusion }),
    lines: [
      {
        ...{ itemId: item.id, transition: 'confirm_loss', quantity, evidence: ['conclusion'] },
        approval: approvals.get(item.id) ?? null,
      },
    ],
  });
  for (const { after } of steps) await concludeCount(command, item.id, after);
  if (!steps.some(({ after }) => isEnded(after.state))) return answer;
  await stopReleaseClocks(command, [item.id], number);
  await endWithItems(command, [{ itemId: item.id, caseId: item.caseId }], number);
  return answer;
}

/** Approvals of the loss of an item that nobody has carried out yet. Refusal: ITEM_NOT_FOUND. */
export async function listLossGrants(
  context: QueryContext,
  { itemId }: { readonly itemId: string },
): Promise<ResponseOf<typeof listLossGrantsEndpoint>> {
  const { reader, now } = context;
  const item = await findReadableItem(context, itemId);
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  const open = await listOpenRequestsAbout(reader, { courtId: item.courtId, subjectIds: [item.id], now });
  return {
    items: open
      .filter(({ kind, state }) => kind === approvalKindOf('loss') && state === 'approved')
      .map(({ requestId, number, applicantName, expiresAt }) => ({
        ...{ requestId, number, applicantName, expiresAt: shanghaiInstant(expiresAt) },
      })),
  };
}
