/**
 * Auctions of the sample court: some run, some failed and are announced again, some are sold, and of most of these the
 * buyer has taken the thing and the price is money of the case.
 */
import { shanghaiDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { auctionRuleOn, objectToRound } from '../modules/dispositions/auction.rules.ts';
import {
  insertAuction,
  listAuctions,
  updateAuctionResult,
  type AuctionRow,
} from '../modules/dispositions/auction.sql.ts';
import { listItemsById } from '../modules/dispositions/case-item.sql.ts';
import { bookProceeds } from '../modules/dispositions/derived-item.ts';
import {
  insertDispositions,
  updateProceedsItem,
  type DispositionRow,
} from '../modules/dispositions/disposition.sql.ts';
import { setDeadlines } from '../modules/deadlines/set-deadline.ts';
import { amountOfMinorUnits } from '../modules/seized-items/item-quantity.ts';
import { lockItems } from '../modules/seized-items/item.sql.ts';
import { writeSteps } from '../modules/seized-items/write-steps.ts';
import { listSellableItems, type SellableItem } from './sample-custody.sql.ts';
import { SAMPLE_BANK } from './sample-money.ts';
import type { Random } from './random.ts';
import type { SampleStructure } from './sample-court-structure.ts';

const DAY_MS = 86_400_000;
const SALES_MAX = 32;
const BUYERS = ['郝永胜', '白俊峰', '内蒙古恒源物资回收有限公司', '贺秀兰', '临河区宏达二手车行'] as const;

/** How the sale of the nth item stands: of eight, four are carried out. */
const STANDS = [
  'carried_out',
  'carried_out',
  'running',
  'carried_out',
  'failed',
  'sold',
  'again',
  'carried_out',
] as const;
type Stand = (typeof STANDS)[number];

interface Sale {
  readonly command: CommandContext;
  readonly structure: SampleStructure;
  readonly item: SellableItem;
  readonly stand: Stand;
  readonly valueFen: number;
  readonly serial: number;
}

interface Round {
  readonly announcedOn: string;
  readonly heldOn: string;
  readonly reserveFen: number;
}

/** Throws when the rules refuse the round: the sample is wrong. */
async function announceRound({ command, item, valueFen, serial }: Sale, round: Round): Promise<AuctionRow> {
  const { trx, now, actor } = command;
  const { courtId } = actor;
  const before = await listAuctions(trx, courtId, item.id);
  const baseOn = shanghaiDay(new Date(now.getTime() - 120 * DAY_MS));
  const year = baseOn.slice(0, 4);
  const valuation = {
    ...{ number: `巴价鉴〔${year}〕${200 + serial}号`, valueFen, baseOn },
    validUntil: shanghaiDay(new Date(now.getTime() + 240 * DAY_MS)),
  };
  const objection = objectToRound(before, { valuation, isImmovable: false, ...round });
  if (objection) throw new Error(`the sample auction is refused: ${objection.reason}`);
  const row = {
    ...{ id: newId(), caseId: item.caseId, itemId: item.id, round: before.length + 1, ...round },
    ...{ method: 'online_auction' as const, announcedByName: item.handler },
    ...{ valuationNumber: valuation.number, valuationValueFen: valueFen },
    ...{ valuationBaseOn: baseOn, valuationValidUntil: valuation.validUntil },
    ruleVersion: auctionRuleOn(round.announcedOn).version,
  };
  await insertAuction(trx, courtId, row);
  return { ...row, result: null, priceFen: null, buyer: null, resultDocument: null };
}

const daysFrom = (now: Date, days: number) => shanghaiDay(new Date(now.getTime() + days * DAY_MS));

async function endRound(
  { command, item, serial }: Sale,
  auction: AuctionRow,
  sold: { readonly priceFen: number; readonly buyer: string } | null,
): Promise<AuctionRow> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const year = auction.heldOn.slice(0, 4);
  const document = sold === null ? `流拍报告（${year}）${serial}号` : `成交确认书（${year}）${serial}号`;
  const end = sold === null ? { priceFen: null, buyer: null } : sold;
  const at = new Date(`${auction.heldOn}T15:30:00.000+08:00`);
  const result = sold === null ? ('failed' as const) : ('sold' as const);
  await updateAuctionResult(trx, courtId, auction.id, { ...end, result, document, at, byName: item.handler });
  return { ...auction, ...end, result, resultDocument: document };
}

