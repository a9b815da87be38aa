/** A code element becomes modules on whole dots inside its area, with its quiet zone. */
import { encodeCode128, CODE_128_QUIET_MODULES } from '../symbologies/code-128.ts';
import { DATA_MATRIX_QUIET_MODULES, encodeDataMatrix } from '../symbologies/data-matrix.ts';
import { encodeQr, QR_QUIET_MODULES } from '../symbologies/qr-code.ts';
import type { Code128Element, CodeElement, DataMatrixElement, QrElement } from '../template.contract.ts';
import {
  dotsOf,
  millimetresOf,
  type BarsItem,
  type Dpi,
  type MatrixItem,
  type Rectangle,
} from './display-list.ts';
import { encodedText, type LabelContent, type LabelProblem } from './label-content.ts';
import { codeTooSmall, contentTooLong, linkMissing, linkNotAscii } from './label-problems.ts';
import { frameOf, rectangleOn } from './turned-frame.ts';

/** Below these a symbol does not scan reliably: dots of the head, and millimetres whatever the head. */
const LEAST_DOTS = { qr: 3, datamatrix: 3, code128: 2 } as const;
const LEAST_MM = { qr: 0.25, datamatrix: 0.25, code128: 0.165 } as const;
/** Bars lower than this are missed by a hand that is not steady. */
const LEAST_BAR_HEIGHT_MM = 3;
const ROUNDING = 1e-6;

export type PlacedCode =
  | { readonly item: MatrixItem | BarsItem; readonly quietZone: Rectangle }
  | { readonly problem: Omit<LabelProblem, 'path'> };

/** `area` in dots. */
export function layOutCode(
  element: CodeElement,
  content: LabelContent,
  area: Rectangle,
  dpi: Dpi,
): PlacedCode {
  const text = encodedText(element, content);
  if (text === null) return { problem: linkMissing() };
  if (element.type === 'code128') return placeBars(element, text, area, dpi);
  // A printer's own encoder takes these as they stand; a quotation mark would end the string.
  if (!/^[!#-[\]-~]+$/.test(text)) return { problem: linkNotAscii() };
  return placeMatrix(element, text, area, dpi);
}

interface Fitted {
  /** Dots a module. */
  readonly module: number;
  readonly least: number;
}

/** Whole dots a module: as many as fit, no more than wished for, but not below what scans if that fits. */
function fitModule(element: CodeElement, dpi: Dpi, greatest: number): Fitted {
  const least = Math.max(LEAST_DOTS[element.type], Math.ceil(dotsOf(LEAST_MM[element.type], dpi) - ROUNDING));
  const wished = element.moduleMm === undefined ? greatest : Math.round(dotsOf(element.moduleMm, dpi));
  return { module: Math.min(greatest, Math.max(wished, least)), least };
}

const START = { left: 0, top: 0, center: 0.5, middle: 0.5, right: 1, bottom: 1 } as const;

function placeMatrix(
  element: QrElement | DataMatrixElement,
  content: string,
  area: Rectangle,
  dpi: Dpi,
): PlacedCode {
  const code = element.type === 'qr' ? encodeQr(content, element.level) : encodeDataMatrix(content);
  if (code === null) return { problem: contentTooLong(element.type) };
  const quiet = element.type === 'qr' ? QR_QUIET_MODULES : DATA_MATRIX_QUIET_MODULES;
  const modules = code.side + quiet * 2;
  const greatest = Math.floor(Math.min(area.width, area.height) / modules + ROUNDING);
  const { module, least } = fitModule(element, dpi, greatest);
  if (module < least) return { problem: tooSmall(element, { module, least, dpi }, modules, modules) };
  const size = modules * module;
  const x = Math.round(area.x + (area.width - size) * START[element.align]);
  const y = Math.round(area.y + (area.height - size) * START[element.verticalAlign]);
  return {
    quietZone: { x, y, width: size, height: size },
    item: {
      kind: 'matrix',
      symbology: element.type,
      content,
      level: element.type === 'qr' ? element.level : 'M',
      x: x + quiet * module,
      y: y + quiet * module,
      module,
      side: code.side,
      modules: code.modules,
    },
  };
}

function tooSmall(
  element: CodeElement,
  { module, least, dpi }: Fitted & { dpi: Dpi },
  across: number,
  down: number,
): Omit<LabelProblem, 'path'> {
  const needed = { width: millimetresOf(across * least, dpi), height: millimetresOf(down * least, dpi) };
  return codeTooSmall(element.type, { dots: module, neededDots: least, dpi, neededMm: needed });
}

function placeBars(element: Code128Element, content: string, area: Rectangle, dpi: Dpi): PlacedCode {
  const code = encodeCode128(content);
  const frame = frameOf(area, element.turn);
  const modules = code.width + CODE_128_QUIET_MODULES * 2;
  const { module, least } = fitModule(element, dpi, Math.floor(frame.width / modules + ROUNDING));
  const leastHeight = dotsOf(LEAST_BAR_HEIGHT_MM, dpi);
  if (module < least || frame.height + ROUNDING < leastHeight)
    return { problem: tooSmall(element, { module, least, dpi }, modules, leastHeight / least) };
  const width = modules * module;
  const left = Math.round((frame.width - width) * START[element.align]);
  const [quietZone, bars] = [
    wholeDots(rectangleOn(frame, { x: left, y: 0, width, height: frame.height })),
    wholeDots(
      rectangleOn(frame, {
        x: left + CODE_128_QUIET_MODULES * module,
        y: 0,
        width: code.width * module,
        height: frame.height,
      }),
    ),
  ];
  const { symbols, runs } = code;
  return { quietZone, item: { kind: 'bars', content, symbols, runs, module, turn: element.turn, ...bars } };
}

/** The measure along the bars is whole already; the other one and the corner become so. */
function wholeDots({ x, y, width, height }: Rectangle): Rectangle {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
