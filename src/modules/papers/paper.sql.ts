/** Rows of papers: numbering, issuing, finding, voiding. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { CaseReach } from '../cases/case-access.ts';

export interface PaperRow {
  readonly courtId: number;
  readonly id: string;
  readonly form: string;
  readonly number: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly handlerId: string | null;
  readonly clerkId: string | null;
  readonly departmentId: string | null;
  readonly subjectKey: string | null;
  readonly occurredAt: Date;
  readonly itemCount: number;
  readonly isSensitive: boolean;
  readonly contentSha256: string;
  readonly issuedAt: Date;
  readonly issuedByName: string;
  readonly replacesId: string | null;
  readonly voidedAt: Date | null;
  readonly voidedByName: string | null;
  readonly voidReason: string | null;
  readonly printCount: number;
  readonly scanCount: number;
  /** Things on it whose disposition was reversed after it was issued. */
  readonly reversedCount: number;
}

const COLUMNS =
  sql.raw(`paper.court_id as "courtId", paper.id, paper.form, paper.number, paper.case_id as "caseId",
  c.number as "caseNumber", c.handler_id as "handlerId", c.clerk_id as "clerkId", c.department_id as "departmentId",
  paper.subject_key as "subjectKey", paper.occurred_at as "occurredAt", paper.item_count as "itemCount",
  paper.is_sensitive as "isSensitive", paper.content_sha256 as "contentSha256", paper.issued_at as "issuedAt",
  paper.issued_by_name as "issuedByName", paper.replaces_id as "replacesId", paper.voided_at as "voidedAt",
  paper.voided_by_name as "voidedByName", paper.void_reason as "voidReason",
  (select count(*)::integer from paper_prints print where print.court_id = paper.court_id
    and print.paper_id = paper.id) as "printCount",
  (select count(*)::integer from stored_files file where file.court_id = paper.court_id
    and file.subject_kind = 'paper' and file.subject_id = paper.id and file.removed_at is null) as "scanCount",
  (select count(*)::integer from disposition_reversals reversal
    join paper_items listed on listed.court_id = reversal.court_id and listed.item_id = reversal.item_id
      and listed.paper_id = paper.id
    join ledger_books book on book.court_id = reversal.court_id and book.kind = 'case'
      and book.subject_id = reversal.case_id
    join ledger_entries taken on taken.court_id = book.court_id and taken.book_id = book.id
      and taken.sequence = reversal.corrects_sequence
    join ledger_entries anchor on anchor.court_id = book.court_id and anchor.book_id = book.id
      and anchor.sequence = case when paper.subject_key like 'event:%'
        then split_part(paper.subject_key, ':', 3)::integer end
    where reversal.court_id = paper.court_id and reversal.case_id = paper.case_id
      and taken.kind = anchor.kind and taken.recorded_at = anchor.recorded_at
      and taken.actor_id is not distinct from anchor.actor_id) as "reversedCount"
  from papers paper
  left join cases c on c.court_id = paper.court_id and c.id = paper.case_id`);

export async function findPaper(
  reader: TenantReader,
  courtIds: readonly number[],
  paperId: string,
): Promise<PaperRow | undefined> {
  const { rows } = await sql<PaperRow>`select ${COLUMNS}
    where paper.court_id = any(${courtIds}::integer[]) and paper.id = ${paperId}`.execute(reader);
  return rows[0];
}

/** Held until the end of the transaction: copies get their numbers one after the other. */
export async function lockPaper(
  trx: TenantTransaction,
  courtId: number,
  paperId: string,
): Promise<PaperRow | undefined> {
  await sql`select from papers where court_id = ${courtId} and id = ${paperId} for update`.execute(trx);
  return findPaper(trx, [courtId], paperId);
}

/** What was kept when the paper was issued, as it stands in the database. */
export async function findPaperContent(
  reader: TenantReader,
  { courtId, id }: { readonly courtId: number; readonly id: string },
): Promise<unknown> {
  const { rows } = await sql<{ content: unknown }>`select content from papers
    where court_id = ${courtId} and id = ${id}`.execute(reader);
  return rows[0]?.content;
}

/** Of a case, the latest first; of one item of it where one is named. */
export async function listPaperRowsOfCase(
  reader: TenantReader,
  filter: { readonly courtId: number; readonly caseId: string; readonly itemId: string | null },
): Promise<PaperRow[]> {
  const { courtId, caseId, itemId } = filter;
  const { rows } = await sql<PaperRow>`select ${COLUMNS}
    where paper.court_id = ${courtId} and paper.case_id = ${caseId} and (${itemId === null} or exists (
      select from paper_items item where item.court_id = paper.court_id and item.paper_id = paper.id
        and item.item_id = ${itemId}::uuid))
    order by paper.issued_at desc, paper.id desc limit 1000`.execute(reader);
  return rows;
}

/** Those of rooms that were made from this, voided ones included; the latest first. */
export async function listRoomPaperRows(
  reader: TenantReader,
  courtId: number,
  subjectKey: string,
): Promise<PaperRow[]> {
  const { rows } = await sql<PaperRow>`select ${COLUMNS}
    where paper.court_id = ${courtId} and paper.case_id is null and paper.subject_key = ${subjectKey}
    order by paper.issued_at desc, paper.id desc`.execute(reader);
  return rows;
}

