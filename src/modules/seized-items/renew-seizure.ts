import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { reachesCase } from '../cases/case-access.ts';
import { lockCase } from '../cases/find-case.ts';
import { refuseItem } from './item-refusals.ts';
import { auditedItemLabel } from './mask-item.ts';
import { isEnded, ITEM_STATES } from './item-states.ts';
import { lockItems } from './item.sql.ts';
import { occasionOf } from './occasion.ts';
import { refreshSeizureDeadline } from './receipt-deadlines.ts';
import { recordFacts } from './record-facts.ts';
import type { renewSeizureEndpoint } from './verify.contract.ts';

/**
 * The judge renews the seizure of items before or after it lapses; what it was before stays in the book. Refusals:
 * ITEM_NOT_FOUND, SEIZURE_NOT_YOURS, ITEM_ENDED, SEIZURE_END_PAST, those of `recordFacts`.
 */
export async function renewSeizure(
  command: CommandContext,
  { body }: InputOf<typeof renewSeizureEndpoint>,
): Promise<ResponseOf<typeof renewSeizureEndpoint>> {
  const { trx, actor, now } = command;
  const { expiresOn, document, reason } = body;
  const ids = [...new Set(body.itemIds)];
  const items = await lockItems(trx, actor.courtId, ids);
  if (items.length < ids.length) throw refuseItem('ITEM_NOT_FOUND');
  if (expiresOn <= shanghaiDay(now)) throw refuseItem('SEIZURE_END_PAST');
  for (const caseId of new Set(items.map((item) => item.caseId))) {
    const head = await lockCase(trx, { courtId: actor.courtId, id: caseId });
    if (!head || !reachesCase(actor, 'item.seizure.renew', head, 'write'))
      throw refuseItem('SEIZURE_NOT_YOURS');
    const ofCase = items.filter((item) => item.caseId === caseId);
    const ended = ofCase.find(({ standing }) => isEnded(standing.state));
    if (ended) throw refuseItem('ITEM_ENDED', { state: ITEM_STATES[ended.standing.state] });
    const fact = { kind: 'renew_seizure' as const, details: () => ({ expiresOn }) };
    const occasion = occasionOf(command, { basis: document, note: reason });
    await recordFacts(command, ofCase, { ...fact, columns: { seizureExpiresOn: expiresOn } }, occasion);
    await refreshSeizureDeadline(command, head);
  }
  for (const item of items)
    command.audit({
      subjectKind: 'seized_item',
      subjectId: item.id,
      subjectLabel: auditedItemLabel(item),
      after: { seizureExpiresOn: expiresOn, document },
    });
  return { renewed: items.length };
}
