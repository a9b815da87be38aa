/** Readings of odometers. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';
import { IS_SECRET } from '../secret-item.sql.ts';
import type { OdometerOccasion } from './odometer.rules.ts';

export interface OdometerRow {
  readonly takenAt: Date;
  readonly occasion: OdometerOccasion;
  readonly km: string | null;
  readonly differenceKm: string | null;
  readonly allowedKm: string | null;
  readonly note: string | null;
  readonly takenByName: string;
  readonly secondPersonName: string | null;
}

/** Every reading of the item, the newest first. */
export async function listOdometerReadings(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<OdometerRow[]> {
  const { rows } = await sql<OdometerRow>`
    select taken_at as "takenAt", occasion, trim_scale(km)::text as km, trim_scale(difference_km)::text as "differenceKm",
      trim_scale(allowed_km)::text as "allowedKm", note, taken_by_name as "takenByName",
      second_person_name as "secondPersonName"
    from item_odometer_readings where court_id = ${courtId} and item_id = ${itemId}
    order by recorded_at desc, id desc`.execute(reader);
  return rows;
}

export interface LastReading {
  readonly km: string;
  readonly recordedAt: Date;
}

/** The last number that was read of each; an item that nobody has read is absent. */
export async function listLastReadings(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
): Promise<Map<string, LastReading>> {
  const { rows } = await sql<LastReading & { itemId: string }>`
    select distinct on (item_id) item_id as "itemId", trim_scale(km)::text as km, recorded_at as "recordedAt"
    from item_odometer_readings
    where court_id = ${courtId} and item_id = any(${itemIds}::uuid[]) and km is not null
    order by item_id, recorded_at desc, id desc`.execute(reader);
  return new Map(rows.map(({ itemId, ...last }) => [itemId, last]));
}

export interface UnreadVehicle {
  readonly name: string;
  readonly isSecret: boolean;
}

/** Vehicles among the items that nobody has read since; one that could not be read was read. */
export async function listUnreadVehicles(
  reader: TenantReader,
  courtId: number,
  itemIds: readonly string[],
  since: Date,
): Promise<UnreadVehicle[]> {
  const { rows } =
    await sql<UnreadVehicle>`select item.name, ${sql.raw(IS_SECRET)} as "isSecret" from seized_items item
    where item.court_id = ${courtId} and item.id = any(${itemIds}::uuid[]) and item.category = 'vehicles'
      and not exists (select from item_odometer_readings reading where reading.court_id = item.court_id
        and reading.item_id = item.id and reading.recorded_at >= ${since})
    order by item.number`.execute(reader);
  return rows;
}

export type NewReading = OdometerRow & { readonly id: string; readonly itemId: string };

export async function insertOdometerReadings(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  readings: readonly NewReading[],
): Promise<void> {
  const rows = readings.map((one) => ({
    id: one.id,
    item_id: one.itemId,
    taken_at: one.takenAt,
    occasion: one.occasion,
    km: one.km,
    difference_km: one.differenceKm,
    allowed_km: one.allowedKm,
    note: one.note,
    taken_by_name: one.takenByName,
    second_person_name: one.secondPersonName,
  }));
  await sql`insert into item_odometer_readings (court_id, id, item_id, taken_at, occasion, km, difference_km, allowed_km,
      note, taken_by_name, second_person_name, recorded_at)
    select ${courtId}::integer, id, item_id, taken_at, occasion, km, difference_km, allowed_km, note, taken_by_name,
      second_person_name, ${now}::timestamptz
    from json_to_recordset(${rowSetJson(rows)}::json) as reading(id uuid, item_id uuid, taken_at timestamptz,
      occasion text, km numeric, difference_km numeric, allowed_km numeric, note text, taken_by_name text,
      second_person_name text)`.execute(trx);
}
