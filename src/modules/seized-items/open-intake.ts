import { shanghaiDay, shanghaiInstant } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmBySecondPerson } from '../accounts/confirm-by-pin.ts';
import { listRolesToday } from '../accounts/list-roles-today.ts';
import type { CaseHead } from '../cases/find-case.ts';
import { setDeadline } from '../deadlines/set-deadline.ts';
import { findRoomOfPlace } from '../rooms/find-room-of-place.ts';
import { insertIntake } from './intake.sql.ts';
import { refuseIntake } from './intake-refusals.ts';
import type { openIntakeEndpoint } from './intakes.contract.ts';
import { openRoomBook } from './load-grounds.ts';
import { lockPlacePaths } from './item-place.sql.ts';
import { lockItems } from './item.sql.ts';
import {
  requireFittingPlace,
  type KeptOtherwise,
  type OfferingPlace,
} from './keeping/require-fitting-place.ts';
import { maskDocument } from '../rooms/mask-document.ts';
import { occasionOf } from './occasion.ts';
import { lockReachableCase } from './reach-case.ts';
import { recordTransitions } from './record-transitions.ts';

async function readLocker(
  command: CommandContext,
  lockerId: string,
): Promise<OfferingPlace & { readonly id: string }> {
  const { trx, actor } = command;
  const paths = await lockPlacePaths(trx, actor.courtId, [lockerId]);
  const path = paths.get(lockerId);
  const room = await findRoomOfPlace(trx, { courtId: actor.courtId, placeId: lockerId });
  if (path === undefined || room?.isEmergencyLocker !== true) throw refuseIntake('LOCKER_UNKNOWN');
  return { id: lockerId, path, room };
}

/** D05: what was put into a locker is taken in by the end of the next working day of the court's calendar. */
async function setFormalTerm(
  command: CommandContext,
  intake: {
    readonly id: string;
    readonly head: CaseHead;
    readonly arrivedAt: Date;
    readonly lockerId: string;
  },
): Promise<Date> {
  const { trx, actor, now } = command;
  const { id, head, arrivedAt, lockerId } = intake;
  const room = await openRoomBook(trx, actor.courtId, now).roomOf(lockerId);
  const { dueAt } = await setDeadline(command, {
    rule: 'D05',
    subject: { kind: 'item_intake', id, label: head.number, caseId: head.id },
    ...{ ownerId: room?.custodianIds[0] ?? actor.personId, roomId: room?.roomId ?? null },
    ...{ departmentId: actor.departmentId, startOn: shanghaiDay(arrivedAt) },
  });
  return dueAt;
}

/**
 * What was preregistered has arrived (T2): two of the court are there, and the deliverer is named. At night it goes into
 * a locker and is counted on the next working day. Refusals: INTAKE_CASE_UNKNOWN, DELIVERER_NOT_OF_COURT, LOCKER_UNKNOWN, KEEPING_NEED_UNMET,
 * SECRET_PLACE_NEEDED, LINES_REFUSED, those of the second person's PIN.
 */
export async function openIntake(
  command: CommandContext,
  { params, body }: InputOf<typeof openIntakeEndpoint>,
): Promise<ResponseOf<typeof openIntakeEndpoint>> {
  const { trx, actor } = command;
  const head = await lockReachableCase(command, 'item.receive', params.caseId);
  if (body.delivererId !== null && (await listRolesToday(command, body.delivererId)).size === 0)
    throw refuseIntake('DELIVERER_NOT_OF_COURT');
  const locker = body.lockerId === null ? null : await readLocker(command, body.lockerId);
  let kept: KeptOtherwise | null = null;
  if (locker !== null) {
    const items = await lockItems(trx, actor.courtId, body.itemIds);
    const inOrder = body.itemIds.flatMap((itemId) => items.find(({ id: one }) => one === itemId) ?? []);
    kept = await requireFittingPlace(command, locker, inOrder, body.placeReason);
  }
  const { name } = await confirmBySecondPerson(command, body.secondPerson);
  const secondPerson = { id: body.secondPerson.personId, name };
  const counterparty = `${body.delivererUnit} ${body.deliverer}`;
  const occasion = occasionOf(command, body, { secondPerson, counterparty });
  const id = newId();
  const { steps } = await recordTransitions(command, {
    occasion,
    lines: body.itemIds.map((itemId) => ({
      itemId,
      transition: 'arrive',
      evidence: ['deliverer_identity'],
      counterpartId: body.delivererId,
      change: locker === null ? {} : { placeId: locker.id },
      names: locker === null ? {} : { place: locker.path },
      details: { intakeId: id, ...kept?.(itemId).details },
    })),
  });
  if (steps.some(({ item }) => item.caseId !== head.id)) throw refuseIntake('LINE_NOT_OF_INTAKE');
  const formalDueAt =
    locker === null
      ? null
      : await setFormalTerm(command, { id, head, arrivedAt: occasion.occurredAt, lockerId: locker.id });
  await insertIntake(trx, actor.courtId, {
    id,
    caseId: head.id,
    deliverer: body.deliverer,
    delivererUnit: body.delivererUnit,
    delivererId: body.delivererId,
    delivererDocument: body.delivererDocument === null ? null : maskDocument(body.delivererDocument),
    listNumber: body.basis,
    arrivedAt: occasion.occurredAt,
    lockerId: body.lockerId,
    formalDueAt,
    receivedBy: { id: actor.personId, name: actor.personName },
    secondPerson,
    itemIds: body.itemIds,
  });
  return { id, formalDueAt: formalDueAt === null ? null : shanghaiInstant(formalDueAt) };
}
