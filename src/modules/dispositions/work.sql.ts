/** The lists of the work on dispositions: each with the index that serves it, in the order of what is oldest. */
import { sql, type RawBuilder } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { CaseSubject } from '../cases/case-access.ts';
import type { CaseSensitivity } from '../cases/mask-names.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import { DISPOSED_OF_ITEM } from './disposed.sql.ts';
import type { WorkView } from './item-disposition.contract.ts';
import { NOTICE_DUE_ON } from './notice.sql.ts';

export interface WorkItemRow extends CaseSubject, CaseSensitivity {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemId: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly state: string | null;
  /** Of the item; none where there is no item. */
  readonly keeping: readonly string[];
  readonly quantity: string;
  readonly unit: string;
  readonly words: string | null;
  readonly order: string | null;
  readonly document: string | null;
  readonly day: string | null;
  readonly dueOn: string | null;
  readonly amountFen: number | null;
  readonly holders: readonly string[];
  readonly position: string;
}

export interface WorkFilter {
  readonly courtId: number;
  readonly reach: {
    readonly isWhole: boolean;
    readonly departmentIds: readonly string[];
    readonly personId: string;
  };
  readonly today: string;
  readonly after: { readonly position: string; readonly id: string } | null;
  readonly limit: number;
}

/** Of a claim, what did not come back yet. */
const OPEN_FEN =
  sql.raw(`claim.amount_fen - coalesce((select sum(back.recovered_fen) from claim_recoveries back
  where back.court_id = claim.court_id and back.claim_id = claim.id), 0)::bigint`);

const ITEM = sql.raw(`item.id as "itemId", item.code, item.name, item.state, item.keeping`);
const NO_ITEM = sql.raw(
  `null::uuid as "itemId", null as code, null as name, null as state, '{}'::text[] as keeping`,
);
const LINE =
  sql.raw(`line.quantity, line.unit, line.description as words, line.disposition as "order", line.document,
  line.effective_on as day, null::date as "dueOn", null::bigint as "amountFen"`);
const IN_FORCE = (today: string) => sql`line.confirmed_at is not null and line.replaced_by_line_id is null
  and line.effective_on <= ${today}::date`;
const OPEN_STATES =
  sql.raw(`item.state not in ('returned', 'to_treasury', 'destroyed', 'handed_over', 'sent_back',
  'consumed', 'split_up', 'lost', 'entered_by_mistake', 'merged_back', 'refused_at_receipt')`);

/** The court's to keep, and in no place, nobody's hands and with no keeper. */
const UNPLACED = sql.raw(`item.place_id is null and item.holder_id is null and item.keeper is null
  and item.state in ('in_store', 'awaiting_disposition', 'public_notice')`);
const JOIN_LINE_ITEM = sql.raw(`left join seized_items item on item.court_id = line.court_id
  and item.id = line.item_id`);
const STATED = sql.raw(`item.on_hand as quantity, item.unit, null as words,
  (select line.disposition from judgment_lines line where line.court_id = item.court_id and line.item_id = item.id
    and line.confirmed_at is not null and line.replaced_by_line_id is null
    order by line.effective_on desc limit 1) as "order", null as document,
  (item.state_since at time zone 'Asia/Shanghai')::date as day, null::date as "dueOn", null::bigint as "amountFen"`);

