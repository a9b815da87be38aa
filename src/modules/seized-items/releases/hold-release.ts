import type { CommandContext } from '../../../platform/run-command.ts';
import { isOpenLine, RELEASE_STATES, type ReleaseState } from './release-kinds.ts';
import { listReleaseLines, type ReleaseLineRow } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { lockRelease, type ReleaseRow } from './release.sql.ts';

export interface HeldRelease {
  readonly release: ReleaseRow;
  /** The lines that the step is about, in the order in which they were named. */
  readonly lines: readonly ReleaseLineRow[];
  readonly open: readonly ReleaseLineRow[];
}

/**
 * Holds a release until the end of the transaction; of two who act at once the second is told what the first has made
 * of it. Refusals: RELEASE_NOT_FOUND, RELEASE_STATE_WRONG, RELEASE_LINE_UNKNOWN.
 */
export async function holdRelease(
  { trx, actor }: CommandContext,
  asked: { readonly releaseId: string; readonly state: ReleaseState; readonly itemIds: readonly string[] },
): Promise<HeldRelease> {
  const release = await lockRelease(trx, actor.courtId, asked.releaseId);
  if (!release) throw refuseRelease('RELEASE_NOT_FOUND');
  if (release.state !== asked.state) {
    const { zh, en } = RELEASE_STATES[release.state];
    throw refuseRelease('RELEASE_STATE_WRONG', { state: zh, stateEnglish: en });
  }
  const all = await listReleaseLines(trx, actor.courtId, release.id);
  const open = all.filter(({ state }) => isOpenLine(state));
  const lines = asked.itemIds.flatMap((itemId) => open.find((line) => line.itemId === itemId) ?? []);
  if (lines.length < asked.itemIds.length) throw refuseRelease('RELEASE_LINE_UNKNOWN');
  return { release, lines, open };
}
