/** A text element becomes lines of text in dots, measured with the typeface that draws them. */
import { loadFontFace, type FontFace } from '../../../platform/pdf/font-face.ts';
import { visibleText } from '../../../platform/pdf/visible-text.ts';
import { wrapText } from '../../../platform/pdf/wrap-text.ts';
import { fillText, fieldsNamedIn } from '../template.rules.ts';
import type { TextElement } from '../template.contract.ts';
import type { DisplayItem, Rectangle, TextItem } from './display-list.ts';
import type { LabelProblem } from './label-content.ts';
import { characterNotInFont, textCut } from './label-problems.ts';
import { placeOn, type Frame } from './turned-frame.ts';

/** The body of a Chinese character reaches from −0.12 to 0.88 em about the baseline. */
export const ASCENT_EM = 0.88;
export const DESCENT_EM = 0.12;
const SMALLEST_SHARE = 0.6;
const ELLIPSIS = '…';
/** Widths add up from fractions. */
const ROUNDING = 0.01;

export interface LaidOut {
  readonly items: readonly DisplayItem[];
  readonly problems: readonly Omit<LabelProblem, 'path'>[];
}

const NOTHING: LaidOut = { items: [], problems: [] };

interface Setting {
  readonly size: number;
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

/** `frame`: the element's area in dots; `dotsPerPoint` makes font sizes of points. */
export function layOutText(
  element: TextElement,
  fields: Readonly<Record<string, string>>,
  frame: Frame,
  dotsPerPoint: number,
): LaidOut {
  const named = fieldsNamedIn(element.text);
  if (named.length > 0 && named.every((id) => (fields[id] ?? '').trim() === '')) return NOTHING;
  const text = fillText(element.text, fields).replace(/\s+/g, ' ').trim();
  const face = loadFontFace(element.weight);
  const missing = new Set<number>();
  const visible = visibleText(face, text, missing);
  const setting = setText(element, face, visible, frame, dotsPerPoint);
  const problems: Omit<LabelProblem, 'path'>[] = [];
  if (setting.isCut) problems.push(textCut(text, setting.lines.join('')));
  if (missing.size > 0) problems.push(characterNotInFont([...missing]));
  const items: DisplayItem[] = placeLines(element, face, setting, frame);
  return { items: element.inverse ? [fillOf(frame.area), ...items] : items, problems };
}

function fillOf({ x, y, width, height }: Rectangle): DisplayItem {
  const [left, top] = [Math.round(x), Math.round(y)];
  return {
    kind: 'fill',
    x: left,
    y: top,
    width: Math.round(x + width) - left,
    height: Math.round(y + height) - top,
  };
}

/** The font size and the lines: the wanted size where it fits, else what the element's overflow says. */
function setText(
  element: TextElement,
  face: FontFace,
  text: string,
  frame: Frame,
  dotsPerPoint: number,
): Setting {
  const wanted = element.fontSizePt * dotsPerPoint;
  const measure = spaced(face, element.spacingEm);
  const linesAt = (size: number) => wrapText(measure, text, size, frame.width + ROUNDING);
  const roomAt = (size: number) => {
    const lines = 1 + Math.floor((frame.height + ROUNDING - size) / (size * element.lineHeight));
    return Math.max(1, element.overflow === 'wrap' ? lines : Math.min(element.lines, lines));
  };
  const isLow = (size: number) => size <= frame.height + ROUNDING;
  const fits = (size: number) => isLow(size) && linesAt(size).length <= roomAt(size);
  const atWanted = linesAt(wanted);
  if (isLow(wanted) && atWanted.length <= roomAt(wanted))
    return { size: wanted, lines: atWanted, isCut: false };
  const smallest = (element.minFontSizePt ?? element.fontSizePt * SMALLEST_SHARE) * dotsPerPoint;
  if (element.overflow !== 'shrink') return cutAt(measure, atWanted, roomAt(wanted), wanted, frame.width);
  if (!fits(smallest)) return cutAt(measure, linesAt(smallest), roomAt(smallest), smallest, frame.width);
  const size = largestThat(fits, smallest, wanted);
  return { size, lines: linesAt(size), isCut: false };
}

/** Halves the range until the size is known to a sixtieth of it; `low` fits. */
function largestThat(fits: (size: number) => boolean, low: number, high: number): number {
  let [fitting, tooLarge] = [low, high];
  for (let step = 0; step < 6; step += 1) {
    const middle = (fitting + tooLarge) / 2;
    if (fits(middle)) fitting = middle;
    else tooLarge = middle;
  }
  return fitting;
}

type Measure = Pick<FontFace, 'advance'>;

function spaced(face: FontFace, spacingEm: number): Measure {
  if (spacingEm === 0) return face;
  return {
    advance: (codePoint) => {
      const advance = face.advance(codePoint);
      return advance === null ? null : advance + spacingEm * 1000;
    },
  };
}

function widthOf(measure: Measure, text: string, size: number): number {
  let width = 0;
  for (const character of text) width += measure.advance(character.codePointAt(0) ?? 0) ?? 1000;
  return (width * size) / 1000;
}

function cutAt(
  measure: Measure,
  lines: readonly string[],
  room: number,
  size: number,
  width: number,
): Setting {
  if (lines.length <= room) return { size, lines, isCut: false };
  const kept = lines.slice(0, room);
  const last = Array.from(kept.pop() ?? '');
  while (last.length > 0 && widthOf(measure, last.join('') + ELLIPSIS, size) > width) last.pop();
  return { size, lines: [...kept, `${last.join('').trimEnd()}${ELLIPSIS}`], isCut: true };
}

function placeLines(element: TextElement, face: FontFace, setting: Setting, frame: Frame): TextItem[] {
  const { size, lines } = setting;
  const leading = size * element.lineHeight;
  const height = size + leading * (lines.length - 1);
  const slack = { top: 0, middle: (frame.height - height) / 2, bottom: frame.height - height };
  const top = slack[element.verticalAlign];
  return lines.map((text, index): TextItem => {
    const count = Array.from(text).length;
    const natural = face.widthOf(text, size);
    const spacing =
      element.align === 'justify'
        ? Math.max(0, (frame.width - natural) / Math.max(1, count - 1))
        : element.spacingEm * size;
    const width = natural + spacing * Math.max(0, count - 1);
    const left = { left: 0, justify: 0, center: (frame.width - width) / 2, right: frame.width - width };
    const baseline = top + ASCENT_EM * size + leading * index;
    const { x, y } = placeOn(frame, left[element.align], baseline);
    const { weight, turn, inverse } = element;
    return { kind: 'text', text, weight, size, x, y, turn, spacing, width, ink: inverse ? 'white' : 'black' };
  });
}
