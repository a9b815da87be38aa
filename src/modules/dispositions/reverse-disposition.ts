/** A disposition that was carried out by mistake is taken back (T27): asked for, approved by leaders, written as an entry. */
import { z } from 'zod';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import type { Permission } from '../accounts/permissions.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { recordTransitions } from '../seized-items/record-transitions.ts';
import { requestForItems } from '../seized-items/request-for-items.ts';
import { requireOpenLedger } from '../seized-items/require-open-ledger.ts';
import { takeApproval } from '../seized-items/take-approval.ts';
import type { TransitionsAnswer } from '../seized-items/transitions.contract.ts';
import { standsAgainstReversal } from './claim.rules.ts';
import { listClaims } from './claim.sql.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { listDispositions, lockDisposition } from './disposition.sql.ts';
import { updateGroundState, type GroundRow } from './ground.sql.ts';
import { resumeEndedDeadlines } from './item-deadlines.ts';
import { DISPOSITION_WAYS } from './judgment-orders.ts';
import { insertContinuedNotice } from './notice.sql.ts';
import { reachItems } from './reach-items.ts';
import { objectToReversal } from './reversal.rules.ts';
import { findEndingEntry, insertReversal, listReversals } from './reversal.sql.ts';
import type { requestReversalEndpoint, reverseDispositionEndpoint } from './reversals.contract.ts';

const FACTS = {
  disposition: { zh: '冲正的处置', en: 'The disposition' },
  document: { zh: '依据', en: 'Ground' },
} as const;
const askedFor = z.object({ dispositionId: z.string() });

/** Refusals: DISPOSITION_NOT_FOUND, those of reachItems, LEDGER_CLOSED, those of objectToReversal. */
async function reachReversible(command: CommandContext, permission: Permission, dispositionId: string) {
  const { trx, actor } = command;
  const { courtId } = actor;
  const disposition = await lockDisposition(trx, courtId, dispositionId);
  if (!disposition) throw refuseDisposition('DISPOSITION_NOT_FOUND');
  const { itemId } = disposition;
  const { head, items } = await reachItems(command, permission, [itemId]);
  const [item] = items;
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  await requireOpenLedger(trx, courtId, head.id);
  const dispositions = await listDispositions(trx, courtId, itemId);
  const reversed = new Set((await listReversals(trx, courtId, itemId)).map((row) => row.dispositionId));
  const claims = (await listClaims(trx, courtId, itemId)).filter(standsAgainstReversal);
  const claimed = new Set(claims.map((claim) => claim.dispositionId));
  const reason = objectToReversal(item.row.state, dispositions, reversed, dispositionId, claimed);
  if (reason !== null) throw refuseDisposition(reason);
  return { head, disposition, item };
}

/** Refusals: those of reachReversible and requestForItems. */
export async function requestReversal(
  command: CommandContext,
  { params, body }: InputOf<typeof requestReversalEndpoint>,
): Promise<ResponseOf<typeof requestReversalEndpoint>> {
  const { document, reason } = body;
  const { disposition } = await reachReversible(command, 'item.request', params.dispositionId);
  const { id, itemId, quantity, unit, kind, approvalNumber } = disposition;
  const [way, amount] = [DISPOSITION_WAYS[kind], sayQuantity(quantity, unit)];
  const what = (language: 'zh' | 'en') =>
    [way[language], amount[language], approvalNumber ?? ''].join(' ').trim();
  return requestForItems(command, {
    kind: 'reversal',
    items: [{ itemId, quantity }],
    reason,
    facts: [
      { ...FACTS.disposition, value: { zh: what('zh'), en: what('en') } },
      { ...FACTS.document, value: document },
    ],
    terms: { dispositionId: id },
  });
}

/** The finding on which the item was sent back holds again. */
async function reopenGround(
  { trx, actor }: CommandContext,
  groundId: string | null,
  grounds: readonly GroundRow[],
): Promise<void> {
  const ground = grounds.find(({ id }) => id === groundId);
  if (ground?.kind === 'unrelated' && ground.state === 'ended')
    await updateGroundState(trx, actor.courtId, ground.id, { state: 'open' });
}

/**
 * By a leader who neither asked for it nor approved it, with a second person. The item waits for its disposition again,
 * or is where it was before, its notice and its clocks go on; the entry and the record taken back stay. Refusals: those of reachReversible, of the
 * approval and of the second person’s PIN, LINES_REFUSED.
 */
export async function reverseDisposition(
  command: CommandContext,
  { params, body }: InputOf<typeof reverseDispositionEndpoint>,
): Promise<TransitionsAnswer> {
  const { trx, actor, now } = command;
  const { courtId, personId, personName } = actor;
  const { requestId, document, reason } = body;
  const found = await reachReversible(command, 'disposition.reverse', params.dispositionId);
  const { head, disposition, item } = found;
  const { id: dispositionId, itemId, caseId, quantity } = disposition;
  const corrected = await findEndingEntry(trx, courtId, itemId);
  if (corrected?.quantity !== quantity) throw refuseDisposition('REVERSAL_NOT_LAST');
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const granted = await takeApproval(command, {
    ...{ requestId, kind: 'reversal', items: [{ itemId, quantity }], secondPerson },
  });
  const terms = askedFor.safeParse(granted.terms);
  if (terms.data?.dispositionId !== dispositionId) throw refuseDisposition('REVERSAL_NOT_LAST');
  const { steps, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { basis: document, note: reason }, { secondPerson }),
    lines: [
      {
        ...{ itemId, transition: 'reverse_end', quantity, evidence: ['reason'] },
        approval: granted.approvals.get(item.row.id) ?? null,
        correctsSequence: corrected.sequence,
        details: { reversedDispositionId: dispositionId, approval: granted.number },
      },
    ],
  });
  const [written] = steps;
  if (!written) return answer;
  await insertReversal(trx, courtId, {
    ...{ id: newId(now.getTime()), caseId, itemId, dispositionId, document, reason, requestId },
    ...{ approvalNumber: granted.number, reversedAt: now, reversedById: personId },
    ...{ reversedByName: personName, secondPersonName: name },
    entrySequence: written.entry.sequence,
    correctsSequence: corrected.sequence,
  });
  if (written.after.state === 'public_notice')
    await insertContinuedNotice(
      trx,
      courtId,
      { id: newId(now.getTime()), itemId },
      { outcomes: ['claimed', 'forfeited'], endedOn: null },
    );
  await reopenGround(command, disposition.groundId, item.grounds);
  await resumeEndedDeadlines(command, { itemId, head }, corrected.recordedAt);
  return answer;
}
