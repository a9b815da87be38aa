/** What a person chose in the print dialog, settled against what there is to choose from. Pure. */
import type { ReplacementReason } from '../../../../modules/item-codes/label-version.ts';
import type { CodeForm, PrintOutput, PrintPurpose } from '../../../../modules/labels/print-job.rules.ts';
import type { PrinterAnswer } from '../../../../modules/labels/printers.contract.ts';
import type { LabelTemplateHead } from '../../../../modules/labels/templates.contract.ts';
import type { PrintBody } from './print-target.ts';

export const AS_FILE = 'file';

export interface PrintValues {
  readonly purpose: PrintPurpose;
  readonly replacementReason?: ReplacementReason;
  readonly reason?: string;
  readonly templateKey?: string;
  /** Of a printer, or `file`. */
  readonly device?: string;
  readonly output: PrintOutput;
  readonly dpi: 203 | 300 | 600;
  readonly skipCells: number;
  readonly copies: number;
  readonly codeForm: CodeForm;
  readonly skipRefused: boolean;
}

export interface Offered {
  readonly templates: readonly LabelTemplateHead[];
  readonly printers: readonly PrinterAnswer[];
}

export interface Settled {
  readonly template: LabelTemplateHead;
  /** Printers that may print it. */
  readonly printers: readonly PrinterAnswer[];
  /** null: a file. */
  readonly printer: PrinterAnswer | null;
  readonly output: PrintOutput;
  readonly dpi: 203 | 300 | 600;
  /** Cells of a sheet; 0: one label after another. */
  readonly cells: number;
}

/**
 * The template and the device that the choice comes to: an unknown template gives way to the first one, a printer that
 * may not print the template to one that may. A sheet of paper is always a PDF. Undefined while there is no template.
 */
export function settleChoice(values: Partial<PrintValues>, offered: Offered): Settled | undefined {
  const template = offered.templates.find(({ key }) => key === values.templateKey) ?? offered.templates[0];
  if (template === undefined) return undefined;
  const printers = offered.printers.filter(
    ({ closedAt, templateKeys }) => closedAt === null && templateKeys.includes(template.key),
  );
  const chosen = printers.find(({ id }) => id === values.device);
  const printer = values.device === AS_FILE ? null : (chosen ?? printers[0] ?? null);
  return {
    template,
    printers,
    printer,
    output: printer?.language ?? (template.sheet === null ? (values.output ?? 'pdf') : 'pdf'),
    dpi: printer?.dpi ?? values.dpi ?? 300,
    cells: template.sheet === null ? 0 : template.sheet.columns * template.sheet.rows,
  };
}

/** What is sent; fields that play no part in this purpose are left out. */
export function bodyOfValues(values: PrintValues, settled: Settled): PrintBody {
  const { purpose, replacementReason, copies, codeForm, skipRefused } = values;
  const isAgain = purpose === 'reprint' || purpose === 'replacement';
  const reason = values.reason?.trim() ?? '';
  return {
    purpose,
    ...(isAgain && reason !== '' ? { reason } : {}),
    ...(purpose === 'replacement' && replacementReason !== undefined ? { replacementReason } : {}),
    templateKey: settled.template.key,
    printerId: settled.printer?.id ?? null,
    output: settled.output,
    dpi: settled.dpi,
    skipCells: Math.min(values.skipCells, Math.max(0, settled.cells - 1)),
    ...{ copies, codeForm, skipRefused },
  };
}

/**
 * The question before it is sent: everything that cannot be printed is listed, and a reason that is still to be typed
 * keeps nobody from seeing it. Nothing of it is written.
 */
export function questionOfValues(values: PrintValues, settled: Settled): PrintBody {
  const body = bodyOfValues(values, settled);
  const isAgain = body.purpose === 'reprint' || body.purpose === 'replacement';
  return {
    ...body,
    skipRefused: true,
    ...(isAgain ? { reason: '?' } : {}),
    ...(body.purpose === 'replacement' ? { replacementReason: 'other' } : {}),
  };
}
