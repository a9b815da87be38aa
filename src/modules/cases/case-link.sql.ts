/** Rows of links between merged and split cases. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { LinkKind } from './rules.ts';

export interface CaseLinkRow {
  readonly mainCaseId: string;
  readonly otherCaseId: string;
  readonly kind: LinkKind;
  readonly sourceDocument: string;
  readonly linkedOn: string;
  readonly endedOn: string | null;
  readonly endReason: string | null;
}

const COLUMNS = sql.raw(`main_case_id as "mainCaseId", other_case_id as "otherCaseId", kind,
  source_document as "sourceDocument", linked_on as "linkedOn", ended_on as "endedOn", end_reason as "endReason"`);

/** Links in which a case takes part on either side. */
export async function listCaseLinks(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<CaseLinkRow[]> {
  const { rows } = await sql<CaseLinkRow>`
    select ${COLUMNS} from case_links where court_id = ${courtId} and main_case_id = ${caseId}
    union all
    select ${COLUMNS} from case_links where court_id = ${courtId} and other_case_id = ${caseId}
    order by "linkedOn", "mainCaseId", "otherCaseId"`.execute(reader);
  return rows;
}

export interface NewCaseLink {
  readonly mainCaseId: string;
  readonly otherCaseId: string;
  readonly kind: LinkKind;
  readonly sourceDocument: string;
  readonly linkedOn: string;
}

/** A pair that was linked before and no longer is, is linked anew. */
export async function insertCaseLinks(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  links: readonly NewCaseLink[],
): Promise<void> {
  await sql`
    insert into case_links (court_id, main_case_id, other_case_id, kind, source_document, linked_on, linked_by,
      linked_by_name, linked_at)
    select ${courtId}, "mainCaseId", "otherCaseId", kind, "sourceDocument", "linkedOn", ${by.personId},
      ${by.personName}, ${by.now}
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as new("mainCaseId" uuid, "otherCaseId" uuid, kind text,
      "sourceDocument" text, "linkedOn" date)
    on conflict (court_id, main_case_id, other_case_id) do update set kind = excluded.kind,
      source_document = excluded.source_document, linked_on = excluded.linked_on, linked_by = excluded.linked_by,
      linked_by_name = excluded.linked_by_name, linked_at = excluded.linked_at, ended_on = null, end_reason = null`.execute(
    trx,
  );
}

export async function updateCaseLinkEnded(
  trx: TenantTransaction,
  courtId: number,
  pair: { readonly mainCaseId: string; readonly otherCaseId: string },
  end: { readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update case_links set ended_on = ${end.on}, end_reason = ${end.reason}
    where court_id = ${courtId} and main_case_id = ${pair.mainCaseId} and other_case_id = ${pair.otherCaseId}`.execute(
    trx,
  );
}
