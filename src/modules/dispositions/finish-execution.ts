import { compareDecimals } from '../../platform/decimal.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { shanghaiDay } from '../../platform/clock.ts';
import { endExecution } from './item-deadlines.ts';
import { concernsAThing } from './judgment-orders.ts';
import { listLinesOfCase } from './judgment-line.sql.ts';
import { runningLineOf } from './load-question.ts';
import { linesInForce, type MatchedLine } from './match-lines.rules.ts';

/** Whether nothing of the line is left: by dispositions, or by a paper where it concerns nothing that is kept. */
export function isLineDone(line: MatchedLine & { readonly carriedOut: string }): boolean {
  if (!concernsAThing(line.order) || line.isCarriedOut) return line.isCarriedOut;
  return line.itemId !== null && compareDecimals(line.carriedOut, line.quantity) >= 0;
}

/** The clock of the execution ends with its last line. */
export async function finishExecution(command: CommandContext, caseId: string): Promise<void> {
  const { trx, actor, now } = command;
  const lines = (await listLinesOfCase(trx, actor.courtId, caseId)).map(runningLineOf);
  const inForce = linesInForce(lines, shanghaiDay(now));
  if (inForce.length > 0 && inForce.every(isLineDone)) await endExecution(command, caseId);
}
