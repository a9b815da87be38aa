/** Between a printer, the values of its form and what is sent. Pure. */
import type { PrinterAnswer, PrinterInput } from '../../../../modules/labels/printers.contract.ts';

export interface PrinterValues {
  readonly name: string;
  readonly language: PrinterInput['language'];
  /** `network`: sent to its address; `hand`: a file, handed over by a person. */
  readonly reach: 'network' | 'hand';
  readonly address?: { readonly host: string; readonly port: number };
  readonly dpi: PrinterInput['dpi'];
  readonly stockMm: PrinterInput['stockMm'];
  readonly offsetMm: PrinterInput['offsetMm'];
  readonly darkness?: number | null;
  readonly speedMmPerSecond?: number | null;
  readonly placeId?: string | null;
  readonly templateKeys?: readonly string[];
}

/** Raw printing over TCP, as every label printer listens. */
const USUAL_PORT = 9100;

export const NEW_PRINTER: Partial<PrinterValues> = {
  language: 'zpl',
  reach: 'network',
  address: { host: '', port: USUAL_PORT },
  dpi: 203,
  stockMm: { width: 70, height: 40, gap: 2 },
  offsetMm: { x: 0, y: 0 },
  templateKeys: [],
};

export function valuesOfPrinter(printer: PrinterAnswer): PrinterValues {
  const { name, language, address, dpi, stockMm, offsetMm, darkness, speedMmPerSecond } = printer;
  return {
    ...{ name, language, dpi, stockMm, offsetMm, darkness, speedMmPerSecond },
    reach: address === null ? 'hand' : 'network',
    address: address ?? { host: '', port: USUAL_PORT },
    placeId: printer.place?.id ?? null,
    templateKeys: printer.templateKeys,
  };
}

/** Two decimals, as the table keeps them. */
function rounded(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}

/** An office printer is never sent to, whatever was typed before its language was chosen. */
export function inputOfValues(values: PrinterValues): PrinterInput {
  const { stockMm, offsetMm } = values;
  const isSentTo = values.language !== 'pdf' && values.reach === 'network';
  return {
    name: values.name.trim(),
    language: values.language,
    address:
      isSentTo && values.address !== undefined
        ? { host: values.address.host.trim(), port: values.address.port }
        : null,
    dpi: values.dpi,
    stockMm: {
      width: rounded(stockMm.width),
      height: rounded(stockMm.height),
      gap: rounded(stockMm.gap),
    },
    offsetMm: { x: rounded(offsetMm.x), y: rounded(offsetMm.y) },
    darkness: values.darkness ?? null,
    speedMmPerSecond: values.speedMmPerSecond ?? null,
    placeId: values.placeId ?? null,
    templateKeys: [...(values.templateKeys ?? [])],
  };
}
