/** What the rules ask about items before they leave: lines, what was carried out of them, other grounds. */
import { shanghaiDay } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { isEnded } from '../seized-items/item-states.ts';
import { listItemsById, type CaseItemRow } from './case-item.sql.ts';
import type { DispositionQuestion, RunningLine } from './decide-disposition.rules.ts';
import { listGrounds, type GroundRow } from './ground.sql.ts';
import { listLinesOfCase, type JudgmentLineRow } from './judgment-line.sql.ts';
import { standingLineId, type MatchedItem } from './match-lines.rules.ts';

/** With what it orders as the books count it now. */
export function runningLineOf(row: JudgmentLineRow): RunningLine {
  const { id, itemId, order, effectiveOn, carriedOut, beneficiary } = row;
  const { quantity, unit } = row.counted;
  return {
    ...{ id, itemId, quantity, unit, order, effectiveOn, carriedOut, beneficiary },
    isConfirmed: row.confirmedAt !== null,
    isVoid: row.refusedAt !== null || row.replacedByLineId !== null,
    isCarriedOut: row.carriedOutAt !== null,
  };
}

export function matchedItemOf({
  id,
  unit,
  onHand,
  disposed,
  state,
  derivedLineId,
}: CaseItemRow): MatchedItem {
  return { id, unit, onHand, disposed, isEnded: isEnded(state), isDerived: derivedLineId !== null };
}

export interface LoadedItem {
  readonly row: CaseItemRow;
  readonly question: DispositionQuestion;
  readonly grounds: readonly GroundRow[];
}

/** The items of one case with everything that decides on them; the case is held where something is written. */
export async function loadQuestions(
  reader: TenantReader,
  input: {
    readonly courtId: number;
    readonly caseId: string;
    readonly itemIds: readonly string[];
    readonly now: Date;
  },
): Promise<Map<string, LoadedItem>> {
  const { courtId, caseId, itemIds, now } = input;
  const rows = await listItemsById(reader, courtId, itemIds);
  const entered = await listLinesOfCase(reader, courtId, caseId);
  const lines = entered.map(runningLineOf);
  const grounds = await listGrounds(reader, courtId, itemIds);
  const loaded = rows.map((row): [string, LoadedItem] => {
    const own = grounds.filter(({ itemId }) => itemId === row.id);
    const item = matchedItemOf(row);
    // Proceeds and residue follow the one line of what they came from, or what corrected it.
    const derivedLineId = standingLineId(row.derivedLineId, entered);
    const its = item.isDerived ? lines.filter(({ id }) => id === derivedLineId) : lines;
    const question = { item, lines: its, grounds: own, today: shanghaiDay(now) };
    return [row.id, { row, question, grounds: own }];
  });
  return new Map(loaded);
}
