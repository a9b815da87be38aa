/** Keys that make a repeated command answer what it answered the first time instead of writing twice. */
import { sql } from 'kysely';
import { canonicalJson } from './canonical-json.ts';
import { PREPARED, sendAhead, type TenantReader, type TenantTransaction } from './database.ts';
import { identityKeys } from './identity-keys/held-keys.ts';
import { inputHash } from './identity-keys/input-hash.ts';

export interface IdempotentCall {
  readonly key: string;
  readonly command: string;
  readonly inputHash: Buffer;
}

/**
 * Keyed by what no backup holds: whoever has the rows could otherwise try PINs and numbers of documents until one fits.
 */
export function hashInput(command: string, input: unknown): Buffer {
  return inputHash(identityKeys().newest(), canonicalJson({ command, input }));
}

/** Raises a unique violation when the key is taken already. */
export async function insertIdempotencyKey(
  trx: TenantTransaction,
  scope: { courtId: number; personId: string; now: Date },
  call: IdempotentCall,
  response: unknown,
): Promise<void> {
  const statement = sql`${PREPARED} insert into idempotency_keys (court_id, person_id, key, command, input_hash, response, created_at)
    values (${scope.courtId}, ${scope.personId}, ${call.key}, ${call.command}, ${call.inputHash},
      ${JSON.stringify(response ?? null)}::jsonb, ${scope.now})`;
  await sendAhead(trx, statement);
}

export async function findIdempotentResponse(
  reader: TenantReader,
  scope: { courtId: number; personId: string },
  key: string,
): Promise<{ command: string; inputHash: Buffer; response: unknown } | undefined> {
  const row = await reader
    .selectFrom('idempotency_keys')
    .select(['command', 'input_hash', 'response'])
    .where('court_id', '=', scope.courtId)
    .where('person_id', '=', scope.personId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { command: row.command, inputHash: row.input_hash, response: row.response };
}
