import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { listOpenCounts } from '../baseline/count-difference.sql.ts';
import type { OpenCount } from '../decide-transition.ts';
import type { Fact } from '../request-fact.ts';
import { sayQuantity } from '../../../platform/quantity.ts';
import { refuseItem } from '../item-refusals.ts';
import { findReadableItem } from '../read-items.ts';
import { requestForItems } from '../request-for-items.ts';
import type { requestLossEndpoint } from './care.contract.ts';

/** The approver knows that the first count of it is open too. */
function factOfOpenCount({ booked, counted }: OpenCount, unit: string): Fact {
  const [was, is] = [sayQuantity(booked, unit), sayQuantity(counted, unit)];
  const value = {
    zh: `旧台账 ${was.zh}，实点 ${is.zh}`,
    en: `${was.en} in the register, ${is.en} counted`,
  };
  return { zh: '清点差异未认定', en: 'First count not settled', value };
}

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
  const openCount = (await listOpenCounts(reader, item.courtId, [item.id])).get(item.id);
  const facts = openCount === undefined ? [] : [factOfOpenCount(openCount, item.unit)];
  return requestForItems(command, {
    kind: 'loss',
    items: [{ itemId: item.id, ...asked, facts }],
    reason: body.reason,
  });
}
