/** Headings, paragraphs, pictures and signature places of an office paper. In points. */
import { fitPicture, pictureMatrix } from '../pdf-picture.ts';
import type { PartOf, SignaturePlace } from './office-paper.ts';
import { type Box, drawFrame, type OfficeSheet } from './office-sheet.ts';

const TEXT_SIZE = 10.5;
const TEXT_LINE = 18;
const HEADING_SIZE = 11;
const HEADING_HEIGHT = 24;
const INDENT = '　　';
const SMALL_SIZE = 8;
const SMALL_LINE = 11;

export function drawHeading(sheet: OfficeSheet, heading: string, follows: number): void {
  if (heading === '') return;
  sheet.need(HEADING_HEIGHT + follows);
  const at = { x: sheet.left, y: sheet.y + 16, side: 0, room: sheet.width };
  sheet.fitted(sheet.fonts.head, HEADING_SIZE, heading, at);
  sheet.y += HEADING_HEIGHT;
}

/** So many lines of a text go along with signatures that do not fit below it. */
const KEPT_LINES = 2;
/** A text of no more lines is never broken over two pages. */
const WHOLE_LINES = 5;

function linesOf(sheet: OfficeSheet, { addressee, paragraphs }: PartOf<'text'>): string[] {
  const indented = paragraphs.flatMap((text) => text.split('\n')).map((paragraph) => INDENT + paragraph);
  const whole = addressee === undefined ? indented : [`${addressee}：`, ...indented];
  return whole.flatMap((paragraph) => sheet.wrap(paragraph, TEXT_SIZE, sheet.width));
}

export function textHeight(sheet: OfficeSheet, text: PartOf<'text'>): number {
  return (text.heading === '' ? 0 : HEADING_HEIGHT) + linesOf(sheet, text).length * TEXT_LINE + 8;
}

/** `tailHeight`: the signatures that follow, which must not stand on a page alone. */
export function drawText(sheet: OfficeSheet, text: PartOf<'text'>, tailHeight: number): void {
  const lines = linesOf(sheet, text);
  const whole = lines.length * TEXT_LINE + (tailHeight > 0 ? 14 + tailHeight : 0);
  const together = (lines.length <= WHOLE_LINES ? whole : KEPT_LINES * TEXT_LINE) + 3;
  drawHeading(sheet, text.heading, together);
  sheet.need(together);
  sheet.y += 3;
  lines.forEach((line, index) => {
    const left = lines.length - index;
    const isKept = tailHeight > 0 && left === Math.min(KEPT_LINES, lines.length);
    sheet.need(isKept ? left * TEXT_LINE + 14 + tailHeight : TEXT_LINE);
    sheet.canvas.text(sheet.fonts.body, TEXT_SIZE, sheet.left, sheet.y + 13, line);
    sheet.y += TEXT_LINE;
  });
  sheet.y += 5;
}

const PICTURE_COLUMNS = 3;
const PICTURE_HEIGHT = 118;
const PICTURE_GAP = 8;

/** Three beside each other; one that cannot be shown leaves an empty frame over its caption. */
export function drawPictures(sheet: OfficeSheet, { heading, pictures }: PartOf<'pictures'>): void {
  const wide = (sheet.width - PICTURE_GAP * (PICTURE_COLUMNS - 1)) / PICTURE_COLUMNS;
  drawHeading(sheet, heading, PICTURE_HEIGHT + SMALL_LINE * 2);
  for (let first = 0; first < pictures.length; first += PICTURE_COLUMNS) {
    const row = pictures.slice(first, first + PICTURE_COLUMNS).map((one) => ({
      picture: sheet.pictures.get(one.sha256),
      lines: sheet.wrap(one.caption, SMALL_SIZE, wide),
    }));
    const captions = Math.max(...row.map(({ lines }) => lines.length)) * SMALL_LINE;
    sheet.need(PICTURE_HEIGHT + captions + PICTURE_GAP);
    row.forEach(({ picture, lines }, index) => {
      const box = {
        x: sheet.left + index * (wide + PICTURE_GAP),
        y: sheet.y,
        width: wide,
        height: PICTURE_HEIGHT,
      };
      drawFrame(sheet.canvas, box, 0.35);
      if (picture !== undefined) drawWithin(sheet, picture, box, 2);
      lines.forEach((line, at) => {
        const y = box.y + PICTURE_HEIGHT + 10 + at * SMALL_LINE;
        sheet.canvas.text(sheet.fonts.body, SMALL_SIZE, box.x, y, line);
      });
    });
    sheet.y += PICTURE_HEIGHT + captions + PICTURE_GAP;
  }
}

