import type { AppDependencies } from '../../platform/app-dependencies.ts';
import type { Identify } from '../../platform/identify.ts';
import { readSessionCookie } from './cookies.ts';
import { findSessionHolder, findTokenHolder } from './identity.sql.ts';
import { makeActor } from './make-actor.ts';
import { API_TOKEN, hashSecret } from './secrets.ts';

type IdentifyDependencies = Pick<AppDependencies, 'pool' | 'clock' | 'secureCookies'>;

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Who calls, by bearer token or session cookie. A request with an Authorization header is never also a session, so
 * that a browser's cookie cannot lend its rights to a foreign token.
 */
export function identifyRequest({ pool, clock, secureCookies }: IdentifyDependencies): Identify {
  return async (request) => {
    const now = clock.now();
    const authorization = request.headers.authorization;
    if (authorization !== undefined) {
      const token = BEARER.exec(authorization)?.[1];
      if (token === undefined || !API_TOKEN.test(token)) return null;
      const holder = await findTokenHolder(pool, hashSecret(token), now);
      if (!holder || holder.mustChangePassword) return null;
      return {
        actor: makeActor(holder, 'token', holder.scopes),
        csrfToken: null,
        language: holder.language,
        mustChangePassword: false,
      };
    }
    const token = readSessionCookie(request, secureCookies);
    if (token === undefined) return null;
    const holder = await findSessionHolder(pool, hashSecret(token), now);
    if (!holder) return null;
    return {
      actor: makeActor(holder, 'session'),
      csrfToken: holder.csrfToken,
      language: holder.language,
      mustChangePassword: holder.mustChangePassword,
    };
  };
}
