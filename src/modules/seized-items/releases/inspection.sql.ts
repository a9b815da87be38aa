/** Inspections at outside keepers. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';
import { SAID_ITEM_NAME } from '../secret-item.sql.ts';
import { rowSetJson } from '../../../platform/row-set-json.ts';

export interface InspectionRow {
  readonly itemId: string;
  readonly name: string;
  readonly inspectedAt: Date;
  readonly inspectedByName: string;
  readonly secondPersonName: string | null;
  readonly condition: string;
  readonly isInOrder: boolean;
  readonly odometer: string | null;
  readonly feeFen: number | null;
  readonly note: string | null;
}

/** The newest first. */
export async function listInspections(
  reader: TenantReader,
  courtId: number,
  releaseId: string,
): Promise<InspectionRow[]> {
  const { rows } = await sql<InspectionRow>`
    select inspection.item_id as "itemId", ${sql.raw(SAID_ITEM_NAME)} as name, inspection.inspected_at as "inspectedAt",
      inspection.inspected_by_name as "inspectedByName", inspection.second_person_name as "secondPersonName",
      inspection.condition, inspection.is_in_order as "isInOrder", inspection.odometer,
      inspection.fee_fen as "feeFen", inspection.note
    from item_inspections inspection
    join seized_items item on item.court_id = inspection.court_id and item.id = inspection.item_id
    where inspection.court_id = ${courtId} and inspection.release_id = ${releaseId}
    order by inspection.inspected_at desc, item.number`.execute(reader);
  return rows;
}

export type NewInspection = Omit<InspectionRow, 'name'> & { readonly id: string };

export async function insertInspections(
  trx: TenantTransaction,
  courtId: number,
  releaseId: string,
  inspections: readonly NewInspection[],
): Promise<void> {
  const rows = inspections.map((one) => ({
    id: one.id,
    item_id: one.itemId,
    inspected_at: one.inspectedAt,
    inspected_by_name: one.inspectedByName,
    second_person_name: one.secondPersonName,
    condition: one.condition,
    is_in_order: one.isInOrder,
    odometer: one.odometer,
    fee_fen: one.feeFen,
    note: one.note,
  }));
  await sql`insert into item_inspections (court_id, id, release_id, item_id, inspected_at, inspected_by_name,
      second_person_name, condition, is_in_order, odometer, fee_fen, note)
    select ${courtId}::integer, id, ${releaseId}::uuid, item_id, inspected_at, inspected_by_name, second_person_name,
      condition, is_in_order, odometer, fee_fen, note
    from json_to_recordset(${rowSetJson(rows)}::json) as inspection(id uuid, item_id uuid, inspected_at timestamptz,
      inspected_by_name text, second_person_name text, condition text, is_in_order boolean, odometer text,
      fee_fen bigint, note text)`.execute(trx);
}
