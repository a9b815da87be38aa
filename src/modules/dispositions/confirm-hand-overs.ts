/** The receiver has acknowledged what was handed over on one list (T11): all the chosen items or none. */
import { shanghaiDay } from '../../platform/clock.ts';
import { fillSentence, type Problem } from '../../platform/errors.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { recordTransitions } from '../seized-items/record-transitions.ts';
import type { TransitionsAnswer } from '../seized-items/transitions.contract.ts';
import { DISPOSITION_REFUSALS, refuseDisposition } from './disposition-refusals.ts';
import { listDispositionsById, updateReceipts, type KeptDisposition } from './disposition.sql.ts';
import type { confirmHandOversEndpoint } from './dispositions.contract.ts';
import { finishExecution } from './finish-execution.ts';
import { isOfOneList, lastDayOf } from './hand-over.rules.ts';
import { settleDeadlinesOfItems } from './item-deadlines.ts';
import { reachItems, type ReachedItems } from './reach-items.ts';
import { RECEIPT_REFUSALS, refuseReceipt } from './receipt-refusals.ts';

/** In the order asked for. Refusal: DISPOSITION_NOT_FOUND. */
async function findHandOvers(
  { trx, actor }: CommandContext,
  dispositionIds: readonly string[],
): Promise<KeptDisposition[]> {
  const rows = await listDispositionsById(trx, actor.courtId, dispositionIds);
  return dispositionIds.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (row?.kind !== 'hand_over') throw refuseDisposition('DISPOSITION_NOT_FOUND');
    return row;
  });
}

/** Refusals: RECEIPT_OF_SEVERAL_LISTS, RECEIPT_BEFORE_HAND_OVER; RECEIPT_REFUSED with one problem an item. */
function requireReceivable(
  { items }: ReachedItems,
  handOvers: readonly KeptDisposition[],
  receivedOn: string,
): void {
  if (!isOfOneList(handOvers)) throw refuseReceipt('RECEIPT_OF_SEVERAL_LISTS');
  const day = lastDayOf(handOvers.map(({ executedAt }) => shanghaiDay(executedAt)));
  if (receivedOn < day) {
    const sentence = fillSentence(RECEIPT_REFUSALS.RECEIPT_BEFORE_HAND_OVER, { day });
    const problem = { path: 'body.receivedOn', code: 'RECEIPT_BEFORE_HAND_OVER', ...sentence };
    throw refuseReceipt('RECEIPT_BEFORE_HAND_OVER', { day }, [problem]);
  }
  const { zh, en } = DISPOSITION_REFUSALS.RECEIPT_KNOWN;
  const problems = handOvers.flatMap((handOver, index): Problem[] => {
    if (handOver.receiptOn === null) return [];
    const number = items.find(({ row }) => row.id === handOver.itemId)?.row.number ?? '';
    const path = `body.dispositionIds.${index}`;
    return [{ path, code: 'RECEIPT_KNOWN', zh: `${number}. ${zh}`, en: `${number}. ${en}` }];
  });
  if (problems.length > 0) throw refuseReceipt('RECEIPT_REFUSED', { count: problems.length }, problems);
}

/**
 * The receipt ends the hand-over of every item, which becomes 已移交. Refusals: NOTICE_IN_FUTURE, DISPOSITION_NOT_FOUND,
 * those of reachItems, RECEIPT_OF_SEVERAL_LISTS, RECEIPT_BEFORE_HAND_OVER, RECEIPT_REFUSED, LINES_REFUSED.
 */
export async function confirmHandOvers(
  command: CommandContext,
  { body }: InputOf<typeof confirmHandOversEndpoint>,
): Promise<TransitionsAnswer> {
  const { trx, actor, now } = command;
  const { document, receivedOn: on } = body;
  if (on > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const dispositionIds = [...new Set(body.dispositionIds)];
  const itemIds = (await findHandOvers(command, dispositionIds)).map(({ itemId }) => itemId);
  const reached = await reachItems(command, 'disposition.execute', itemIds);
  // Read again: from here on nobody else writes of this case.
  const handOvers = await findHandOvers(command, dispositionIds);
  requireReceivable(reached, handOvers, on);
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { basis: document }, { counterparty: handOvers[0]?.counterparty ?? null }),
    lines: itemIds.map((itemId) => ({ itemId, transition: 'confirm_handover', evidence: ['receipt'] })),
  });
  if (answer.refusedCount > 0) return answer;
  await updateReceipts(trx, actor.courtId, dispositionIds, { document, on, byName: actor.personName });
  await settleDeadlinesOfItems(command, itemIds, on);
  await finishExecution(command, reached.head.id);
  return answer;
}
