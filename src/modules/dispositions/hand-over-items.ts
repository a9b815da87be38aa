/** Items go to another organ: with a receipt afterwards (T11), or back to the organ that handed them over (T25). */
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { requirePhotosOfItems } from '../seized-items/photo-demands/require-photos-of-items.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { carryOut } from './carry-out.ts';
import type { handOverItemsEndpoint, sendBackItemsEndpoint } from './dispositions.contract.ts';
import { finishExecution } from './finish-execution.ts';
import { updateGroundState } from './ground.sql.ts';
import { reachItems } from './reach-items.ts';

/** On the way until the receipt comes. Refusals: those of reachItems and carryOut, PHOTOS_MISSING, those of the second person’s PIN. */
export async function handOverItems(
  command: CommandContext,
  { body }: InputOf<typeof handOverItemsEndpoint>,
): Promise<ResponseOf<typeof handOverItemsEndpoint>> {
  const { organ, receiver, receiverDocument, list, requestId } = body;
  const itemIds = body.items.map(({ itemId }) => itemId);
  const reached = await reachItems(command, 'disposition.execute', itemIds);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const counterparty = `${organ} ${receiver}`;
  const demanded = { step: 'hand_over', itemIds, field: 'items', at: command.now, leftAt: null } as const;
  await requirePhotosOfItems(command, demanded);
  const carried = await carryOut(command, reached, {
    way: 'hand_over',
    wanted: body.items,
    requestId,
    secondPerson,
    occasion: occasionOf(command, { ...body, basis: body.basis ?? list }, { secondPerson, counterparty }),
    evidence: ['receiving_organ', 'handover_list'],
    facts: { counterparty, proof: receiverDocument, document: list, note: body.note },
    names: { place: null, holder: organ },
  });
  return { ...carried.answer, dispositionIds: [...carried.dispositionIds], newItem: null };
}

/** What is not the court’s to dispose of goes back (刑诉法解释 449). Refusals: those of reachItems and carryOut, PHOTOS_MISSING. */
export async function sendBackItems(
  command: CommandContext,
  { body }: InputOf<typeof sendBackItemsEndpoint>,
): Promise<ResponseOf<typeof sendBackItemsEndpoint>> {
  const { trx, actor } = command;
  const { organ, receiver, receiverDocument, receipt, requestId } = body;
  const itemIds = body.items.map(({ itemId }) => itemId);
  const reached = await reachItems(command, 'disposition.execute', itemIds);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const counterparty = `${organ} ${receiver}`;
  const demanded = { step: 'send_back', itemIds, field: 'items', at: command.now, leftAt: null } as const;
  await requirePhotosOfItems(command, demanded);
  const carried = await carryOut(command, reached, {
    way: 'send_back',
    wanted: body.items,
    requestId,
    secondPerson,
    occasion: occasionOf(command, { ...body, basis: body.basis ?? receipt }, { secondPerson, counterparty }),
    evidence: ['receipt'],
    facts: { counterparty, proof: receiverDocument, document: receipt, note: body.note },
  });
  for (const { basis } of carried.grounded)
    if (basis.kind === 'ground')
      await updateGroundState(trx, actor.courtId, basis.ground.id, { state: 'ended' });
  await finishExecution(command, reached.head.id);
  return { ...carried.answer, dispositionIds: [...carried.dispositionIds], newItem: null };
}
