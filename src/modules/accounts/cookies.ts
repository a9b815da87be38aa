/** The cookies of a session: the secret one, the readable anti-forgery token, and the mark of a known browser. */
import type { OpenContext } from '../../platform/served-endpoint.ts';
import { KNOWN_BROWSER_DAYS, SESSION_LIFE_DAYS } from './rules.ts';
import { SECRET_TOKEN } from './secrets.ts';

const DAY_SECONDS = 24 * 60 * 60;

type Http = OpenContext['http'];
type Headers = Pick<Http['request'], 'headers'>;

function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

function readCookie(request: Headers, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

function readSecretCookie(request: Headers, name: string): string | undefined {
  const value = readCookie(request, name);
  return value !== undefined && SECRET_TOKEN.test(value) ? value : undefined;
}

/** The session's token, when the request carries one of the right shape. */
export function readSessionCookie(request: Headers, secure: boolean): string | undefined {
  return readSecretCookie(request, cookieName('court_custody_session', secure));
}

/** The token of a browser that somebody has signed in from before. */
export function readBrowserCookie(request: Headers, secure: boolean): string | undefined {
  return readSecretCookie(request, cookieName('court_custody_browser', secure));
}

function attributes(secure: boolean, maxAgeSeconds: number, readable = false): string {
  const parts = ['Path=/', `Max-Age=${maxAgeSeconds}`, 'SameSite=Lax'];
  if (!readable) parts.push('HttpOnly');
  if (secure) parts.push('Secure');
  return parts.join('; ');
}

/** `browserToken` is left alone when it is undefined. */
export function setSessionCookies(
  http: Http,
  secure: boolean,
  session: { token: string; csrfToken: string; browserToken?: string | undefined },
): void {
  const lifeSeconds = SESSION_LIFE_DAYS * DAY_SECONDS;
  const cookies = [
    `${cookieName('court_custody_session', secure)}=${session.token}; ${attributes(secure, lifeSeconds)}`,
    `court_custody_csrf=${session.csrfToken}; ${attributes(secure, lifeSeconds, true)}`,
  ];
  if (session.browserToken !== undefined) {
    const browserSeconds = KNOWN_BROWSER_DAYS * DAY_SECONDS;
    cookies.push(
      `${cookieName('court_custody_browser', secure)}=${session.browserToken}; ${attributes(secure, browserSeconds)}`,
    );
  }
  http.response.append('Set-Cookie', cookies);
}

export function clearSessionCookies(http: Http, secure: boolean): void {
  http.response.append('Set-Cookie', [
    `${cookieName('court_custody_session', secure)}=; ${attributes(secure, 0)}`,
    `court_custody_csrf=; ${attributes(secure, 0, true)}`,
  ]);
}
