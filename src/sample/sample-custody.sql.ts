/** What the sample court has in its rooms, as those who work on with it look for it. */
import { sql } from 'kysely';
import type { TenantReader } from '../platform/database.ts';
import type { ItemCategoryId } from '../modules/seized-items/item-categories.ts';

/** Of what is in store, the newest cases first, a handful a case; `receivedAt`: when it came in or was moved last. */
export async function listItemsToPhotograph(
  reader: TenantReader,
  courtId: number,
  limit: number,
): Promise<{ id: string; category: ItemCategoryId; receivedAt: Date }[]> {
  const { rows } = await sql<{ id: string; category: ItemCategoryId; receivedAt: Date }>`
    select item.id, item.category, item.state_since as "receivedAt"
    from seized_items item join cases c on c.court_id = item.court_id and c.id = item.case_id
    where item.court_id = ${courtId} and item.state in ('in_store', 'awaiting_disposition') and item.number <= 12
    order by c.accepted_on desc, c.number, item.number limit ${limit}`.execute(reader);
  return rows;
}

export interface SellableItem {
  readonly id: string;
  readonly code: string;
  readonly caseId: string;
  readonly lineId: string;
  readonly handler: string;
  /** When the book of the case was written last. */
  readonly lastAt: Date;
}

/** Confiscated goods that wait, nobody holds them: the first of each case. */
export async function listSellableItems(reader: TenantReader, courtId: number): Promise<SellableItem[]> {
  const { rows } = await sql<SellableItem>`
    select distinct on (c.number) item.id, item.code, item.case_id as "caseId", line.id as "lineId",
      handler.full_name as handler, entry.occurred_at as "lastAt"
    from seized_items item
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    join people handler on handler.id = c.handler_id
    join judgment_lines line on line.court_id = item.court_id and line.case_id = item.case_id
      and line.item_id = item.id and line.disposition = 'confiscate' and line.confirmed_at is not null
    join ledger_books book on book.court_id = item.court_id and book.id = item.book_id
    join ledger_entries entry on entry.court_id = book.court_id and entry.book_id = book.id
      and entry.book_kind = 'case' and entry.sequence = book.last_sequence
    where item.court_id = ${courtId} and item.state = 'awaiting_disposition' and item.place_id is not null
      and item.category in ('electronics', 'tools', 'tobacco_and_liquor', 'precious_metals', 'clothing')
    order by c.number, item.number`.execute(reader);
  return rows;
}

