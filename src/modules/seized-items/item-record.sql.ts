/** What entries that are no transitions leave on the rows of items. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/database.ts';
import type { Ownership } from './item-fields.ts';

/** What such an entry may state of all its items. undefined: stays as it is. */
export interface StatedColumns {
  readonly ownership?: Ownership;
  readonly isUnverified?: boolean;
  readonly seizureExpiresOn?: string;
}

/** The books are locked, and the entries are their last. */
export async function updateRecordedItems(
  trx: TenantTransaction,
  courtId: number,
  at: { readonly now: Date; readonly occurredAt: Date },
  items: readonly { readonly id: string; readonly sequence: number }[],
  stated: StatedColumns,
): Promise<void> {
  const { ownership = null, isUnverified = null, seizureExpiresOn = null } = stated;
  await sql`update seized_items item set ownership = coalesce(${ownership}, item.ownership),
      is_unverified = coalesce(${isUnverified}::boolean, item.is_unverified),
      seizure_expires_on = coalesce(${seizureExpiresOn}::date, item.seizure_expires_on),
      last_sequence = next.sequence,
      last_occurred_at = ${at.occurredAt}::timestamptz, updated_at = ${at.now}::timestamptz, version = item.version + 1
    from unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ sequence }) => sequence)}::integer[])
      as next(id, sequence)
    where item.court_id = ${courtId} and item.id = next.id`.execute(trx);
}
