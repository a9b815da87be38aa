/** Items begin to wait for their disposition (T14), and what was called off goes back to where it is kept. */
import type { Problem } from '../../platform/errors.ts';
import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { recordTransitions } from '../seized-items/record-transitions.ts';
import { takeApproval } from '../seized-items/take-approval.ts';
import type { TransitionsAnswer } from '../seized-items/transitions.contract.ts';
import { decideAwaiting, type Basis } from './decide-disposition.rules.ts';
import { problemOfItem, requireNoProblem } from './item-problem.ts';
import { updateGroundState } from './ground.sql.ts';
import { settleDeadlineOfItem } from './item-deadlines.ts';
import type { LoadedItem } from './load-question.ts';
import { updateNoticesEnded } from './notice.sql.ts';
import type { awaitDispositionEndpoint, callOffDispositionEndpoint } from './preparing.contract.ts';
import { reachItems, type ReachedItems } from './reach-items.ts';

interface Awaiting {
  readonly item: LoadedItem;
  readonly basis: Basis;
}

/** Refusal: DISPOSITION_REFUSED with one problem an item. */
function requireGrounds({ head, items }: ReachedItems): Awaiting[] {
  const problems: Problem[] = [];
  const awaiting = items.flatMap((item, index): Awaiting[] => {
    const verdict = decideAwaiting(item.question);
    if (verdict.allowed) return [{ item, basis: verdict.basis }];
    problems.push(problemOfItem({ head }, item, { path: `body.itemIds.${index}`, code: verdict.reason }));
    return [];
  });
  requireNoProblem(problems);
  return awaiting;
}

/** The president’s approval of an early disposal is used up when the item begins to wait. Refusals: those of takeApproval. */
async function grantEarly(command: CommandContext, { item, basis }: Awaiting): Promise<void> {
  if (basis.kind !== 'ground') return;
  const ground = item.grounds.find(({ id }) => id === basis.ground.id);
  if (ground?.kind !== 'early' || ground.state !== 'requested' || ground.requestId === null) return;
  const { requestId } = ground;
  const items = [{ itemId: item.row.id }];
  const { number } = await takeApproval(command, {
    requestId,
    kind: 'early_disposal',
    items,
    secondPerson: null,
  });
  const to = { state: 'granted', approvalNumber: number } as const;
  await updateGroundState(command.trx, command.actor.courtId, ground.id, to);
}

/**
 * On a confirmed line in force that fits what there is, on an approved early disposal, or on the finding that the item is
 * unrelated. Refusals: ITEM_NOT_FOUND, ITEMS_OF_SEVERAL_CASES, DISPOSITION_REFUSED, LINES_REFUSED, those of an approval.
 */
export async function awaitDisposition(
  command: CommandContext,
  { body }: InputOf<typeof awaitDispositionEndpoint>,
): Promise<TransitionsAnswer> {
  const awaiting = requireGrounds(await reachItems(command, 'disposition.prepare', body.itemIds));
  for (const one of awaiting) await grantEarly(command, one);
  const { steps: _written, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, body),
    lines: awaiting.map(({ item, basis }) => ({
      itemId: item.row.id,
      transition: 'await_disposition',
      evidence: ['judgment'],
      details: basis.kind === 'line' ? { lineId: basis.line.id } : { groundId: basis.ground.id },
    })),
  });
  return answer;
}

/** Refusals: ITEM_NOT_FOUND, ITEMS_OF_SEVERAL_CASES, LINES_REFUSED. */
export async function callOffDisposition(
  command: CommandContext,
  { body }: InputOf<typeof callOffDispositionEndpoint>,
): Promise<TransitionsAnswer> {
  const { trx, actor, now } = command;
  const { items } = await reachItems(command, 'disposition.prepare', body.itemIds);
  const { steps, ...answer } = await recordTransitions(command, {
    occasion: occasionOf(command, { ...body, note: body.reason }),
    lines: items.map(({ row }) => ({
      itemId: row.id,
      transition: 'call_off_disposition',
      evidence: ['reason'],
    })),
  });
  const ids = steps.map(({ item }) => item.id);
  await updateNoticesEnded(trx, actor.courtId, ids, { on: shanghaiDay(now), outcome: 'called_off' });
  for (const id of ids) await settleDeadlineOfItem(command, 'D17', id);
  for (const { grounds, row } of items)
    for (const { id, state } of grounds)
      if (ids.includes(row.id) && (state === 'granted' || state === 'open'))
        await updateGroundState(trx, actor.courtId, id, { state: 'ended' });
  return answer;
}
