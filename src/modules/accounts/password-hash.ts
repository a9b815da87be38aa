/**
 * argon2id, and the gate before it: each hash takes 19 MiB and some tens of milliseconds of one core, so only a few
 * run at once and only so many wait. A flood of sign-ins is turned away instead of eating the machine.
 */
import { hash, verify } from '@node-rs/argon2';
import { refuseAccount } from './refusals.ts';

/** argon2id is the library's default; these are OWASP's parameters for a server of two cores. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const RUNNING_MAX = 2;
const WAITING_MAX = 60;
const BUSY_SECONDS = 5;

type Start = () => void;

let running = 0;
/** Browsers that have signed in before go first, so that strangers in a crowd do not keep the staff out. */
const waiting: Record<'known' | 'unknown', Start[]> = { known: [], unknown: [] };

export type HashPriority = 'known' | 'unknown';

async function enter(priority: HashPriority): Promise<void> {
  if (running < RUNNING_MAX) {
    running += 1;
    return;
  }
  if (waiting[priority].length >= WAITING_MAX) throw refuseAccount('SIGN_IN_BUSY', { seconds: BUSY_SECONDS });
  await new Promise<void>((resolve) => void waiting[priority].push(resolve));
}

function leave(): void {
  const next = waiting.known.shift() ?? waiting.unknown.shift();
  if (next) next();
  else running -= 1;
}

async function throughGate<T>(priority: HashPriority, work: () => Promise<T>): Promise<T> {
  await enter(priority);
  try {
    return await work();
  } finally {
    leave();
  }
}

/** Unicode writes some characters in two ways; the same keys must give the same password everywhere. */
function normalised(secret: string): string {
  return secret.normalize('NFKC');
}

/** PHC string of a password or PIN. Refusal: SIGN_IN_BUSY. */
export function hashPassword(secret: string): Promise<string> {
  return throughGate('known', () => hash(normalised(secret), PARAMETERS));
}

let nobody: Promise<string> | undefined;

/**
 * Whether the secret belongs to the hash. Without a hash it costs the same time and is always wrong, so that nobody
 * learns which names exist. Refusal: SIGN_IN_BUSY.
 */
export async function verifyPassword(
  passwordHash: string | null,
  secret: string,
  priority: HashPriority,
): Promise<boolean> {
  return throughGate(priority, async () => {
    nobody ??= hash('nobody', PARAMETERS);
    const isRight = await verify(passwordHash ?? (await nobody), normalised(secret));
    return passwordHash !== null && isRight;
  });
}
