import type { AssetDraft } from './asset-draft.ts';
import { textLimitOf, YEARS_AHEAD, type AssetField, type DateField } from './asset-fields.ts';
import type { ImportField } from './import-fields.ts';
import { isRegisterOnlyField, type RegisterOnlyField } from './register-fields.ts';
import { parseAmountFen } from './cells/parse-amount.ts';
import { dayRange, parseDate } from './cells/parse-date.ts';
import { parseLifeMonths, parseQuantity } from './cells/parse-number.ts';
import {
  parseClassCode,
  parseIdentifier,
  parseLine,
  parseNames,
  parseParagraph,
} from './cells/parse-text.ts';
import { ACQUISITION_METHODS, IMPORTED_STATUSES, parseChoice, VALUE_KINDS } from './choices.ts';
import { isInMonths, isInTenThousands } from './header-names.ts';
import type { MappedColumn } from './mapping.ts';
import { describeProblem, type CellProblem, type Verdict } from './problems.ts';
import { cellText, isBlankCell, type RawCell, type RawRow } from './raw-table.ts';

export interface ParsedAssetRow {
  readonly draft: AssetDraft;
  /** Every cell of the row that could not be taken; its field is absent from the draft. */
  readonly problems: readonly CellProblem[];
}

/**
 * Reads one row by the columns of a layout or a mapping. Never throws and never guesses: a cell is taken,
 * or blank and absent, or listed in `problems` with row, column, value and what to do. `today` (`2026-11-23`) bounds
 * the dates. Whether the draft is enough for a card, and what names mean, is for the target to decide.
 */
export function parseAssetRow(row: RawRow, columns: readonly MappedColumn[], today: string): ParsedAssetRow {
  const draft: AssetDraft = {};
  const problems: CellProblem[] = [];
  const take = (column: MappedColumn, field: ImportField, cell: RawCell) => {
    const verdict = isRegisterOnlyField(field)
      ? setRegisterField(draft, field, cell, column.header, today)
      : setField(draft, field, cell, column.header, today);
    if (verdict.ok) return;
    const place = { rowNumber: row.rowNumber, position: column.position, column: column.header };
    problems.push(describeProblem({ ...place, value: cellText(cell) }, verdict.reason, verdict.facts));
  };
  for (const column of columns) {
    const cell = row.cells[column.position];
    if (column.field !== null && cell !== undefined && !isBlankCell(cell)) take(column, column.field, cell);
  }
  for (const column of columns) {
    const cell = row.cells[column.position];
    const field = column.whenBlank;
    if (field === undefined || draft[field] !== undefined || cell === undefined || isBlankCell(cell))
      continue;
    if (!columns.some((other) => other.field === field && !isBlankCell(row.cells[other.position]))) {
      take(column, field, cell);
    }
  }
  return { draft, problems };
}

function setField(
  draft: AssetDraft,
  field: AssetField,
  cell: RawCell,
  header: string,
  today: string,
): Verdict<unknown> {
  switch (field) {
    case 'name':
    case 'className':
    case 'brand':
    case 'unit':
    case 'supplier':
    case 'manufacturer':
    case 'departmentName':
    case 'holderName':
    case 'placePath':
    case 'managingDepartmentName':
    case 'procurementForm':
      return set(draft, field, parseLine(cell, { maxLength: textLimitOf(field) }));
    case 'code':
    case 'specification':
    case 'model':
    case 'serialNumber':
    case 'oldNumber1':
    case 'oldNumber2':
    case 'voucherNumber':
    case 'contractNumber':
    case 'invoiceNumber':
    case 'holderUsername':
    case 'parentCode':
      return set(draft, field, parseIdentifier(cell, { maxLength: textLimitOf(field) }));
    case 'acquiredOn':
    case 'inUseOn':
    case 'bookedOn':
    case 'warrantyUntil':
    case 'loanDueOn':
      return set(draft, field, parseDate(cell, rangeOf(field, today)));
    case 'originalValueFen':
    case 'fiscalFundsFen':
    case 'nonFiscalFundsFen':
    case 'openingDepreciationFen':
      return set(draft, field, parseAmountFen(cell, { inTenThousands: isInTenThousands(header) }));
    default:
      return setSpecialField(draft, field, cell, header);
  }
}

type SpecialField =
  | 'classCode'
  | 'quantity'
  | 'acquisitionMethod'
  | 'valueKind'
  | 'usefulLifeMonths'
  | 'status'
  | 'notes'
  | 'photoNames';

function setSpecialField(
  draft: AssetDraft,
  field: SpecialField,
  cell: RawCell,
  header: string,
): Verdict<unknown> {
  switch (field) {
    case 'classCode':
      return set(draft, field, parseClassCode(cell));
    case 'quantity':
      return set(draft, field, parseQuantity(cell));
    case 'acquisitionMethod':
      return set(draft, field, parseChoice(cell, ACQUISITION_METHODS));
    case 'valueKind':
      return set(draft, field, parseChoice(cell, VALUE_KINDS));
    case 'usefulLifeMonths':
      return set(draft, field, parseLifeMonths(cell, { bareIsMonths: isInMonths(header) }));
    case 'status':
      return set(draft, field, parseChoice(cell, IMPORTED_STATUSES));
    case 'notes':
      return set(draft, field, parseParagraph(cell, { maxLength: textLimitOf(field) }));
    case 'photoNames':
      return set(draft, field, parseNames(cell, { maxLength: textLimitOf(field) }));
  }
}

const REGISTER_LINE_MAX = 200;
const FEATURES_MAX = 1000;

function setRegisterField(
  draft: AssetDraft,
  field: RegisterOnlyField,
  cell: RawCell,
  header: string,
  today: string,
): Verdict<unknown> {
  switch (field) {
    case 'receivedOn':
      return set(draft, field, parseDate(cell, dayRange(today, 0)));
    case 'estimatedValueFen':
      return set(draft, field, parseAmountFen(cell, { inTenThousands: isInTenThousands(header) }));
    case 'features':
    case 'defects':
      return set(draft, field, parseParagraph(cell, { maxLength: FEATURES_MAX }));
    case 'listNumber':
    case 'seizureDocument':
    case 'sealNumber':
    case 'plateNumber':
    case 'vin':
      return set(draft, field, parseIdentifier(cell, { maxLength: REGISTER_LINE_MAX }));
    case 'quantityText':
      return set(draft, field, { ok: true, value: cellText(cell).trim() });
    default:
      return set(draft, field, parseLine(cell, { maxLength: REGISTER_LINE_MAX }));
  }
}

function set<F extends ImportField>(
  draft: AssetDraft,
  field: F,
  verdict: Verdict<NonNullable<AssetDraft[F]>>,
): Verdict<unknown> {
  const values: Record<string, unknown> = draft;
  if (verdict.ok) values[field] = verdict.value;
  return verdict;
}

function rangeOf(field: DateField, today: string) {
  return dayRange(today, YEARS_AHEAD[field]);
}
