/** A table of an office paper, broken over pages with its header row repeated. */
import { drawTable, headerHeight, type TablePart } from '../draw-table-page.ts';
import type { PaperColumn } from '../table-cells.ts';
import { layoutGrid, layoutRow, PADDING_X, type PaperRow, rowHeight } from '../table-layout.ts';
import { wrapText } from '../wrap-text.ts';
import type { PartOf } from './office-paper.ts';
import type { OfficeSheet } from './office-sheet.ts';

type Row = readonly string[];

/** So many rows decide the widths. */
const MEASURED_ROWS = 300;

function columnsOf({ columns }: PartOf<'table'>): PaperColumn<Row>[] {
  return columns.map(({ title, align, wraps }, index) => ({
    ...{ title, align, wraps, width: null, isSummed: false },
    text: (row) => row[index] ?? '',
    amountFen: () => 0n,
  }));
}

function prepare(sheet: OfficeSheet, table: PartOf<'table'>): TablePart<Row> {
  const { body, head } = sheet.fonts;
  const columns = columnsOf(table);
  const sample = table.rows.slice(0, MEASURED_ROWS);
  const grid = layoutGrid(body.face, head.face, columns, sample, sheet.width);
  const titles = columns.map(({ title }, index) => {
    const room = (grid.widths[index] ?? 0) - PADDING_X * 2 + 0.01;
    return wrapText(head.face, sheet.visible(title), grid.fontSize, room);
  });
  return { columns, grid, fonts: { body, head }, titles, noRows: table.noRows };
}

/** `tailHeight`: what follows and must not stand on a page alone while a row can go with it. */
export function drawOfficeTable(sheet: OfficeSheet, table: PartOf<'table'>, tailHeight: number): void {
  const part = prepare(sheet, table);
  const head = headerHeight(part);
  const highest = sheet.fullRoom - head;
  const rows = table.rows.flatMap((value, index) =>
    layoutRow(part.fonts.body.face, part.columns, part.grid, {
      value,
      number: index + 1,
      highest,
      missing: sheet.missing,
    }),
  );
  sheet.need(head + (rows[0]?.height ?? rowHeight(part.grid, 1)));
  const draw = (shown: readonly PaperRow[]) => {
    sheet.y = drawTable(sheet.canvas, part, { left: sheet.left, top: sheet.y }, shown, []);
  };
  let waiting: PaperRow[] = [];
  let used = head;
  for (const row of rows) {
    if (waiting.length > 0 && used + row.height > sheet.room) {
      draw(waiting);
      sheet.turnPage();
      waiting = [];
      used = head;
    }
    waiting.push(row);
    used += row.height;
  }
  if (used + tailHeight > sheet.room && tailHeight < sheet.fullRoom / 2 && waiting.length > 1) {
    const last = waiting.splice(-1);
    draw(waiting);
    sheet.turnPage();
    waiting = last;
  }
  draw(waiting);
}
