import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { amountOfMinorUnits } from '../seized-items/item-quantity.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { isValuationValid } from './auction.rules.ts';
import { listAuctions, type AuctionRow } from './auction.sql.ts';
import { carryOut } from './carry-out.ts';
import { bookProceeds } from './derived-item.ts';
import type { sellItemEndpoint } from './dispositions.contract.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { updateProceedsItem } from './disposition.sql.ts';
import { finishExecution } from './finish-execution.ts';
import { reachItems } from './reach-items.ts';

/** The round that sold the item, on a valuation that was valid then. Refusals: NOT_SOLD, VALUATION_EXPIRED. */
function requireSold(rounds: readonly AuctionRow[]): AuctionRow & { readonly priceFen: number } {
  const sold = rounds.find(({ result }) => result === 'sold');
  if (!sold || sold.priceFen === null) throw refuseDisposition('NOT_SOLD');
  const { heldOn, valuationValidUntil: validUntil } = sold;
  const valuation = {
    number: sold.valuationNumber,
    valueFen: sold.valuationValueFen,
    baseOn: sold.valuationBaseOn,
    validUntil,
  };
  if (!isValuationValid(valuation, heldOn))
    throw refuseDisposition('VALUATION_EXPIRED', { validUntil, heldOn });
  return { ...sold, priceFen: sold.priceFen };
}

/**
 * The buyer takes the thing (T18), and the price becomes money of the case in the same transaction. Refusals: those of
 * reachItems and carryOut, NOT_SOLD, VALUATION_EXPIRED, those of the second person’s PIN.
 */
export async function sellItem(
  command: CommandContext,
  { body }: InputOf<typeof sellItemEndpoint>,
): Promise<ResponseOf<typeof sellItemEndpoint>> {
  const { trx, actor, now } = command;
  const { itemId, paymentSlip, bank, requestId } = body;
  const reached = await reachItems(command, 'disposition.sell', [itemId]);
  const [item] = reached.items;
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  const sold = requireSold(await listAuctions(trx, actor.courtId, itemId));
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const basis = body.basis ?? sold.resultDocument;
  const occasion = occasionOf(command, { ...body, basis }, { secondPerson, counterparty: sold.buyer });
  const carried = await carryOut(command, reached, {
    way: 'sale',
    wanted: [{ itemId, quantity: null, lineId: null }],
    requestId,
    secondPerson,
    occasion,
    evidence: ['valuation', 'payment_slip'],
    facts: {
      counterparty: sold.buyer,
      document: sold.resultDocument,
      amountFen: sold.priceFen,
      paymentSlip,
      auctionId: sold.id,
      note: body.note,
    },
  });
  const { answer, dispositionIds } = carried;
  if (answer.refusedCount > 0) return { ...answer, dispositionIds: [], newItem: null };
  const amount = amountOfMinorUnits(sold.priceFen, 'CNY');
  const newItem = await bookProceeds(command, item.row, { amount, bank, slipNumber: paymentSlip, occasion });
  for (const id of dispositionIds) await updateProceedsItem(trx, actor.courtId, id, newItem?.id ?? null);
  await finishExecution(command, reached.head.id);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: itemId,
    subjectLabel: item.row.code,
    after: { soldOn: shanghaiDay(now), proceeds: newItem?.code ?? null, amountFen: sold.priceFen },
  });
  return { ...answer, dispositionIds: [...dispositionIds], newItem };
}