/** Cases of whose items none is open, as far as the projection says. */
export async function listFinishedCaseIds(reader: TenantReader, courtId: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c
    where c.court_id = ${courtId}
      and exists (select from seized_items item where item.court_id = c.court_id and item.case_id = c.id)
      and not exists (select from seized_items item where item.court_id = c.court_id and item.case_id = c.id
        and item.on_hand > 0)
    order by c.number`.execute(reader);
  return rows.map(({ id }) => id);
}

export interface ArrivedItem {
  readonly id: string;
  readonly caseId: string;
  readonly listNumber: string | null;
  readonly arrivedAt: Date;
}

/** What was delivered and has not been counted, by case. */
export async function listArrivedItems(reader: TenantReader, courtId: number): Promise<ArrivedItem[]> {
  const { rows } = await sql<ArrivedItem>`
    select item.id, item.case_id as "caseId", item.list_number as "listNumber", item.state_since as "arrivedAt"
    from seized_items item join cases c on c.court_id = item.court_id and c.id = item.case_id
    where item.court_id = ${courtId} and item.state = 'awaiting_check'
    order by c.number, item.number`.execute(reader);
  return rows;
}

export interface LyingItem {
  readonly subjectId: string;
  readonly code: string;
  readonly title: string;
  readonly placePath: string;
  readonly caseNumber: string;
  readonly number: number;
  readonly onHand: string;
  readonly unit: string;
  readonly sealNumber: string | null;
}

/** What has lain in a room since before a moment, in the order in which one walks along it. */
export async function listLyingSince(
  reader: TenantReader,
  courtId: number,
  { path, before, limit }: { readonly path: string; readonly before: Date; readonly limit: number },
): Promise<LyingItem[]> {
  const { rows } = await sql<LyingItem>`
    select item.id as "subjectId", item.code, item.name as title, place.path as "placePath",
      c.number as "caseNumber", item.number, item.on_hand as "onHand", item.unit, item.seal_number as "sealNumber"
    from seized_items item
    join cases c on c.court_id = item.court_id and c.id = item.case_id
    join places place on place.court_id = item.court_id and place.id = item.place_id
    where item.court_id = ${courtId} and item.state = 'in_store' and item.state_since < ${before}
      and place.path like ${`${path} / %`}
    order by place.path, c.number, item.number limit ${limit}`.execute(reader);
  return rows;
}

/** The custodian before the one in office, the moment of the change and the paper of who came. */
export async function findChangeOfCustodian(
  reader: TenantReader,
  courtId: number,
  roomId: string,
): Promise<{ id: string; personId: string; name: string; endsAt: Date; document: string } | undefined> {
  const { rows } = await sql<{ id: string; personId: string; name: string; endsAt: Date; document: string }>`
    select office.id, office.person_id as "personId", person.full_name as name, office.ends_at as "endsAt",
      coming.document
    from custodianships office join people person on person.id = office.person_id
    join custodianships coming on coming.court_id = office.court_id and coming.room_id = office.room_id
      and coming.kind = 'custodian' and coming.starts_at = office.ends_at
    where office.court_id = ${courtId} and office.room_id = ${roomId} and office.kind = 'custodian'
    order by office.starts_at limit 1`.execute(reader);
  return rows[0];
}

/** Open cases without a judgment, nothing written in their books since then, the newest first. */
export async function listQuietCases(
  reader: TenantReader,
  courtId: number,
  { before, limit }: { readonly before: Date; readonly limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c
    where c.court_id = ${courtId} and c.accepted_on < ${before}::date
      and c.effective_on is null and c.closed_on is null and c.secrecy = 'open'
      and not exists (select from seized_items item where item.court_id = c.court_id and item.case_id = c.id
        and item.last_occurred_at >= ${before})
    order by c.accepted_on desc, c.id limit ${limit}`.execute(reader);
  return rows.map(({ id }) => id);
}

/** Single ordinary things in a room's own reach, in the books of whose cases nothing happened since `before`, one a case. */
export async function listPlainItems(
  reader: TenantReader,
  courtId: number,
  { roomId, before, limit }: { readonly roomId: string; readonly before: Date; readonly limit: number },
): Promise<{ id: string; placeId: string }[]> {
  const { rows } = await sql<{ id: string; placeId: string }>`
    select distinct on (item.case_id) item.id, item.place_id as "placeId"
    from seized_items item
    join places place on place.court_id = item.court_id and place.id = item.place_id
    where item.court_id = ${courtId} and ${roomId}::uuid = any(place.ancestor_ids) and item.state = 'in_store'
      and item.grade = 'ordinary' and item.category = 'electronics' and item.container_id is null
      and item.keeping <@ array['antimagnetic', 'dry', 'dark', 'no_power_on'] and not item.is_unverified
      and not exists (
        select from ledger_entries entry
        where entry.court_id = item.court_id and entry.book_id = item.book_id and entry.book_kind = 'case'
          and entry.occurred_at >= ${before})
    order by item.case_id, item.number limit ${limit}`.execute(reader);
  return rows;
}

/** Open prosecutions in first instance with things on record, of anybody but this judge, the newest first. */
export async function listOpenProsecutions(
  reader: TenantReader,
  courtId: number,
  { exceptOf, limit }: { readonly exceptOf: string | null; readonly limit: number },
): Promise<{ id: string; version: number }[]> {
  const { rows } = await sql<{ id: string; version: number }>`
    select c.id, c.version from cases c
    where c.court_id = ${courtId} and c.handler_id is distinct from ${exceptOf}::uuid and c.stage = 'first_instance' and c.procuratorate is not null
      and c.closed_on is null and c.secrecy = 'open' and not c.involves_minors
      and exists (select from seized_items item where item.court_id = c.court_id and item.case_id = c.id)
    order by c.accepted_on desc, c.id limit ${limit}`.execute(reader);
  return rows;
}
