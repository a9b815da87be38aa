/** Seals, weighings and counts of money of items. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import { normaliseQuantity } from '../ledger/entry.ts';
import { rowSetJson } from '../../platform/row-set-json.ts';

/** Which of the seal numbers were used before in the court. */
export async function listTakenSeals(
  reader: TenantReader,
  courtId: number,
  numbers: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ number: string }>`select number from item_seals
    where court_id = ${courtId} and number = any(${numbers}::text[])`.execute(reader);
  return new Set(rows.map(({ number }) => number));
}

export interface NewSeal {
  readonly id: string;
  readonly itemId: string;
  readonly number: string;
  readonly sealedAt: Date;
  readonly sealedByName: string;
  readonly secondPersonName: string | null;
  readonly witness: string | null;
}

export async function insertSeals(
  trx: TenantTransaction,
  courtId: number,
  seals: readonly NewSeal[],
): Promise<void> {
  const rows = seals.map((seal) => ({
    id: seal.id,
    item_id: seal.itemId,
    number: seal.number,
    sealed_at: seal.sealedAt,
    sealed_by_name: seal.sealedByName,
    second_person_name: seal.secondPersonName,
    witness: seal.witness,
  }));
  await sql`
    insert into item_seals (court_id, id, item_id, number, sealed_at, sealed_by_name, second_person_name, witness)
    select ${courtId}::integer, id, item_id, number, sealed_at, sealed_by_name, second_person_name, witness
    from json_to_recordset(${rowSetJson(rows)}::json) as seal(id uuid, item_id uuid, number text,
      sealed_at timestamptz, sealed_by_name text, second_person_name text, witness text)`.execute(trx);
}

export interface SealRow {
  readonly number: string;
  readonly sealedAt: Date;
  readonly sealedByName: string;
  readonly secondPersonName: string | null;
  readonly openedAt: Date | null;
  readonly openedByName: string | null;
  readonly openedWith: string | null;
  readonly openReason: string | null;
}

/** Every seal that the item carried, the newest first. */
export async function listSeals(reader: TenantReader, courtId: number, itemId: string): Promise<SealRow[]> {
  const { rows } = await sql<SealRow>`
    select number, sealed_at as "sealedAt", sealed_by_name as "sealedByName",
      second_person_name as "secondPersonName", opened_at as "openedAt", opened_by_name as "openedByName",
      opened_with as "openedWith", open_reason as "openReason"
    from item_seals where court_id = ${courtId} and item_id = ${itemId} order by sealed_at desc, id desc`.execute(
    reader,
  );
  return rows;
}

/** Marks the seal that an item carries as opened; the row stays. */
export async function updateSealOpened(
  trx: TenantTransaction,
  courtId: number,
  seal: { readonly itemId: string; readonly number: string },
  opening: { readonly at: Date; readonly byName: string; readonly withName: string; readonly reason: string },
): Promise<void> {
  await sql`update item_seals set opened_at = ${opening.at}, opened_by_name = ${opening.byName},
      opened_with = ${opening.withName}, open_reason = ${opening.reason}
    where court_id = ${courtId} and item_id = ${seal.itemId} and number = ${seal.number} and opened_at is null`.execute(
    trx,
  );
}

export interface NewWeighing {
  readonly id: string;
  readonly itemId: string;
  readonly weighedAt: Date;
  readonly unit: string;
  readonly gross: string;
  readonly tare: string;
  readonly net: string;
  readonly scale: string;
  readonly weighedByName: string;
  readonly secondPersonName: string;
}

export async function insertWeighings(
  trx: TenantTransaction,
  courtId: number,
  weighings: readonly NewWeighing[],
): Promise<void> {
  const rows = weighings.map((one) => ({
    id: one.id,
    item_id: one.itemId,
    weighed_at: one.weighedAt,
    unit: one.unit,
    gross: one.gross,
    tare: one.tare,
    net: one.net,
    scale: one.scale,
    weighed_by_name: one.weighedByName,
    second_person_name: one.secondPersonName,
  }));
  await sql`
    insert into item_weighings (court_id, id, item_id, weighed_at, unit, gross, tare, net, scale, weighed_by_name,
      second_person_name)
    select ${courtId}::integer, id, item_id, weighed_at, unit, gross, tare, net, scale, weighed_by_name,
      second_person_name
    from json_to_recordset(${rowSetJson(rows)}::json) as weighing(id uuid, item_id uuid, weighed_at timestamptz,
      unit text, gross numeric, tare numeric, net numeric, scale text, weighed_by_name text, second_person_name text)`.execute(
    trx,
  );
}

