import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { refuseItem } from '../item-refusals.ts';
import { auditedItemLabel } from '../mask-item.ts';
import { isEnded, ITEM_STATES } from '../item-states.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { requireAtItem } from '../require-at-item.ts';
import { writeRecord } from '../write-record.ts';
import type { identifyItemEndpoint } from './care.contract.ts';
import { refuseCare } from './care-refusals.ts';
import { COMPARED_MARKS, listMarksMissing } from './compared-marks.rules.ts';

/**
 * Two people say by what they know an item whose label is damaged or gone, before it gets the next version of the label
 * (situation 23), and what they compared. Refusals: ITEM_NOT_FOUND, ITEM_ENDED, MARKS_NOT_COMPARED, those of the second
 * person's PIN and of presence.
 */
export async function identifyItem(
  command: CommandContext,
  { params, body }: InputOf<typeof identifyItemEndpoint>,
): Promise<ResponseOf<typeof identifyItemEndpoint>> {
  const item = await lockReachableItem(command, 'item.move', params.itemId);
  const { state } = item.standing;
  if (isEnded(state)) throw refuseItem('ITEM_ENDED', { state: ITEM_STATES[state] });
  const missing = listMarksMissing(body.compared, item.standing.sealNumber !== null);
  if (missing.length > 0)
    throw refuseCare('MARKS_NOT_COMPARED', {
      marks: missing.map((mark) => COMPARED_MARKS[mark].zh).join('、'),
      marksEn: missing.map((mark) => COMPARED_MARKS[mark].en).join(', '),
    });
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, { ...body, note: body.recognisedBy }, { secondPerson });
  const details = { ...(await requireAtItem(command, item, occasion)), compared: body.compared };
  await writeRecord(command, { item, record: 'identify', details, occasion });
  command.audit({
    ...{ subjectKind: 'seized_item', subjectId: item.id, subjectLabel: auditedItemLabel(item) },
    detail: { recognisedBy: body.recognisedBy, compared: body.compared },
  });
  return { itemId: item.id };
}
