/** A table of an office paper, broken over pages with its header row repeated. */
import { setImmediate as otherWork } from 'node:timers/promises';
import { drawTable, headerHeight, type TablePart } from '../draw-table-page.ts';
import type { PaperColumn } from '../table-cells.ts';
import { layoutGrid, layoutRow, PADDING_X, type PaperRow, rowHeight } from '../table-layout.ts';
import { wrapEvenly } from '../wrap-text.ts';
import type { PartOf } from './office-paper.ts';
import type { OfficeSheet } from './office-sheet.ts';

type Row = readonly string[];

/** So many rows decide the widths. */
const MEASURED_ROWS = 300;
/** So many are laid out before others get their turn. */
const ROWS_AT_ONCE = 200;

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
    return wrapEvenly(head.face, sheet.visible(title), grid.fontSize, room);
  });
  return { columns, grid, fonts: { body, head }, titles, noRows: table.noRows };
}

interface Laid {
  readonly row: PaperRow;
  readonly mark: string | undefined;
  /** Of a sum: how many rows before it stand on its page with it. */
  readonly before: number;
}

function layRows(
  sheet: OfficeSheet,
  table: PartOf<'table'>,
  part: TablePart<Row>,
  range: { first: number; count: number; highest: number },
): Laid[] {
  const { first, count, highest } = range;
  return table.rows.slice(first, first + count).flatMap((value, index) => {
    const row = { value, number: first + index + 1, highest, missing: sheet.missing };
    const mark = table.footMarks?.[first + index];
    const before = Math.max(first + index + 1 - (table.rows.length - (table.sumRows ?? 0)), 0);
    return layoutRow(part.fonts.body.face, part.columns, part.grid, row).map((laid) => ({
      ...{ row: laid, mark, before },
    }));
  });
}

/** `tailHeight`: what follows and must not stand on a page alone while a row can go with it. */
export async function drawOfficeTable(
  sheet: OfficeSheet,
  table: PartOf<'table'>,
  tailHeight: number,
): Promise<void> {
  const part = prepare(sheet, table);
  const head = headerHeight(part);
  const highest = sheet.fullRoom - head;
  const draw = (shown: readonly Laid[]) => {
    const at = { left: sheet.left, top: sheet.y };
    sheet.y = drawTable(
      sheet.canvas,
      part,
      at,
      shown.map(({ row }) => row),
      [],
    );
    sheet.footMark = shown.at(-1)?.mark ?? sheet.footMark;
  };
  let waiting: Laid[] = [];
  let used = head;
  for (let first = 0; first < table.rows.length; first += ROWS_AT_ONCE) {
    for (const laid of layRows(sheet, table, part, { first, count: ROWS_AT_ONCE, highest })) {
      if (waiting.length === 0 && used === head) sheet.need(head + laid.row.height);
      if (waiting.length > 0 && used + laid.row.height > sheet.room) {
        const along = waiting.length > laid.before ? waiting.splice(waiting.length - laid.before) : [];
        draw(waiting);
        sheet.turnPage();
        waiting = along;
        used = along.reduce((sum, { row }) => sum + row.height, head);
      }
      waiting.push(laid);
      used += laid.row.height;
    }
    // A paper of a thousand pages must not keep the server from its other requests.
    await otherWork();
  }
  if (table.rows.length === 0) sheet.need(head + rowHeight(part.grid, 1));
  const lastCount = 1 + (table.sumRows ?? 0);
  if (used + tailHeight > sheet.room && tailHeight < sheet.fullRoom / 2 && waiting.length > lastCount) {
    const last = waiting.splice(-lastCount);
    draw(waiting);
    sheet.turnPage();
    waiting = last;
  }
  draw(waiting);
}
