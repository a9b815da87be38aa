/** Sessions, and what a signed-in person is told about themselves. */
import type { AuthenticationTransaction, TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface NewSession {
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly courtId: number;
  readonly csrfToken: string;
  readonly now: Date;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
}

export async function insertSession(trx: AuthenticationTransaction, session: NewSession): Promise<void> {
  await trx
    .insertInto('sessions')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      court_id: session.courtId,
      csrf_token: session.csrfToken,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
      address: session.address,
      user_agent: session.userAgent,
    })
    .execute();
}

/** Forgets the person's sessions that ran out before the day. */
export async function deleteOldSessions(
  trx: AuthenticationTransaction,
  personId: string,
  before: Date,
): Promise<void> {
  await trx
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .where('expires_at', '<', before)
    .execute();
}

/** Ends one session; answers whether it was open. */
export async function updateSessionEnded(
  trx: AuthenticationTransaction,
  tokenHash: Buffer,
  now: Date,
): Promise<boolean> {
  const result = await trx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends one of the person's sessions by its id; answers whether it was open. */
export async function updateOwnSessionEnded(
  trx: AuthenticationTransaction,
  personId: string,
  sessionId: string,
  now: Date,
): Promise<boolean> {
  const result = await trx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * Ends the open sessions of a person and counts them: all of them for the person themselves, those in the writing
 * court for its administrator.
 */
export async function updateSessionsEnded(
  trx: AuthenticationTransaction | TenantTransaction,
  personId: string,
  now: Date,
): Promise<number> {
  const result = await trx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function updateSessionCourt(
  trx: AuthenticationTransaction,
  tokenHash: Buffer,
  courtId: number,
): Promise<void> {
  await trx.updateTable('sessions').set({ court_id: courtId }).where('token_hash', '=', tokenHash).execute();
}

export interface SessionRow {
  readonly id: string;
  readonly token_hash: Buffer;
  readonly created_at: Date;
  readonly last_seen_at: Date;
  readonly address: string | null;
  readonly user_agent: string | null;
}

/** The open sessions of a person, the latest first; an administrator sees those in the courts they may read. */
export async function listOpenSessions(
  reader: AuthenticationTransaction | TenantReader,
  personId: string,
  limits: { now: Date; idleSince: Date; courtId?: number },
): Promise<SessionRow[]> {
  let query = reader
    .selectFrom('sessions')
    .select(['id', 'token_hash', 'created_at', 'last_seen_at', 'address', 'user_agent'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', limits.now)
    .where('last_seen_at', '>', limits.idleSince);
  if (limits.courtId !== undefined) query = query.where('court_id', '=', limits.courtId);
  return query.orderBy('last_seen_at', 'desc').limit(200).execute();
}

export interface CourtRow {
  readonly id: number;
  readonly name: string;
  readonly short_name: string;
  readonly division_number: string;
}

/** The courts in which the person has a role on the day. */
export async function listCourtsOfPerson(
  trx: AuthenticationTransaction,
  personId: string,
  today: string,
): Promise<CourtRow[]> {
  return trx
    .selectFrom('courts as c')
    .select(['c.id', 'c.name', 'c.short_name', 'c.division_number'])
    .where((where) => where.or([where('c.closed_on', 'is', null), where('c.closed_on', '>', today)]))
    .where((where) =>
      where.exists(
        where
          .selectFrom('memberships as m')
          .select('m.id')
          .whereRef('m.court_id', '=', 'c.id')
          .where('m.person_id', '=', personId)
          .where('m.valid_from', '<=', today)
          .where((until) =>
            until.or([until('m.valid_until', 'is', null), until('m.valid_until', '>', today)]),
          ),
      ),
    )
    .orderBy('c.id')
    .execute();
}

/** The court in which the person acted last. */
export async function findLastCourt(
  trx: AuthenticationTransaction,
  personId: string,
): Promise<number | undefined> {
  const row = await trx
    .selectFrom('sessions')
    .select('court_id')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.court_id;
}

export async function findOwnAccount(trx: AuthenticationTransaction, personId: string) {
  return trx
    .selectFrom('people as p')
    .innerJoin('credentials as c', 'c.person_id', 'p.id')
    .select([
      'p.id',
      'p.username',
      'p.full_name',
      'p.badge_code',
      'p.language',
      'c.must_change',
      'c.pin_hash',
    ])
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow();
}

export async function updateLanguage(
  trx: AuthenticationTransaction,
  personId: string,
  language: 'zh' | 'en',
): Promise<void> {
  await trx.updateTable('people').set({ language }).where('id', '=', personId).execute();
}
