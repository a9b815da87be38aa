import type { Actor } from '../../platform/actor.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { ItemCodeKind } from '../item-codes/item-code.ts';
import type { ReplacementReason } from '../item-codes/label-version.ts';
import { refuseForeignAddress } from './check-address.ts';
import { withCodeForm } from './code-form.ts';
import { addressOf } from './describe-printer.ts';
import type { Dpi } from './drawing/display-list.ts';
import { findTemplate } from './find-template.ts';
import type { PrintSettings } from './print-job.sql.ts';
import type { CodeForm, PrintOutput } from './print-job.rules.ts';
import { refusePrint } from './print-refusals.ts';
import type { PrinterRow } from './printer.sql.ts';
import { requirePrinter } from './read-printers.ts';
import type { LabelTemplate } from './template.contract.ts';

/** How a person wants it printed. */
export interface TargetChoices {
  readonly templateKey: string;
  readonly printerId: string | null;
  readonly output: PrintOutput;
  readonly dpi: Dpi;
  readonly skipCells: number;
  readonly copies: number;
  readonly codeForm: CodeForm;
  readonly replacementReason?: ReplacementReason | undefined;
}

/** What the labels are drawn for; a snapshot of all of it is kept with the job. */
export interface PrintTarget {
  /** null: a file for whoever prints it. */
  readonly printer: Pick<PrinterRow, 'id' | 'name'> | null;
  readonly output: PrintOutput;
  readonly template: LabelTemplate;
  readonly templateVersion: number;
  readonly settings: PrintSettings;
}

/** Between two labels of a roll where no printer says otherwise. */
const USUAL_GAP_MM = 2;

interface Reading {
  readonly reader: TenantReader;
  readonly actor: Actor;
}

/** Refusals: PRINTER_NOT_FOUND, PRINTER_CLOSED, TEMPLATE_NOT_OF_PRINTER, those of `refuseForeignAddress`. */
export async function requireUsablePrinter(
  reading: Reading,
  printerId: string,
  templateKey: string,
): Promise<PrinterRow> {
  const printer = await requirePrinter(reading, printerId);
  if (printer.closedAt !== null) throw refusePrint('PRINTER_CLOSED');
  if (!printer.templateKeys.includes(templateKey))
    throw refusePrint('TEMPLATE_NOT_OF_PRINTER', { printer: printer.name });
  const address = addressOf(printer);
  if (address !== null) refuseForeignAddress(address);
  return printer;
}

/** Refusal: PRINT_SKIPS_SHEET. */
export function refuseSkippedSheet({ sheet }: LabelTemplate, skipped: number): void {
  const cells = sheet === null ? 1 : sheet.columns * sheet.rows;
  if (sheet !== null && skipped >= cells) throw refusePrint('PRINT_SKIPS_SHEET', { skipped, cells });
}

/** The snapshot of a printer, or of a file without one. */
export function settingsOf(
  printer: PrinterRow | null,
  choices: Omit<TargetChoices, 'templateKey' | 'printerId' | 'output'>,
): PrintSettings {
  return {
    isSent: printer !== null && printer.host !== null,
    copies: choices.copies,
    skipCells: choices.skipCells,
    codeForm: choices.codeForm,
    replacementReason: choices.replacementReason ?? null,
    dpi: printer?.dpi ?? choices.dpi,
    offsetMm: printer?.offsetMm ?? { x: 0, y: 0 },
    gapMm: printer?.stockMm.gap ?? USUAL_GAP_MM,
    darkness: printer?.darkness ?? null,
    speedMmPerSecond: printer?.speedMmPerSecond ?? null,
  };
}

/**
 * The template and the printer that a job is made for. Refusals: TEMPLATE_NOT_FOUND, TEMPLATE_NOT_FOR_KIND, those of
 * `requireUsablePrinter`, TEMPLATE_IS_SHEET, PRINT_SKIPS_SHEET.
 */
export async function resolvePrintTarget(
  reading: Reading,
  kind: ItemCodeKind,
  choices: TargetChoices,
): Promise<PrintTarget> {
  const { reader, actor } = reading;
  const found = await findTemplate(reader, actor.courtId, choices.templateKey);
  if (found.isRetired) throw refusePrint('TEMPLATE_NOT_FOUND');
  if (!found.template.kinds.includes(kind)) throw refusePrint('TEMPLATE_NOT_FOR_KIND');
  const printer =
    choices.printerId === null
      ? null
      : await requireUsablePrinter(reading, choices.printerId, choices.templateKey);
  const output = printer?.language ?? choices.output;
  if (found.template.sheet !== null && output !== 'pdf') throw refusePrint('TEMPLATE_IS_SHEET');
  refuseSkippedSheet(found.template, choices.skipCells);
  return {
    printer: printer === null ? null : { id: printer.id, name: printer.name },
    output,
    template: withCodeForm(found.template, choices.codeForm),
    templateVersion: found.version,
    settings: settingsOf(printer, choices),
  };
}
