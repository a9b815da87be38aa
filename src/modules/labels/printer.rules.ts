/** Which templates a printer may print: those that fit what lies in it. Pure. */

export interface SizeMm {
  readonly width: number;
  readonly height: number;
}

export interface TemplateMeasures {
  readonly sizeMm: SizeMm;
  readonly sheet: { readonly page: SizeMm } | null;
}

export interface PrinterMeasures {
  readonly language: 'zpl' | 'tspl' | 'pdf';
  readonly stockMm: SizeMm;
}

/** In order of precedence. */
export const FIT_REFUSALS = {
  SHEET_ON_ROLL: {
    zh: '整张排版的模板不能用于标签打印机。',
    en: 'A template for sheets of paper does not fit a label printer.',
  },
  LARGER_THAN_STOCK: {
    zh: '模板大于标签纸，会被裁切。',
    en: 'The template is larger than the stock and would be cut off.',
  },
  SMALLER_THAN_STOCK: {
    zh: '模板小于标签纸，每张会留白或错位。',
    en: 'The template is smaller than the stock, so labels would drift.',
  },
} as const;
export type FitRefusal = keyof typeof FIT_REFUSALS;

/** Stock is cut to about this many millimetres. */
const TOLERANCE_MM = 1;

/**
 * Why a template does not fit a printer; null when it does. On a roll a label is exactly the stock; on paper a sheet is
 * the paper, and a single label is any page that is not larger.
 */
export function decideFit(template: TemplateMeasures, printer: PrinterMeasures): FitRefusal | null {
  const { stockMm } = printer;
  const isPaper = printer.language === 'pdf';
  if (template.sheet !== null && !isPaper) return 'SHEET_ON_ROLL';
  const page = template.sheet?.page ?? template.sizeMm;
  if (page.width > stockMm.width + TOLERANCE_MM || page.height > stockMm.height + TOLERANCE_MM)
    return 'LARGER_THAN_STOCK';
  if (isPaper && template.sheet === null) return null;
  const isSmaller = page.width < stockMm.width - TOLERANCE_MM || page.height < stockMm.height - TOLERANCE_MM;
  return isSmaller ? 'SMALLER_THAN_STOCK' : null;
}
