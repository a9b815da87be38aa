import type { CommandContext } from '../../platform/run-command.ts';
import { listMatterRows, lockHandover, updateMatterCleared, updateMattersSettled } from './handover.sql.ts';
import { refuseHandover } from './handover-refusals.ts';
import type { HandoverAnswer } from './handovers.contract.ts';
import { beginHandoverStep, finishHandoverStep } from './take-handover-step.ts';

interface Settlement {
  readonly handoverId: string;
  readonly outcome: 'taken_over' | 'stays_with_outgoing';
  readonly note: string | null;
}

/** Says who answers for an open matter. Refusals: those of the step, MATTER_NOT_FOUND. */
export async function settleHandoverMatter(
  command: CommandContext,
  input: Settlement & { matterId: string },
): Promise<HandoverAnswer> {
  return settleHandoverMatters(command, { ...input, matterIds: [input.matterId] });
}

/** Says of several matters at once who answers for them: all or none. Refusals: those of the step, MATTER_NOT_FOUND. */
export async function settleHandoverMatters(
  command: CommandContext,
  input: Settlement & { matterIds: readonly string[] },
): Promise<HandoverAnswer> {
  const { trx, actor, now } = command;
  const { row, details } = await beginHandoverStep(command, input.handoverId, 'settle_matter');
  const matters = details.matters.filter(({ id }) => input.matterIds.includes(id));
  if (matters.length < new Set(input.matterIds).size) throw refuseHandover('MATTER_NOT_FOUND');
  const { outcome, note } = input;
  await updateMattersSettled(trx, actor.courtId, input, { outcome, note, byName: actor.personName, at: now });
  const titles = matters.map(({ title }) => title);
  return finishHandoverStep(command, row, {
    ...(titles.length === 1 ? { matter: titles[0] } : { matters: titles }),
    outcome,
    note,
  });
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
