import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { listRequestedThings } from '../../approvals/list-open-requests.ts';
import { occasionOf } from '../occasion.ts';
import { recordTransitions } from '../record-transitions.ts';
import { takeApproval } from '../take-approval.ts';
import { requireKind } from './prepare-release.ts';
import { startReleaseClock } from './release-deadlines.ts';
import { listOpenLinesOfItems, updateReleaseLines } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { keptTerms } from './release-terms.ts';
import { updateReleaseState } from './release.sql.ts';
import type { extendLoansEndpoint } from './release-steps.contract.ts';

/**
 * An approved extension is entered: the things are due later, and the clock runs anew. Refusals: RELEASE_KIND_WRONG,
 * those of useApproval, RELEASE_LINE_UNKNOWN for what has come back meanwhile, LINES_REFUSED.
 */
export async function extendLoans(
  command: CommandContext,
  { params, body }: InputOf<typeof extendLoansEndpoint>,
): Promise<ResponseOf<typeof extendLoansEndpoint>> {
  const { trx, actor, now } = command;
  const { requestId } = params;
  const kind = await requireKind(command, requestId, ['extension']);
  const itemIds = await listRequestedThings(trx, { courtId: actor.courtId, requestId });
  const open = await listOpenLinesOfItems(trx, actor.courtId, itemIds);
  const out = open.filter(({ state }) => state === 'out');
  if (out.length === 0) throw refuseRelease('RELEASE_LINE_UNKNOWN');
  const items = out.map(({ itemId }) => ({ itemId }));
  const taken = await takeApproval(command, { requestId, kind, items, secondPerson: null });
  const { dueAt } = keptTerms.parse(taken.terms);
  const due = dueAt === null ? now : new Date(dueAt);
  const { steps } = await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, basis: body.basis ?? `审批 ${taken.number}` }),
    lines: items.map(({ itemId }) => ({
      itemId,
      transition: 'extend',
      evidence: ['reason', 'due_time'],
      approval: taken.approvals.get(itemId) ?? null,
      change: { dueAtMs: due.getTime() },
    })),
  });
  const releaseIds = [...new Set(out.map(({ releaseId }) => releaseId))];
  for (const releaseId of releaseIds) {
    const ofRelease = out.filter((line) => line.releaseId === releaseId);
    const changes = ofRelease.map(({ itemId }) => ({ itemId, state: 'out' as const, dueAt: due }));
    await updateReleaseLines(trx, actor.courtId, releaseId, changes);
    await updateReleaseState(trx, actor.courtId, releaseId, now);
  }
  await startReleaseClock(
    command,
    'D23',
    steps.map(({ item }) => item),
    due,
  );
  return { id: releaseIds[0] ?? requestId };
}
