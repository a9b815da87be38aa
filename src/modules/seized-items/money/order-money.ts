import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import { newId } from '../../../platform/ids.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { reachesCase } from '../../cases/case-access.ts';
import { lockCase } from '../../cases/find-case.ts';
import { settleDeadline } from '../../deadlines/settle-deadline.ts';
import { isCurrency } from '../item-quantity.ts';
import { refuseItem } from '../item-refusals.ts';
import { auditedItemLabel } from '../mask-item.ts';
import { isEnded, ITEM_STATES } from '../item-states.ts';
import { lockItems, type LockedItem } from '../item.sql.ts';
import { occasionOf } from '../occasion.ts';
import { setDepositDeadlines } from '../receipt-deadlines.ts';
import { recordFacts } from '../record-facts.ts';
import { insertMoneyOrders } from './deposit.sql.ts';
import type { orderMoneyEndpoint } from './deposits.contract.ts';
import { refuseMoney } from './money-refusals.ts';

async function requireMoneyOfOwnCases(command: CommandContext, items: readonly LockedItem[]): Promise<void> {
  const { trx, actor } = command;
  for (const caseId of new Set(items.map((item) => item.caseId))) {
    const head = await lockCase(trx, { courtId: actor.courtId, id: caseId });
    if (!head || !reachesCase(actor, 'item.money.order', head, 'write'))
      throw refuseMoney('MONEY_ORDER_NOT_YOURS');
  }
  for (const { name, standing } of items) {
    if (!isCurrency(standing.unit)) throw refuseMoney('DEPOSIT_NOT_MONEY', { name });
    if (isEnded(standing.state)) throw refuseItem('ITEM_ENDED', { state: ITEM_STATES[standing.state] });
  }
}

/**
 * The judge orders in writing that notes are kept as the evidence they are, or that they may go to the bank; the newest
 * order counts. Refusals: ITEM_NOT_FOUND, MONEY_ORDER_NOT_YOURS, DEPOSIT_NOT_MONEY, ITEM_ENDED, those of `recordFacts`.
 */
export async function orderMoney(
  command: CommandContext,
  { body }: InputOf<typeof orderMoneyEndpoint>,
): Promise<ResponseOf<typeof orderMoneyEndpoint>> {
  const { trx, actor, now } = command;
  const { verdict, document, reason } = body;
  const ids = [...new Set(body.itemIds)];
  const items = await lockItems(trx, actor.courtId, ids);
  if (items.length < ids.length) throw refuseItem('ITEM_NOT_FOUND');
  await requireMoneyOfOwnCases(command, items);
  const occasion = occasionOf(command, { basis: document, note: reason });
  const fact = { kind: 'order_money' as const, details: () => ({ verdict }) };
  const sequences = await recordFacts(command, items, fact, occasion);
  await insertMoneyOrders(
    trx,
    actor.courtId,
    { personId: actor.personId, personName: actor.personName, now },
    { verdict, document, reason },
    items.map(({ id }) => ({ id: newId(now.getTime()), itemId: id, sequence: sequences.get(id) ?? 0 })),
  );
  if (verdict === 'keep')
    for (const { id } of items)
      await settleDeadline(
        command,
        { ruleId: 'D06', subjectKind: 'seized_item', subjectId: id },
        { outcome: 'lapsed', note: document },
      );
  else
    await setDepositDeadlines(
      command,
      items.filter(({ standing }) => standing.state === 'in_store'),
    );
  for (const item of items)
    command.audit({
      subjectKind: 'seized_item',
      subjectId: item.id,
      subjectLabel: auditedItemLabel(item),
      after: { verdict, document, reason },
    });
  return { recorded: items.length };
}
