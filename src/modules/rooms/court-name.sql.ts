import type { TenantReader } from '../../platform/database.ts';

/** As papers name the court; empty where it is out of reach. */
export async function findCourtName(reader: TenantReader, courtId: number): Promise<string> {
  const row = await reader.selectFrom('courts').select('name').where('id', '=', courtId).executeTakeFirst();
  return row?.name ?? '';
}