/** The buyer takes the thing, and the price is money of the case in the same transaction. */
async function carryOutSale(sale: Sale, auction: AuctionRow): Promise<void> {
  const { command, structure, item, serial } = sale;
  const [custodian, second] = structure.custodians;
  const { trx, now } = command;
  const { courtId } = structure.world;
  const [locked] = await lockItems(trx, courtId, [item.id]);
  const [row] = await listItemsById(trx, courtId, [item.id]);
  if (!custodian || !second || !locked || !row || auction.priceFen === null) return;
  const wished = new Date(`${auction.heldOn}T09:40:00.000+08:00`).getTime() + 3 * DAY_MS;
  const at = new Date(Math.min(Math.max(wished, item.lastAt.getTime() + 60_000), now.getTime()));
  const actor = { ...command.actor, personId: custodian.id, personName: custodian.name };
  const then = { ...command, actor, now: at };
  const { buyer, resultDocument, priceFen } = auction;
  const occasion = {
    occurredAt: at,
    secondPerson: second,
    counterparty: buyer,
    basis: resultDocument,
    note: null,
  };
  const step = { item: locked, transition: 'sell' as const, quantity: row.onHand };
  const details = { disposition: 'sale', lineId: item.lineId };
  await writeSteps(then, courtId, [{ ...step, change: { placeId: null }, names: {}, details }], occasion);
  const amount = amountOfMinorUnits(priceFen, 'CNY');
  const paymentSlip = `PM${at.getUTCFullYear()}${String(serial).padStart(4, '0')}`;
  const money = { amount, bank: SAMPLE_BANK, slipNumber: paymentSlip, occasion };
  const proceeds = await bookProceeds(then, row, money);
  const disposition: DispositionRow = {
    ...{
      id: newId(),
      caseId: item.caseId,
      itemId: item.id,
      kind: 'sale',
      quantity: row.onHand,
      unit: row.unit,
    },
    ...{ lineId: item.lineId, groundId: null, requestId: null, approvalNumber: null, executedAt: at },
    ...{ executorId: custodian.id, executorName: custodian.name, supervisorId: null, supervisorName: null },
    ...{ secondPersonId: second.id, secondPersonName: second.name, counterparty: buyer, amountFen: priceFen },
    ...{ document: resultDocument, paymentSlip },
    ...{
      auctionId: auction.id,
      place: null,
      method: null,
      relation: null,
      proof: null,
      video: null,
      note: null,
    },
    ...{ startedAt: null, endedAt: null, signatureSha256: null, officerSignatureSha256: null },
    ...{ proceedsItemId: null, residueItemId: null },
  };
  await insertDispositions(trx, courtId, [{ ...disposition, number: null }]);
  await updateProceedsItem(trx, courtId, disposition.id, proceeds?.id ?? null);
}

async function sell(random: Random, sale: Sale): Promise<void> {
  const { command, item, stand, valueFen } = sale;
  const { now } = command;
  const reserveFen = Math.ceil(valueFen * 0.8);
  if (stand === 'running') {
    await announceRound(sale, { announcedOn: daysFrom(now, -9), heldOn: daysFrom(now, 11), reserveFen });
    return;
  }
  const heldOn = daysFrom(now, -random.integer(12, 24));
  const first = await announceRound(sale, { announcedOn: daysFrom(now, -55), heldOn, reserveFen });
  if (stand === 'failed' || stand === 'again') {
    await endRound(sale, first, null);
    const subject = {
      kind: 'seized_item',
      id: item.id,
      label: item.code,
      caseId: item.caseId,
    };
    const again = { announcedOn: daysFrom(now, -4), heldOn: daysFrom(now, 6) };
    if (stand === 'again') await announceRound(sale, { ...again, reserveFen: Math.ceil(reserveFen * 0.85) });
    else
      await setDeadlines(command, [
        { rule: 'D22', ownerId: command.actor.personId, departmentId: null, startOn: heldOn, subject },
      ]);
    return;
  }
  const priceFen = Math.round((reserveFen * (1 + random.next() * 0.4)) / 10_000) * 10_000 + 10_000;
  const sold = await endRound(sale, first, { priceFen, buyer: random.pick(BUYERS) });
  if (stand === 'carried_out') await carryOutSale(sale, sold);
}

/** Answers how many auctions there are, and how many things were sold and taken. */
export async function addSampleSales(
  command: CommandContext,
  random: Random,
  structure: SampleStructure,
): Promise<{ count: number; soldCount: number }> {
  const enforcement = structure.accounts.find(({ role }) => role === 'enforcement_officer');
  if (!enforcement) return { count: 0, soldCount: 0 };
  const { personId, fullName: personName } = enforcement;
  const { courtId } = structure.world;
  const acting = { ...command, actor: { ...command.actor, courtId, personId, personName } };
  const items = (await listSellableItems(command.trx, courtId)).slice(0, SALES_MAX);
  let soldCount = 0;
  for (const [index, item] of items.entries()) {
    const stand = STANDS[index % STANDS.length] ?? 'running';
    const valueFen = random.integer(6, 240) * 10_000;
    await sell(random, { command: acting, structure, item, stand, valueFen, serial: index + 1 });
    if (stand === 'carried_out') soldCount += 1;
  }
  return { count: items.length, soldCount };
}
