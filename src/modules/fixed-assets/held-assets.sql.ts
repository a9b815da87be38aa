import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';

/** Assets that a department answers for, or that a person holds, and that are not disposed of. */
export async function countHeldAssets(
  reader: TenantReader,
  courtId: number,
  holder: { readonly kind: 'department' | 'person'; readonly id: string },
): Promise<number> {
  const column = sql.ref(holder.kind === 'department' ? 'department_id' : 'holder_id');
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from assets
    where court_id = ${courtId} and ${column} = ${holder.id} and status <> 'disposed'`.execute(reader);
  return rows[0]?.count ?? 0;
}
