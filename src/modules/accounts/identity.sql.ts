/** Who a credential belongs to: one statement, because every request asks. */
import type { AppDependencies } from '../../platform/app-dependencies.ts';
import { shanghaiDay } from '../../platform/clock.ts';
import { TREE_ROLES } from './permissions.ts';
import { SESSION_IDLE_HOURS } from './rules.ts';

type Pool = AppDependencies['pool'];

export interface ActingRole {
  readonly role: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

/** A person as they act in one court today; at least one role. */
export interface ActingPerson {
  readonly personId: string;
  readonly personName: string;
  readonly language: 'zh' | 'en';
  readonly mustChangePassword: boolean;
  readonly courtId: number;
  readonly isRootCourt: boolean;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly roles: readonly ActingRole[];
  /** The courts below, when one of the roles reads them; otherwise empty. */
  readonly lowerCourtIds: readonly number[];
}

export type SessionHolder = ActingPerson & { readonly sessionId: string; readonly csrfToken: string };
export type TokenHolder = ActingPerson & { readonly scopes: readonly string[] };

/** Undefined when the session is unknown, ended, idle too long, or the person has no role in its court today. */
export async function findSessionHolder(
  pool: Pool,
  tokenHash: Buffer,
  now: Date,
): Promise<SessionHolder | undefined> {
  const { rows } = await pool.query<{ holder: SessionHolder | null }>({
    name: 'identify_session',
    text: 'select identify_session($1, $2, $3, $4, $5) as holder',
    values: [tokenHash, now, shanghaiDay(now), SESSION_IDLE_HOURS * 3600, TREE_ROLES],
  });
  return rows[0]?.holder ?? undefined;
}

/** Undefined when the token is unknown, revoked or expired, or the person has no role in its court today. */
export async function findTokenHolder(
  pool: Pool,
  tokenHash: Buffer,
  now: Date,
): Promise<TokenHolder | undefined> {
  const { rows } = await pool.query<{ holder: TokenHolder | null }>({
    name: 'identify_api_token',
    text: 'select identify_api_token($1, $2, $3, $4) as holder',
    values: [tokenHash, now, shanghaiDay(now), TREE_ROLES],
  });
  return rows[0]?.holder ?? undefined;
}
