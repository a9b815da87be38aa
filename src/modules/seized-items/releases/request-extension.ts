import { shanghaiInstant } from '../../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { requestForItems } from '../request-for-items.ts';
import { listOpenLinesOfItems } from './release-line.sql.ts';
import { refuseRelease } from './release-refusals.ts';
import { sayMoment } from './request-loan.ts';
import type { requestExtensionEndpoint } from './requests.contract.ts';

/**
 * What is out is needed longer, a hearing was adjourned: that is asked for and decided like the loan itself.
 * Refusals: DUE_IN_PAST, EXTENSION_NOT_LATER, those of requestForItems.
 */
export async function requestExtension(
  command: CommandContext,
  { body }: InputOf<typeof requestExtensionEndpoint>,
): Promise<ResponseOf<typeof requestExtensionEndpoint>> {
  const { trx, actor, now } = command;
  const { items, reason, dueAt } = body;
  const due = new Date(dueAt);
  if (due <= now) throw refuseRelease('DUE_IN_PAST');
  const lines = await listOpenLinesOfItems(
    trx,
    actor.courtId,
    items.map(({ itemId }) => itemId),
  );
  const dues = lines.flatMap((line) => (line.dueAt === null ? [] : [line.dueAt.getTime()]));
  const latest = Math.max(0, ...dues);
  const before = sayMoment(shanghaiInstant(new Date(latest)));
  if (due.getTime() <= latest) throw refuseRelease('EXTENSION_NOT_LATER', { dueAt: before });
  return requestForItems(command, {
    kind: 'extension',
    items,
    reason,
    terms: { dueAt },
    facts: [
      ...(latest === 0 ? [] : [{ zh: '原归还时限', en: 'Back by, until now', value: before }]),
      { zh: '延期至', en: 'Extended to', value: sayMoment(dueAt) },
    ],
  });
}
