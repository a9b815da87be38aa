/** Codes of boxes and bags that take the code of a label printed before. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../../platform/database.ts';

export async function updateContainerCodes(
  trx: TenantTransaction,
  courtId: number,
  changes: readonly { readonly id: string; readonly to: string }[],
): Promise<void> {
  await sql`update item_containers box set code = next.code, version = box.version + 1
    from unnest(${changes.map(({ id }) => id)}::uuid[], ${changes.map(({ to }) => to)}::char(16)[]) as next(id, code)
    where box.court_id = ${courtId} and box.id = next.id`.execute(trx);
}
