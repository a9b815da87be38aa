import type { OrderedLineSource } from '../seized-items/ordered-lines.ts';
import { JUDGMENT_ORDERS, movementsOf } from './judgment-orders.ts';
import { listLinesOfCase } from './judgment-line.sql.ts';
import { runningLineOf } from './load-question.ts';

/** For the closure proof: every line that is neither returned nor replaced, effective or not yet. */
export const ORDERED_LINES: OrderedLineSource = async (reader, { courtId, caseId }) => {
  const rows = await listLinesOfCase(reader, courtId, caseId);
  return rows.flatMap((row) => {
    const line = runningLineOf(row);
    if (line.isVoid) return [];
    const { id: lineId, itemId, quantity, isCarriedOut } = line;
    const { zh, en } = JUDGMENT_ORDERS[row.order];
    const called = (order: string) => `${row.document} #${row.lineNumber} ${order} ${row.description}`;
    const label = { zh: called(zh), en: called(en) };
    return [{ lineId, itemId, quantity, by: movementsOf(row.order), isCarriedOut, label }];
  });
};
