import { shanghaiInstant } from '../../platform/clock.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { readSessionCookie } from './cookies.ts';
import { requireActor } from './require-actor.ts';
import { SESSION_IDLE_HOURS } from './rules.ts';
import { hashSecret } from './secrets.ts';
import type { listOwnSessions as declaration } from './session.contract.ts';
import { listOpenSessions, type SessionRow } from './session.sql.ts';

/** Sessions that went idle before this have ended. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - SESSION_IDLE_HOURS * 60 * 60_000);
}

export function sessionViewOf(session: SessionRow, current: boolean) {
  return {
    id: session.id,
    createdAt: shanghaiInstant(session.created_at),
    lastSeenAt: shanghaiInstant(session.last_seen_at),
    address: session.address,
    userAgent: session.user_agent,
    current,
  };
}

/** Where the person is signed in, in whatever court. */
export async function listOwnSessions(open: OpenContext): Promise<ResponseOf<typeof declaration>> {
  const actor = requireActor(open);
  const now = open.clock.now();
  const token = readSessionCookie(open.http.request, open.dependencies.secureCookies);
  const currentHash = token === undefined ? null : hashSecret(token);
  const sessions = await runAuthentication(open.dependencies.pool, (trx) =>
    listOpenSessions(trx, actor.personId, { now, idleSince: idleSince(now) }),
  );
  return {
    items: sessions.map((session) =>
      sessionViewOf(session, currentHash?.equals(session.token_hash) === true),
    ),
  };
}
