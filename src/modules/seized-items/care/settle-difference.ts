import type { InputOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmByJudge } from '../confirm-by-judge.ts';
import { endSupplement } from '../delivery-deadlines.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordTransitions } from '../record-transitions.ts';
import type { TransitionsAnswer } from '../transitions.contract.ts';
import type { settleDifferenceEndpoint } from './care.contract.ts';

/**
 * A difference between list and count is settled by a supplement or a stamped explanation, or the thing goes back to
 * who sent it; the judge of the case confirms (T5, situations 09 and 26). The counted quantity stays what is booked.
 * Refusals: ITEM_NOT_FOUND, JUDGE_CONFIRMS, LINES_REFUSED, those of the judge's PIN.
 */
export async function settleDifference(
  command: CommandContext,
  { params, body }: InputOf<typeof settleDifferenceEndpoint>,
): Promise<TransitionsAnswer> {
  const item = await lockReachableItem(command, 'item.move', params.itemId);
  const secondPerson = await confirmByJudge(command, item.caseId, body.secondPerson);
  const paper = { ...body, basis: body.document, note: body.explanation };
  const isKept = body.outcome === 'in_store';
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, paper, { secondPerson }),
    lines: [
      isKept
        ? { itemId: item.id, transition: 'settle_difference', evidence: ['supplement'] }
        : {
            itemId: item.id,
            transition: 'reject_difference',
            evidence: ['receipt', 'reason'],
            change: { placeId: null },
          },
    ],
  });
  await endSupplement(command, item.caseId);
  return answer;
}
