/** Labels as a PDF: vector, text that can be selected, one label a page or as many as the template's sheet holds. */
import { Readable } from 'node:stream';
import { setImmediate as otherWork } from 'node:timers/promises';
import { PageStream, type PageSize } from '../../../platform/pdf/page-stream.ts';
import type { LabelTemplate } from '../template.contract.ts';
import { composeLabel } from './compose-label.ts';
import { millimetresOf } from './display-list.ts';
import type { LabelContent, LabelDevice, LabelProblem } from './label-content.ts';
import { labelOperators } from './pdf/label-operators.ts';

export interface LabelsPdf {
  readonly template: LabelTemplate;
  readonly labels: Iterable<LabelContent> | AsyncIterable<LabelContent>;
  readonly device: LabelDevice;
  /** Cells of the first sheet that are used up already; nothing on roll stock. */
  readonly skipCells: number;
  readonly title: string;
  readonly createdAt: Date;
  /** Told after each label, from 0; of a refused one the page says why in its place. */
  readonly onLabel?: (index: number, problems: readonly LabelProblem[]) => void;
}

const POINTS_PER_MM = 72 / 25.4;
/** Pages that are handed on together. */
const PAGES_AT_ONCE = 32;
/** Longer than this no other request waits. */
const STINT_MS = 12;

/**
 * The PDF's bytes as they are finished. The same labels at the same instant give the same bytes. An error of the source
 * is thrown on and leaves no readable file. RangeError when more cells are skipped than a sheet has.
 */
export function writeLabelsPdf(input: LabelsPdf): Readable {
  const cells = cellsOf(input.template);
  if (input.template.sheet !== null && !(input.skipCells >= 0 && input.skipCells < cells.length))
    throw new RangeError(`skipCells ${input.skipCells} of ${cells.length}`);
  return Readable.from(writeBatches(input, cells), { objectMode: false });
}

interface Cell {
  /** In points, from the sheet's upper left corner. */
  readonly x: number;
  readonly y: number;
}

function cellsOf({ sheet }: LabelTemplate): Cell[] {
  if (sheet === null) return [{ x: 0, y: 0 }];
  return Array.from({ length: sheet.rows * sheet.columns }, (_, index) => ({
    x: (sheet.marginMm.left + sheet.pitchMm.x * (index % sheet.columns)) * POINTS_PER_MM,
    y: (sheet.marginMm.top + sheet.pitchMm.y * Math.floor(index / sheet.columns)) * POINTS_PER_MM,
  }));
}

function pageSizeOf({ sheet, sizeMm }: LabelTemplate): PageSize {
  const { width, height } = sheet?.page ?? sizeMm;
  return [width * POINTS_PER_MM, height * POINTS_PER_MM];
}

async function* writeBatches(
  input: LabelsPdf,
  cells: readonly Cell[],
): AsyncGenerator<Buffer, void, undefined> {
  const { title, createdAt } = input;
  const document = new PageStream({ title, createdAt, language: 'zh-CN' });
  const size = pageSizeOf(input.template);
  yield document.takeBytes();
  let waiting = 0;
  for await (const page of drawPages(input, cells, document, size)) {
    document.addPage(size, page);
    waiting += 1;
    if (waiting < PAGES_AT_ONCE) continue;
    yield document.takeBytes();
    waiting = 0;
  }
  document.finish();
  yield document.takeBytes();
}

async function* drawPages(
  input: LabelsPdf,
  cells: readonly Cell[],
  document: PageStream,
  [, pageHeight]: PageSize,
): AsyncGenerator<string, void, undefined> {
  const scale = millimetresOf(1, input.device.dpi) * POINTS_PER_MM;
  let [page, cell, index] = ['', input.template.sheet === null ? 0 : input.skipCells, 0];
  let startedAt = performance.now();
  for await (const content of input.labels) {
    const { display, problems } = composeLabel(input.template, content, input.device);
    const { x, y } = cells[cell] ?? { x: 0, y: 0 };
    const place = `${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} ${x.toFixed(3)} ${(pageHeight - y).toFixed(3)}`;
    page += `q ${place} cm\n${labelOperators(display, document)}Q\n`;
    input.onLabel?.(index, problems);
    [cell, index] = [cell + 1, index + 1];
    if (cell >= cells.length) {
      yield page;
      [page, cell] = ['', 0];
    }
    if (performance.now() - startedAt < STINT_MS) continue;
    await otherWork();
    startedAt = performance.now();
  }
  if (page !== '') yield page;
}
