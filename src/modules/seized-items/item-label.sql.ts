/** What labels of items say beside the item itself, and numbers by which an item is found. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface ItemLabelFacts {
  readonly itemCount: number;
  readonly receivedAt: Date | null;
  readonly custodian: string | null;
  readonly sealedAt: Date | null;
  readonly sealedBy: string | null;
}

/** By item: how many items its case has, when it was received and by whom, its present seal. */
export async function listItemLabelFacts(
  reader: TenantReader,
  courtIds: readonly number[],
  itemIds: readonly string[],
): Promise<Map<string, ItemLabelFacts>> {
  const { rows } = await sql<ItemLabelFacts & { id: string }>`
    select item.id, (select count(*)::integer from seized_items other where other.court_id = item.court_id
        and other.case_id = item.case_id) as "itemCount",
      intake.completed_at as "receivedAt", intake.completed_by_name as custodian, seal.sealed_at as "sealedAt",
      concat_ws('、', seal.sealed_by_name, seal.second_person_name) as "sealedBy"
    from seized_items item
    left join lateral (select intake.completed_at, intake.completed_by_name from item_intake_lines line
      join item_intakes intake on intake.court_id = line.court_id and intake.id = line.intake_id
      where line.court_id = item.court_id and line.item_id = item.id and intake.completed_at is not null
      order by intake.completed_at desc limit 1) intake on true
    left join item_seals seal on seal.court_id = item.court_id and seal.number = item.seal_number
    where item.court_id = any(${courtIds}::integer[]) and item.id = any(${itemIds}::uuid[])`.execute(reader);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** Items about which no two people have said by what they know them since the newest label was made or printed again. */
export async function listUnidentifiedItems(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select item.id from seized_items item
    join item_codes code on code.court_id = item.court_id and code.code = item.code
    join labels label on label.court_id = code.court_id and label.code = code.code
      and label.version = code.label_version
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[])
      and not exists (select from ledger_books book
        join readable_ledger_entries entry on entry.court_id = book.court_id and entry.book_id = book.id
        where book.court_id = item.court_id and book.kind = 'case' and book.subject_id = item.case_id
          and entry.book_kind = 'case' and entry.details ->> 'itemId' = item.id::text and entry.kind = 'identify'
          and entry.recorded_at >= label.created_at
          and not exists (select from label_events event where event.court_id = code.court_id
            and event.code = code.code and event.kind in ('reprinted', 'replaced') and event.occurred_at >= entry.recorded_at))`.execute(
    reader,
  );
  return rows.map(({ id }) => id);
}

/** Items whose seal, serial number, plate or VIN is exactly this text. */
export async function listItemsByNumber(
  reader: TenantReader,
  courtIds: readonly number[],
  text: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from seized_items where court_id = any(${courtIds}::integer[]) and seal_number = ${text}
    union select id from seized_items where court_id = any(${courtIds}::integer[]) and serial_number = ${text}
    union select id from seized_items where court_id = any(${courtIds}::integer[]) and plate_number = ${text}
    union select id from seized_items where court_id = any(${courtIds}::integer[]) and vin = ${text}
    limit 50`.execute(reader);
  return rows.map(({ id }) => id);
}

/** The book is locked, and the entry that says so is its last. */
export async function updateItemCodes(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  changes: readonly { readonly id: string; readonly to: string; readonly sequence: number }[],
): Promise<void> {
  await sql`update seized_items item set code = next.code, last_sequence = next.sequence, last_occurred_at = ${now},
      updated_at = ${now}::timestamptz, version = item.version + 1
    from unnest(${changes.map(({ id }) => id)}::uuid[], ${changes.map(({ to }) => to)}::char(16)[],
      ${changes.map(({ sequence }) => sequence)}::integer[]) as next(id, code, sequence)
    where item.court_id = ${courtId} and item.id = next.id`.execute(trx);
}

/** The court's full name, for papers. */
export async function findCourtName(reader: TenantReader, courtId: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from courts where id = ${courtId}`.execute(reader);
  return rows[0]?.name ?? '';
}

/** The name of a person of the court, for sentences. */
export async function findPersonName(reader: TenantReader, personId: string): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select full_name as name from people where id = ${personId}`.execute(reader);
  return rows[0]?.name ?? '';
}
