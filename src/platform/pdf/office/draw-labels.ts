/** Labels to be cut out of an office paper along their frames, two beside each other. In points. */
import { MIDDLE_EM } from '../font-face.ts';
import type { OfficeLabel, PartOf } from './office-paper.ts';
import { drawCode, drawFrame, type Box, type OfficeSheet } from './office-sheet.ts';

const COLUMNS = 2;
const GAP = 10;
const PADDING = 8;
const TITLE_SIZE = 13;
const TITLE_HEIGHT = 22;
const SIZE = 9;
const LINE = 12.5;
const LABEL_GAP = 8;
/** White around a code of 25 modules or fewer: four of them. */
const QUIET = 10;
const CODE_SIDE = 66;
const SIGN_HEIGHT = 34;
const FOOT_HEIGHT = 13;
const VALUE_LINES_MAX = 3;

interface LaidFact {
  readonly label: string;
  readonly lines: readonly string[];
  readonly labelWidth: number;
  /** Room for each line. */
  readonly width: number;
}

interface Laid {
  readonly label: OfficeLabel;
  readonly facts: readonly LaidFact[];
  readonly height: number;
}

/** A value that is longer than its lines is set smaller in the last of them. */
function layFact(
  sheet: OfficeSheet,
  { label, value }: OfficeLabel['facts'][number],
  labelWidth: number,
  width: number,
): LaidFact {
  const lines = sheet.wrap(value, SIZE, width);
  const shown = lines.slice(0, VALUE_LINES_MAX - 1);
  const rest = lines.slice(VALUE_LINES_MAX - 1).join('');
  return { label, lines: rest === '' ? shown : [...shown, rest], labelWidth, width };
}

function lay(sheet: OfficeSheet, label: OfficeLabel, wide: number): Laid {
  const { face } = sheet.fonts.head;
  const labelWidth = Math.max(0, ...label.facts.map((one) => face.widthOf(one.label, SIZE))) + LABEL_GAP;
  const width = wide - PADDING * 2 - CODE_SIDE - QUIET - labelWidth;
  const facts = label.facts.map((one) => layFact(sheet, one, labelWidth, width));
  const said = facts.reduce((sum, { lines }) => sum + Math.max(1, lines.length) * LINE, 0);
  const body = Math.max(said, CODE_SIDE + QUIET + LINE);
  const height = TITLE_HEIGHT + PADDING + body + PADDING + SIGN_HEIGHT + FOOT_HEIGHT;
  return { label, facts, height };
}

/** Every row as high as its highest label. */
export function drawLabels(sheet: OfficeSheet, { labels }: PartOf<'labels'>): void {
  const wide = (sheet.width - GAP * (COLUMNS - 1)) / COLUMNS;
  for (let first = 0; first < labels.length; first += COLUMNS) {
    const row = labels.slice(first, first + COLUMNS).map((label) => lay(sheet, label, wide));
    const height = Math.max(...row.map((laid) => laid.height));
    sheet.need(height + GAP);
    row.forEach((laid, index) => {
      const x = sheet.left + index * (wide + GAP);
      drawLabel(sheet, laid, { x, y: sheet.y, width: wide, height });
    });
    sheet.y += height + GAP;
  }
}

function drawLabel(sheet: OfficeSheet, { label, facts }: Laid, box: Box): void {
  const { canvas, fonts } = sheet;
  drawFrame(canvas, box, 0.9);
  const right = box.x + box.width - PADDING;
  const left = box.x + PADDING;
  const titleRoom = box.width - PADDING * 2;
  const middle = box.y + TITLE_HEIGHT / 2;
  const title = { x: left, y: middle + TITLE_SIZE * MIDDLE_EM, side: 0, room: titleRoom * 0.55 };
  sheet.fitted(fonts.title, TITLE_SIZE, label.title, title);
  const warning = { x: right, y: middle + 10 * MIDDLE_EM, side: 1, room: titleRoom * 0.42 };
  if (label.warning !== '') sheet.fitted(fonts.title, 10, `▲ ${label.warning}`, warning);
  canvas.line(box.x, box.y + TITLE_HEIGHT, box.x + box.width, box.y + TITLE_HEIGHT, 0.5);
  drawLabelFacts(sheet, facts, { x: left, y: box.y + TITLE_HEIGHT + PADDING });
  const code = { x: right - CODE_SIDE, y: box.y + TITLE_HEIGHT + PADDING + 2, side: CODE_SIDE };
  if (label.code !== null) drawCode(canvas, label.code, code);
  drawSigners(sheet, label, box);
}

function drawLabelFacts(sheet: OfficeSheet, facts: readonly LaidFact[], at: { x: number; y: number }): void {
  let { y } = at;
  for (const { label, lines, labelWidth, width } of facts) {
    const line = y + LINE / 2 + SIZE * MIDDLE_EM;
    sheet.fitted(sheet.fonts.head, SIZE, label, { x: at.x, y: line, side: 0, room: labelWidth - LABEL_GAP });
    lines.forEach((text, index) => {
      const place = { x: at.x + labelWidth, y: line + index * LINE, side: 0, room: width };
      sheet.fitted(sheet.fonts.body, SIZE, text, place);
    });
    y += Math.max(1, lines.length) * LINE;
  }
}

function drawSigners(sheet: OfficeSheet, { signers, foot }: OfficeLabel, box: Box): void {
  const { canvas, fonts } = sheet;
  const bottom = box.y + box.height;
  const top = bottom - FOOT_HEIGHT - SIGN_HEIGHT;
  canvas.line(box.x, top, box.x + box.width, top, 0.35);
  canvas.line(box.x, top + SIGN_HEIGHT, box.x + box.width, top + SIGN_HEIGHT, 0.35);
  const wide = box.width / Math.max(1, signers.length);
  signers.forEach((signer, index) => {
    const x = box.x + wide * index;
    if (index > 0) canvas.line(x, top, x, top + SIGN_HEIGHT, 0.35);
    sheet.fitted(fonts.head, 7.5, signer, { x: x + 4, y: top + 10, side: 0, room: wide - 8 });
  });
  const middle = bottom - FOOT_HEIGHT / 2 + 7.5 * MIDDLE_EM;
  const at = { x: box.x + box.width / 2, y: middle, side: 0.5, room: box.width - PADDING * 2 };
  sheet.fitted(fonts.head, 7.5, foot, at);
}
