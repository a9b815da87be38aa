import { setImmediate as otherWork } from 'node:timers/promises';
import { type PeekedRows, peekRows } from '../spreadsheets/peek-rows.ts';
import type { TableColumn, TableRows } from '../spreadsheets/table-column.ts';
import { drawTable, headerHeight, type SumRow, type TableFonts, type TablePart } from './draw-table-page.ts';
import { PageCanvas } from './page-canvas.ts';
import { paginate, type PaperPage } from './paginate.ts';
import { A4_LANDSCAPE, PdfDocument } from './pdf-document.ts';
import { paperColumns } from './table-cells.ts';
import { TABLE_LABELS, type TableLabels, type TableLanguage } from './table-labels.ts';
import { layoutGrid, layoutRow, PADDING_X, type PaperRow, rowHeight } from './table-layout.ts';
import * as sheet from './table-paper.ts';
import { codePointName, visibleText } from './visible-text.ts';
import { wrapEvenly } from './wrap-text.ts';

export type TablePdf<Row> = {
  readonly title: string;
  /** Who keeps the table, named on every page. */
  readonly organisation: string;
  /** The first stands on every page, usually the period; the others on the first page. */
  readonly subtitles: readonly string[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: TableRows<Row>;
  /** A running number as the first column; there unless false. */
  readonly rowNumbers?: boolean;
  /** Keys of the money columns that are summed; all where left out, none where empty. A balance is not summed. */
  readonly totals?: readonly string[];
  readonly footers?: readonly string[];
  readonly printedBy: string;
  readonly printedAt: Date;
  /** Who signs the last page, for instance 制表人, 复核人, 单位负责人. */
  readonly signatures?: readonly string[];
  readonly language?: TableLanguage;
};

export type TablePdfOutcome = {
  readonly pageCount: number;
  readonly rowCount: number;
  /** Characters that the typeface lacks; each stands on the paper as `〔U+20BB7〕`. */
  readonly missingCharacters: readonly string[];
};

/** The bytes, to be read once, and what came of it, to be asked afterwards. */
export type TablePdfStream = AsyncIterable<Uint8Array> & { outcome(): TablePdfOutcome };

const MEASURED_ROWS = 300;
const PAPER: sheet.PaperSize = { width: A4_LANDSCAPE[0], height: A4_LANDSCAPE[1] };

/**
 * Writes a table as a paper, A4 landscape, ruled like an office ledger: title, organisation and period on every page,
 * header row repeated, Chinese broken within its cell, money on the right with thousands, 本页小计 on every page and
 * 合计 on the last, page numbers 第 n 页 / 共 m 页, a line for each signature. Text can be selected and searched.
 *
 * It is streamed page by page, memory does not grow with the rows but for a few numbers a page. The same table with
 * the same `printedAt` gives the same bytes. An error of the row source is thrown on and leaves no readable file.
 */
export function writeTablePdf<Row>(table: TablePdf<Row>): TablePdfStream {
  const result: { outcome: TablePdfOutcome | null } = { outcome: null };
  return {
    [Symbol.asyncIterator]: () => writePaper(table, result),
    outcome() {
      if (result.outcome === null)
        throw new Error('The outcome is known when the bytes have been read to their end');
      return result.outcome;
    },
  };
}

async function* writePaper<Row>(
  table: TablePdf<Row>,
  result: { outcome: TablePdfOutcome | null },
): AsyncGenerator<Uint8Array, void, undefined> {
  const peeked = await peekRows(table.rows, MEASURED_ROWS);
  try {
    const paper = preparePaper(table, peeked);
    const totals: Sums = { rows: 0, sumsFen: paper.part.columns.map(() => 0n) };
    for await (const page of paginate(paperRows(paper, peeked), paper.roomForRows, paper.tailHeight)) {
      drawPage(paper, page, totals);
      yield* paper.document.takeBytes();
      // A paper of a thousand pages must not keep the server from its other requests.
      await otherWork();
    }
    const total = new PageCanvas();
    sheet.drawPageTotal(total, paper.part.fonts, paper.labels, paper.document.pageCount);
    paper.document.finishForm(sheet.PAGE_TOTAL_FORM, sheet.PAGE_TOTAL_SIZE, total.content());
    paper.document.finish();
    yield* paper.document.takeBytes();
    result.outcome = {
      pageCount: paper.document.pageCount,
      rowCount: totals.rows,
      missingCharacters: [...paper.missing].map((codePoint) => String.fromCodePoint(codePoint)),
    };
  } finally {
    await peeked.close();
  }
}

type Sums = { rows: number; sumsFen: bigint[] };

type Paper<Row> = {
  document: PdfDocument;
  part: TablePart<Row>;
  texts: sheet.PaperTexts;
  labels: TableLabels;
  missing: Set<number>;
  isSummed: boolean;
  roomForRows: (page: number) => number;
  noteLines: () => string[];
  tailHeight: () => number;
};

function preparePaper<Row>(table: TablePdf<Row>, peeked: PeekedRows<Row>): Paper<Row> {
  const labels = TABLE_LABELS[table.language ?? 'zh'];
  const document = new PdfDocument({
    title: table.title,
    author: table.organisation,
    createdAt: table.printedAt,
    pageSize: A4_LANDSCAPE,
    language: table.language === 'en' ? 'en' : 'zh-CN',
  });
  document.declareForm(sheet.PAGE_TOTAL_FORM);
  const missing = new Set<number>();
  const fonts: TableFonts = { body: document.font('regular'), head: document.font('medium') };
  const part = preparePart(table, fonts, peeked.first, missing);
  const texts = paperTexts(table, labels, fonts, missing);
  const isSummed = part.columns.some((column) => column.isSummed);
  const sumHeight = isSummed ? rowHeight(part.grid, 1) : 0;
  const noteLines = () => missingNote(labels, fonts, missing);
  return {
    document,
    part,
    texts,
    labels,
    missing,
    isSummed,
    noteLines,
    roomForRows: (page) =>
      PAPER.height - sheet.MARGIN.bottom - sheet.tableTop(texts, page) - headerHeight(part) - sumHeight,
    tailHeight: () => sumHeight + sheet.tailHeight(noteLines(), texts),
  };
}

function preparePart<Row>(
  table: TablePdf<Row>,
  fonts: TableFonts,
  sample: readonly Row[],
  missing: Set<number>,
): TablePart<Row> {
  const labels = TABLE_LABELS[table.language ?? 'zh'];
  const columns = paperColumns(table.columns, {
    rowNumberTitle: table.rowNumbers === false ? null : labels.rowNumber,
    totals: table.totals ?? null,
  });
  const width = PAPER.width - sheet.MARGIN.left - sheet.MARGIN.right;
  const grid = layoutGrid(fonts.body.face, fonts.head.face, columns, sample, width);
  const titles = columns.map(({ title }, index) => {
    const room = (grid.widths[index] ?? 0) - PADDING_X * 2 + 0.01;
    return wrapEvenly(fonts.head.face, visibleText(fonts.head.face, title, missing), grid.fontSize, room);
  });
  return { columns, grid, fonts, titles, noRows: labels.noRows };
}

function paperTexts<Row>(
  table: TablePdf<Row>,
  labels: TableLabels,
  fonts: TableFonts,
  missing: Set<number>,
): sheet.PaperTexts {
  const visible = (text: string) => visibleText(fonts.body.face, text, missing);
  const oneLine = (text: string) => visible(text).replaceAll('\n', ' ');
  const hasMoney = table.columns.some(({ kind }) => kind === 'money-fen');
  const [particular = '', ...others] = table.subtitles;
  return {
    title: oneLine(table.title),
    organisation: table.organisation === '' ? '' : oneLine(labels.organisation + table.organisation),
    particular: oneLine(particular),
    moneyUnit: hasMoney ? labels.moneyUnit : '',
    firstPageLines: sheet.wrapFirstPageLines(fonts.body, others.map(visible), PAPER),
    footers: (table.footers ?? []).map(oneLine),
    printed: oneLine(sheet.printedText(labels, table.printedBy, table.printedAt)),
    signatures: (table.signatures ?? []).map((role) => oneLine(labels.signature(role))),
  };
}

function missingNote(labels: TableLabels, fonts: TableFonts, missing: ReadonlySet<number>): string[] {
  if (missing.size === 0) return [];
  const names = [...missing].map(codePointName);
  return sheet.wrapFirstPageLines(fonts.body, [labels.missing(names)], PAPER);
}

async function* paperRows<Row>(
  paper: Paper<Row>,
  peeked: PeekedRows<Row>,
): AsyncGenerator<PaperRow, void, undefined> {
  const { part, missing } = paper;
  const highest = paper.roomForRows(1);
  let number = 0;
  for await (const value of peeked.all) {
    number += 1;
    yield* layoutRow(part.fonts.body.face, part.columns, part.grid, { value, number, highest, missing });
  }
}

function drawPage<Row>(paper: Paper<Row>, page: PaperPage, totals: Sums): void {
  const { part, texts, labels } = paper;
  const canvas = new PageCanvas();
  const subtotal: Sums = { rows: 0, sumsFen: totals.sumsFen.map(() => 0n) };
  for (const row of page.rows) addRow(subtotal, row);
  for (const row of page.rows) addRow(totals, row);
  const sums: SumRow[] = [];
  if (paper.isSummed) sums.push({ label: labels.pageSubtotal(subtotal.rows), sumsFen: subtotal.sumsFen });
  if (paper.isSummed && page.isLast) sums.push({ label: labels.total(totals.rows), sumsFen: totals.sumsFen });
  sheet.drawHead(canvas, part.fonts, texts, PAPER, page.number);
  const at = { left: sheet.MARGIN.left, top: sheet.tableTop(texts, page.number) };
  const bottom = drawTable(canvas, part, at, page.rows, sums);
  if (page.isLast)
    sheet.drawTail(canvas, part.fonts, texts, paper.noteLines(), { top: bottom, width: PAPER.width });
  sheet.drawFooter(canvas, part.fonts, texts, labels, PAPER, page.number);
  paper.document.addPage(canvas.content());
}

function addRow(sums: Sums, row: PaperRow): void {
  if (row.isFirstPiece) sums.rows += 1;
  row.amountsFen.forEach((fen, index) => {
    sums.sumsFen[index] = (sums.sumsFen[index] ?? 0n) + fen;
  });
}
