/** Events and approvals that papers are made from. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';

export interface EventRow {
  readonly kind: string;
  readonly recordedAt: Date;
  readonly occurredAt: Date;
  readonly actorId: string | null;
  readonly intakeId: string | null;
  readonly firstSequence: number;
  /** Of the entries that were not reversed; none: all of them were. */
  readonly itemIds: readonly string[];
  readonly firstItem: string;
}

/** Entries of one kind that one command wrote into the book of a case, together; the latest first. */
export async function listEventRows(
  reader: TenantReader,
  of: { readonly courtId: number; readonly caseId: string; readonly kinds: readonly string[] },
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select entry.kind, entry.recorded_at as "recordedAt", min(entry.occurred_at) as "occurredAt",
      entry.actor_id as "actorId", entry.details ->> 'intakeId' as "intakeId", min(entry.sequence) as "firstSequence",
      coalesce(array_agg(entry.details ->> 'itemId' order by entry.sequence)
        filter (where reversal.sequence is null), '{}') as "itemIds",
      coalesce((array_agg(entry.details ->> 'name' order by entry.sequence)
        filter (where reversal.sequence is null))[1], '') as "firstItem"
    from ledger_books book
    join ledger_entries entry on entry.court_id = book.court_id and entry.book_id = book.id
    left join ledger_entries reversal on reversal.court_id = entry.court_id and reversal.book_id = entry.book_id
      and reversal.corrects_sequence = entry.sequence and reversal.kind = 'reverse_end'
    where book.court_id = ${of.courtId} and book.kind = 'case' and book.subject_id = ${of.caseId}
      and entry.kind = any(${of.kinds}::text[])
    group by entry.kind, entry.recorded_at, entry.actor_id, entry.details ->> 'intakeId'
    order by min(entry.sequence) desc limit 2000`.execute(reader);
  return rows;
}

export interface RequestSource {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly title: string;
  readonly reason: string;
  readonly grade: string | null;
  readonly amountFen: number | null;
  readonly applicantName: string;
  readonly applicantDepartment: string | null;
  readonly basis: string | null;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly usedByName: string | null;
  readonly lines: readonly {
    readonly itemId: string;
    readonly label: string;
    readonly quantity: string;
    readonly unit: string;
    readonly facts: readonly { readonly zh: string; readonly value: string | Sentence }[];
  }[];
  readonly decisions: readonly {
    readonly kind: string;
    readonly stepTitle: string | null;
    readonly personName: string;
    readonly onBehalfOfName: string | null;
    readonly opinion: string | null;
    readonly decidedAt: string;
  }[];
}

const REQUEST =
  sql.raw(`request.id, request.number, request.kind, request.state, request.title, request.reason, request.grade,
  request.amount_fen as "amountFen", request.applicant_name as "applicantName",
  request.applicant_department as "applicantDepartment", request.basis, request.submitted_at as "submittedAt",
  request.decided_at as "decidedAt", request.expires_at as "expiresAt", request.used_at as "usedAt",
  request.used_by_name as "usedByName",
  (select jsonb_agg(jsonb_build_object('itemId', line.subject_id, 'label', line.label,
      'quantity', line.quantity::text, 'unit', line.unit, 'facts', line.facts) order by line.line)
    from approval_lines line join seized_items item on item.court_id = line.court_id and item.id = line.subject_id
    where line.court_id = request.court_id and line.request_id = request.id
      and item.case_id = wanted.case_id) as lines,
  coalesce((select jsonb_agg(jsonb_build_object('kind', decision.kind, 'stepTitle', decision.step_title,
      'personName', decision.person_name, 'onBehalfOfName', decision.on_behalf_of_name, 'opinion', decision.opinion,
      'decidedAt', to_char(decision.decided_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'))
      order by decision.decided_at, decision.id)
    from approval_decisions decision where decision.court_id = request.court_id
      and decision.request_id = request.id), '[]') as decisions`);

/** Requests with lines about items of the case, those that were granted or used; the latest first. */
export async function listRequestSources(
  reader: TenantReader,
  of: { readonly courtId: number; readonly caseId: string; readonly requestId: string | null },
): Promise<RequestSource[]> {
  const { courtId, caseId, requestId } = of;
  const { rows } = await sql<RequestSource>`
    with wanted as materialized (
      select distinct line.request_id, item.case_id from seized_items item
      join approval_lines line on line.court_id = item.court_id and line.subject_id = item.id
      where item.court_id = ${courtId} and item.case_id = ${caseId})
    select ${REQUEST} from wanted
    join approval_requests request on request.court_id = ${courtId} and request.id = wanted.request_id
    where request.state in ('approved', 'used') and (${requestId === null} or request.id = ${requestId}::uuid)
    order by request.submitted_at desc, request.id desc limit 500`.execute(reader);
  return rows;
}

/** Papers of a case by what they were made from: those that stand, and of the voided ones the last. */
export async function listSubjectsOfPapers(
  reader: TenantReader,
  of: { readonly courtId: number; readonly caseId: string },
): Promise<{ id: string; form: string; subjectKey: string; isVoided: boolean }[]> {
  const { rows } = await sql<{ id: string; form: string; subjectKey: string; isVoided: boolean }>`
    select id, form, subject_key as "subjectKey", voided_at is not null as "isVoided" from papers
    where court_id = ${of.courtId} and case_id = ${of.caseId} and subject_key is not null
    order by issued_at, id`.execute(reader);
  return rows;
}
