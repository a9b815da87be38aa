import { shanghaiInstant } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { listApiTokensOfPerson } from './api-token.sql.ts';
import type { listApiTokens as declaration } from './api-tokens.contract.ts';

/** The person's own tokens in the acting court. */
export async function listApiTokens({
  reader,
  actor,
}: QueryContext): Promise<ResponseOf<typeof declaration>> {
  const rows = await listApiTokensOfPerson(reader, actor.courtId, actor.personId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      createdAt: shanghaiInstant(row.created_at),
      expiresAt: shanghaiInstant(row.expires_at),
      lastUsedAt: row.last_used_at && shanghaiInstant(row.last_used_at),
      revokedAt: row.revoked_at && shanghaiInstant(row.revoked_at),
    })),
  };
}
