import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { findQuantityProblem } from '../seized-items/item-quantity.ts';
import { refuseItem } from '../seized-items/item-refusals.ts';
import { occasionOf } from '../seized-items/occasion.ts';
import { requirePhotosOfItems } from '../seized-items/photo-demands/require-photos-of-items.ts';
import { carryOut } from './carry-out.ts';
import { bookResidue } from './derived-item.ts';
import type { destroyItemsEndpoint } from './dispositions.contract.ts';
import { refuseDisposition } from './disposition-refusals.ts';
import { updateResidueItem } from './disposition.sql.ts';
import { finishExecution } from './finish-execution.ts';
import { reachItems, type ReachedItems } from './reach-items.ts';
import { listRolesOf } from './staff-name.sql.ts';

type Body = InputOf<typeof destroyItemsEndpoint>['body'];
/** Neither keep the things nor decide about them. */
const SUPERVISING_ROLES = ['inspector', 'auditor'];

/** Refusals: DESTRUCTION_TIMES_WRONG, QUANTITY_INVALID. */
function requirePlausible({ startedAt, endedAt, residue }: Body, now: Date): void {
  const [from, to] = [new Date(startedAt), new Date(endedAt)];
  if (from >= to || to > now) throw refuseDisposition('DESTRUCTION_TIMES_WRONG');
  if (residue !== null && findQuantityProblem(residue.quantity, residue.unit) !== null)
    throw refuseItem('QUANTITY_INVALID');
}

/** An inspector or stocktaker who has no part in it, present by their PIN. Refusals: SUPERVISOR_UNFIT, those of the PIN. */
async function confirmSupervisor(command: CommandContext, { head }: ReachedItems, body: Body) {
  const { trx, actor, now } = command;
  const { personId } = body.supervisor;
  const roles = await listRolesOf(trx, actor.courtId, { personId, today: shanghaiDay(now) });
  const takesPart = [body.secondPerson.personId, actor.personId, head.handlerId, head.clerkId];
  const isFit = roles.some((role) => SUPERVISING_ROLES.includes(role)) && !takesPart.includes(personId);
  if (!isFit || roles.includes('property_custodian')) throw refuseDisposition('SUPERVISOR_UNFIT');
  const { name } = await confirmBySecondPerson(command, body.supervisor);
  return { id: personId, name };
}

/** Photos of each thing from before it began and from after it ended. Refusal: PHOTOS_MISSING. */
async function requireBothPhotos(command: CommandContext, { items, ...body }: Body): Promise<void> {
  const [from, to] = [new Date(body.startedAt), new Date(body.endedAt)];
  const of = { itemIds: items.map(({ itemId }) => itemId), field: 'items', leftAt: null } as const;
  await requirePhotosOfItems(command, {
    ...of,
    step: 'before_destruction',
    at: from,
    within: { until: from },
  });
  await requirePhotosOfItems(command, { ...of, step: 'after_destruction', at: to, within: { from: to } });
}

/**
 * Destroys items (T17): two executors, an independent supervisor, an approval, photos from before and after, place,
 * times, method and the video; what is left becomes an item of its own. Refusals: those of reachItems and carryOut,
 * SUPERVISOR_UNFIT, SUPERVISOR_ASKED_FOR_IT, PHOTOS_MISSING, DESTRUCTION_TIMES_WRONG, QUANTITY_INVALID, those of both PINs.
 */
export async function destroyItems(
  command: CommandContext,
  { body }: InputOf<typeof destroyItemsEndpoint>,
): Promise<ResponseOf<typeof destroyItemsEndpoint>> {
  const { trx, actor, now } = command;
  const { place, method, video, residue } = body;
  const itemIds = body.items.map(({ itemId }) => itemId);
  const reached = await reachItems(command, 'disposition.execute', itemIds);
  requirePlausible(body, now);
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const supervisor = await confirmSupervisor(command, reached, body);
  const occasion = occasionOf(command, body, { secondPerson, counterparty: supervisor.name });
  const carried = await carryOut(command, reached, {
    way: 'destruction',
    wanted: body.items,
    requestId: body.requestId,
    secondPerson,
    supervisor,
    occasion,
    evidence: ['destruction_record', 'photo'],
    facts: {
      ...{ place, method, video, note: body.note, counterparty: body.witness },
      startedAt: new Date(body.startedAt),
      endedAt: new Date(body.endedAt),
    },
  });
  if (carried.approvedByIds.includes(supervisor.id)) throw refuseDisposition('SUPERVISOR_UNFIT');
  // By the person and not by the role: whoever wants a thing gone does not watch over its end.
  if (carried.requestedByIds.includes(supervisor.id))
    throw refuseDisposition('SUPERVISOR_ASKED_FOR_IT', { name: supervisor.name });
  const { answer, dispositionIds } = carried;
  const [first] = reached.items;
  if (answer.refusedCount > 0 || !first) return { ...answer, dispositionIds: [], newItem: null };
  await requireBothPhotos(command, body);
  const newItem = residue === null ? null : await bookResidue(command, first.row, residue, occasion);
  if (newItem !== null) await updateResidueItem(trx, actor.courtId, dispositionIds[0] ?? '', newItem.id);
  await finishExecution(command, reached.head.id);
  return { ...answer, dispositionIds: [...dispositionIds], newItem };
}
