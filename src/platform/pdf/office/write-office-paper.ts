import { setImmediate as otherWork } from 'node:timers/promises';
import { PageCanvas } from '../page-canvas.ts';
import type { PdfPicture } from '../pdf-picture.ts';
import { TABLE_LABELS } from '../table-labels.ts';
import { drawPageTotal, PAGE_TOTAL_FORM, PAGE_TOTAL_SIZE } from '../table-paper.ts';
import { codePointName } from '../visible-text.ts';
import { drawFacts, factsHeight } from './draw-facts.ts';
import { drawLabels } from './draw-labels.ts';
import { drawOfficeTable } from './draw-office-table.ts';
import {
  drawHeading,
  drawPictures,
  drawSignatures,
  drawText,
  signaturesHeight,
  textHeight,
} from './draw-texts.ts';
import type { OfficePaper, OfficePart, PartOf } from './office-paper.ts';
import { OfficeSheet } from './office-sheet.ts';

/** Parts that are ruled stand below each other without a gap, as one form. */
const RULED: ReadonlySet<OfficePart['kind']> = new Set(['facts', 'table', 'signatures']);
const GAP = 8;
const CLOSING_HEIGHT_MAX = 90;

/**
 * Writes an A4 paper as a Chinese office lays it out: court and title on top with the number and a code, facts merged into
 * one ruled block with the table and the signature places, the table's header on every page, 第 x 页 / 共 y 页. The same
 * paper with the same pictures gives the same bytes.
 */
export async function* writeOfficePaper(
  paper: OfficePaper,
  pictures: ReadonlyMap<string, PdfPicture>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const sheet = new OfficeSheet(paper, pictures);
  const { document, fonts } = sheet;
  for (const [index, part] of paper.parts.entries()) {
    const tailHeight = tailHeightOf(sheet, paper.parts.slice(index + 1));
    await drawPart(sheet, part, { before: paper.parts[index - 1], tailHeight });
    yield* document.takeBytes();
    await otherWork();
  }
  const labels = TABLE_LABELS[paper.language];
  if (sheet.missing.size > 0) drawNote(sheet, labels.missing([...sheet.missing].map(codePointName)));
  sheet.endPage();
  const total = new PageCanvas();
  drawPageTotal(total, { body: fonts.body, head: fonts.head }, labels, document.pageCount);
  document.finishForm(PAGE_TOTAL_FORM, PAGE_TOTAL_SIZE, total.content());
  document.finish();
  yield* document.takeBytes();
}

/** Height of signatures that come next, with facts above and closing words below: none of it stands on a page alone. */
function tailHeightOf(sheet: OfficeSheet, [after, next, ...others]: readonly OfficePart[]): number {
  if (after?.kind === 'facts' && next?.kind === 'signatures')
    return factsHeight(sheet, after) + tailHeightOf(sheet, [next, ...others]);
  if (after?.kind === 'text') return next === undefined ? closingHeight(sheet, after) : 0;
  if (after?.kind !== 'signatures') return 0;
  const closing = next?.kind === 'text' ? closingHeight(sheet, next) : 0;
  return signaturesHeight(sheet, after) + closing;
}

/** Of a few words; a longer text may go over to the next page. */
function closingHeight(sheet: OfficeSheet, text: PartOf<'text'>): number {
  const height = textHeight(sheet, text) + GAP;
  return height > CLOSING_HEIGHT_MAX ? 0 : height;
}

async function drawPart(
  sheet: OfficeSheet,
  part: OfficePart,
  beside: { before: OfficePart | undefined; tailHeight: number },
): Promise<void> {
  const { before, tailHeight } = beside;
  const isHeaded = part.kind === 'table' && part.heading !== '';
  const isJoined = before !== undefined && RULED.has(before.kind) && RULED.has(part.kind) && !isHeaded;
  if (before !== undefined && !isJoined && !sheet.isFresh) sheet.y += GAP;
  switch (part.kind) {
    case 'facts':
      return drawFacts(sheet, part, tailHeight);
    case 'text':
      return drawText(sheet, part, tailHeight);
    case 'table':
      drawHeading(sheet, part.heading, 50);
      return drawOfficeTable(sheet, part, tailHeight);
    case 'pictures':
      return drawPictures(sheet, part);
    case 'labels':
      return drawLabels(sheet, part);
    case 'signatures':
      return drawSignatures(sheet, part, tailHeight);
  }
}

function drawNote(sheet: OfficeSheet, note: string): void {
  const lines = sheet.wrap(note, 8.5, sheet.width);
  sheet.need(lines.length * 13 + 6);
  lines.forEach((line, index) => {
    sheet.canvas.text(sheet.fonts.body, 8.5, sheet.left, sheet.y + 16 + index * 13, line);
  });
  sheet.y += lines.length * 13 + 6;
}
