/** What was booked as used up or lost and is there after all (T27): asked for, approved by leaders, written as an entry. */
import { z } from 'zod';
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { Sentence } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import type { Permission } from '../accounts/permissions.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { ITEM_STATES, type ItemState } from '../seized-items/item-states.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { recordTransitions } from '../seized-items/record-transitions.ts';
import { requestForItems } from '../seized-items/request-for-items.ts';
import { requireOpenLedger } from '../seized-items/require-open-ledger.ts';
import { takeApproval } from '../seized-items/take-approval.ts';
import type { TransitionsAnswer } from '../seized-items/transitions.contract.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { resumeEndedDeadlines } from './item-deadlines.ts';
import { insertContinuedNotice } from './notice.sql.ts';
import { reachItems } from './reach-items.ts';
import { endedOtherwise } from './reversal.rules.ts';
import { ENDING_OTHERWISE, findEndingEntry } from './reversal.sql.ts';
import type { requestEndReversalEndpoint, reverseEndEndpoint } from './reversals.contract.ts';

const FACTS = {
  end: { zh: '冲正的终结', en: 'The end' },
  document: { zh: '依据', en: 'Ground' },
} as const;
const askedFor = z.object({ endSequence: z.int() });

/** Refusals: those of reachItems, LEDGER_CLOSED, NOT_ENDED_OTHERWISE. */
async function reachEnded(command: CommandContext, permission: Permission, itemId: string) {
  const { trx, actor } = command;
  const { head, items } = await reachItems(command, permission, [itemId]);
  const [item] = items;
  if (!item) throw refuseItem('ITEM_NOT_FOUND');
  await requireOpenLedger(trx, actor.courtId, head.id);
  const end = endedOtherwise(item.row.state)
    ? await findEndingEntry(trx, actor.courtId, itemId, ENDING_OTHERWISE)
    : undefined;
  if (!end) throw refuseDisposition('NOT_ENDED_OTHERWISE');
  return { head, item, end };
}

function endSaid(state: ItemState, quantity: string, unit: string): Sentence {
  const [end, amount] = [ITEM_STATES[state], sayQuantity(quantity, unit)];
  return { zh: `${end.zh} ${amount.zh}`, en: `${end.en} ${amount.en}` };
}

/** Refusals: those of reachEnded and requestForItems. */
export async function requestEndReversal(
  command: CommandContext,
  { params: { itemId }, body: { document, reason } }: InputOf<typeof requestEndReversalEndpoint>,
): Promise<ResponseOf<typeof requestEndReversalEndpoint>> {
  const { item, end } = await reachEnded(command, 'item.request', itemId);
  const { quantity, sequence } = end;
  const { state, unit } = item.row;
  return requestForItems(command, {
    kind: 'reversal',
    items: [{ itemId, quantity }],
    reason,
    facts: [
      { ...FACTS.end, value: endSaid(state, quantity, unit) },
      { ...FACTS.document, value: document },
    ],
    terms: { endSequence: sequence },
  });
}

/**
 * By a leader who neither asked for it nor approved it, with a second person. The item is the court's to keep again and
 * waits for a place, its clocks and its notice go on; the entry taken back stays. Refusals: those of reachEnded, of the approval and of the second
 * person's PIN, LINES_REFUSED.
 */
export async function reverseEnd(
  command: CommandContext,
  { params: { itemId }, body }: InputOf<typeof reverseEndEndpoint>,
): Promise<TransitionsAnswer> {
  const { requestId, document, reason } = body;
  const { head, item, end } = await reachEnded(command, 'disposition.reverse', itemId);
  const { quantity, sequence } = end;
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const granted = await takeApproval(command, {
    ...{ requestId, kind: 'reversal', items: [{ itemId, quantity }], secondPerson },
  });
  if (askedFor.safeParse(granted.terms).data?.endSequence !== sequence)
    throw refuseDisposition('NOT_ENDED_OTHERWISE');
  const { steps, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { basis: document, note: reason }, { secondPerson }),
    lines: [
      {
        ...{ itemId, transition: 'reverse_end', quantity, evidence: ['reason'] },
        approval: granted.approvals.get(item.row.id) ?? null,
        correctsSequence: sequence,
        details: { approval: granted.number },
      },
    ],
  });
  if (steps.length === 0) return answer;
  const { trx, actor, now } = command;
  const continued = { id: newId(now.getTime()), itemId };
  const endedOn = shanghaiDay(end.recordedAt);
  await insertContinuedNotice(trx, actor.courtId, continued, { endedOn, outcomes: ['lost'] });
  await resumeEndedDeadlines(command, { itemId, head }, end.recordedAt);
  return answer;
}
