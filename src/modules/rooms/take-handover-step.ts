import type { CommandContext } from '../../platform/run-command.ts';
import {
  describeHandover,
  handoverFactsOf,
  readHandoverDetails,
  type HandoverDetails,
} from './describe-handover.ts';
import { decideHandoverStep, type HandoverState, type HandoverTransition } from './handover.rules.ts';
import { findHandover, lockHandover, type HandoverRow } from './handover.sql.ts';
import { refuseHandover } from './handover-refusals.ts';
import type { HandoverAnswer } from './handovers.contract.ts';
import { requirePresence } from './require-presence.ts';
import { hasBeenInside } from './room-facts.sql.ts';
import { lockRoom } from './room.sql.ts';

export interface HandoverStep {
  readonly row: HandoverRow;
  readonly details: HandoverDetails;
  /** The state that follows. */
  readonly to: HandoverState;
}

/**
 * The handover of the acting court, locked with its room, when the actor may take the step.
 * Refusals: HANDOVER_NOT_FOUND and those of `decideHandoverStep`.
 */
export async function beginHandoverStep(
  command: CommandContext,
  handoverId: string,
  step: HandoverTransition,
): Promise<HandoverStep> {
  const { trx, actor, now } = command;
  const seen = await findHandover(trx, [actor.courtId], handoverId);
  if (!seen) throw refuseHandover('HANDOVER_NOT_FOUND');
  await lockRoom(trx, actor.courtId, seen.roomId, now);
  const row = await lockHandover(trx, actor.courtId, handoverId);
  if (!row) throw refuseHandover('HANDOVER_NOT_FOUND');
  const details = await readHandoverDetails(trx, row);
  const facts = handoverFactsOf(row, details, actor);
  const verdict = decideHandoverStep(step, facts);
  if (!verdict.allowed) {
    const count = verdict.reason === 'LINES_PENDING' ? facts.pendingLines : facts.openMatters;
    throw refuseHandover(verdict.reason, { count });
  }
  return { row, details, to: verdict.to };
}

/**
 * 两人以上清点: who leads the count and who takes over are both in the room. Without the outgoing custodian a leader has
 * opened it with the supervisor, who stays for the count. Refusals: LEADER_DID_NOT_OPEN, those of `requirePresence`.
 */
export async function requireCountingTeam(command: CommandContext, row: HandoverRow): Promise<void> {
  const { courtId, roomId, leaderId, frozenAt: since } = row;
  const isEmergency = row.form === 'emergency';
  const isUnopened =
    isEmergency &&
    leaderId !== null &&
    !(await hasBeenInside(command.trx, { courtId, roomId, personId: leaderId, since }));
  if (isUnopened) throw refuseHandover('LEADER_DID_NOT_OPEN');
  await requirePresence(command, {
    roomId,
    at: command.now,
    personIds: [row.leadId, row.incomingId, ...(isEmergency ? [row.supervisorId] : [])],
    isLateEntry: false,
    isHandoverCount: true,
  });
}

/** Records the step and answers the handover as it is now. */
export async function finishHandoverStep(
  command: CommandContext,
  before: HandoverRow,
  detail: Record<string, unknown>,
): Promise<HandoverAnswer> {
  const { trx, actor } = command;
  const after = await findHandover(trx, [actor.courtId], before.id);
  if (!after) throw refuseHandover('HANDOVER_NOT_FOUND');
  command.audit({
    subjectKind: 'room',
    subjectId: after.roomId,
    subjectLabel: after.roomPath,
    before: { handoverId: before.id, state: before.state },
    after: { handoverId: after.id, state: after.state },
    detail,
  });
  return describeHandover({ reader: trx, actor }, after);
}