export type WeighingRow = Omit<NewWeighing, 'id' | 'itemId'>;

/** Every weighing of the item, the newest first. */
export async function listWeighings(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<WeighingRow[]> {
  const { rows } = await sql<WeighingRow>`
    select weighed_at as "weighedAt", unit, gross, tare, net, scale, weighed_by_name as "weighedByName",
      second_person_name as "secondPersonName"
    from item_weighings where court_id = ${courtId} and item_id = ${itemId} order by weighed_at desc, id desc`.execute(
    reader,
  );
  return rows;
}

export interface NewMoneyCount {
  readonly id: string;
  readonly itemId: string;
  readonly countedAt: Date;
  readonly currency: string;
  readonly denominations: readonly { readonly faceMinor: number; readonly pieces: number }[];
  readonly totalMinor: number;
  readonly serials: string | null;
  readonly countedByName: string;
  readonly secondPersonName: string;
}

export async function insertMoneyCounts(
  trx: TenantTransaction,
  courtId: number,
  counts: readonly NewMoneyCount[],
): Promise<void> {
  const rows = counts.map((one) => ({
    id: one.id,
    item_id: one.itemId,
    counted_at: one.countedAt,
    currency: one.currency,
    denominations: one.denominations,
    total_minor: one.totalMinor,
    serials: one.serials,
    counted_by_name: one.countedByName,
    second_person_name: one.secondPersonName,
  }));
  await sql`
    insert into item_money_counts (court_id, id, item_id, counted_at, currency, denominations, total_minor, serials,
      counted_by_name, second_person_name)
    select ${courtId}::integer, id, item_id, counted_at, currency, denominations, total_minor, serials,
      counted_by_name, second_person_name
    from json_to_recordset(${rowSetJson(rows)}::json) as counted(id uuid, item_id uuid, counted_at timestamptz,
      currency text, denominations jsonb, total_minor bigint, serials text, counted_by_name text,
      second_person_name text)`.execute(trx);
}

export type MoneyCountRow = Omit<NewMoneyCount, 'id' | 'itemId'>;

/** Every count of the item's money, the newest first. */
export async function listMoneyCounts(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<MoneyCountRow[]> {
  const { rows } = await sql<MoneyCountRow>`
    select counted_at as "countedAt", currency, denominations, total_minor as "totalMinor", serials,
      counted_by_name as "countedByName", second_person_name as "secondPersonName"
    from item_money_counts where court_id = ${courtId} and item_id = ${itemId}
    order by counted_at desc, id desc`.execute(reader);
  return rows;
}

/** Photos of the item that were taken up since then. */
export async function countPhotosSince(
  reader: TenantReader,
  courtId: number,
  itemId: string,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from stored_files
    where court_id = ${courtId} and subject_kind = 'seized_item' and subject_id = ${itemId} and purpose = 'photo'
      and removed_at is null and uploaded_at >= ${since}`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** The last weighing of each item of a case, gross and net, `51.9 / 49.9 克`; what was never weighed is absent. */
export async function listLastWeights(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ itemId: string; gross: string; net: string; unit: string }>`
    select distinct on (weighing.item_id) weighing.item_id as "itemId", weighing.gross, weighing.net, weighing.unit
    from item_weighings weighing
    join seized_items item on item.court_id = weighing.court_id and item.id = weighing.item_id
    where weighing.court_id = ${courtId} and item.case_id = ${caseId}
    order by weighing.item_id, weighing.weighed_at desc, weighing.id desc`.execute(reader);
  return new Map(
    rows.map(({ itemId, gross, net, unit }) => [
      itemId,
      `${normaliseQuantity(gross)} / ${normaliseQuantity(net)} ${unit}`,
    ]),
  );
}
