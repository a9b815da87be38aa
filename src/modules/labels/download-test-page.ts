import type { QueryContext } from '../../platform/run-query.ts';
import type { Download } from '../../platform/served-endpoint.ts';
import { CONTENT_TYPES } from './file-types.ts';
import { drawTestPage } from './draw-test-page.ts';
import { requirePrinter } from './read-printers.ts';

/** The calibration page of a printer as a file in its language. Refusal: PRINTER_NOT_FOUND. */
export async function downloadTestPage(
  query: QueryContext,
  { printerId }: { readonly printerId: string },
): Promise<Download> {
  const printer = await requirePrinter(query, printerId);
  const page = drawTestPage(printer, query.now);
  return {
    fileName: `校准页 ${printer.name.replace(/[\\/:*?"<>|]/g, '_')}.${printer.language}`,
    contentType: CONTENT_TYPES[printer.language],
    body: (async function* () {
      yield page;
    })(),
    isDetached: true,
  };
}
