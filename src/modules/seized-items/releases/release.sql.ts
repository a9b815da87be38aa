/** Rows of releases. Whoever changes one or its lines holds the release's row. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { SAID_ITEM_NAME } from '../secret-item.sql.ts';
import type { IntakeReach } from '../intake.sql.ts';
import type { ReleaseKind, ReleasePurpose, ReleaseState } from './release-kinds.ts';

export interface ReleaseRow {
  readonly courtId: number;
  readonly id: string;
  readonly requestId: string;
  readonly requestNumber: string;
  readonly kind: ReleaseKind;
  readonly state: ReleaseState;
  readonly attentionAt: Date;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly purpose: ReleasePurpose | null;
  readonly receiver: string | null;
  readonly preparedAt: Date;
  readonly preparedByName: string;
  readonly leftAt: Date | null;
  readonly leftByName: string | null;
  readonly secondPersonName: string | null;
  readonly takerName: string | null;
  readonly takerUnit: string | null;
  readonly takerDocument: string | null;
  readonly takerSignature: string | null;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly listNumber: string | null;
  readonly receiptNumber: string | null;
  readonly receiptOn: string | null;
  readonly receiptBy: string | null;
  readonly contractNumber: string | null;
  readonly contractEndsOn: string | null;
  readonly feeFen: number | null;
  readonly feePeriod: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
  readonly terms: unknown;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseCount: number;
  readonly firstItem: string;
  readonly itemCount: number;
  readonly openCount: number;
  readonly hasIncident: boolean;
}

const COLUMNS = sql.raw(`release.court_id as "courtId", release.id, release.request_id as "requestId",
  release.request_number as "requestNumber", release.kind, release.state, release.attention_at as "attentionAt",
  release.applicant_id as "applicantId", release.applicant_name as "applicantName", release.purpose, release.receiver,
  release.prepared_at as "preparedAt", release.prepared_by_name as "preparedByName", release.left_at as "leftAt",
  release.left_by_name as "leftByName", release.second_person_name as "secondPersonName",
  release.taker_name as "takerName", release.taker_unit as "takerUnit", release.taker_document as "takerDocument",
  release.taker_signature_sha256 as "takerSignature", release.carrier, release.tracking_number as "trackingNumber",
  release.list_number as "listNumber", release.receipt_number as "receiptNumber", release.receipt_on as "receiptOn",
  release.receipt_by as "receiptBy", release.contract_number as "contractNumber",
  release.contract_ends_on as "contractEndsOn", release.fee_fen as "feeFen", release.fee_period as "feePeriod",
  release.closed_at as "closedAt", release.version, request.terms, first.case_id as "caseId",
  first.case_number as "caseNumber", first.name as "firstItem", lines."caseCount", lines."itemCount",
  lines."openCount", lines."hasIncident"
  from item_releases release
  join item_requests request on request.court_id = release.court_id and request.request_id = release.request_id
  cross join lateral (select count(*)::integer as "itemCount", count(distinct item.case_id)::integer as "caseCount",
      (count(*) filter (where line.state in ('prepared', 'out', 'in_transit', 'with_keeper')))::integer as "openCount",
      coalesce(bool_or(line.incident is not null and line.back_at is null), false) as "hasIncident"
    from item_release_lines line
    join seized_items item on item.court_id = line.court_id and item.id = line.item_id
    where line.court_id = release.court_id and line.release_id = release.id) lines
  cross join lateral (select ${SAID_ITEM_NAME} as name, item.case_id, c.number as case_number
    from item_release_lines line
    join seized_items item on item.court_id = line.court_id and item.id = line.item_id
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    where line.court_id = release.court_id and line.release_id = release.id
    order by line.position limit 1) first`);

export async function findRelease(
  reader: TenantReader,
  courtIds: readonly number[],
  releaseId: string,
): Promise<ReleaseRow | undefined> {
  const { rows } = await sql<ReleaseRow>`select ${COLUMNS}
    where release.court_id = any(${courtIds}::integer[]) and release.id = ${releaseId}`.execute(reader);
  return rows[0];
}

/** Whoever waited sees what the one before has made of it. */
export async function lockRelease(
  trx: TenantTransaction,
  courtId: number,
  releaseId: string,
): Promise<ReleaseRow | undefined> {
  await sql`select from item_releases where court_id = ${courtId} and id = ${releaseId} for update`.execute(
    trx,
  );
  return findRelease(trx, [courtId], releaseId);
}

