import type { ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseForeignAddress } from './check-address.ts';
import { addressOf } from './describe-printer.ts';
import { drawTestPage } from './draw-test-page.ts';
import { PrinterConnection } from './printer-connection.ts';
import type { printTestPageEndpoint } from './printers.contract.ts';
import { printingSettings } from './printing-settings.ts';
import { refusePrint } from './print-refusals.ts';
import { lockPrinter } from './printer.sql.ts';
import { SEND_FAILURES, SendBroken } from './send-failures.ts';
import { inTurnOf } from './sending-jobs.ts';

/** A person waits for the answer, and a connection to the database is held meanwhile. */
const PATIENCE_MS = 8_000;

/**
 * Sends the calibration page to a printer that nothing else is sent to, and waits for the printer to take it.
 * Refusals: PRINTER_NOT_FOUND, PRINTER_CLOSED, PRINTER_HAS_NO_ADDRESS, those of `refuseForeignAddress`, PRINTER_AT_WORK.
 */
export async function printTestPage(
  command: CommandContext,
  { printerId }: { readonly printerId: string },
): Promise<ResponseOf<typeof printTestPageEndpoint>> {
  const { trx, actor, now } = command;
  // why: the lock keeps two test pages from being sent into each other.
  const printer = await lockPrinter(trx, actor.courtId, printerId);
  if (!printer) throw refusePrint('PRINTER_NOT_FOUND');
  if (printer.closedAt !== null) throw refusePrint('PRINTER_CLOSED');
  const address = addressOf(printer);
  if (address === null) throw refusePrint('PRINTER_HAS_NO_ADDRESS');
  refuseForeignAddress(address);
  if (printer.jobsAtWork > 0) throw refusePrint('PRINTER_AT_WORK', { count: printer.jobsAtWork });
  command.audit({ subjectKind: 'printer', subjectId: printer.id, subjectLabel: printer.name });
  if (command.dryRun) return { isHandedOver: false, failure: null };
  const page = drawTestPage(printer, now);
  try {
    await inTurnOf(printer.id, async () => {
      const { timeouts } = printingSettings();
      const connection = await PrinterConnection.open(address, timeouts, AbortSignal.timeout(PATIENCE_MS));
      try {
        await connection.write(page);
        await connection.finish();
      } finally {
        connection.destroy();
      }
    });
    return { isHandedOver: true, failure: null };
  } catch (error) {
    const failure = error instanceof SendBroken ? error.failure : 'PRINTER_STALLED';
    return { isHandedOver: false, failure: { code: failure, ...SEND_FAILURES[failure] } };
  }
}
