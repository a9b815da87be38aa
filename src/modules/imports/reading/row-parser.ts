import type { DraftRow, RowFinding } from '../import-target.ts';
import type { MappedColumn } from '../mapping.ts';
import { parseAssetRow } from '../parse-asset-row.ts';
import { visibleText, type CellProblem } from '../problems.ts';
import { cellText, isBlankCell, type RawRow } from '../raw-table.ts';

const SAMPLED_ROWS = 500;
const SAMPLES = 3;
const SAMPLE_CHARACTERS = 60;

/** What was parsed since the portion before. */
export interface DraftPortion {
  readonly rows: readonly DraftRow[];
  readonly findings: readonly RowFinding[];
}

/** Parses rows by the columns that are known; without any it counts and samples them only. Pure. */
export class RowParser {
  /** Up to three values a column. */
  readonly samples: string[][];
  rowCount = 0;
  private rows: DraftRow[] = [];
  private findings: RowFinding[] = [];

  constructor(
    headers: readonly string[],
    private readonly columns: readonly MappedColumn[] | null,
    private readonly today: string,
  ) {
    this.samples = headers.map(() => []);
  }

  take(row: RawRow): void {
    if (this.rowCount < SAMPLED_ROWS) this.sample(row);
    this.rowCount += 1;
    if (this.columns === null) return;
    const { draft, problems } = parseAssetRow(row, this.columns, this.today);
    for (const problem of problems) this.findings.push(findingOf(problem));
    this.rows.push({ rowNumber: row.rowNumber, draft, isRefused: problems.length > 0 });
  }

  /** Hands over what was parsed and forgets it. */
  handOver(): DraftPortion {
    const portion = { rows: this.rows, findings: this.findings };
    this.rows = [];
    this.findings = [];
    return portion;
  }

  private sample(row: RawRow): void {
    row.cells.forEach((cell, position) => {
      const taken = this.samples[position];
      if (taken === undefined || taken.length >= SAMPLES || isBlankCell(cell)) return;
      const text = visibleText(cellText(cell).replace(/\s+/g, ' ').slice(0, SAMPLE_CHARACTERS));
      if (!taken.includes(text)) taken.push(text);
    });
  }
}

export function findingOf({ rowNumber, position, column, value, code, zh, en }: CellProblem): RowFinding {
  return { rowNumber, position, column, value, code, severity: 'refused', zh, en };
}
