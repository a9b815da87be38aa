import type { CommandContext } from '../../platform/run-command.ts';
import { formatItemCode, type ItemCodeKind } from './item-code.ts';
import { findCourtDivisionNumber, insertItemCodes, updateCodeCounter } from './item-code.sql.ts';

/**
 * Issues one code a subject, in the order given, in the writing court. Serials are taken from the court's counter
 * under its row lock, so two commands never get the same one; what a rolled-back command took was never issued.
 * Throws RangeError when the court's seven digits are used up.
 */
export async function issueItemCodes(
  command: Pick<CommandContext, 'trx' | 'now'>,
  input: { courtId: number; kind: ItemCodeKind; subjectIds: readonly string[] },
): Promise<string[]> {
  const { trx, now } = command;
  if (input.subjectIds.length === 0) return [];
  const divisionNumber = await findCourtDivisionNumber(trx, input.courtId);
  const first = await updateCodeCounter(trx, input.courtId, input.kind, input.subjectIds.length);
  const codes = input.subjectIds.map((_, index) =>
    formatItemCode({ kind: input.kind, divisionNumber, serial: first + index }),
  );
  await insertItemCodes(
    trx,
    input.courtId,
    now,
    input.subjectIds.map((subjectId, index) => ({ code: codes[index] ?? '', subjectId })),
  );
  return codes;
}
