/** The ruled part of a table paper's page: header row, rows, subtotal and total. */
import { formatFen } from '../spreadsheets/money.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { MIDDLE_EM } from './font-face.ts';
import type { PageCanvas } from './page-canvas.ts';
import type { CellAlign, PaperColumn } from './table-cells.ts';
import { PADDING_X, type PaperRow, rowHeight, type TableGrid } from './table-layout.ts';

const FRAME = 0.9;
const RULE = 0.35;
const HEADER_GREY = 0.92;
const SUM_GREY = 0.965;

export type TableFonts = { readonly body: EmbeddedFont; readonly head: EmbeddedFont };
export type SumRow = { readonly label: string; readonly sumsFen: readonly bigint[] };

export type TablePart<Row> = {
  readonly columns: readonly PaperColumn<Row>[];
  readonly grid: TableGrid;
  readonly fonts: TableFonts;
  readonly titles: readonly (readonly string[])[];
  /** Shown across the table where there are no rows. */
  readonly noRows: string;
};

/** Height of the header row, in points. */
export function headerHeight<Row>(part: TablePart<Row>): number {
  return rowHeight(part.grid, Math.max(1, ...part.titles.map((lines) => lines.length)));
}

/** Draws the table with its upper left corner at `left`, `top`; returns where it ends. */
export function drawTable<Row>(
  canvas: PageCanvas,
  part: TablePart<Row>,
  at: { left: number; top: number },
  rows: readonly PaperRow[],
  sums: readonly SumRow[],
): number {
  const { grid, columns, fonts } = part;
  const width = grid.widths.reduce((sum, column) => sum + column, 0);
  const right = at.left + width;
  const head = headerHeight(part);
  canvas.fill(at.left, at.top, width, head, HEADER_GREY);
  drawCells(
    canvas,
    fonts.head,
    grid,
    { left: at.left, top: at.top, height: head },
    part.titles,
    () => 'center',
  );
  let y = at.top + head;
  canvas.line(at.left, y, right, y, FRAME);
  for (const row of rows) {
    const box = { left: at.left, top: y, height: row.height };
    drawCells(canvas, fonts.body, grid, box, row.cells, (index) => columns[index]?.align ?? 'left');
    y += row.height;
    canvas.line(at.left, y, right, y, RULE);
  }
  if (rows.length === 0 && part.noRows !== '') {
    const height = rowHeight(grid, 1);
    drawText(canvas, fonts.body, grid, { left: at.left, width, top: y, height }, [part.noRows], 'center');
    y += height;
  }
  const rowsEnd = rows.length === 0 ? at.top + head : y;
  for (const sum of sums) {
    drawSum(canvas, part, { left: at.left, top: y, right }, sum);
    y += rowHeight(grid, 1);
  }
  drawVerticals(canvas, part, at, { rowsEnd, end: y, hasSums: sums.length > 0 });
  canvas.line(at.left, at.top, right, at.top, FRAME);
  canvas.line(at.left, y, right, y, FRAME);
  return y;
}

/** Columns before the first summed one carry the label of a sum row, without rules between them. */
function labelSpan<Row>(columns: readonly PaperColumn<Row>[]): number {
  return Math.max(
    0,
    columns.findIndex(({ isSummed }) => isSummed),
  );
}

function drawSum<Row>(
  canvas: PageCanvas,
  part: TablePart<Row>,
  at: { left: number; top: number; right: number },
  sum: SumRow,
): void {
  const { grid, columns, fonts } = part;
  const height = rowHeight(grid, 1);
  const span = labelSpan(columns);
  canvas.fill(at.left, at.top, at.right - at.left, height, SUM_GREY);
  canvas.line(at.left, at.top, at.right, at.top, FRAME);
  const labelWidth = grid.widths.slice(0, span).reduce((total, width) => total + width, 0);
  const labelBox = { left: at.left, width: labelWidth, top: at.top, height };
  if (span > 0) drawText(canvas, fonts.head, grid, labelBox, [sum.label], 'center');
  let x = at.left;
  columns.forEach(({ isSummed }, index) => {
    const width = grid.widths[index] ?? 0;
    const amount = isSummed ? formatFen(sum.sumsFen[index] ?? 0n) : '';
    const text = span === 0 && index === 0 ? `${sum.label} ${amount}` : amount;
    if (text !== '')
      drawText(canvas, fonts.head, grid, { left: x, width, top: at.top, height }, [text], 'right');
    x += width;
  });
}

function drawVerticals<Row>(
  canvas: PageCanvas,
  { grid, columns }: TablePart<Row>,
  at: { left: number; top: number },
  y: { rowsEnd: number; end: number; hasSums: boolean },
): void {
  const span = labelSpan(columns);
  let x = at.left;
  canvas.line(x, at.top, x, y.end, FRAME);
  grid.widths.forEach((width, index) => {
    x += width;
    const isLast = index === grid.widths.length - 1;
    const isInsideLabel = index < span - 1;
    if (isLast) canvas.line(x, at.top, x, y.end, FRAME);
    else canvas.line(x, at.top, x, isInsideLabel || !y.hasSums ? y.rowsEnd : y.end, RULE);
  });
}

function drawCells(
  canvas: PageCanvas,
  font: EmbeddedFont,
  grid: TableGrid,
  at: { left: number; top: number; height: number },
  cells: readonly (readonly string[])[],
  alignOf: (index: number) => CellAlign,
): void {
  let x = at.left;
  cells.forEach((lines, index) => {
    const width = grid.widths[index] ?? 0;
    drawText(canvas, font, grid, { left: x, width, top: at.top, height: at.height }, lines, alignOf(index));
    x += width;
  });
}

/** Lines in the middle of a box; a line that is too wide is set smaller. */
function drawText(
  canvas: PageCanvas,
  font: EmbeddedFont,
  grid: TableGrid,
  box: { left: number; width: number; top: number; height: number },
  lines: readonly string[],
  align: CellAlign,
): void {
  const room = box.width - PADDING_X * 2;
  const top = box.top + (box.height - lines.length * grid.lineHeight) / 2;
  lines.forEach((line, index) => {
    const natural = font.face.widthOf(line, grid.fontSize);
    const scale = natural > room + 0.05 ? room / natural : 1;
    const size = grid.fontSize * scale;
    const spare = room - natural * scale;
    const shift = align === 'left' ? 0 : align === 'right' ? spare : spare / 2;
    const baseline = top + (index + 0.5) * grid.lineHeight + size * MIDDLE_EM;
    canvas.text(font, size, box.left + PADDING_X + shift, baseline, line);
  });
}
