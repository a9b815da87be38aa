/** Widths of the columns and heights of the rows of a table paper, measured with the face that draws them. */
import type { FontFace } from './font-face.ts';
import { type AskedWidth, shareWidth } from './share-width.ts';
import type { PaperColumn } from './table-cells.ts';
import { visibleText } from './visible-text.ts';
import { widestWord, wrapText } from './wrap-text.ts';

/** In points. */
export type TableGrid = {
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly widths: readonly number[];
};

export type PaperRow = {
  readonly height: number;
  /** Lines of each cell. */
  readonly cells: readonly (readonly string[])[];
  /** Fen of each column, zero where it is not summed. */
  readonly amountsFen: readonly bigint[];
  /** False for the further pieces of a row that is higher than a page. */
  readonly isFirstPiece: boolean;
};

export const PADDING_X = 3.5;
const PADDING_Y = 3.2;
const FONT_SIZES = [9, 8.5, 8, 7.5, 7] as const;
const SMALLEST_FONT_SIZE = 7;
/** A text column asks for no more than this many em; the rest is wrapped. */
const WIDEST_TEXT_EM = 16;
const WIDEST_TITLE_EM = 8;
/** Fewer Chinese characters a line are read letter by letter: a text gets them, however few of its rows have one. */
const LEGIBLE_EM = 5;
/** A text column that nothing stands in is written into by hand. */
const BLANK_EM = 6;
/** So many rows decide how texts share the width. */
const OPTIMISED_ROWS = 120;
/** Two more digits and a comma for sums that outgrow what was measured. */
const ROOM_FOR_SUMS = '0,00';

/**
 * Chooses the largest type in which the sampled rows stand without breaking words, and shares the width out: numbers,
 * dates and short texts get what they need, long texts share the rest and are wrapped.
 */
export function layoutGrid<Row>(
  face: FontFace,
  headFace: FontFace,
  columns: readonly PaperColumn<Row>[],
  sample: readonly Row[],
  availableWidth: number,
): TableGrid {
  const padding = columns.length * PADDING_X * 2;
  const ask = (legibleEm: number) =>
    columns.map((column) => askedWidth(face, headFace, column, sample, legibleEm));
  const sum = (widths: readonly AskedWidth[], key: 'least' | 'wanted') =>
    widths.reduce((total, width) => total + width[key], 0);
  const legible = ask(LEGIBLE_EM);
  const isTooMuch = sum(legible, 'least') * SMALLEST_FONT_SIZE + padding > availableWidth;
  const asked = isTooMuch ? ask(0) : legible;
  const fontSize =
    FONT_SIZES.find((size) => sum(asked, 'wanted') * size + padding <= availableWidth) ??
    FONT_SIZES.find((size) => size <= 8 && sum(asked, 'least') * size + padding <= availableWidth) ??
    SMALLEST_FONT_SIZE;
  const room = availableWidth - padding;
  const inner = shareWidth(asked, room / fontSize, 0.5).map((width) => width * fontSize);
  return { fontSize, lineHeight: fontSize * 1.3, widths: inner.map((width) => width + PADDING_X * 2) };
}

/** In em, so that it holds for every size. */
function askedWidth<Row>(
  face: FontFace,
  headFace: FontFace,
  column: PaperColumn<Row>,
  sample: readonly Row[],
  legibleEm: number,
): AskedWidth {
  if (column.width !== null) return fixedWidth(column.width / 2);
  const texts = sample.map((row, index) => visibleText(face, column.text(row, index + 1), new Set()));
  const title = visibleText(headFace, column.title, new Set());
  // A title of two Chinese characters stays on one line, a longer one is broken, a Latin word is not.
  const titleWord = Math.max(
    Math.min(widestWord(headFace, title, 1), WIDEST_TITLE_EM),
    Math.min(headFace.widthOf(title, 1), column.wraps ? 2 : 4),
  );
  const lines = texts.flatMap((text) => text.split('\n'));
  const widest = Math.max(0, ...lines.map((line) => face.widthOf(line, 1)));
  if (!column.wraps) {
    const room = column.isSummed ? face.widthOf(ROOM_FOR_SUMS, 1) : 0;
    return fixedWidth(Math.max(widest + room, titleWord));
  }
  const word = Math.max(0, ...texts.map((text) => widestWord(face, text, 1)));
  const byHand = texts.length > 0 && widest === 0 ? BLANK_EM : 0;
  const least = Math.max(Math.min(word, 10), Math.min(widest, legibleEm), titleWord, byHand);
  const wanted = Math.max(least, Math.min(Math.max(widest, headFace.widthOf(title, 1)), WIDEST_TEXT_EM));
  const optimised = texts.slice(0, OPTIMISED_ROWS);
  const sampled = optimised.map((text) => face.widthOf(text.replaceAll('\n', ''), 1));
  return { least, wanted, grows: true, sampled, linesAt: lineCounter(face, optimised) };
}

function fixedWidth(width: number): AskedWidth {
  return { least: width, wanted: width, grows: false, sampled: [], linesAt: () => [] };
}

/** Counts the lines of these texts as they will be broken, each width once. */
function lineCounter(face: FontFace, texts: readonly string[]): AskedWidth['linesAt'] {
  const known = new Map<string, readonly number[]>();
  return (width) => {
    const key = width.toFixed(3);
    const counted = known.get(key);
    if (counted !== undefined) return counted;
    const ofText = new Map(
      [...new Set(texts)].map((text) => [text, wrapText(face, text, 1, width + 0.001).length]),
    );
    const lines = texts.map((text) => ofText.get(text) ?? 1);
    known.set(key, lines);
    return lines;
  };
}

/** Height of a row with this many lines, in points. */
export function rowHeight(grid: TableGrid, lineCount: number): number {
  return lineCount * grid.lineHeight + PADDING_Y * 2;
}

/** A row's cells broken into lines; a row that is higher than `highest` comes in pieces that are not. */
export function layoutRow<Row>(
  face: FontFace,
  columns: readonly PaperColumn<Row>[],
  grid: TableGrid,
  row: { value: Row; number: number; highest: number; missing: Set<number> },
): PaperRow[] {
  const cells = columns.map((column, index) => {
    const text = visibleText(face, column.text(row.value, row.number), row.missing);
    if (text === '') return [];
    const inner = (grid.widths[index] ?? 0) - PADDING_X * 2;
    return column.wraps ? wrapText(face, text, grid.fontSize, inner + 0.01) : text.split('\n');
  });
  const amountsFen = columns.map((column) => (column.isSummed ? column.amountFen(row.value) : 0n));
  const lineCount = Math.max(1, ...cells.map((lines) => lines.length));
  const most = Math.max(1, Math.floor((row.highest - PADDING_Y * 2) / grid.lineHeight));
  const pieces: PaperRow[] = [];
  for (let first = 0; first < lineCount; first += most) {
    const lines = Math.min(most, lineCount - first);
    pieces.push({
      height: rowHeight(grid, lines),
      cells: cells.map((cell) => cell.slice(first, first + most)),
      amountsFen: first === 0 ? amountsFen : amountsFen.map(() => 0n),
      isFirstPiece: first === 0,
    });
  }
  return pieces;
}
