/** What stands around the table on each page: title, particulars, footer, notes and signatures. In points. */
import { formatWallClockMinute } from '../spreadsheets/wall-clock.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import type { PageCanvas } from './page-canvas.ts';
import type { TableFonts } from './draw-table-page.ts';
import type { TableLabels } from './table-labels.ts';
import { wrapText } from './wrap-text.ts';

/** The left margin is wider: papers are bound there. */
export const MARGIN = { left: 45, right: 34, top: 32, bottom: 40 } as const;
const TITLE_SIZE = 16;
const TITLE_HEIGHT = 26;
const SMALL_SIZE = 8.5;
const LINE_HEIGHT = 13;
const FOOTER_SIZE = 8;
const SIGNATURE_SIZE = 9;
const SIGNATURE_HEIGHT = 30;

export const PAGE_TOTAL_FORM = 'PageTotal';

/** Texts that are visible already, see `visibleText`. */
export type PaperTexts = {
  readonly title: string;
  readonly organisation: string;
  /** Stands in the middle of the line under the title on every page, usually the period. */
  readonly particular: string;
  readonly moneyUnit: string;
  /** Stand under it on the first page. */
  readonly firstPageLines: readonly string[];
  readonly footers: readonly string[];
  readonly printed: string;
  readonly signatures: readonly string[];
};

export type PaperSize = { readonly width: number; readonly height: number };

/** `打印人：张三 打印时间：2026-11-23 09:30` */
export function printedText(labels: TableLabels, printedBy: string, printedAt: Date): string {
  return `${labels.printedBy}${printedBy}\u3000${labels.printedAt}${formatWallClockMinute(printedAt)}`;
}

/** Breaks the lines of the first page to the width of the paper. */
export function wrapFirstPageLines(
  font: EmbeddedFont,
  lines: readonly string[],
  { width }: PaperSize,
): string[] {
  return lines.flatMap((line) => wrapText(font.face, line, SMALL_SIZE, width - MARGIN.left - MARGIN.right));
}

/** Where the table begins on a page. */
export function tableTop(texts: PaperTexts, page: number): number {
  const lines = 1 + (page === 1 ? texts.firstPageLines.length : 0);
  return MARGIN.top + TITLE_HEIGHT + lines * LINE_HEIGHT + 3;
}

export function drawHead(
  canvas: PageCanvas,
  fonts: TableFonts,
  texts: PaperTexts,
  paper: PaperSize,
  page: number,
): void {
  const left = MARGIN.left;
  const right = paper.width - MARGIN.right;
  const middle = (left + right) / 2;
  const wide = right - left;
  drawFitted(canvas, fonts.head, TITLE_SIZE, texts.title, {
    x: middle,
    y: MARGIN.top + TITLE_SIZE,
    side: 0.5,
    room: wide,
  });
  const y = MARGIN.top + TITLE_HEIGHT + SMALL_SIZE + 1;
  drawFitted(canvas, fonts.body, SMALL_SIZE, texts.organisation, { x: left, y, side: 0, room: wide * 0.34 });
  drawFitted(canvas, fonts.body, SMALL_SIZE, texts.particular, { x: middle, y, side: 0.5, room: wide * 0.4 });
  drawFitted(canvas, fonts.body, SMALL_SIZE, texts.moneyUnit, { x: right, y, side: 1, room: wide * 0.24 });
  if (page > 1) return;
  texts.firstPageLines.forEach((line, index) => {
    canvas.text(fonts.body, SMALL_SIZE, left, y + (index + 1) * LINE_HEIGHT, line);
  });
}

/** Page number in the middle, its total by a form that is drawn when the last page is known. */
export function drawFooter(
  canvas: PageCanvas,
  fonts: TableFonts,
  texts: PaperTexts,
  labels: TableLabels,
  paper: PaperSize,
  page: number,
): void {
  const left = MARGIN.left;
  const right = paper.width - MARGIN.right;
  const y = paper.height - MARGIN.bottom + 20;
  const room = (right - left) * 0.4;
  drawFitted(canvas, fonts.body, FOOTER_SIZE, texts.printed, { x: left, y, side: 0, room });
  drawFitted(canvas, fonts.body, FOOTER_SIZE, texts.footers.join('\u3000'), { x: right, y, side: 1, room });
  const number = labels.page(page);
  const split = (left + right) / 2;
  canvas.text(fonts.body, FOOTER_SIZE, split - fonts.body.face.widthOf(number, FOOTER_SIZE), y, number);
  canvas.form(PAGE_TOTAL_FORM, split, y);
}

export const PAGE_TOTAL_SIZE = [80, 20] as const;

export function drawPageTotal(
  canvas: PageCanvas,
  fonts: TableFonts,
  labels: TableLabels,
  pages: number,
): void {
  canvas.text(fonts.body, FOOTER_SIZE, 0, 0, labels.ofPages(pages));
}

/** Height of notes and signatures under the table of the last page. */
export function tailHeight(noteLines: readonly string[], texts: PaperTexts): number {
  const notes = noteLines.length === 0 ? 0 : noteLines.length * LINE_HEIGHT + 4;
  return notes + (texts.signatures.length === 0 ? 0 : SIGNATURE_HEIGHT);
}

export function drawTail(
  canvas: PageCanvas,
  fonts: TableFonts,
  texts: PaperTexts,
  noteLines: readonly string[],
  at: { top: number; width: number },
): void {
  noteLines.forEach((line, index) => {
    canvas.text(fonts.body, SMALL_SIZE, MARGIN.left, at.top + 4 + SMALL_SIZE + index * LINE_HEIGHT, line);
  });
  const y = at.top + tailHeight(noteLines, texts) - 6;
  const slot = (at.width - MARGIN.left - MARGIN.right) / Math.max(1, texts.signatures.length);
  texts.signatures.forEach((signature, index) => {
    const x = MARGIN.left + index * slot;
    const label = fonts.body.face.widthOf(signature, SIGNATURE_SIZE);
    canvas.text(fonts.body, SIGNATURE_SIZE, x, y, signature);
    canvas.line(x + label + 2, y + 2, Math.max(x + label + 30, x + slot - 24), y + 2, 0.5);
  });
}

/** One line at x, from its start (side 0), middle (0.5) or end (1); set smaller where it exceeds the room. */
function drawFitted(
  canvas: PageCanvas,
  font: EmbeddedFont,
  size: number,
  text: string,
  at: { x: number; y: number; side: number; room: number },
): void {
  const natural = font.face.widthOf(text, size);
  const scale = Math.min(1, at.room / Math.max(natural, 0.001));
  canvas.text(font, size * scale, at.x - natural * scale * at.side, at.y, text);
}
