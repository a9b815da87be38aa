import { compareDecimals } from '../../../platform/decimal.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { shanghaiDay } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { settleDeadline } from '../../deadlines/settle-deadline.ts';
import { confirmBySecondPerson } from '../../accounts/confirm-by-pin.ts';
import { findQuantityProblem } from '../item-quantity.ts';
import { refuseItem } from '../item-refusals.ts';
import { isEnded, ITEM_STATES } from '../item-states.ts';
import { lockReachableItem } from '../reach-item.ts';
import { refuseExamination } from './examination-refusals.ts';
import { insertExamination } from './examination.sql.ts';
import type { commissionExaminationEndpoint } from './examinations.contract.ts';
import { auditedItemLabel } from '../mask-item.ts';

/**
 * An item, or a sample of it, is sent to an institution by two people. It leaves the room by a release of its own; this
 * is the mandate; a valuation ends the wait for a reference price (D20). Refusals: ITEM_NOT_FOUND, ITEM_ENDED,
 * MANDATE_IN_FUTURE, QUANTITY_INVALID, SAMPLE_EXCEEDS_ITEM, those of the second person's PIN.
 */
export async function commissionExamination(
  command: CommandContext,
  { params, body }: InputOf<typeof commissionExaminationEndpoint>,
): Promise<ResponseOf<typeof commissionExaminationEndpoint>> {
  const { trx, actor, now } = command;
  const { secondPerson, sampleQuantity, ...mandate } = body;
  const item = await lockReachableItem(command, 'item.examine', params.itemId);
  const { state, onHand, unit } = item.standing;
  if (isEnded(state)) throw refuseItem('ITEM_ENDED', { state: ITEM_STATES[state] });
  if (body.sentOn > shanghaiDay(now)) throw refuseExamination('MANDATE_IN_FUTURE');
  if (sampleQuantity !== null && findQuantityProblem(sampleQuantity, unit) !== null)
    throw refuseItem('QUANTITY_INVALID');
  if (sampleQuantity !== null && compareDecimals(sampleQuantity, onHand) > 0)
    throw refuseExamination('SAMPLE_EXCEEDS_ITEM', { sample: sampleQuantity, onHand });
  const { name: secondPersonName } = await confirmBySecondPerson(command, secondPerson);
  const id = newId(now.getTime());
  const sentBy = { id: actor.personId, name: actor.personName };
  await insertExamination(trx, actor.courtId, now, {
    ...mandate,
    ...{ id, itemId: item.id, sampleQuantity, sentBy, secondPersonName },
  });
  if (body.kind === 'valuation')
    await settleDeadline(command, { ruleId: 'D20', subjectKind: 'case', subjectId: item.caseId });
  command.audit({
    subjectKind: 'seized_item',
    subjectId: item.id,
    subjectLabel: auditedItemLabel(item),
    after: { examinationId: id, ...mandate, sampleQuantity },
  });
  return { id };
}
