/** What nature does to items: animals are born and die, goods dry up. */
import type { InputOf } from '../../../platform/endpoint.ts';
import type { CommandContext } from '../../../platform/run-command.ts';
import { confirmSecondPerson } from '../confirm-second-person.ts';
import { categoryOf } from '../item-categories.ts';
import type { EvidenceKind } from '../item-transitions.ts';
import type { LockedItem } from '../item.sql.ts';
import { keptOtherwise, requireFitting, type KeptOtherwise } from '../keeping/require-fitting-place.ts';
import { openRoomBook } from '../load-grounds.ts';
import { occasionOf } from '../occasion.ts';
import { lockReachableItem } from '../reach-item.ts';
import { recordTransitions } from '../record-transitions.ts';
import { requireAtItem } from '../require-at-item.ts';
import type { TransitionsAnswer } from '../transitions.contract.ts';
import { photoOfToday } from '../unseal-item.ts';
import { refuseCare } from './care-refusals.ts';
import type { recordBirthEndpoint, recordDeathEndpoint, recordNaturalLossEndpoint } from './care.contract.ts';
import { requireLossWithin } from './natural-loss.ts';

type Body = InputOf<typeof recordDeathEndpoint>['body'];

async function record(
  command: CommandContext,
  item: LockedItem,
  transition: 'record_birth' | 'record_death' | 'record_natural_loss',
  body: Body,
  kept: ReturnType<KeptOtherwise> = {},
): Promise<TransitionsAnswer> {
  const secondPerson = await confirmSecondPerson(command, body.secondPerson);
  const occasion = occasionOf(command, { ...body, note: body.reason }, { secondPerson });
  const visit = await requireAtItem(command, item, occasion);
  const details = { ...visit, ...kept.details };
  const evidence: EvidenceKind[] = ['reason', ...(await photoOfToday(command, item.id))];
  const lines = [{ itemId: item.id, transition, quantity: body.quantity, evidence, details }];
  const { steps: _written, ...answer } = await recordTransitions(command, { occasion, lines });
  return answer;
}

async function lockAnimal(command: CommandContext, itemId: string): Promise<LockedItem> {
  const item = await lockReachableItem(command, 'item.move', itemId);
  if (categoryOf(item.category).isAlive !== true) throw refuseCare('NOT_ALIVE');
  return item;
}

/**
 * Young are born to seized animals, on a photo of the day, and find where they are what the animals need. Refusals:
 * ITEM_NOT_FOUND, NOT_ALIVE, KEEPING_NEED_UNMET, SECRET_PLACE_NEEDED, LINES_REFUSED.
 */
export async function recordBirth(
  command: CommandContext,
  { params, body }: InputOf<typeof recordBirthEndpoint>,
): Promise<TransitionsAnswer> {
  const { placeReason, ...growth } = body;
  const item = await lockAnimal(command, params.itemId);
  const room = await openRoomBook(command.trx, command.actor.courtId, command.now).roomOf(
    item.standing.placeId,
  );
  const store = room && { path: item.position.place ?? room.name, room };
  const putting = { store, item, placeReason };
  await requireFitting(command, [{ ...putting, path: 'body.placeReason' }]);
  return record(command, item, 'record_birth', growth, keptOtherwise(putting));
}

/** A seized animal died, on a photo of the day; of the last one an incident decides. Refusals: ITEM_NOT_FOUND, NOT_ALIVE, LINES_REFUSED. */
export async function recordDeath(
  command: CommandContext,
  { params, body }: InputOf<typeof recordDeathEndpoint>,
): Promise<TransitionsAnswer> {
  return record(command, await lockAnimal(command, params.itemId), 'record_death', body);
}

/**
 * Goods get less by nature within the tolerance of their category (situation 69); what exceeds it is an incident.
 * Refusals: ITEM_NOT_FOUND, NO_NATURAL_LOSS, LOSS_BEYOND_TOLERANCE, LINES_REFUSED.
 */
export async function recordNaturalLoss(
  command: CommandContext,
  { params, body }: InputOf<typeof recordNaturalLossEndpoint>,
): Promise<TransitionsAnswer> {
  const item = await lockReachableItem(command, 'item.move', params.itemId);
  await requireLossWithin(command, item, body.quantity);
  return record(command, item, 'record_natural_loss', body);
}
