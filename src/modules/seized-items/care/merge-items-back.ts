import { sumDecimals } from '../../../platform/decimal.ts';
import type { InputOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { listItemRowsById } from '../item-page.sql.ts';
import { lockItems } from '../item.sql.ts';
import { keptOtherwise, requireFitting } from '../keeping/require-fitting-place.ts';
import { openRoomBook } from '../load-grounds.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordTransitions } from '../record-transitions.ts';
import { requireAtItem } from '../require-at-item.ts';
import type { TransitionsAnswer } from '../transitions.contract.ts';
import { refuseCare } from './care-refusals.ts';
import type { mergeItemsBackEndpoint } from './care.contract.ts';

/**
 * Parts go back into the item that they were split from, with what is left of them; their codes end (situation 01). What
 * lay elsewhere comes to lie where the parent does, and needs there what it needed. Refusals: ITEM_NOT_FOUND, NOT_A_PART,
 * ITEM_SEALED, PARTS_ELSEWHERE, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, LINES_REFUSED, those of the second person's PIN.
 */
export async function mergeItemsBack(
  command: CommandContext,
  { params, body }: InputOf<typeof mergeItemsBackEndpoint>,
): Promise<TransitionsAnswer> {
  const { trx, actor, now } = command;
  const parent = await lockReachableItem(command, 'item.move', params.itemId);
  const partIds = [...new Set(body.partIds)];
  const rows = await listItemRowsById(trx, [actor.courtId], partIds);
  const isOfParent = rows.every((row) => row.parentItemId === parent.id && row.caseId === parent.caseId);
  if (rows.length < partIds.length || !isOfParent) throw refuseCare('NOT_A_PART');
  const parts = await lockItems(trx, actor.courtId, partIds);
  const sealed = [parent, ...parts].find(({ standing }) => standing.sealNumber !== null);
  if (sealed) throw refuseCare('ITEM_SEALED', { seal: sealed.standing.sealNumber ?? '' });
  const rooms = openRoomBook(trx, actor.courtId, now);
  const room = await rooms.roomOf(parent.standing.placeId);
  for (const { standing } of parts)
    if (standing.state === 'in_store' && (await rooms.roomOf(standing.placeId))?.roomId !== room?.roomId)
      throw refuseCare('PARTS_ELSEWHERE');
  const store = room && { path: parent.position.place ?? room.name, room };
  const moved = parts.filter(({ standing }) => standing.placeId !== parent.standing.placeId);
  await requireFitting(
    command,
    moved.map((item) => ({
      ...{ store, item, placeReason: body.placeReason },
      path: `body.partIds.${body.partIds.indexOf(item.id)}`,
    })),
  );
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, { ...body, note: body.reason }, { secondPerson });
  const visit = await requireAtItem(command, parent, occasion);
  const kept = moved.map((item) => keptOtherwise({ store, item, placeReason: body.placeReason }).details);
  const details = { ...visit, ...kept.find((said) => said !== undefined) };
  const quantity = sumDecimals(parts.map(({ standing }) => standing.onHand));
  const evidence = ['reason'] as const;
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion,
    lines: [
      ...partIds.map((itemId) => ({ itemId, transition: 'merge_back' as const, evidence, details })),
      { itemId: parent.id, transition: 'take_in', quantity, evidence, details },
    ],
  });
  return answer;
}