function queryOf(view: WorkView, { courtId, today }: WorkFilter): RawBuilder<unknown> {
  const inForce = IN_FORCE(today);
  switch (view) {
    case 'confirm':
      return sql`select line.id, line.court_id, line.case_id, ${ITEM}, ${LINE}, line.entered_at::text as position
        from judgment_lines line ${JOIN_LINE_ITEM}
        where line.court_id = ${courtId} and line.confirmed_at is null and line.refused_at is null`;
    case 'unmatched':
      return sql`select line.id, line.court_id, line.case_id, ${NO_ITEM}, ${LINE}, line.effective_on::text as position
        from judgment_lines line
        where line.court_id = ${courtId} and ${inForce} and line.item_id is null
          and line.disposition <> 'continue_recovery'`;
    case 'await':
      return sql`select line.id, line.court_id, line.case_id, ${ITEM}, ${LINE}, line.effective_on::text as position
        from judgment_lines line
        join seized_items item on item.court_id = line.court_id and item.id = line.item_id
        where line.court_id = ${courtId} and ${inForce} and item.state in ('in_store', 'kept_elsewhere')`;
    case 'dispose':
      return sql`select item.id, item.court_id, item.case_id, ${ITEM}, ${STATED}, item.state_since::text as position
        from seized_items item where item.court_id = ${courtId} and item.state = 'awaiting_disposition'`;
    case 'unplaced':
      return sql`select item.id, item.court_id, item.case_id, ${ITEM}, ${STATED}, item.state_since::text as position
        from seized_items item where item.court_id = ${courtId} and ${UNPLACED}`;
    case 'transit':
      return sql`select done.id, done.court_id, done.case_id, ${ITEM}, done.quantity, done.unit,
          done.counterparty as words, null as "order", done.document,
          (done.executed_at at time zone 'Asia/Shanghai')::date as day, null::date as "dueOn",
          null::bigint as "amountFen", done.executed_at::text as position
        from dispositions done
        join seized_items item on item.court_id = done.court_id and item.id = done.item_id
        where done.court_id = ${courtId} and done.kind = 'hand_over' and done.receipt_on is null
          and item.state = 'in_transit'`;
    case 'notice':
      return sql`select notice.id, notice.court_id, notice.case_id, ${ITEM}, item.on_hand as quantity, item.unit,
          notice.medium as words, null as "order", notice.document, notice.published_on as day,
          ${NOTICE_DUE_ON} as "dueOn", null::bigint as "amountFen", (${NOTICE_DUE_ON})::text as position
        from public_notices notice
        join seized_items item on item.court_id = notice.court_id and item.id = notice.item_id
        where notice.court_id = ${courtId} and notice.ended_on is null`;
    case 'hold':
      return sql`select hold.id, hold.court_id, item.case_id, ${ITEM}, item.on_hand as quantity, item.unit,
          hold.holder as words, hold.kind as "order", hold.document, hold.placed_on as day, null::date as "dueOn",
          null::bigint as "amountFen", hold.placed_on::text as position
        from item_holds hold
        join seized_items item on item.court_id = hold.court_id and item.id = hold.item_id
        where hold.court_id = ${courtId} and hold.released_on is null`;
    case 'claim':
      return sql`select claim.id, claim.court_id, claim.case_id, ${ITEM}, item.on_hand as quantity, item.unit,
          claim.claimant as words, claim.kind as "order", claim.document,
          (claim.opened_at at time zone 'Asia/Shanghai')::date as day, null::date as "dueOn",
          ${OPEN_FEN} as "amountFen", claim.opened_at::text as position
        from disposition_claims claim
        join seized_items item on item.court_id = claim.court_id and item.id = claim.item_id
        where claim.court_id = ${courtId} and claim.state = 'open'`;
    case 'forgotten':
      return forgotten(courtId, today);
    case 'differing':
      return differing(courtId, today);
  }
}

/** Not ended, in a case with a judgment in force, and no line says anything about it or about what it came from. */
function forgotten(courtId: number, today: string): RawBuilder<unknown> {
  return sql`select item.id, item.court_id, item.case_id, ${ITEM}, ${STATED}, decided.since::text as position
    from (
      select line.case_id, min(line.effective_on) as since from judgment_lines line
      where line.court_id = ${courtId} and ${IN_FORCE(today)} group by line.case_id
      union
      select c.id, c.effective_on from cases c
      where c.court_id = ${courtId} and c.effective_on <= ${today}::date and not exists (
        select from judgment_lines line where line.court_id = c.court_id and line.case_id = c.id
          and ${IN_FORCE(today)})
    ) decided
    join seized_items item on item.court_id = ${courtId} and item.case_id = decided.case_id and ${OPEN_STATES}
    where not exists (select from judgment_lines line where line.court_id = item.court_id
        and line.item_id = item.id and ${IN_FORCE(today)})
      and not exists (select from dispositions sold where sold.court_id = item.court_id
        and sold.line_id is not null and sold.proceeds_item_id = item.id)
      and not exists (select from dispositions destroyed where destroyed.court_id = item.court_id
        and destroyed.line_id is not null and destroyed.residue_item_id = item.id)`;
}

