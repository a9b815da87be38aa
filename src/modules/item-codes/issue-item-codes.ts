import type { Statement } from '../../platform/database.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { formatItemCode, type ItemCodeKind } from './item-code.ts';
import {
  findCourtDivisionNumber,
  insertItemCodes,
  itemCodesStatement,
  updateCodeCounter,
} from './item-code.sql.ts';

type Command = Pick<CommandContext, 'trx' | 'now'>;

/**
 * Takes codes in a row from the court's counter under its row lock, so that two commands never get the same one; what
 * a rolled-back command took was never issued. Throws RangeError when the court's seven digits are used up.
 */
export async function takeCodes(
  { trx }: Command,
  input: { courtId: number; kind: ItemCodeKind; count: number },
): Promise<string[]> {
  const { courtId, kind, count } = input;
  const divisionNumber = await findCourtDivisionNumber(trx, courtId);
  const first = await updateCodeCounter(trx, courtId, kind, count);
  return Array.from({ length: count }, (_, index) =>
    formatItemCode({ kind, divisionNumber, serial: first + index }),
  );
}

/** What gives codes that were taken to their things, to be sent with what else the caller writes of them. */
export function giveCodes(
  { now }: Pick<Command, 'now'>,
  courtId: number,
  given: readonly { readonly code: string; readonly subjectId: string }[],
): Statement {
  return itemCodesStatement(courtId, now, given);
}

/**
 * Issues one code a subject, in the order given, in the writing court.
 * Throws RangeError when the court's seven digits are used up.
 */
export async function issueItemCodes(
  command: Command,
  input: { courtId: number; kind: ItemCodeKind; subjectIds: readonly string[] },
): Promise<string[]> {
  const { courtId, kind, subjectIds } = input;
  if (subjectIds.length === 0) return [];
  const codes = await takeCodes(command, { courtId, kind, count: subjectIds.length });
  const rows = codes.map((code, index) => ({ code, subjectId: subjectIds[index] ?? null }));
  await insertItemCodes(command.trx, courtId, command.now, rows);
  return codes;
}
