/** What the bank and the book of finance say against what the cases' books say, line by line. Pure. */
import { z } from 'zod';
import { line } from '../../../platform/fields.ts';
import type { MonthOfMoney } from './money-figures.ts';

const minor = () => z.int().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

export const statementInput = z.strictObject({
  /** Balance of the bank's statement at the end of the month, in minor units. */
  bankMinor: minor(),
  /** Balance of the book of finance. */
  bookMinor: minor(),
  /** Movements of the statement, money that left with a minus; empty: only the balances are compared. */
  slips: z
    .array(z.strictObject({ slip: line(60), minor: minor() }))
    .max(2000)
    .default([]),
  /** Balances of the book of finance by case. */
  cases: z
    .array(z.strictObject({ caseNumber: line(100), minor: minor() }))
    .max(5000)
    .default([]),
});
export type MoneyStatement = z.output<typeof statementInput>;

export const DIFFERENCE_KINDS = ['bank', 'book', 'slip', 'case'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface MoneyDifference {
  readonly kind: DifferenceKind;
  /** The slip or the case; empty for a balance. */
  readonly label: string;
  /** null: the cases' books know nothing of it. */
  readonly oursMinor: number | null;
  /** null: the statement or the book of finance knows nothing of it. */
  readonly theirsMinor: number | null;
}

function sumByLabel(
  lines: readonly { readonly label: string; readonly minor: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { label, minor: amount } of lines) sums.set(label, (sums.get(label) ?? 0) + amount);
  return sums;
}

function compare(
  kind: DifferenceKind,
  ours: ReadonlyMap<string, number>,
  theirs: ReadonlyMap<string, number>,
): MoneyDifference[] {
  const labels = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return labels.flatMap((label) => {
    const [oursMinor, theirsMinor] = [ours.get(label) ?? null, theirs.get(label) ?? null];
    return oursMinor === theirsMinor ? [] : [{ kind, label, oursMinor, theirsMinor }];
  });
}

/** Every difference: the balances first, then slip by slip and case by case where lines were given. */
export function compareStatement(
  { figures, bySlip, atBankByCase }: Pick<MonthOfMoney, 'figures' | 'bySlip' | 'atBankByCase'>,
  statement: MoneyStatement,
): MoneyDifference[] {
  const ours = new Map([['', figures.atBankMinor]]);
  const slips = sumByLabel(
    statement.slips.map(({ slip, minor: amount }) => ({ label: slip, minor: amount })),
  );
  const cases = sumByLabel(
    statement.cases.map(({ caseNumber, minor: amount }) => ({ label: caseNumber, minor: amount })),
  );
  return [
    ...compare('bank', ours, new Map([['', statement.bankMinor]])),
    ...compare('book', ours, new Map([['', statement.bookMinor]])),
    ...(statement.slips.length === 0 ? [] : compare('slip', bySlip, slips)),
    ...(statement.cases.length === 0 ? [] : compare('case', atBankByCase, cases)),
  ];
}
