import { shanghaiDay } from '../../platform/clock.ts';
import type { AuthenticationTransaction } from '../../platform/database.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import { runAuthentication } from '../../platform/run-authentication.ts';
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { appendAccountEvent } from './audit-of-sign-in.ts';
import { readSessionCookie, setSessionCookies } from './cookies.ts';
import type { Credential } from './credential.sql.ts';
import { describeSession } from './describe-session.ts';
import { findSessionHolder } from './identity.sql.ts';
import { COURT_OF_NOBODY, makeActor } from './make-actor.ts';
import { provePassword, type PasswordProof } from './prove-password.ts';
import { refuseAccount } from './refusals.ts';
import { decideSignInAttempt } from './rules.ts';
import { hashSecret } from './secrets.ts';
import type { readSession, signIn as declaration } from './session.contract.ts';
import { findLastCourt, listCourtsOfPerson, updateSessionEnded } from './session.sql.ts';
import { findSignInFacts, updateAttemptSucceeded } from './sign-in-attempt.sql.ts';
import { startSession, type StartedSession } from './start-session.ts';

/** A wait of this length is worth an event of its own in the audit trail. */
const LOCK_SECONDS_MIN = 60;

/**
 * Opens a session in the court in which the person acted last, or else in their own. Every outcome is in the audit
 * trail. Refusals: SIGN_IN_THROTTLED, SIGN_IN_BUSY, SIGN_IN_FAILED, NO_ROLE_TODAY.
 */
export async function signIn(
  open: OpenContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof readSession>> {
  const { dependencies, http } = open;
  requireJson(http.request.headers['content-type']);
  const proof = await provePassword(open, { username: body.username }, body.password);
  const { credential } = proof;
  if (!proof.isRight || !credential) {
    await recordFailure(open, proof);
    throw refuseAccount('SIGN_IN_FAILED');
  }
  const started = await runAuthentication(dependencies.pool, (trx) =>
    openSession(trx, open, proof, credential),
  );
  if (!started) throw refuseAccount('NO_ROLE_TODAY');
  setSessionCookies(http, dependencies.secureCookies, started);
  const holder = await findSessionHolder(dependencies.pool, hashSecret(started.token), open.clock.now());
  if (!holder) throw refuse('NOT_SIGNED_IN');
  return describeSession(dependencies, makeActor(holder, 'session'));
}

/** A form on a foreign page can send text only: it cannot sign anybody in under a foreign name. */
function requireJson(contentType: string | undefined): void {
  if (!/^application\/json\b/i.test(contentType ?? '')) throw refuse('MEDIA_TYPE_UNSUPPORTED');
}

function subjectOf(credential: Credential) {
  return { id: credential.personId, label: `${credential.fullName}（${credential.username}）` };
}

async function recordFailure(open: OpenContext, proof: PasswordProof): Promise<void> {
  const now = open.clock.now();
  const { credential } = proof;
  await runAuthentication(open.dependencies.pool, async (trx) => {
    const event = {
      now,
      request: open.request,
      courtId: credential?.homeCourtId ?? COURT_OF_NOBODY,
      actor: null,
      subject: credential ? subjectOf(credential) : null,
    } as const;
    await appendAccountEvent(trx, { ...event, command: 'signIn', outcome: 'refused' });
    const verdict = decideSignInAttempt(await findSignInFacts(trx, proof.key, now));
    if (!verdict.allowed && verdict.retryAfterSeconds >= LOCK_SECONDS_MIN) {
      const detail = { retryAfterSeconds: verdict.retryAfterSeconds };
      await appendAccountEvent(trx, { ...event, command: 'lockSignIn', outcome: 'done', detail });
    }
  });
}

/** Undefined when the person has no role in any court today. */
async function openSession(
  trx: AuthenticationTransaction,
  open: OpenContext,
  proof: PasswordProof,
  credential: Credential,
): Promise<StartedSession | undefined> {
  const now = open.clock.now();
  const { personId } = credential;
  await updateAttemptSucceeded(trx, proof.attemptId, now);
  const courts = await listCourtsOfPerson(trx, personId, shanghaiDay(now));
  const last = await findLastCourt(trx, personId);
  const court =
    courts.find(({ id }) => id === last) ??
    courts.find(({ id }) => id === credential.homeCourtId) ??
    courts[0];
  const event = {
    command: 'signIn',
    now,
    request: open.request,
    actor: { personId, personName: credential.fullName, roles: [], via: 'session' },
    subject: subjectOf(credential),
  } as const;
  if (!court) {
    const detail = { reason: 'NO_ROLE_TODAY' };
    await appendAccountEvent(trx, { ...event, courtId: credential.homeCourtId, outcome: 'refused', detail });
    return undefined;
  }
  const former = readSessionCookie(open.http.request, open.dependencies.secureCookies);
  if (former !== undefined) await updateSessionEnded(trx, hashSecret(former), now);
  const started = await startSession(trx, open, { personId, courtId: court.id, now });
  await appendAccountEvent(trx, { ...event, courtId: court.id, outcome: 'done' });
  return started;
}
