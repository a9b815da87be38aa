/** Auctions: announced by the rule of their day, each with its result. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { Facts } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { factsOfOpenCount } from '../seized-items/decide-transition.ts';
import { findValidValuation } from '../seized-items/examinations/find-valuation.ts';
import { amountOfMinorUnits } from '../seized-items/item-quantity.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { auctionRuleOn, objectToRound, type AuctionObjection, type Valuation } from './auction.rules.ts';
import { insertAuction, listAuctions, lockAuction, updateAuctionResult } from './auction.sql.ts';
import { decideBasis } from './decide-disposition.rules.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { setDeadlinesOfItems, settleDeadlineOfItem } from './item-deadlines.ts';
import type { announceAuctionEndpoint, recordAuctionResultEndpoint } from './preparing.contract.ts';
import { reachItems } from './reach-items.ts';

function factsOf(objection: AuctionObjection): Facts {
  if (objection.reason === 'VALUATION_DIFFERS') {
    const { number, valueFen, baseOn, validUntil } = objection.recorded;
    return { number, value: amountOfMinorUnits(valueFen, 'CNY'), baseOn, validUntil };
  }
  if ('leastFen' in objection) return { least: amountOfMinorUnits(objection.leastFen, 'CNY') };
  const { reason: _reason, ...facts } = objection;
  return facts;
}

/** The opinion on record that holds on the day of the auction. */
async function findRecorded(
  { trx, actor }: CommandContext,
  itemId: string,
  heldOn: string,
): Promise<Valuation | undefined> {
  const found = await findValidValuation(trx, { courtId: actor.courtId, itemId, on: heldOn });
  return (
    found && {
      ...{ number: found.opinionNumber, valueFen: found.valueFen },
      ...{ baseOn: found.baseDate, validUntil: found.validUntil },
    }
  );
}

/**
 * Announces the next round. Refusals: COUNT_DIFFERENCE_OPEN, those of the item’s ground (NOTHING_ORDERED, LINE_NOT_EFFECTIVE, QUANTITY_DIFFERS,
 * WAY_NOT_ORDERED, MORE_THAN_ORDERED), those of objectToRound, NOTICE_IN_FUTURE.
 */
export async function announceAuction(
  command: CommandContext,
  { body }: InputOf<typeof announceAuctionEndpoint>,
): Promise<ResponseOf<typeof announceAuctionEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { itemId, announcedOn, heldOn, reserveFen, isImmovable, method } = body;
  if (announcedOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const { head, items } = await reachItems(command, 'disposition.sell', [itemId]);
  const [item] = items;
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  const { openCount, unit } = item.row;
  if (openCount !== null) throw refuseItem('COUNT_DIFFERENCE_OPEN', factsOfOpenCount(openCount, unit));
  const wanted = { way: 'sale', quantity: item.row.onHand, lineId: null } as const;
  const verdict = decideBasis(item.question, wanted);
  if (!verdict.allowed) throw refuseDisposition(verdict.reason);
  const rounds = await listAuctions(trx, courtId, itemId);
  const valuation = {
    number: body.valuationNumber,
    valueFen: body.valuationValueFen,
    baseOn: body.valuationBaseOn,
    validUntil: body.valuationValidUntil,
  };
  const recorded = await findRecorded(command, itemId, heldOn);
  const planned = { valuation, recorded, reserveFen, announcedOn, heldOn, isImmovable };
  const objection = objectToRound(rounds, planned);
  if (objection) throw refuseDisposition(objection.reason, factsOf(objection));
  const id = newId(now.getTime());
  const round = rounds.length + 1;
  await insertAuction(trx, courtId, {
    ...{ id, caseId: head.id, itemId, round, method, reserveFen, announcedOn, heldOn },
    valuationNumber: valuation.number,
    valuationValueFen: valuation.valueFen,
    valuationBaseOn: valuation.baseOn,
    valuationValidUntil: valuation.validUntil,
    ruleVersion: auctionRuleOn(announcedOn).version,
    announcedByName: actor.personName,
  });
  await settleDeadlineOfItem(command, 'D22', itemId);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: itemId,
    subjectLabel: item.row.code,
    after: { auction: round, announcedOn, heldOn, reserveFen },
  });
  return { id, round };
}

/**
 * Records how a round ended; after a failure the next one is announced within thirty days (D22). Refusals:
 * AUCTION_NOT_FOUND, AUCTION_RESULT_KNOWN, AUCTION_NOT_HELD, NOT_SOLD (without price or buyer), RESERVE_TOO_LOW.
 */
export async function recordAuctionResult(
  command: CommandContext,
  { params, body }: InputOf<typeof recordAuctionResultEndpoint>,
): Promise<ResponseOf<typeof recordAuctionResultEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const { result, priceFen, buyer, document } = body;
  const auction = await lockAuction(trx, courtId, params.auctionId);
  if (!auction) throw refuseDisposition('AUCTION_NOT_FOUND');
  const { head, items } = await reachItems(command, 'disposition.sell', [auction.itemId]);
  if (auction.result !== null) throw refuseDisposition('AUCTION_RESULT_KNOWN');
  const { heldOn } = auction;
  if (result !== 'withdrawn' && heldOn > shanghaiDay(now))
    throw refuseDisposition('AUCTION_NOT_HELD', { heldOn });
  if (result === 'sold') {
    if (priceFen === null || buyer === null) throw refuseDisposition('NOT_SOLD');
    if (priceFen < auction.reserveFen)
      throw refuseDisposition('RESERVE_TOO_LOW', { least: amountOfMinorUnits(auction.reserveFen, 'CNY') });
  }
  const sold = result === 'sold' ? { priceFen, buyer } : { priceFen: null, buyer: null };
  const end = { result, ...sold, document, at: now, byName: actor.personName };
  await updateAuctionResult(trx, courtId, auction.id, end);
  const rows = items.map(({ row }) => row);
  if (result === 'failed') await setDeadlinesOfItems(command, head, 'D22', rows, heldOn);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: auction.itemId,
    subjectLabel: rows[0]?.code ?? null,
    after: { auction: auction.round, result, priceFen },
  });
  return { result };
}