/** A year's papers of a court, as far as the reach goes; those of rooms for whoever sees the whole. */
export async function listPaperRows(
  reader: TenantReader,
  filter: {
    readonly courtId: number;
    readonly year: number;
    readonly form: string | null;
    readonly reach: CaseReach;
    readonly after: { readonly issuedAt: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<PaperRow[]> {
  const { courtId, year, form, reach, after } = filter;
  const { rows } = await sql<PaperRow>`select ${COLUMNS}
    where paper.court_id = ${courtId} and paper.year = ${year}
      and (${form === null} or paper.form = ${form})
      and (${reach.isWhole} or c.department_id = any(${reach.departmentIds}::uuid[])
        or c.handler_id = ${reach.personId} or c.clerk_id = ${reach.personId})
      and (${after === null} or (paper.issued_at, paper.id)
        < (${after?.issuedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by paper.issued_at desc, paper.id desc limit ${filter.limit}`.execute(reader);
  return rows;
}

export interface RegisterRow {
  readonly form: string;
  readonly lastSerial: number;
  readonly issuedCount: number;
  readonly voidedCount: number;
  readonly missingSerials: number[];
}

/** What the counters gave out against the papers that are there; of missing numbers the first fifty. */
export async function listRegisterRows(
  reader: TenantReader,
  { courtId, year }: { readonly courtId: number; readonly year: number },
): Promise<RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select counter.form, counter.last_serial as "lastSerial", kept.issued as "issuedCount",
      kept.voided as "voidedCount", array(
        select serial from generate_series(1, counter.last_serial) serial where not exists (
          select from papers paper where paper.court_id = counter.court_id and paper.year = counter.year
            and paper.form = counter.form and paper.serial = serial) order by serial limit 50) as "missingSerials"
    from paper_counters counter
    cross join lateral (select count(*)::integer as issued,
        (count(*) filter (where paper.voided_at is not null))::integer as voided
      from papers paper where paper.court_id = counter.court_id and paper.year = counter.year
        and paper.form = counter.form) kept
    where counter.court_id = ${courtId} and counter.year = ${year}
    order by counter.form`.execute(reader);
  return rows;
}

/** The valid paper of this form that was made from this. */
export async function findPaperOfSubject(
  reader: TenantReader,
  subject: { readonly courtId: number; readonly form: string; readonly subjectKey: string },
): Promise<{ id: string; number: string } | undefined> {
  const { rows } = await sql<{ id: string; number: string }>`select id, number from papers
    where court_id = ${subject.courtId} and form = ${subject.form} and subject_key = ${subject.subjectKey}
      and voided_at is null`.execute(reader);
  return rows[0];
}

/** The paper that was issued in place of a voided one. */
export async function findReplacement(
  reader: TenantReader,
  { courtId, id }: { readonly courtId: number; readonly id: string },
): Promise<{ id: string; number: string } | undefined> {
  const { rows } = await sql<{ id: string; number: string }>`select id, number from papers
    where court_id = ${courtId} and replaces_id = ${id} order by issued_at desc, id desc limit 1`.execute(
    reader,
  );
  return rows[0];
}

/** The next number of the form in the year; the counter's row is held until the end, so no number is skipped. */
export async function takeSerial(
  trx: TenantTransaction,
  { courtId, year, form }: { readonly courtId: number; readonly year: number; readonly form: string },
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into paper_counters as counter (court_id, year, form, last_serial) values (${courtId}, ${year}, ${form}, 1)
    on conflict (court_id, year, form) do update set last_serial = counter.last_serial + 1
    returning last_serial as last`.execute(trx);
  return rows[0]?.last ?? 1;
}

export interface NewPaper {
  readonly id: string;
  readonly form: string;
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly caseId: string | null;
  readonly subjectKey: string | null;
  readonly occurredAt: Date;
  readonly itemIds: readonly string[];
  readonly itemCount: number;
  readonly isSensitive: boolean;
  readonly content: object;
  readonly contentSha256: string;
  readonly issuedAt: Date;
  readonly issuedBy: { readonly id: string; readonly name: string };
  readonly replacesId: string | null;
}

export async function insertPaper(trx: TenantTransaction, courtId: number, paper: NewPaper): Promise<void> {
  await sql`
    insert into papers (court_id, id, form, year, serial, number, case_id, subject_key, occurred_at, item_count,
      is_sensitive, content, content_sha256, issued_at, issued_by, issued_by_name, replaces_id)
    values (${courtId}, ${paper.id}, ${paper.form}, ${paper.year}, ${paper.serial}, ${paper.number}, ${paper.caseId},
      ${paper.subjectKey}, ${paper.occurredAt}, ${paper.itemCount}, ${paper.isSensitive},
      ${JSON.stringify(paper.content)}::jsonb, ${paper.contentSha256}, ${paper.issuedAt}, ${paper.issuedBy.id},
      ${paper.issuedBy.name}, ${paper.replacesId})`.execute(trx);
  await sql`
    insert into paper_items (court_id, paper_id, item_id)
    select ${courtId}::integer, ${paper.id}::uuid, item_id from unnest(${paper.itemIds}::uuid[]) item_id`.execute(
    trx,
  );
}

export async function updatePaperVoided(
  trx: TenantTransaction,
  { courtId, id }: { readonly courtId: number; readonly id: string },
  voided: { readonly at: Date; readonly byName: string; readonly reason: string },
): Promise<void> {
  await sql`update papers set voided_at = ${voided.at}, voided_by_name = ${voided.byName},
      void_reason = ${voided.reason}
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}
