/** Merged facts on top of an office paper: labels on grey, values beside them, one ruled block. In points. */
import { MIDDLE_EM } from '../font-face.ts';
import type { OfficeFact, PartOf } from './office-paper.ts';
import type { OfficeSheet } from './office-sheet.ts';

const SIZE = 9.5;
const LINE_HEIGHT = 13.5;
const PADDING_X = 5;
const PADDING_Y = 4.5;
const LABEL_GREY = 0.955;
const FRAME = 0.9;
const RULE = 0.35;
const LABEL_WIDTH_MAX = 92;

interface Cell {
  readonly label: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly width: number;
}

interface LaidFacts {
  readonly rows: readonly (readonly Cell[])[];
  readonly labelWidth: number;
}

function layFacts(sheet: OfficeSheet, { rows }: PartOf<'facts'>): LaidFacts {
  const labels = rows.flat().map(({ label }) => sheet.fonts.head.face.widthOf(sheet.visible(label), SIZE));
  const labelWidth = Math.min(LABEL_WIDTH_MAX, Math.max(0, ...labels)) + PADDING_X * 2;
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const slot = sheet.width / columns;
  const laid = rows.map((row) =>
    row.map((fact, index): Cell => {
      const isLast = index === row.length - 1;
      const x = sheet.left + slot * index;
      const width = (isLast ? sheet.left + sheet.width - x : slot) - labelWidth;
      return cellOf(sheet, fact, { x: x + labelWidth, width });
    }),
  );
  return { rows: laid, labelWidth };
}

const linesOf = (cells: readonly Cell[]) => Math.max(1, ...cells.map(({ lines }) => lines.length));

export function factsHeight(sheet: OfficeSheet, part: PartOf<'facts'>): number {
  const { rows } = layFacts(sheet, part);
  return rows.reduce((sum, cells) => sum + linesOf(cells) * LINE_HEIGHT + PADDING_Y * 2, 0);
}

/** `tailHeight`: the signatures that follow, which must not stand on a page alone. */
export function drawFacts(sheet: OfficeSheet, part: PartOf<'facts'>, tailHeight: number): void {
  const { rows, labelWidth } = layFacts(sheet, part);
  if (tailHeight > 0) sheet.need(Math.min(factsHeight(sheet, part) + tailHeight, sheet.fullRoom));
  for (const cells of rows) drawRow(sheet, cells, labelWidth);
}

function cellOf(sheet: OfficeSheet, { label, value }: OfficeFact, at: { x: number; width: number }): Cell {
  return { ...at, label, lines: sheet.wrap(value, SIZE, at.width - PADDING_X * 2 + 0.01) };
}

/** A row higher than the page is set in pieces. */
function drawRow(sheet: OfficeSheet, cells: readonly Cell[], labelWidth: number): void {
  const all = linesOf(cells);
  sheet.need(Math.min(all, 3) * LINE_HEIGHT + PADDING_Y * 2);
  for (let first = 0; first < all;) {
    const most = Math.max(1, Math.floor((sheet.room - PADDING_Y * 2) / LINE_HEIGHT));
    const count = Math.min(most, all - first);
    const piece = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(first, first + count) }));
    drawPiece(sheet, piece, { labelWidth, height: count * LINE_HEIGHT + PADDING_Y * 2 });
    first += count;
    if (first < all) sheet.turnPage();
  }
}

function drawPiece(
  sheet: OfficeSheet,
  cells: readonly Cell[],
  { labelWidth, height }: { labelWidth: number; height: number },
): void {
  const { canvas, fonts, left, width, y: top } = sheet;
  const bottom = top + height;
  for (const { label, lines, x } of cells) {
    canvas.fill(x - labelWidth, top, labelWidth, height, LABEL_GREY);
    const baseline = top + height / 2 + SIZE * MIDDLE_EM;
    const at = { x: x - labelWidth / 2, y: baseline, side: 0.5, room: labelWidth - PADDING_X * 2 };
    sheet.fitted(fonts.head, SIZE, label, at);
    const first = top + (height - lines.length * LINE_HEIGHT) / 2;
    lines.forEach((line, index) => {
      canvas.text(
        fonts.body,
        SIZE,
        x + PADDING_X,
        first + (index + 0.5) * LINE_HEIGHT + SIZE * MIDDLE_EM,
        line,
      );
    });
    canvas.line(x - labelWidth, top, x - labelWidth, bottom, x - labelWidth === left ? FRAME : RULE);
    canvas.line(x, top, x, bottom, RULE);
  }
  canvas.line(left, top, left, bottom, FRAME);
  canvas.line(left + width, top, left + width, bottom, FRAME);
  canvas.line(left, top, left + width, top, FRAME);
  canvas.line(left, bottom, left + width, bottom, FRAME);
  sheet.y = bottom;
}
