/** Grounds beside a judgment: an item is unrelated to the case, or is disposed of early. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { wordOf, type Sentence } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { lockReachableCase } from '../seized-items/reach-case.ts';
import { requestForItems } from '../seized-items/request-for-items.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { isEnded, ITEM_STATES } from '../seized-items/item-states.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { insertGround, lockGround, updateGroundEscalated } from './ground.sql.ts';
import { setDeadlinesOfItems } from './item-deadlines.ts';
import { CONSENTS, EARLY_CAUSES, hasConsent } from './judgment-orders.ts';
import type { LoadedItem } from './load-question.ts';
import type {
  escalateGroundEndpoint,
  findUnrelatedEndpoint,
  proposeEarlyDisposalEndpoint,
} from './preparing.contract.ts';
import { reachItems } from './reach-items.ts';

/** Who agrees to it, how, and on what paper. */
function consentSaid(rightHolder: string, consent: Sentence, document: string): Sentence {
  return {
    zh: `${rightHolder} ${consent.zh} ${document}`,
    en: `${rightHolder} ${consent.en} ${document}`,
  };
}

/** The item, when it has not ended and no other ground runs. Refusals: ITEM_NOT_FOUND, ITEM_ENDED, GROUND_RUNNING. */
export function requireNoGround(
  item: LoadedItem | undefined,
  isReplaceable: (state: string) => boolean,
): LoadedItem {
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  const { state } = item.row;
  if (isEnded(state)) throw refuseItem('ITEM_ENDED', { state: ITEM_STATES[state] });
  if (item.grounds.some((ground) => !isReplaceable(ground.state))) throw refuseDisposition('GROUND_RUNNING');
  return item;
}

/**
 * 认定与本案无关: the item is released and goes back within three days (刑诉法 145, D01). Refusals: ITEM_NOT_FOUND,
 * ITEM_ENDED, GROUND_RUNNING, NOTICE_IN_FUTURE.
 */
export async function findUnrelated(
  command: CommandContext,
  { body }: InputOf<typeof findUnrelatedEndpoint>,
): Promise<ResponseOf<typeof findUnrelatedEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  const { itemId, document, reason, foundOn } = body;
  if (foundOn > shanghaiDay(now)) throw refuseDisposition('NOTICE_IN_FUTURE');
  const { head, items } = await reachItems(command, 'disposition.prepare', [itemId]);
  const { row } = requireNoGround(items[0], (state) => state === 'ended' || state === 'escalated');
  const id = newId(now.getTime());
  await insertGround(
    trx,
    courtId,
    { personId, personName, now },
    {
      ...{ id, caseId: head.id, itemId, kind: 'unrelated', state: 'open', document, reason, foundOn },
      ...{ cause: null, consent: null, rightHolder: null, consentDocument: null, requestId: null },
      valuationDocument: null,
    },
  );
  await setDeadlinesOfItems(command, head, 'D01', [row], foundOn);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: itemId,
    subjectLabel: row.code,
    after: { ...body },
  });
  return { id };
}

/**
 * 先行处置 (刑诉法解释 439): with the right holder’s application or consent the request goes to the president. Without it
 * the conditions are not met: that is kept on record, and nothing but a referral to the collegiate panel follows.
 * Refusals: ITEM_NOT_FOUND, ITEM_ENDED, GROUND_RUNNING and those of requestForItems.
 */
export async function proposeEarlyDisposal(
  command: CommandContext,
  { body }: InputOf<typeof proposeEarlyDisposalEndpoint>,
): Promise<ResponseOf<typeof proposeEarlyDisposalEndpoint>> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  const { itemId, cause, rightHolder, consent, consentDocument, document, reason } = body;
  const { head, items } = await reachItems(command, 'item.request', [itemId]);
  // What lacked consent may be proposed anew once there is one.
  const { row } = requireNoGround(items[0], (state) => ['ended', 'open', 'escalated'].includes(state));
  const isPermitted = hasConsent(consent) && consentDocument !== null;
  const request = isPermitted
    ? await requestForItems(command, {
        kind: 'early_disposal',
        items: [{ itemId }],
        reason,
        facts: [
          { ...FACTS.cause, value: wordOf(EARLY_CAUSES[cause]) },
          { ...FACTS.consent, value: consentSaid(rightHolder, CONSENTS[consent], consentDocument) },
        ],
      })
    : null;
  const id = newId(now.getTime());
  const state = isPermitted ? 'requested' : 'open';
  await insertGround(
    trx,
    courtId,
    { personId, personName, now },
    {
      ...{ id, caseId: head.id, itemId, kind: 'early', state, cause, consent, rightHolder, consentDocument },
      ...{ document, reason, foundOn: shanghaiDay(now), requestId: request?.id ?? null },
      valuationDocument: null,
    },
  );
  command.audit({
    subjectKind: 'seized_item',
    subjectId: itemId,
    subjectLabel: row.code,
    after: { early: cause, consent, isPermitted, request: request?.number ?? null },
  });
  return { id, state, isPermitted, requestNumber: request?.number ?? null };
}

const FACTS = {
  cause: { zh: '先行处置情形', en: 'Cause of early disposal' },
  consent: { zh: '权利人意见', en: 'The right holder' },
} as const;

/** What lacks consent is referred to the collegiate panel; it still cannot be disposed of. Refusals: GROUND_NOT_FOUND, GROUND_NOT_ESCALATABLE. */
export async function escalateGround(
  command: CommandContext,
  { params, body }: InputOf<typeof escalateGroundEndpoint>,
): Promise<ResponseOf<typeof escalateGroundEndpoint>> {
  const { trx, actor, now } = command;
  const ground = await lockGround(trx, actor.courtId, params.groundId);
  if (!ground) throw refuseDisposition('GROUND_NOT_FOUND');
  const head = await lockReachableCase(command, 'disposition.prepare', ground.caseId);
  if (ground.kind !== 'early' || ground.state !== 'open') throw refuseDisposition('GROUND_NOT_ESCALATABLE');
  const by = { personName: actor.personName, now, document: body.document };
  await updateGroundEscalated(trx, actor.courtId, ground.id, by);
  command.audit({
    subjectKind: 'seized_item',
    subjectId: ground.itemId,
    subjectLabel: head.number,
    after: { escalated: body.document },
  });
  return { escalated: true };
}
