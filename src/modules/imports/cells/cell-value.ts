import { withoutGuard } from './formula-guard.ts';
import { refuseCell, type Verdict } from '../problems.ts';
import { cellText, trimOuter, UNCALCULATED_FORMULA, type RawCell } from '../raw-table.ts';

/** The text as typed, without the apostrophe of a defused formula. */
export function typedText(cell: RawCell): string {
  return withoutGuard(cellText(cell));
}

/** For recognising values: outer space trimmed, full-width digits, letters and signs made plain. */
export function plainText(cell: RawCell): string {
  return trimOuter(typedText(cell)).normalize('NFKC');
}

const EXCEL_ERRORS = new Set([
  UNCALCULATED_FORMULA,
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#NAME?',
  '#DIV/0!',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
]);

/** The verdict on a cell that holds an Excel error, in csv its text; null for all others. */
export function errorVerdict(cell: RawCell): Verdict<never> | null {
  const text = cellText(cell);
  const isError =
    typeof cell === 'string' ? cell.startsWith('#') && EXCEL_ERRORS.has(cell.trim()) : cell.kind === 'error';
  if (!isError) return null;
  return refuseCell(text === UNCALCULATED_FORMULA ? 'FORMULA_NOT_CALCULATED' : 'CELL_HAS_EXCEL_ERROR');
}
