import { sql } from 'kysely';
import type { AuthenticationTransaction, TenantTransaction } from '../../platform/database.ts';

/** Whether any court is registered. */
export async function hasAnyCourt(trx: AuthenticationTransaction): Promise<boolean> {
  const row = await trx.selectFrom('courts').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Two processes that start at once make their links one after the other. */
export async function insertSetUpLink(
  trx: AuthenticationTransaction,
  link: { tokenHash: Buffer; now: Date; expiresAt: Date },
): Promise<void> {
  await sql`lock table set_up_links in share row exclusive mode`.execute(trx);
  await trx.updateTable('set_up_links').set({ used_at: link.now }).where('used_at', 'is', null).execute();
  await trx
    .insertInto('set_up_links')
    .values({ token_hash: link.tokenHash, created_at: link.now, expires_at: link.expiresAt })
    .execute();
}

export async function findSetUpLink(
  trx: AuthenticationTransaction,
  tokenHash: Buffer,
  now: Date,
): Promise<{ expires_at: Date } | undefined> {
  return trx
    .selectFrom('set_up_links')
    .select('expires_at')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Uses the link up; answers whether it was still good. */
export async function updateSetUpLinkUsed(
  trx: TenantTransaction,
  tokenHash: Buffer,
  now: Date,
): Promise<boolean> {
  const result = await trx
    .updateTable('set_up_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
