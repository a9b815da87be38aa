/** Rounds of auctions. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { PastRound } from './auction.rules.ts';

export interface AuctionRow extends PastRound {
  readonly id: string;
  readonly caseId: string;
  readonly itemId: string;
  readonly method: 'online_auction' | 'sale';
  readonly valuationNumber: string;
  readonly valuationValueFen: number;
  readonly valuationBaseOn: string;
  readonly valuationValidUntil: string;
  readonly announcedOn: string;
  readonly ruleVersion: string;
  readonly announcedByName: string;
  readonly priceFen: number | null;
  readonly buyer: string | null;
  readonly resultDocument: string | null;
}

const SELECT = sql.raw(`select id, case_id as "caseId", item_id as "itemId", round, method,
  valuation_number as "valuationNumber", valuation_value_fen as "valuationValueFen",
  valuation_base_on as "valuationBaseOn", valuation_valid_until as "valuationValidUntil",
  reserve_fen as "reserveFen", announced_on as "announcedOn", held_on as "heldOn", rule_version as "ruleVersion",
  announced_by_name as "announcedByName", result, price_fen as "priceFen", buyer,
  result_document as "resultDocument" from auction_rounds`);

export async function listAuctions(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<AuctionRow[]> {
  const { rows } = await sql<AuctionRow>`${SELECT}
    where court_id = ${courtId} and item_id = ${itemId} order by round`.execute(reader);
  return rows;
}

export async function lockAuction(
  trx: TenantTransaction,
  courtId: number,
  auctionId: string,
): Promise<AuctionRow | undefined> {
  const { rows } = await sql<AuctionRow>`${SELECT}
    where court_id = ${courtId} and id = ${auctionId} for update`.execute(trx);
  return rows[0];
}

export async function insertAuction(
  trx: TenantTransaction,
  courtId: number,
  row: Omit<AuctionRow, 'result' | 'priceFen' | 'buyer' | 'resultDocument'>,
): Promise<void> {
  await sql`insert into auction_rounds (court_id, id, case_id, item_id, round, method, valuation_number,
      valuation_value_fen, valuation_base_on, valuation_valid_until, reserve_fen, announced_on, held_on, rule_version,
      announced_by_name)
    values (${courtId}, ${row.id}, ${row.caseId}, ${row.itemId}, ${row.round}, ${row.method}, ${row.valuationNumber},
      ${row.valuationValueFen}, ${row.valuationBaseOn}, ${row.valuationValidUntil}, ${row.reserveFen},
      ${row.announcedOn}, ${row.heldOn}, ${row.ruleVersion}, ${row.announcedByName})`.execute(trx);
}

export async function updateAuctionResult(
  trx: TenantTransaction,
  courtId: number,
  auctionId: string,
  result: {
    readonly result: 'sold' | 'failed' | 'withdrawn';
    readonly priceFen: number | null;
    readonly buyer: string | null;
    readonly document: string;
    readonly at: Date;
    readonly byName: string;
  },
): Promise<void> {
  await sql`update auction_rounds set result = ${result.result}, price_fen = ${result.priceFen},
      buyer = ${result.buyer}, result_document = ${result.document}, result_at = ${result.at},
      result_by_name = ${result.byName}
    where court_id = ${courtId} and id = ${auctionId}`.execute(trx);
}