/** Cases that the person reads, as a condition on the lines of a release. */
function concerns({ isWhole, departmentIds, personId }: IntakeReach, isOwn: boolean) {
  if (isWhole && !isOwn) return sql`true`;
  const departments = isOwn ? [] : departmentIds;
  return sql`exists (select from item_release_lines line
    join seized_items item on item.court_id = line.court_id and item.id = line.item_id
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    where line.court_id = release.court_id and line.release_id = release.id
      and (c.handler_id = ${personId} or c.clerk_id = ${personId} or c.department_id = any(${departments}::uuid[])))`;
}

export interface ReleaseFilter {
  readonly courtId: number;
  readonly reach: IntakeReach;
  readonly isOwn: boolean;
  readonly states: readonly ReleaseState[];
  /** Which want attention in this span. */
  readonly from: Date | null;
  readonly before: Date | null;
  readonly isNewestFirst: boolean;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

export async function listReleaseRows(reader: TenantReader, filter: ReleaseFilter): Promise<ReleaseRow[]> {
  const { courtId, states, from, before, after, isNewestFirst } = filter;
  const [comparison, direction] = isNewestFirst ? ['<', 'desc'] : ['>', 'asc'];
  const { rows } = await sql<ReleaseRow>`select ${COLUMNS}
    where release.court_id = ${courtId} and release.state = any(${states}::text[])
      and (${from === null} or release.attention_at >= ${from}::timestamptz)
      and (${before === null} or release.attention_at < ${before}::timestamptz)
      and (${after === null} or (release.attention_at, release.id) ${sql.raw(comparison)}
        (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      and ${concerns(filter.reach, filter.isOwn)}
    order by release.attention_at ${sql.raw(direction)}, release.id ${sql.raw(direction)}
    limit ${filter.limit}`.execute(reader);
  return rows;
}

export interface ReleaseCounts {
  readonly prepared: number;
  readonly overdue: number;
  readonly today: number;
  readonly out: number;
  readonly inTransit: number;
  readonly withKeeper: number;
}

/** Of those that are not closed. */
export async function countReleaseRows(
  reader: TenantReader,
  filter: Pick<ReleaseFilter, 'courtId' | 'reach' | 'isOwn'> & {
    readonly now: Date;
    readonly tomorrow: Date;
  },
): Promise<ReleaseCounts> {
  const { courtId, now, tomorrow } = filter;
  const { rows } = await sql<ReleaseCounts>`
    select (count(*) filter (where state = 'prepared'))::integer as prepared,
      (count(*) filter (where state in ('out', 'in_transit', 'with_keeper') and attention_at < ${now}))::integer as overdue,
      (count(*) filter (where state = 'out' and attention_at >= ${now} and attention_at < ${tomorrow}))::integer as today,
      (count(*) filter (where state = 'out'))::integer as out,
      (count(*) filter (where state = 'in_transit'))::integer as "inTransit",
      (count(*) filter (where state = 'with_keeper'))::integer as "withKeeper"
    from item_releases release
    where release.court_id = ${courtId} and release.state in ('prepared', 'out', 'in_transit', 'with_keeper')
      and ${concerns(filter.reach, filter.isOwn)}`.execute(reader);
  return rows[0] ?? { prepared: 0, overdue: 0, today: 0, out: 0, inTransit: 0, withKeeper: 0 };
}

export type NewRelease = Pick<
  ReleaseRow,
  'id' | 'requestId' | 'requestNumber' | 'kind' | 'state' | 'attentionAt' | 'applicantId' | 'applicantName'
> &
  Pick<ReleaseRow, 'purpose' | 'receiver' | 'preparedAt' | 'preparedByName'> &
  Pick<ReleaseRow, 'contractNumber' | 'contractEndsOn' | 'feeFen' | 'feePeriod'>;

export async function insertRelease(trx: TenantTransaction, courtId: number, row: NewRelease): Promise<void> {
  await sql`
    insert into item_releases (court_id, id, request_id, request_number, kind, state, attention_at, applicant_id,
      applicant_name, purpose, receiver, prepared_at, prepared_by_name, contract_number, contract_ends_on, fee_fen,
      fee_period)
    values (${courtId}, ${row.id}, ${row.requestId}, ${row.requestNumber}, ${row.kind}, ${row.state},
      ${row.attentionAt}, ${row.applicantId}, ${row.applicantName}, ${row.purpose}, ${row.receiver},
      ${row.preparedAt}, ${row.preparedByName}, ${row.contractNumber}, ${row.contractEndsOn}, ${row.feeFen},
      ${row.feePeriod})`.execute(trx);
}

export interface Leaving {
  readonly state: ReleaseState;
  readonly attentionAt: Date;
  readonly leftAt: Date;
  readonly leftByName: string;
  readonly secondPersonName: string | null;
  readonly takerName: string;
  readonly takerUnit: string | null;
  readonly takerDocument: string | null;
  readonly takerPersonId: string | null;
  readonly takerSignature: string;
  readonly custodianSignature: string | null;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly listNumber: string | null;
}

/** It has left the room: who took it, and by when it wants attention again. */
export async function updateReleaseLeft(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  leaving: Leaving,
): Promise<void> {
  await sql`update item_releases set state = ${leaving.state}, attention_at = ${leaving.attentionAt},
      left_at = ${leaving.leftAt}, left_by_name = ${leaving.leftByName},
      second_person_name = ${leaving.secondPersonName}, taker_name = ${leaving.takerName},
      taker_unit = ${leaving.takerUnit}, taker_document = ${leaving.takerDocument},
      taker_person_id = ${leaving.takerPersonId}, taker_signature_sha256 = ${leaving.takerSignature},
      custodian_signature_sha256 = ${leaving.custodianSignature}, carrier = ${leaving.carrier},
      tracking_number = ${leaving.trackingNumber}, list_number = ${leaving.listNumber}, version = version + 1
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

export async function updateReleaseReceipt(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  receipt: { readonly number: string; readonly on: string; readonly by: string; readonly attentionAt: Date },
): Promise<void> {
  await sql`update item_releases set receipt_number = ${receipt.number}, receipt_on = ${receipt.on},
      receipt_by = ${receipt.by}, attention_at = ${receipt.attentionAt}, version = version + 1
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

/** Closes it when no line is open any more; otherwise it wants attention by the earliest line. */
export async function updateReleaseState(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  now: Date,
): Promise<void> {
  await sql`update item_releases release set version = version + 1,
      state = case when lines.open_count = 0 then 'closed' else release.state end,
      closed_at = case when lines.open_count = 0 then ${now}::timestamptz end,
      attention_at = case when lines.open_count = 0 then ${now}::timestamptz
        else coalesce(lines.due_at, release.attention_at) end
    from (select count(*) filter (where state in ('prepared', 'out', 'in_transit', 'with_keeper')) as open_count,
        min(due_at) filter (where state = 'out') as due_at
      from item_release_lines where court_id = ${courtId} and release_id = ${id}) lines
    where release.court_id = ${courtId} and release.id = ${id}`.execute(trx);
}

/** By when it wants attention again. */
export async function updateReleaseAttention(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  attentionAt: Date,
): Promise<void> {
  await sql`update item_releases set attention_at = ${attentionAt}, version = version + 1
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}
