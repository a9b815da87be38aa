import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { isEnded, ITEM_STATES } from '../item-states.ts';
import { listUnlockedItems } from '../item.sql.ts';
import { stopReleaseClocks } from './release-deadlines.ts';
import { isOpenLine } from './release-kinds.ts';
import { listReleaseLines, updateReleaseLines } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import type { settleEndedLinesEndpoint } from './release-steps.contract.ts';
import { lockRelease, updateReleaseState } from './release.sql.ts';

/**
 * Things that ended while they were out, lost by the conclusion of an investigation, come back to nobody: their lines
 * are settled with how they ended. Refusals: RELEASE_NOT_FOUND, RELEASE_LINE_UNKNOWN when nothing has ended.
 */
export async function settleEndedLines(
  command: CommandContext,
  { params }: InputOf<typeof settleEndedLinesEndpoint>,
): Promise<ResponseOf<typeof settleEndedLinesEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const release = await lockRelease(trx, courtId, params.releaseId);
  if (!release) throw refuseRelease('RELEASE_NOT_FOUND');
  const open = (await listReleaseLines(trx, courtId, release.id)).filter(({ state }) => isOpenLine(state));
  const itemIds = open.map(({ itemId }) => itemId);
  const ended = (await listUnlockedItems(trx, courtId, itemIds)).filter(({ standing }) =>
    isEnded(standing.state),
  );
  if (ended.length === 0) throw refuseRelease('RELEASE_LINE_UNKNOWN');
  const changes = ended.map(({ id, standing }) => ({
    ...{ itemId: id, state: 'ended' as const, dueAt: null, backAt: now },
    note: ITEM_STATES[standing.state].zh,
  }));
  await updateReleaseLines(trx, courtId, release.id, changes);
  await updateReleaseState(trx, courtId, release.id, now);
  await stopReleaseClocks(
    command,
    ended.map(({ id }) => id),
    release.requestNumber,
  );
  command.audit({
    subjectKind: 'item_release',
    subjectId: release.id,
    subjectLabel: release.requestNumber,
    detail: { ended: ended.map(({ code }) => code) },
  });
  return { id: release.id };
}
