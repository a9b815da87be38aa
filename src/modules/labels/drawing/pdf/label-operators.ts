/** A display list as operators of a PDF page (PDF 1.7, annex A), in dots with y upwards from the label's upper edge. */
import type { PageStream } from '../../../../platform/pdf/page-stream.ts';
import { readPng } from '../bitmap/read-png.ts';
import { barRectangles, matrixRows } from '../code-rectangles.ts';
import type {
  DisplayItem,
  DisplayList,
  MatrixItem,
  PictureItem,
  Rectangle,
  TextItem,
} from '../display-list.ts';

const known = new WeakMap<DisplayItem, { document: PageStream; operators: string }>();

/** To be placed by a matrix that scales dots to points. Black until told otherwise. */
export function labelOperators({ items }: DisplayList, document: PageStream): string {
  let operators = '';
  for (const item of items) operators += sameOperators(item, document);
  return operators;
}

/** Items that stand on every label are the same objects, and are written out once. */
function sameOperators(item: DisplayItem, document: PageStream): string {
  const written = known.get(item);
  if (written?.document === document) return written.operators;
  const operators = operatorsOf(item, document);
  known.set(item, { document, operators });
  return operators;
}

function operatorsOf(item: DisplayItem, document: PageStream): string {
  switch (item.kind) {
    case 'fill':
      return `${rectangle(item)}f\n`;
    case 'matrix':
      return inModules(item, matrixRows({ ...item, x: 0, y: 0, module: 1 }));
    case 'bars':
      return `${barRectangles(item).map(rectangle).join('')}f\n`;
    case 'text':
      return textOperators(item, document);
    case 'picture':
      return pictureOperators(item, document);
  }
}

/** Small numbers make a small page. */
function inModules({ x, y, module }: MatrixItem, rows: readonly Rectangle[]): string {
  return `q ${module} 0 0 ${module} ${x} ${-y} cm\n${rows.map(rectangle).join('')}f Q\n`;
}

function rectangle({ x, y, width, height }: Rectangle): string {
  return `${x} ${-y} ${width} ${-height} re\n`;
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const TURNS = { 0: '1 0 0 1', 90: '0 -1 1 0', 180: '-1 0 0 -1', 270: '0 1 -1 0' } as const;

function textOperators(item: TextItem, document: PageStream): string {
  const { text, weight, size, x, y, turn, spacing, ink } = item;
  if (text === '') return '';
  const font = document.font(weight);
  const spaced = spacing === 0 ? '' : `${number(spacing)} Tc `;
  const shown = `BT /${font.name} ${number(size)} Tf ${spaced}${TURNS[turn]} ${number(x)} ${number(-y)} Tm ${font.encode(text)} Tj ET`;
  // Spacing outlives the text, colour does too.
  const ended = spacing === 0 ? '' : ' 0 Tc';
  return ink === 'white' ? `1 g ${shown}${ended} 0 g\n` : `${shown}${ended}\n`;
}

function pictureOperators({ png, x, y, width, height }: PictureItem, document: PageStream): string {
  const picture = readPng(png);
  if (picture === null) return '';
  const name = document.picture(png, picture);
  return `q ${width} 0 0 ${height} ${x} ${-(y + height)} cm /${name} Do Q\n`;
}
