import type { CommandContext } from '../../platform/run-command.ts';
import { listMatterRows, lockHandover, updateMatterCleared, updateMatterSettled } from './handover.sql.ts';
import { refuseHandover } from './handover-refusals.ts';
import type { HandoverAnswer } from './handovers.contract.ts';
import { beginHandoverStep, finishHandoverStep } from './take-handover-step.ts';

/** Says who answers for an open matter. Refusals: those of the step, MATTER_NOT_FOUND. */
export async function settleHandoverMatter(
  command: CommandContext,
  input: {
    handoverId: string;
    matterId: string;
    outcome: 'taken_over' | 'stays_with_outgoing';
    note: string | null;
  },
): Promise<HandoverAnswer> {
  const { trx, actor, now } = command;
  const { row, details } = await beginHandoverStep(command, input.handoverId, 'settle_matter');
  const matter = details.matters.find(({ id }) => id === input.matterId);
  if (!matter) throw refuseHandover('MATTER_NOT_FOUND');
  const { outcome, note } = input;
  await updateMatterSettled(trx, actor.courtId, input, { outcome, note, byName: actor.personName, at: now });
  return finishHandoverStep(command, row, { matter: matter.title, outcome, note });
}

/**
 * What stayed with the outgoing custodian is cleared up, by somebody else; until then their account stays open.
 * Refusals: HANDOVER_NOT_FOUND, MATTER_NOT_LEFT, MATTER_IS_OWN.
 */
export async function clearHandoverMatter(
  command: CommandContext,
  input: { handoverId: string; matterId: string; note: string },
): Promise<HandoverAnswer> {
  const { trx, actor, now } = command;
  const row = await lockHandover(trx, actor.courtId, input.handoverId);
  if (!row) throw refuseHandover('HANDOVER_NOT_FOUND');
  const matters = await listMatterRows(trx, actor.courtId, row.id);
  const matter = matters.find(({ id }) => id === input.matterId);
  if (row.state !== 'completed' || matter?.outcome !== 'stays_with_outgoing' || matter.clearedAt !== null)
    throw refuseHandover('MATTER_NOT_LEFT');
  if (row.outgoingId === actor.personId) throw refuseHandover('MATTER_IS_OWN');
  const cleared = { note: input.note, byName: actor.personName, at: now };
  await updateMatterCleared(trx, actor.courtId, input, cleared);
  return finishHandoverStep(command, row, { matter: matter.title, cleared: input.note });
}
