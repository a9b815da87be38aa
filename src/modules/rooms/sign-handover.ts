import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { confirmByPin } from '../accounts/confirm-by-pin.ts';
import { handOnRoomDeadlines } from '../deadlines/hand-on-room-deadlines.ts';
import { listCourtPeople } from './court-person.sql.ts';
import { CUSTODIAN_ROLE } from './custodianship.rules.ts';
import { insertCustodianships, updateCustodianshipEnded } from './custodianship.sql.ts';
import { signerOf } from './describe-handover.ts';
import { HANDOVER_CAUSES, signingRolesOf, type SigningRole } from './handover.rules.ts';
import { listFoundSubjects } from './handover-line.sql.ts';
import { listRoomContents } from './room-contents.ts';
import { insertSignature, updateHandover, type HandoverRow } from './handover.sql.ts';
import { refuseHandover } from './handover-refusals.ts';
import type { HandoverAnswer } from './handovers.contract.ts';
import { beginHandoverStep, finishHandoverStep } from './take-handover-step.ts';

/**
 * Responsibility switches at the moment of the last signature; who appoints is who opened the handover by its document,
 * whoever signs last.
 */
async function switchCustodian(command: CommandContext, row: HandoverRow): Promise<void> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const [incoming] = await listCourtPeople(trx, { courtId, day: shanghaiDay(now) }, [row.incomingId]);
  if (!incoming?.roles.includes(CUSTODIAN_ROLE)) throw refuseHandover('INCOMING_LACKS_ROLE');
  const reason = `保管交接：${HANDOVER_CAUSES[row.cause].zh}`;
  await updateCustodianshipEnded(trx, courtId, row.custodianshipId, {
    at: now,
    reason,
    byName: row.openedByName,
  });
  const office = {
    id: newId(now.getTime()),
    roomId: row.roomId,
    personId: row.incomingId,
    kind: 'custodian' as const,
    startsAt: now,
    endsAt: null,
    document: row.document,
    appointedBy: row.openedById ?? actor.personId,
    appointedByName: row.openedByName,
    appointedAt: now,
  };
  await insertCustodianships(trx, courtId, [office]);
  await updateHandover(trx, courtId, row.id, { state: 'completed', completedAt: now });
  await handOnRoomDeadlines(command, { roomId: row.roomId, toId: row.incomingId });
  await confirmCounted(command, row);
}

/** What the count found is told to whoever keeps things in the room. */
async function confirmCounted(command: CommandContext, row: HandoverRow): Promise<void> {
  const { trx, actor } = command;
  for (const { key, confirmCounted: confirm } of listRoomContents()) {
    if (confirm === undefined) continue;
    const subjectIds = await listFoundSubjects(trx, actor.courtId, row.id, key);
    const basis = `保管交接清点 ${row.document}`;
    if (subjectIds.length > 0)
      await confirm(command, { roomId: row.roomId, subjectIds, basis, since: row.frozenAt });
  }
}

/**
 * One of the parties signs with their PIN, on whoever's screen. With the last signature the incoming custodian answers
 * for the room, in the same transaction; they say what was done about locks, keys, codes and the door.
 * Refusals: HANDOVER_NOT_FOUND, HANDOVER_STATE_DIFFERS, NOT_IN_HANDOVER, SIGNATURE_NOT_ASKED, SIGNATURE_THERE,
 * LOCKS_UNSAID, INCOMING_LACKS_ROLE and those of `confirmByPin`.
 */
export async function signHandover(
  command: CommandContext,
  input: { handoverId: string; role: SigningRole; pin: string; locks: string | null },
): Promise<HandoverAnswer> {
  const { trx, actor, now } = command;
  const { row, details } = await beginHandoverStep(command, input.handoverId, 'sign');
  const asked = signingRolesOf(row.form);
  if (!asked.includes(input.role)) throw refuseHandover('SIGNATURE_NOT_ASKED');
  const signer = signerOf(row, input.role);
  if (details.signatures.some(({ role }) => role === input.role))
    throw refuseHandover('SIGNATURE_THERE', { name: signer.name });
  const note = input.role === 'incoming' ? input.locks : null;
  if (input.role === 'incoming' && note === null) throw refuseHandover('LOCKS_UNSAID');
  const { name } = await confirmByPin(command, signer.id, input.pin);
  await insertSignature(trx, actor.courtId, row.id, {
    role: input.role,
    personId: signer.id,
    personName: name,
    signedAt: now,
    note,
  });
  if (details.signatures.length + 1 === asked.length) await switchCustodian(command, row);
  return finishHandoverStep(command, row, { signed: input.role, name, locks: note });
}

/** The custodian stays, and the room is no longer frozen. Refusals: those of the step. */
export async function cancelHandover(
  command: CommandContext,
  input: { handoverId: string; reason: string },
): Promise<HandoverAnswer> {
  const { trx, actor, now } = command;
  const { row, to } = await beginHandoverStep(command, input.handoverId, 'cancel');
  const cancelled = { at: now, byName: actor.personName, reason: input.reason };
  await updateHandover(trx, actor.courtId, row.id, { state: to, cancelled });
  return finishHandoverStep(command, row, { reason: input.reason });
}