/** What lines in force order of an item is not what there is and was of it, or is counted in another unit. */
function differing(courtId: number, today: string): RawBuilder<unknown> {
  return sql`select item.id, item.court_id, item.case_id, ${ITEM}, item.on_hand as quantity, item.unit,
      ordered.total::text as words, null as "order", ordered.document, ordered.since as day, null::date as "dueOn",
      null::bigint as "amountFen", ordered.since::text as position
    from (
      select line.item_id, sum(line.quantity) as total, min(line.unit) as unit, min(line.effective_on) as since,
        min(line.document) as document
      from judgment_lines line
      where line.court_id = ${courtId} and ${IN_FORCE(today)} and line.item_id is not null group by line.item_id
    ) ordered
    join seized_items item on item.court_id = ${courtId} and item.id = ordered.item_id
    left join item_conversions changed on changed.court_id = item.court_id and changed.item_id = item.id
      and changed.from_unit = ordered.unit
    where coalesce(round(ordered.total * changed.to_quantity / changed.from_quantity, 2), ordered.total)
      <> item.on_hand + ${DISPOSED_OF_ITEM}`;
}

function reachOf({ reach }: WorkFilter): RawBuilder<unknown> {
  if (reach.isWhole) return sql``;
  const { departmentIds, personId } = reach;
  return sql`and (c.department_id = any(${departmentIds}::uuid[]) or c.handler_id = ${personId}
    or c.clerk_id = ${personId})`;
}

/** A page of one list, the oldest first. */
export async function listWork(
  reader: TenantReader,
  view: WorkView,
  filter: WorkFilter,
): Promise<WorkItemRow[]> {
  const { after, limit } = filter;
  const following =
    after === null ? sql`` : sql`and (work.position, work.id) > (${after.position}, ${after.id}::uuid)`;
  const { rows } = await sql<WorkItemRow>`
    select work.id, work.case_id as "caseId", c.number as "caseNumber", work."itemId", work.code, work.name, work.state,
      coalesce(work.keeping, '{}') as keeping, c.court_id as "courtId", c.handler_id as "handlerId", c.clerk_id as "clerkId",
      c.department_id as "departmentId", c.secrecy, c.involves_minors as "involvesMinors",
      work.quantity, work.unit, work.words, work."order", work.document, work.day, work."dueOn", work."amountFen",
      work.position, coalesce((select array_agg(hold.holder order by hold.placed_on, hold.id) from item_holds hold
        where hold.court_id = work.court_id and hold.item_id = work."itemId" and hold.released_on is null),
        '{}') as holders
    from (${queryOf(view, filter)}) work
    join cases c on c.court_id = work.court_id and c.id = work.case_id
    where true ${reachOf(filter)} ${following}
    order by work.position, work.id limit ${limit}`.execute(reader);
  return rows.map((row) => ({ ...row, quantity: normaliseQuantity(row.quantity) }));
}

export async function countWork(
  reader: TenantReader,
  view: WorkView,
  filter: Omit<WorkFilter, 'after' | 'limit'>,
): Promise<number> {
  const whole = { ...filter, after: null, limit: 0 };
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${queryOf(view, whole)}) work
    join cases c on c.court_id = work.court_id and c.id = work.case_id where true ${reachOf(whole)}`.execute(
    reader,
  );
  return rows[0]?.count ?? 0;
}
