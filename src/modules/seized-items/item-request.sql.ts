/** What was asked for about items beyond the items themselves, by request. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { ItemRequestKind } from './item-request-kinds.ts';

export interface ItemRequestRow {
  readonly requestId: string;
  readonly kind: ItemRequestKind;
  readonly terms: unknown;
}

export async function insertItemRequest(
  trx: TenantTransaction,
  courtId: number,
  { requestId, kind, terms }: ItemRequestRow,
  now: Date,
): Promise<void> {
  await sql`insert into item_requests (court_id, request_id, kind, terms, created_at)
    values (${courtId}, ${requestId}, ${kind}, ${JSON.stringify(terms)}::jsonb, ${now})`.execute(trx);
}

/** Absent: no request about items. */
export async function listItemRequests(
  reader: TenantReader,
  courtId: number,
  requestIds: readonly string[],
): Promise<ItemRequestRow[]> {
  const { rows } = await sql<ItemRequestRow>`select request_id as "requestId", kind, terms from item_requests
    where court_id = ${courtId} and request_id = any(${requestIds}::uuid[])`.execute(reader);
  return rows;
}
