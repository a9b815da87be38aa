import type { TenantReader } from '../../platform/database.ts';

export interface ClassYears {
  readonly code: string;
  readonly name: string;
  /** null: not depreciated, or decided by the class above. */
  readonly years: number | null;
}

/** The whole class table, for rules that need it in memory: a few hundred to a few thousand rows. */
export async function listClassYears(reader: TenantReader): Promise<ClassYears[]> {
  const rows = await reader
    .selectFrom('asset_classes')
    .select(['code', 'name', 'depreciation_years'])
    .execute();
  return rows.map((row) => ({ code: row.code, name: row.name, years: row.depreciation_years }));
}
