import { refuse, type Problem } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import { refuseForeignAddress } from './check-address.ts';
import { describePrinter } from './describe-printer.ts';
import { listCurrentTemplates } from './list-templates.ts';
import { PRINT_REFUSALS, refusePrint } from './print-refusals.ts';
import { decideFit, FIT_REFUSALS } from './printer.rules.ts';
import {
  insertPrinter,
  isPlaceThere,
  listPrinterRows,
  lockPrinter,
  updatePrinter,
  updatePrinterClosed,
  type PrinterRow,
} from './printer.sql.ts';
import type { PrinterAnswer, PrinterInput } from './printers.contract.ts';
import { requirePrinter } from './read-printers.ts';
import { lockTemplates } from './template-version.sql.ts';

type Answer = Promise<Versioned<PrinterAnswer>>;

/** Every chosen template that does not fit, at its place in the input. */
async function listMisfits({ trx, actor }: CommandContext, input: PrinterInput): Promise<Problem[]> {
  const current = await listCurrentTemplates(trx, actor.courtId);
  return input.templateKeys.flatMap((key, index): Problem[] => {
    const path = `body.templateKeys.${index}`;
    const found = current.find(({ template, isRetired }) => template.key === key && !isRetired);
    if (!found) {
      const { zh, en } = PRINT_REFUSALS.TEMPLATE_NOT_FOUND;
      return [{ path, code: 'TEMPLATE_NOT_FOUND', zh, en }];
    }
    const refusal = decideFit(found.template, input);
    return refusal === null ? [] : [{ path, code: refusal, ...FIT_REFUSALS[refusal] }];
  });
}

/** The closed list of what can be wrong with a printer. `printerId`: the one that is changed. */
async function refuseWrongPrinter(
  command: CommandContext,
  input: PrinterInput,
  printerId: string | null,
): Promise<void> {
  const { trx, actor } = command;
  // why: two printers of one name, and a template whose size changes meanwhile, wait for each other here.
  await lockTemplates(trx, actor.courtId);
  if (input.address !== null) {
    if (input.language === 'pdf') throw refusePrint('PRINTER_ADDRESS_NEEDS_LANGUAGE');
    refuseForeignAddress(input.address);
  }
  if (input.placeId !== null && !(await isPlaceThere(trx, actor.courtId, input.placeId)))
    throw refusePrint('PRINTER_PLACE_NOT_FOUND');
  const open = await listPrinterRows(trx, actor.courtId, false);
  if (open.some(({ id, name }) => name === input.name && id !== printerId))
    throw refusePrint('PRINTER_NAME_TAKEN', { name: input.name });
  const misfits = await listMisfits(command, input);
  if (misfits.length > 0)
    throw refusePrint('PRINTER_TEMPLATES_DO_NOT_FIT', { count: misfits.length }, misfits);
}

const audited = (row: PrinterRow) => ({
  name: row.name,
  language: row.language,
  host: row.host,
  port: row.port,
  dpi: row.dpi,
  stockMm: row.stockMm,
  offsetMm: row.offsetMm,
  templateKeys: row.templateKeys,
  closedAt: row.closedAt?.toISOString() ?? null,
});

async function finish(command: CommandContext, printerId: string, before: PrinterRow | null): Answer {
  const row = await requirePrinter({ reader: command.trx, actor: command.actor }, printerId);
  command.audit({
    subjectKind: 'printer',
    subjectId: row.id,
    subjectLabel: row.name,
    before: before === null ? null : audited(before),
    after: audited(row),
  });
  return withVersion(row.version, describePrinter(row, command.actor));
}

/**
 * Registers a printer of the acting court. Refusals: PRINTER_ADDRESS_NEEDS_LANGUAGE, those of `refuseForeignAddress`,
 * PRINTER_PLACE_NOT_FOUND, PRINTER_NAME_TAKEN, PRINTER_TEMPLATES_DO_NOT_FIT with every template that does not.
 */
export async function createPrinter(command: CommandContext, input: PrinterInput): Answer {
  await refuseWrongPrinter(command, input, null);
  const id = newId(command.now.getTime());
  await insertPrinter(command.trx, command.actor.courtId, id, input, command.now);
  return finish(command, id, null);
}

interface ChangePrinter {
  readonly printerId: string;
  readonly expectedVersion: number;
}

/** Refusals: PRINTER_NOT_FOUND, VERSION_STALE, PRINTER_CLOSED. */
async function lockOpenPrinter(command: CommandContext, input: ChangePrinter): Promise<PrinterRow> {
  const row = await lockPrinter(command.trx, command.actor.courtId, input.printerId);
  if (!row) throw refusePrint('PRINTER_NOT_FOUND');
  if (row.version !== input.expectedVersion) throw refuse('VERSION_STALE');
  if (row.closedAt !== null) throw refusePrint('PRINTER_CLOSED');
  return row;
}

/** Changes a printer; everything is given anew. Refusals: those of `lockOpenPrinter` and `createPrinter`. */
export async function changePrinter(
  command: CommandContext,
  input: ChangePrinter & { readonly printer: PrinterInput },
): Answer {
  const before = await lockOpenPrinter(command, input);
  await refuseWrongPrinter(command, input.printer, before.id);
  await updatePrinter(command.trx, command.actor.courtId, before.id, input.printer, command.now);
  return finish(command, before.id, before);
}

/** Takes a printer out of use. Refusals: those of `lockOpenPrinter`, PRINTER_AT_WORK. */
export async function closePrinter(command: CommandContext, input: ChangePrinter): Answer {
  const before = await lockOpenPrinter(command, input);
  if (before.jobsAtWork > 0) throw refusePrint('PRINTER_AT_WORK', { count: before.jobsAtWork });
  await updatePrinterClosed(command.trx, command.actor.courtId, before.id, command.now);
  return finish(command, before.id, before);
}