function drawWithin(
  sheet: OfficeSheet,
  picture: Parameters<typeof fitPicture>[0],
  box: Box,
  padding: number,
): void {
  const room = { width: box.width - padding * 2, height: box.height - padding * 2 };
  const { width, height } = fitPicture(picture, room);
  const x = box.x + (box.width - width) / 2;
  const y = box.y + (box.height - height) / 2;
  const matrix = pictureMatrix(picture.orientation, { x, y, width, height });
  sheet.canvas.picture(sheet.document.picture(picture), matrix);
}

const PLACE_HEIGHT = 70;
const PLACES_A_ROW = { portrait: 3, landscape: 5 } as const;

function placesARow(sheet: OfficeSheet, count: number): number {
  const most = sheet.width > 600 ? PLACES_A_ROW.landscape : PLACES_A_ROW.portrait;
  const rows = Math.ceil(count / most);
  return Math.max(1, Math.ceil(count / Math.max(rows, 1)));
}

export function signaturesHeight(sheet: OfficeSheet, { places }: PartOf<'signatures'>): number {
  return Math.ceil(places.length / placesARow(sheet, places.length)) * PLACE_HEIGHT;
}

/**
 * A box each, below the table and ruled like it: who signs on top, the signature, when it was given. `tailHeight`: the
 * closing words below them.
 */
export function drawSignatures(sheet: OfficeSheet, part: PartOf<'signatures'>, tailHeight: number): void {
  const aRow = placesARow(sheet, part.places.length);
  sheet.need(Math.min(signaturesHeight(sheet, part) + tailHeight, sheet.fullRoom));
  for (let first = 0; first < part.places.length; first += aRow) {
    sheet.need(PLACE_HEIGHT);
    const row = part.places.slice(first, first + aRow);
    const wide = sheet.width / row.length;
    row.forEach((place, index) => {
      const box = { x: sheet.left + index * wide, y: sheet.y, width: wide, height: PLACE_HEIGHT };
      drawPlace(sheet, place, box);
    });
    sheet.y += PLACE_HEIGHT;
  }
}

function drawPlace(sheet: OfficeSheet, place: SignaturePlace, box: Box): void {
  const { body, head } = sheet.fonts;
  drawFrame(sheet.canvas, box, 0.6);
  const room = box.width - 12;
  const isOpen = place.signed === '' && place.sha256 === null;
  const role = isOpen && place.name !== '' ? `${place.role}：${place.name}` : place.role;
  sheet.fitted(head, 9, role, { x: box.x + 6, y: box.y + 14, side: 0, room });
  const drawn = place.sha256 === null ? undefined : sheet.pictures.get(place.sha256);
  const middle = { x: box.x + 6, y: box.y + 19, width: room, height: 34 };
  const baseline = box.y + PLACE_HEIGHT - 7;
  if (drawn !== undefined) {
    drawWithin(sheet, drawn, middle, 0);
    sheet.fitted(body, SMALL_SIZE, place.name, { x: middle.x, y: baseline, side: 0, room: room * 0.45 });
  } else if (!isOpen) {
    sheet.fitted(body, 11, place.name, { x: box.x + box.width / 2, y: box.y + 42, side: 0.5, room });
  }
  const when = { x: box.x + box.width - 6, y: baseline, side: 1, room: room * 0.55 };
  sheet.fitted(body, SMALL_SIZE, place.signed === '' ? sheet.labels.date : place.signed, when);
}
