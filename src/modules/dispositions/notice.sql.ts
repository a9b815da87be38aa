/** Public notices of unclaimed things, and what was done to reach whoever they belong to. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

/** `lost`: the thing was lost or used up while it ran. */
export type NoticeOutcome = 'claimed' | 'forfeited' | 'called_off' | 'lost';

export interface PublicNoticeRow {
  readonly id: string;
  readonly itemId: string;
  readonly document: string;
  readonly medium: string;
  readonly publishedOn: string;
  readonly dueOn: string;
  readonly publishedByName: string;
  readonly endedOn: string | null;
  readonly outcome: NoticeOutcome | null;
}

/**
 * The last day of `notice`: while it runs, that of its clock, which is counted anew with the calendar and may be made to
 * run longer; of one that ended, what it was.
 */
export const NOTICE_DUE_ON = sql.raw(`coalesce((select max(due.due_on) from deadlines due
  where notice.ended_on is null and due.court_id = notice.court_id and due.rule_id = 'D17'
    and due.subject_kind = 'seized_item' and due.subject_id = notice.item_id and due.settled_at is null),
  notice.due_on)`);

export async function listPublicNotices(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<PublicNoticeRow[]> {
  const { rows } = await sql<PublicNoticeRow>`
    select id, item_id as "itemId", document, medium, published_on as "publishedOn", ${NOTICE_DUE_ON} as "dueOn",
      published_by_name as "publishedByName", ended_on as "endedOn", outcome from public_notices notice
    where court_id = ${courtId} and item_id = ${itemId} order by published_on, id`.execute(reader);
  return rows;
}

export async function insertPublicNotices(
  trx: TenantTransaction,
  courtId: number,
  notices: readonly (Omit<PublicNoticeRow, 'endedOn' | 'outcome'> & { readonly caseId: string })[],
): Promise<void> {
  await sql`
    insert into public_notices (court_id, id, case_id, item_id, document, medium, published_on, due_on,
      published_by_name)
    select ${courtId}, id, "caseId", "itemId", document, medium, "publishedOn", "dueOn", "publishedByName"
    from json_to_recordset(${JSON.stringify(notices)}::json) as new(id uuid, "caseId" uuid, "itemId" uuid,
      document text, medium text, "publishedOn" date, "dueOn" date, "publishedByName" text)`.execute(trx);
}

/** Ends the notices that run for the items. */
export async function updateNoticesEnded(
  trx: TenantTransaction,
  courtId: number,
  itemIds: readonly string[],
  end: { readonly on: string; readonly outcome: NoticeOutcome },
): Promise<void> {
  await sql`update public_notices set ended_on = ${end.on}, outcome = ${end.outcome}
    where court_id = ${courtId} and item_id = any(${itemIds}::uuid[]) and ended_on is null`.execute(trx);
}

/**
 * The notice that last ended for the item, in one of these ways and on this day, goes on with its own days; the ended one
 * stays. Nothing where one runs.
 */
export async function insertContinuedNotice(
  trx: TenantTransaction,
  courtId: number,
  continued: { readonly id: string; readonly itemId: string },
  ended: { readonly outcomes: readonly NoticeOutcome[]; readonly endedOn: string | null },
): Promise<void> {
  await sql`
    insert into public_notices (court_id, id, case_id, item_id, document, medium, published_on, due_on,
      published_by_name)
    select court_id, ${continued.id}::uuid, case_id, item_id, document, medium, published_on, due_on, published_by_name
    from public_notices ended
    where court_id = ${courtId} and item_id = ${continued.itemId} and outcome = any(${[...ended.outcomes]}::text[])
      and (${ended.endedOn}::date is null or ended_on = ${ended.endedOn}::date)
      and not exists (select from public_notices running where running.court_id = ended.court_id
        and running.item_id = ended.item_id and running.ended_on is null)
    order by ended_on desc, id desc limit 1`.execute(trx);
}

export interface ContactRow {
  readonly id: string;
  readonly contactedAt: Date;
  readonly means: string;
  readonly toWhom: string;
  readonly outcome: string;
  readonly note: string | null;
  readonly recordedByName: string;
}

export async function listContacts(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select id, contacted_at as "contactedAt", means, to_whom as "toWhom", outcome, note,
      recorded_by_name as "recordedByName" from claimant_contacts
    where court_id = ${courtId} and item_id = ${itemId} order by contacted_at, id`.execute(reader);
  return rows;
}

export async function insertContact(
  trx: TenantTransaction,
  courtId: number,
  contact: ContactRow & { readonly caseId: string; readonly itemId: string; readonly recordedAt: Date },
): Promise<void> {
  const { id, caseId, itemId, contactedAt, means, toWhom, outcome, note, recordedAt, recordedByName } =
    contact;
  await sql`insert into claimant_contacts (court_id, id, case_id, item_id, contacted_at, means, to_whom, outcome, note,
      recorded_at, recorded_by_name)
    values (${courtId}, ${id}, ${caseId}, ${itemId}, ${contactedAt}, ${means}, ${toWhom}, ${outcome}, ${note},
      ${recordedAt}, ${recordedByName})`.execute(trx);
}
