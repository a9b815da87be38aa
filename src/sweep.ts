/** What nobody needs any more is removed when the system starts and once a day, while it serves. */
import pg from 'pg';
import { forgetOldSignIns } from './modules/accounts/forget-old-sign-ins.ts';
import { expireRequests } from './modules/approvals/expire-requests.sql.ts';
import { forgetOldFindings } from './modules/imports/interrupted-imports.sql.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { referencedContents } from './platform/files/referenced-contents.ts';
import { sweepFiles } from './platform/files/sweep-files.ts';
import { deleteOldIdempotencyKeys } from './platform/sweep-rows.sql.ts';

const DAY_MS = 24 * 60 * 60_000;

/** One round: old keys and sign-ins, findings of old imports, requests whose time is over, and what broken-off uploads left behind. */
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
    await deleteOldIdempotencyKeys(owner, clock.now());
    await forgetOldSignIns(owner, clock.now());
    await forgetOldFindings(owner, clock.now());
    await expireRequests(owner, clock.now());
    await sweepFiles(filesFolder, clock.now(), referencedContents(owner));
  } finally {
    await owner.end();
  }
}

/** The first round begins at once; nothing waits for it. Answers how to stop. */
export function sweepDaily(
  ownerUrl: string,
  filesFolder: string,
  onError: (error: unknown) => void,
): () => void {
  const round = () => void sweep(ownerUrl, filesFolder).catch(onError);
  round();
  const timer = setInterval(round, DAY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
