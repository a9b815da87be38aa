import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { refuseItem } from '../item-refusals.ts';
import { findReadableItem } from '../read-items.ts';
import { requestForItems } from '../request-for-items.ts';
import type { requestLossEndpoint } from './care.contract.ts';

/**
 * A leader asks the president to confirm what an investigation could not find, in whole or in part (T22); whoever keeps
 * it does not ask. Refusals: ITEM_NOT_FOUND, those of requestForItems.
 */
export async function requestLoss(
  command: CommandContext,
  { params, body }: InputOf<typeof requestLossEndpoint>,
): Promise<ResponseOf<typeof requestLossEndpoint>> {
  const { trx: reader, actor } = command;
  const item = await findReadableItem({ reader, actor }, params.itemId);
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  const asked = body.quantity === null ? {} : { quantity: body.quantity };
  return requestForItems(command, {
    kind: 'loss',
    items: [{ itemId: item.id, ...asked }],
    reason: body.reason,
  });
}
