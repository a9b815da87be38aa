import type { QueryContext } from '../../platform/run-query.ts';
import { withVersion, type Versioned } from '../../platform/served-endpoint.ts';
import { describePrinter } from './describe-printer.ts';
import { refusePrint } from './print-refusals.ts';
import { findPrinter, listPrinterRows, type PrinterRow } from './printer.sql.ts';
import type { PrinterAnswer } from './printers.contract.ts';

/** Printers of the acting court by name, those out of use last. */
export async function listPrinters(
  { reader, actor }: QueryContext,
  input: { readonly includeClosed: boolean },
): Promise<{ items: PrinterAnswer[] }> {
  const rows = await listPrinterRows(reader, actor.courtId, input.includeClosed);
  return { items: rows.map((row) => describePrinter(row, actor)) };
}

/** Refusal: PRINTER_NOT_FOUND. */
export async function requirePrinter(
  { reader, actor }: Pick<QueryContext, 'reader' | 'actor'>,
  printerId: string,
): Promise<PrinterRow> {
  const row = await findPrinter(reader, actor.courtId, printerId);
  if (!row) throw refusePrint('PRINTER_NOT_FOUND');
  return row;
}

/** One printer of the acting court. Refusal: PRINTER_NOT_FOUND. */
export async function readPrinter(
  query: QueryContext,
  input: { readonly printerId: string },
): Promise<Versioned<PrinterAnswer>> {
  const row = await requirePrinter(query, input.printerId);
  return withVersion(row.version, describePrinter(row, query.actor));
}
