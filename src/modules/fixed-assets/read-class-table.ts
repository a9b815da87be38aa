/** The official table of classes as it stands in a file: which rows can be taken, and what is wrong with the others. Pure. */
import { fillSentence, type Facts, type Sentence } from '../../platform/errors.ts';
import { parseInteger } from '../imports/cells/parse-number.ts';
import { parseClassCode, parseLine } from '../imports/cells/parse-text.ts';
import { normaliseHeader } from '../imports/header-names.ts';
import { describeProblem, type CellReason, type ReasonFacts, type Verdict } from '../imports/problems.ts';
import { cellText, isBlankCell, trimOuter, type RawRow, type RawTable } from '../imports/raw-table.ts';
import { NEVER_DEPRECIATED } from './asset-classes.ts';

export const CLASS_COLUMNS = {
  code: ['代码', '分类代码', '资产分类代码', '编码', '国标代码', 'code', 'class code'],
  name: ['名称', '分类名称', '资产分类名称', '资产名称', '国标名称', 'name', 'class name'],
  years: [
    '折旧年限',
    '最低折旧年限',
    '使用年限',
    '年限',
    'years',
    'depreciation years',
    'depreciation_years',
  ],
} as const;
type Column = keyof typeof CLASS_COLUMNS;

const OWN_SENTENCES = {
  CLASS_CODE_MISSING: { zh: '没有填写分类代码，请补上。', en: 'The class code is missing. Fill it in.' },
  CLASS_NAME_MISSING: { zh: '没有填写分类名称，请补上。', en: 'The class name is missing. Fill it in.' },
  CLASS_LISTED_TWICE: {
    zh: '代码 {value} 与第 {row} 行重复，请删去一行。',
    en: 'Code {value} stands in row {row} too. Delete one of them.',
  },
  CLASS_NEVER_DEPRECIATED: {
    zh: '{why}，请清空折旧年限。',
    en: '{why}. Leave the years blank.',
  },
} as const satisfies Record<string, Sentence>;

export interface ClassTableProblem extends Sentence {
  readonly rowNumber: number;
  readonly column: string;
  readonly value: string;
  readonly code: CellReason | keyof typeof OWN_SENTENCES;
}

export interface ReadClass {
  readonly code: string;
  readonly name: string;
  /** null: the cell is blank, so what the table has stays. */
  readonly years: number | null;
}

export interface ReadClassTable {
  readonly classes: readonly ReadClass[];
  readonly problems: readonly ClassTableProblem[];
}

type Positions = Readonly<Record<Column, number | null>>;

/** Positions of the columns by their headers; null when code or name is not among them. */
export function findClassColumns(headers: readonly string[]): Positions | null {
  const normalised = headers.map(normaliseHeader);
  const positionOf = (column: Column) => {
    const names = new Set(CLASS_COLUMNS[column].map(normaliseHeader));
    const position = normalised.findIndex((header) => names.has(header));
    return position < 0 ? null : position;
  };
  const positions = { code: positionOf('code'), name: positionOf('name'), years: positionOf('years') };
  return positions.code === null || positions.name === null ? null : positions;
}

const NAME_MAX = 200;

class RowReader {
  readonly problems: ClassTableProblem[] = [];

  constructor(
    private readonly headers: readonly string[],
    private readonly row: RawRow,
  ) {}

  isBlank(position: number | null): boolean {
    return position === null || isBlankCell(this.row.cells[position]);
  }

  refuse(
    position: number | null,
    code: keyof typeof OWN_SENTENCES,
    facts: Facts = {},
    english?: Facts,
  ): void {
    const value = position === null ? '' : cellText(this.row.cells[position]);
    const sentence = {
      zh: fillSentence(OWN_SENTENCES[code], { ...facts, value }).zh,
      en: fillSentence(OWN_SENTENCES[code], { ...facts, ...english, value }).en,
    };
    this.problems.push({ ...this.place(position), value, code, ...sentence });
  }

  take<T>(position: number, verdict: Verdict<T>): T | null {
    if (verdict.ok) return verdict.value;
    this.refuseCell(position, verdict.reason, verdict.facts);
    return null;
  }

  cell(position: number) {
    return this.row.cells[position] ?? '';
  }

  private refuseCell(position: number, reason: CellReason, facts?: ReasonFacts): void {
    const value = cellText(this.row.cells[position]);
    const { code, zh, en, ...place } = describeProblem(
      { ...this.place(position), position, value },
      reason,
      facts,
    );
    this.problems.push({
      rowNumber: place.rowNumber,
      column: place.column,
      value: place.value,
      code,
      zh,
      en,
    });
  }

  private place(position: number | null): { rowNumber: number; column: string } {
    return { rowNumber: this.row.rowNumber, column: position === null ? '' : (this.headers[position] ?? '') };
  }
}

function readYears(reader: RowReader, position: number | null, code: string | null): number | null {
  if (position === null || reader.isBlank(position)) return null;
  const years = reader.take(position, parseInteger(reader.cell(position), { min: 1, max: 100 }));
  const kind = code?.slice(0, 3) ?? '';
  const never = Object.entries(NEVER_DEPRECIATED).find(([key]) => key === kind)?.[1];
  if (years !== null && never !== undefined)
    reader.refuse(position, 'CLASS_NEVER_DEPRECIATED', { why: never.zh }, { why: never.en });
  return years;
}

function readRow(
  reader: RowReader,
  positions: Positions,
  rowOfCode: Map<string, number>,
  row: RawRow,
): ReadClass | null {
  const { code: codeAt, name: nameAt } = positions;
  if (codeAt === null || nameAt === null) return null;
  if (reader.isBlank(codeAt)) reader.refuse(codeAt, 'CLASS_CODE_MISSING');
  const code = reader.isBlank(codeAt) ? null : reader.take(codeAt, parseClassCode(reader.cell(codeAt)));
  const earlier = code === null ? undefined : rowOfCode.get(code);
  if (earlier !== undefined) reader.refuse(codeAt, 'CLASS_LISTED_TWICE', { row: earlier });
  else if (code !== null) rowOfCode.set(code, row.rowNumber);
  if (reader.isBlank(nameAt)) reader.refuse(nameAt, 'CLASS_NAME_MISSING');
  const name = reader.isBlank(nameAt)
    ? null
    : reader.take(nameAt, parseLine(reader.cell(nameAt), { maxLength: NAME_MAX }));
  const years = readYears(reader, positions.years, code);
  return code === null || name === null ? null : { code, name: trimOuter(name), years };
}

/** Every row, and every problem of every row; the shape problems of the file come first. */
export function readClassTable(table: RawTable, positions: Positions): ReadClassTable {
  const problems: ClassTableProblem[] = table.problems.map(({ rowNumber, column, value, code, zh, en }) => ({
    rowNumber,
    column,
    value,
    code,
    zh,
    en,
  }));
  const classes: ReadClass[] = [];
  const rowOfCode = new Map<string, number>();
  for (const row of table.rows) {
    const reader = new RowReader(table.headers, row);
    const read = readRow(reader, positions, rowOfCode, row);
    problems.push(...reader.problems);
    if (read !== null && reader.problems.length === 0) classes.push(read);
  }
  return { classes, problems };
}
