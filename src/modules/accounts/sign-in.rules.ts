/**
 * How often a name may be tried. Nobody can lock everyone out: what a stranger tries slows the stranger down, and a
 * browser from which the person has signed in before is counted by itself.
 */

/** Failures that are free of delay, for one name from one address or one browser. */
const FREE_FAILURES = 5;
const DELAY_FIRST_SECONDS = 5;
const DELAY_MAX_SECONDS = 15 * 60;
/** A known browser that fails this often is a stranger again. */
const KNOWN_BROWSER_FAILURES_MAX = 10;

/** How far back failures count, and the ceilings within that time. */
export const SIGN_IN_WINDOWS = {
  pairMinutes: 60,
  addressMinutes: 15,
  addressFailuresMax: 50,
  usernameMinutes: 60,
  usernameFailuresMax: 30,
} as const;

export const SESSION_IDLE_HOURS = 12;
export const SESSION_LIFE_DAYS = 7;
export const KNOWN_BROWSER_DAYS = 180;
export const API_TOKEN_LIFE_DAYS_MAX = 366;
export const SET_UP_LINK_HOURS = 24;

export interface FailureCount {
  readonly failures: number;
  readonly lastFailureAt: Date | null;
}

export interface SignInFacts {
  readonly now: Date;
  /** Whether the person has signed in from this browser before. */
  readonly browserIsKnown: boolean;
  /** Of this name from this browser, since its last success. */
  readonly browser: FailureCount;
  /** Of this name from this address by unknown browsers, since the last success there. */
  readonly pair: FailureCount;
  /** When the failure that reached the ceiling leaves the window; null below the ceiling. Unknown browsers only. */
  readonly addressFreeAt: Date | null;
  readonly usernameFreeAt: Date | null;
}

export type SignInVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Seconds to wait after so many failures in a row: 0 for the first ones, then doubling to a quarter of an hour. */
export function delaySecondsAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(DELAY_FIRST_SECONDS * 2 ** Math.min(failures - FREE_FAILURES, 20), DELAY_MAX_SECONDS);
}

function freeAtOf(count: FailureCount): number {
  if (count.lastFailureAt === null) return 0;
  return count.lastFailureAt.getTime() + delaySecondsAfter(count.failures) * 1000;
}

export function decideSignInAttempt(facts: SignInFacts): SignInVerdict {
  const trusted = facts.browserIsKnown && facts.browser.failures < KNOWN_BROWSER_FAILURES_MAX;
  const freeAt = trusted
    ? freeAtOf(facts.browser)
    : Math.max(
        freeAtOf(facts.browser),
        freeAtOf(facts.pair),
        facts.addressFreeAt?.getTime() ?? 0,
        facts.usernameFreeAt?.getTime() ?? 0,
      );
  const waitMs = freeAt - facts.now.getTime();
  return waitMs > 0 ? { allowed: false, retryAfterSeconds: Math.ceil(waitMs / 1000) } : { allowed: true };
}
