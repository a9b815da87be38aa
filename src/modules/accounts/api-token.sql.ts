import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface NewApiToken {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly courtId: number;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertApiToken(trx: TenantTransaction, token: NewApiToken): Promise<void> {
  await trx
    .insertInto('api_tokens')
    .values({
      id: token.id,
      token_hash: token.tokenHash,
      person_id: token.personId,
      court_id: token.courtId,
      name: token.name,
      scopes: [...token.scopes],
      created_at: token.now,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** The person's tokens of a court, the latest first; those that ended are kept for a look back. */
export async function listApiTokensOfPerson(reader: TenantReader, courtId: number, personId: string) {
  return reader
    .selectFrom('api_tokens as t')
    .innerJoin('credentials as c', 'c.person_id', 't.person_id')
    .select(['t.id', 't.name', 't.scopes', 't.created_at', 't.expires_at', 't.last_used_at'])
    .select(
      sql<Date | null>`coalesce(t.revoked_at, case when t.created_at <= c.tokens_since then c.tokens_since end)`.as(
        'revoked_at',
      ),
    )
    .where('t.court_id', '=', courtId)
    .where('t.person_id', '=', personId)
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(200)
    .execute();
}

/** Answers the token's name, or undefined when the person has no such open token. */
export async function updateApiTokenRevoked(
  trx: TenantTransaction,
  personId: string,
  tokenId: string,
  now: Date,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
  return row?.name;
}

/** Revokes the person's tokens of the writing court and counts them. */
export async function updateApiTokensRevoked(
  trx: TenantTransaction,
  personId: string,
  now: Date,
): Promise<number> {
  const result = await trx
    .updateTable('api_tokens')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
