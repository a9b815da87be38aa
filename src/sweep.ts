/**
 * While the system serves: what nobody needs any more is removed when it starts and once a day; deadlines get louder.
 */
import pg from 'pg';
import { forgetOldSignIns } from './modules/accounts/forget-old-sign-ins.ts';
import { expireRequests } from './modules/approvals/expire-requests.sql.ts';
import { escalateDeadlines } from './modules/deadlines/escalation.sql.ts';
import { handOnLapsedOffices } from './modules/deadlines/hand-on-office-deadlines.ts';
import { forgetOldFindings } from './modules/imports/interrupted-imports.sql.ts';
import { ITEM_FILE_DRAFTS } from './modules/seized-items/file-drafts.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { referencedContents } from './platform/files/referenced-contents.ts';
import { sweepFiles } from './platform/files/sweep-files.ts';
import { deleteUnrecordedFiles } from './platform/files/unrecorded-file.sql.ts';
import { deleteOldIdempotencyKeys } from './platform/sweep-rows.sql.ts';

const DAY_MS = 24 * 60 * 60_000;
const ESCALATION_MS = 10 * 60_000;

/**
 * One round: deadlines and requests whose time is over, old keys, sign-ins and findings, files of what was never
 * recorded, and what broken-off uploads left.
 */
export async function sweep(
  ownerUrl: string,
  filesFolder: string,
  clock: Clock = systemClock,
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  // The database may be stopped meanwhile: the next round sweeps again.
  owner.on('error', () => {});
  await owner.connect();
  try {
    await escalateDeadlines(owner, clock.now());
    await handOnLapsedOffices(owner, clock.now());
    await deleteOldIdempotencyKeys(owner, clock.now());
    await forgetOldSignIns(owner, clock.now());
    await forgetOldFindings(owner, clock.now());
    await expireRequests(owner, clock.now());
    await deleteUnrecordedFiles(owner, clock.now(), ITEM_FILE_DRAFTS);
    await sweepFiles(filesFolder, clock.now(), referencedContents(owner));
  } finally {
    await owner.end();
  }
}

/** Deadlines whose next level has begun get louder, those of an office whose term ran out pass on. */
async function escalate(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await escalateDeadlines(owner, systemClock.now());
    await handOnLapsedOffices(owner, systemClock.now());
  } finally {
    await owner.end();
  }
}

/** The first round begins at once; nothing waits for it. Answers how to stop. */
export function sweepRegularly(
  ownerUrl: string,
  filesFolder: string,
  onError: (error: unknown) => void,
): () => void {
  const round = () => void sweep(ownerUrl, filesFolder).catch(onError);
  round();
  const timers = [
    setInterval(round, DAY_MS),
    setInterval(() => void escalate(ownerUrl).catch(onError), ESCALATION_MS),
  ];
  for (const timer of timers) timer.unref();
  return () => timers.forEach((timer) => clearInterval(timer));
}
