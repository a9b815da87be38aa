import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { isLabelCurrent } from '../item-codes/is-label-current.ts';
import { readItemCode } from '../item-codes/item-code.ts';
import { deleteDifferences, insertMatters, updateHandover, type NewMatter } from './handover.sql.ts';
import { insertLines, updateLineChecked, type LineRow } from './handover-line.sql.ts';
import { refuseHandover } from './handover-refusals.ts';
import type { HandoverAnswer } from './handovers.contract.ts';
import {
  beginHandoverStep,
  finishHandoverStep,
  requireCountingTeam,
  type HandoverStep,
} from './take-handover-step.ts';

async function writeCheck(
  command: CommandContext,
  { row }: HandoverStep,
  line: LineRow,
  check: { readonly result: 'found' | 'explained'; readonly explanation: string | null },
): Promise<HandoverAnswer> {
  if (line.result !== 'pending') throw refuseHandover('LINE_CHECKED_ALREADY', { title: line.title });
  await requireCountingTeam(command, row);
  const { trx, actor, now } = command;
  const written = { ...check, at: now, byName: actor.personName };
  await updateLineChecked(trx, actor.courtId, { handoverId: row.id, lineId: line.id }, written);
  return finishHandoverStep(command, row, { line: line.title, ...check });
}

/**
 * A thing of the list was scanned in the room, by its code in any writing.
 * Refusals: HANDOVER_NOT_FOUND, HANDOVER_STATE_DIFFERS, NOT_IN_HANDOVER, LINE_NOT_FOUND, LABEL_NOT_CURRENT,
 * LINE_CHECKED_ALREADY and those of `requirePresence`.
 */
export async function checkHandoverLine(
  command: CommandContext,
  input: { handoverId: string; text: string },
): Promise<HandoverAnswer> {
  const step = await beginHandoverStep(command, input.handoverId, 'check_line');
  const scanned = readItemCode(input.text);
  const code = scanned.ok ? scanned.code : input.text.trim();
  const line = step.details.lines.find((each) => each.code === code);
  if (!line) throw refuseHandover('LINE_NOT_FOUND', { text: input.text });
  if (scanned.ok && !(await isLabelCurrent(command.trx, scanned)))
    throw refuseHandover('LABEL_NOT_CURRENT', { title: line.title });
  return writeCheck(command, step, line, { result: 'found', explanation: null });
}

/** Says why a thing of the list is not there; it stays a difference of the outgoing custodian. Refusals as above. */
export async function explainHandoverLine(
  command: CommandContext,
  input: { handoverId: string; lineId: string; explanation: string },
): Promise<HandoverAnswer> {
  const step = await beginHandoverStep(command, input.handoverId, 'check_line');
  const line = step.details.lines.find(({ id }) => id === input.lineId);
  if (!line) throw refuseHandover('LINE_NOT_FOUND', { text: '—' });
  return writeCheck(command, step, line, { result: 'explained', explanation: input.explanation });
}

/** Records a thing that is there and not on the list. Refusals as above, but for the line. */
export async function addHandoverSurplus(
  command: CommandContext,
  input: { handoverId: string; title: string; explanation: string },
): Promise<HandoverAnswer> {
  const { trx, actor, now } = command;
  const { row, details } = await beginHandoverStep(command, input.handoverId, 'check_line');
  await requireCountingTeam(command, row);
  const line = {
    id: newId(now.getTime()),
    position: details.lines.length + 1,
    source: 'surplus',
    subjectId: null,
    code: null,
    title: input.title,
    detail: null,
    placePath: null,
    result: 'surplus' as const,
    explanation: input.explanation,
    checkedAt: now,
    checkedByName: actor.personName,
  };
  await insertLines(trx, actor.courtId, row.id, [line]);
  return finishHandoverStep(command, row, { surplus: input.title, explanation: input.explanation });
}

/** What differs stays with the outgoing custodian, on paper and until it is cleared up. */
function differencesOf({ details }: HandoverStep, now: Date): NewMatter[] {
  const differing = details.lines.filter(({ result }) => result === 'explained' || result === 'surplus');
  return differing.map((line, index) => ({
    id: newId(now.getTime()),
    position: details.matters.length + index + 1,
    kind: 'difference',
    title: line.title,
    detail: line.explanation,
    outcome: 'stays_with_outgoing',
  }));
}

/**
 * The count is done; signatures follow. Refusals: HANDOVER_NOT_FOUND, HANDOVER_STATE_DIFFERS, NOT_IN_HANDOVER,
 * LINES_PENDING, MATTERS_OPEN.
 */
export async function finishHandoverCount(
  command: CommandContext,
  input: { handoverId: string },
): Promise<HandoverAnswer> {
  const { trx, actor, now } = command;
  const step = await beginHandoverStep(command, input.handoverId, 'finish_count');
  const differences = differencesOf(step, now);
  await insertMatters(trx, actor.courtId, step.row.id, differences);
  await updateHandover(trx, actor.courtId, step.row.id, { state: step.to, countedAt: now });
  return finishHandoverStep(command, step.row, { differences: differences.length });
}

/** Back to the count. Refusals: HANDOVER_NOT_FOUND, HANDOVER_STATE_DIFFERS, NOT_IN_HANDOVER, HANDOVER_SIGNED_ALREADY. */
export async function countHandoverAgain(
  command: CommandContext,
  input: { handoverId: string },
): Promise<HandoverAnswer> {
  const { trx, actor } = command;
  const { row, to } = await beginHandoverStep(command, input.handoverId, 'count_again');
  await deleteDifferences(trx, actor.courtId, row.id);
  await updateHandover(trx, actor.courtId, row.id, { state: to, countedAt: null });
  return finishHandoverStep(command, row, {});
}
