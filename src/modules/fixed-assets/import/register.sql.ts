/** What the names and numbers of a file can mean: departments, people, places, and the assets that a number calls. */
import { sql } from 'kysely';
import type { TenantReader } from '../../../platform/database.ts';
import type { PlaceKind } from '../../storage/rules.ts';
import type { AssetStatus } from '../rules.ts';

export interface RegisteredPerson {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

export interface RegisteredPlace {
  readonly id: string;
  readonly path: string;
  readonly kind: PlaceKind;
  readonly ancestorIds: readonly string[];
}

/** The six digits that stand in the codes of the court. */
export async function findDivisionNumber(reader: TenantReader, courtId: number): Promise<string> {
  const court = await reader
    .selectFrom('courts')
    .select('division_number')
    .where('id', '=', courtId)
    .executeTakeFirstOrThrow();
  return court.division_number;
}

export async function listOpenDepartments(
  reader: TenantReader,
  courtId: number,
): Promise<{ id: string; name: string }[]> {
  return reader
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('court_id', '=', courtId)
    .where('closed_on', 'is', null)
    .execute();
}

/** Open accounts of the court and of those with a role in it today, with the department in which they work there. */
export async function listCourtPeople(
  reader: TenantReader,
  courtId: number,
  today: string,
): Promise<RegisteredPerson[]> {
  const { rows } = await sql<RegisteredPerson>`
    select person.id, person.full_name as name, person.username, department.id as "departmentId",
      department.name as "departmentName"
    from people person
    left join lateral (
      select membership.id, membership.department_id from memberships membership
      where membership.court_id = ${courtId} and membership.person_id = person.id
        and membership.valid_from <= ${today}::date
        and (membership.valid_until is null or membership.valid_until > ${today}::date)
      order by membership.department_id is null, membership.valid_from
      limit 1) membership on true
    left join departments department on department.court_id = ${courtId}
      and department.id = coalesce(case when person.court_id = ${courtId} then person.department_id end,
        membership.department_id)
    where person.closed_at is null and (person.court_id = ${courtId} or membership.id is not null)`.execute(
    reader,
  );
  return rows;
}

export async function listOpenPlaces(reader: TenantReader, courtId: number): Promise<RegisteredPlace[]> {
  const { rows } = await sql<RegisteredPlace>`
    select id, path, kind, ancestor_ids as "ancestorIds" from places
    where court_id = ${courtId} and closed_on is null`.execute(reader);
  return rows;
}

/** An asset that one of the numbers of the file calls. */
export interface CalledAsset {
  /** The number as it was asked for: an item code, or a folded old number or serial number. */
  readonly number: string;
  readonly kind: 'code' | 'old_number' | 'serial_number';
  readonly assetId: string;
  readonly code: string;
  readonly status: AssetStatus;
  readonly hasOldNumbers: boolean;
}

/** By item codes and by folded numbers; numbers that call nothing are absent. */
export async function listCalledAssets(
  reader: TenantReader,
  courtId: number,
  numbers: { readonly codes: readonly string[]; readonly folded: readonly string[] },
): Promise<CalledAsset[]> {
  const { rows } = await sql<CalledAsset>`
    select asset.code as number, 'code' as kind, asset.id as "assetId", asset.code, asset.status,
      (asset.old_number1 is not null or asset.old_number2 is not null) as "hasOldNumbers"
    from assets asset where asset.court_id = ${courtId} and asset.code = any(${numbers.codes}::text[])
    union all
    select alias.alias, alias.kind, asset.id, asset.code, asset.status,
      asset.old_number1 is not null or asset.old_number2 is not null
    from asset_aliases alias
    join assets asset on asset.court_id = alias.court_id and asset.id = alias.asset_id
    where alias.court_id = ${courtId} and alias.alias = any(${numbers.folded}::text[])
      and alias.kind in ('old_number', 'serial_number')`.execute(reader);
  return rows;
}

/** Which asset belongs to which, for all assets that belong to one. */
export async function listParentLinks(
  reader: TenantReader,
  courtId: number,
): Promise<{ assetId: string; parentId: string }[]> {
  const { rows } = await sql<{ assetId: string; parentId: string }>`
    select id as "assetId", parent_asset_id as "parentId" from assets
    where court_id = ${courtId} and parent_asset_id is not null`.execute(reader);
  return rows;
}

export interface RegisterTotal {
  readonly count: number;
  readonly valueFen: number;
}

/** Everything that is not disposed of. */
export async function totalRegister(reader: TenantReader, courtId: number): Promise<RegisterTotal> {
  const { rows } = await sql<RegisterTotal>`
    select count(*) as count, coalesce(sum(original_value_fen), 0)::bigint as "valueFen" from assets
    where court_id = ${courtId} and status <> 'disposed'`.execute(reader);
  return rows[0] ?? { count: 0, valueFen: 0 };
}

/** The sum of the values that these cards have now. */
export async function sumValues(
  reader: TenantReader,
  courtId: number,
  assetIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ sum: number }>`
    select coalesce(sum(original_value_fen), 0)::bigint as sum from assets
    where court_id = ${courtId} and id = any(${assetIds}::uuid[])`.execute(reader);
  return rows[0]?.sum ?? 0;
}
