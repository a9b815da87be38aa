/** Items on their way from the books of a wrong case to the right one. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';

export interface ReattributionRow {
  readonly id: string;
  readonly itemId: string;
  readonly fromCaseId: string;
  readonly fromCaseNumber: string;
  readonly toCaseId: string;
  readonly toCaseNumber: string;
  readonly fromBookId: string;
  readonly reason: string;
  readonly state: 'proposed' | 'done' | 'withdrawn';
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly fromHandlerId: string;
  readonly fromHandler: string;
  readonly fromJudgeName: string | null;
  readonly fromConfirmedAt: Date | null;
  readonly toHandlerId: string;
  readonly toHandler: string;
  readonly toJudgeName: string | null;
  readonly toConfirmedAt: Date | null;
  readonly doneByName: string | null;
  readonly doneAt: Date | null;
}

const COLUMNS = sql.raw(`move.id, move.item_id as "itemId", move.from_case_id as "fromCaseId",
  a.number as "fromCaseNumber", move.to_case_id as "toCaseId", b.number as "toCaseNumber",
  move.from_book_id as "fromBookId", move.reason, move.state, move.proposed_by_name as "proposedByName",
  move.proposed_at as "proposedAt", a.handler_id as "fromHandlerId", ah.full_name as "fromHandler",
  move.from_judge_name as "fromJudgeName", move.from_confirmed_at as "fromConfirmedAt", b.handler_id as "toHandlerId",
  bh.full_name as "toHandler", move.to_judge_name as "toJudgeName", move.to_confirmed_at as "toConfirmedAt",
  move.done_by_name as "doneByName", move.done_at as "doneAt"
  from item_reattributions move
  join cases a on a.court_id = move.court_id and a.id = move.from_case_id
  join people ah on ah.id = a.handler_id
  join cases b on b.court_id = move.court_id and b.id = move.to_case_id
  join people bh on bh.id = b.handler_id`);

/** Held until the end; read after the wait. */
export async function lockReattribution(
  trx: TenantTransaction,
  courtId: number,
  id: string,
): Promise<ReattributionRow | undefined> {
  await sql`select id from item_reattributions where court_id = ${courtId} and id = ${id} for update`.execute(
    trx,
  );
  const { rows } = await sql<ReattributionRow>`select ${COLUMNS}
    where move.court_id = ${courtId} and move.id = ${id}`.execute(trx);
  return rows[0];
}

/** Of one item, the newest first. */
export async function listReattributions(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<ReattributionRow[]> {
  const { rows } = await sql<ReattributionRow>`select ${COLUMNS}
    where move.court_id = ${courtId} and move.item_id = ${itemId}
    order by move.proposed_at desc, move.id desc limit 50`.execute(reader);
  return rows;
}

export interface NewReattribution {
  readonly id: string;
  readonly itemId: string;
  readonly fromCaseId: string;
  readonly toCaseId: string;
  readonly fromBookId: string;
  readonly reason: string;
  readonly proposedByName: string;
}

export async function insertReattribution(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  one: NewReattribution,
): Promise<void> {
  await sql`insert into item_reattributions (court_id, id, item_id, from_case_id, to_case_id, from_book_id, reason,
      state, proposed_by_name, proposed_at)
    values (${courtId}, ${one.id}, ${one.itemId}, ${one.fromCaseId}, ${one.toCaseId}, ${one.fromBookId},
      ${one.reason}, 'proposed', ${one.proposedByName}, ${now})`.execute(trx);
}

/** A judge's word on either side, which is never taken back. */
export async function updateReattributionConfirmed(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  by: { readonly name: string; readonly at: Date; readonly isFrom: boolean; readonly isTo: boolean },
): Promise<void> {
  const { name, at, isFrom, isTo } = by;
  await sql`update item_reattributions set
      from_judge_name = case when ${isFrom} then coalesce(from_judge_name, ${name}) else from_judge_name end,
      from_confirmed_at = case when ${isFrom} then coalesce(from_confirmed_at, ${at}) else from_confirmed_at end,
      to_judge_name = case when ${isTo} then coalesce(to_judge_name, ${name}) else to_judge_name end,
      to_confirmed_at = case when ${isTo} then coalesce(to_confirmed_at, ${at}) else to_confirmed_at end
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

export async function updateReattributionEnded(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  end: { readonly state: 'done' | 'withdrawn'; readonly byName: string; readonly at: Date },
): Promise<void> {
  await sql`update item_reattributions set state = ${end.state}, done_by_name = ${end.byName}, done_at = ${end.at}
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

/** The item stands in the books of the other case from now on; both books are locked. */
export async function updateItemCase(
  trx: TenantTransaction,
  courtId: number,
  itemId: string,
  to: { readonly caseId: string; readonly bookId: string; readonly number: number },
): Promise<void> {
  await sql`update seized_items set case_id = ${to.caseId}, book_id = ${to.bookId}, number = ${to.number}
    where court_id = ${courtId} and id = ${itemId}`.execute(trx);
}

/** Books in which the item stood before, in the order in which it stood in them. */
export async function listFormerBooks(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<string[]> {
  const { rows } = await sql<{ bookId: string }>`select from_book_id as "bookId" from item_reattributions
    where court_id = ${courtId} and item_id = ${itemId} and state = 'done' order by done_at`.execute(reader);
  return rows.map(({ bookId }) => bookId);
}
