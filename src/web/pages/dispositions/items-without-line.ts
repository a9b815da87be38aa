/** Lines for what a judgment has not named yet, as the form of lines holds them. Pure. */
import type { CaseJudgments } from './judgment-answer.ts';

export interface LineDraft {
  readonly lineNumber?: string;
  readonly order?: string;
  readonly itemId?: string | null;
  readonly description?: string;
  readonly beneficiaryId?: string | null;
  readonly beneficiary?: string;
}

const DEAD_LINES: ReadonlySet<string> = new Set(['refused', 'replaced']);
const isBlank = ({ itemId, description = '' }: LineDraft) => itemId == null && description.trim() === '';

/** What is there of the case and stands in no line, neither of a judgment nor of the form. */
export function itemsWithoutLine(shown: CaseJudgments, typed: readonly LineDraft[]): CaseJudgments['items'] {
  const named = new Set([
    ...shown.lines.flatMap(({ item, state }) => (item === null || DEAD_LINES.has(state) ? [] : [item.id])),
    ...typed.flatMap(({ itemId }) => (itemId == null ? [] : [itemId])),
  ]);
  return shown.items.filter(({ id, onHand }) => Number(onHand) > 0 && !named.has(id));
}

/** The lines of the form with one more for each item, decided as the last one is; a blank line gives way. */
export function withLinesFor<L extends LineDraft>(
  typed: readonly L[],
  items: CaseJudgments['items'],
  firstNumber: number,
): (L | LineDraft)[] {
  const kept = typed.filter((line) => !isBlank(line));
  const { order, beneficiaryId, beneficiary } = typed.at(-1) ?? {};
  const last = Math.max(firstNumber - 1, ...kept.map(({ lineNumber }) => Number(lineNumber) || 0));
  const decided = {
    ...(order === undefined ? {} : { order }),
    ...(beneficiaryId === undefined ? {} : { beneficiaryId }),
    ...(beneficiary === undefined ? {} : { beneficiary }),
  };
  return [
    ...kept,
    ...items.map(({ id, name, onHand, unit }, index) => ({
      ...decided,
      ...{ itemId: id, description: name, quantity: onHand, unit },
      lineNumber: String(last + index + 1),
    })),
  ];
}
