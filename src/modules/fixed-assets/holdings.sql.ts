/** What a person holds, and who the person is. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { assetListColumns, assetListJoins, type AssetListRow } from './asset-list-row.sql.ts';

export interface HolderRow {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly employeeNumber: string | null;
}

/** A person of the court, or one who has or had a role there; undefined for anyone else. */
export async function findHolder(
  reader: TenantReader,
  courtId: number,
  personId: string,
): Promise<HolderRow | undefined> {
  const { rows } = await sql<HolderRow>`
    select person.id, person.full_name as name, department.id as "departmentId", department.name as department,
      person.employee_number as "employeeNumber"
    from people person
    left join lateral (
      select membership.department_id from memberships membership
      where membership.court_id = ${courtId} and membership.person_id = person.id
        and membership.department_id is not null
      order by membership.valid_until is null desc, membership.valid_from desc limit 1) role on true
    left join departments department on department.court_id = ${courtId}
      and department.id = case when person.court_id = ${courtId} and person.department_id is not null
        then person.department_id else role.department_id end
    where person.id = ${personId} and (person.court_id = ${courtId} or exists (
      select from memberships membership
      where membership.court_id = ${courtId} and membership.person_id = person.id))`.execute(reader);
  return rows[0];
}

export interface HoldingRow extends AssetListRow {
  readonly isHeld: boolean;
  readonly isPendingReceipt: boolean;
}

/** Everything with the person as its holder, or waiting for the person's signature, by code. */
export async function listHoldingRows(
  reader: TenantReader,
  courtId: number,
  personId: string,
  rowCount: number,
): Promise<HoldingRow[]> {
  const { rows } = await sql<HoldingRow>`
    with wanted as materialized (
      select id from readable_assets where court_id = ${courtId} and holder_id = ${personId}::uuid
      union select asset_id from asset_receipts
        where court_id = ${courtId} and receiver_id = ${personId}::uuid and state = 'pending'
      limit ${rowCount})
    select ${assetListColumns()}, coalesce(asset.holder_id = ${personId}::uuid, false) as "isHeld",
      coalesce(receipt.receiver_id = ${personId}::uuid, false) as "isPendingReceipt"
    from wanted cross join lateral (
      select card.* from readable_assets card where card.court_id = ${courtId} and card.id = wanted.id offset 0) asset
    ${assetListJoins()}
    where asset.status <> 'disposed'
    order by asset.code`.execute(reader);
  return rows;
}
