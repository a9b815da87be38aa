import type { ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { refuseForeignAddress, type PrinterAddress } from './check-address.ts';
import { addressOf } from './describe-printer.ts';
import { drawTestPage } from './draw-test-page.ts';
import { PrinterConnection } from './printer-connection.ts';
import type { printTestPageEndpoint } from './printers.contract.ts';
import { printingSettings } from './printing-settings.ts';
import { refusePrint } from './print-refusals.ts';
import { requirePrinter } from './read-printers.ts';
import { SEND_FAILURES, SendBroken, type SendFailure } from './send-failures.ts';
import { inTurnOf } from './sending-jobs.ts';

type Answer = ResponseOf<typeof printTestPageEndpoint>;

/** A person waits for the answer. */
const PATIENCE_MS = 10_000;

const failed = (code: SendFailure): Answer => ({
  isHandedOver: false,
  failure: { code, ...SEND_FAILURES[code] },
});

/**
 * Sends the calibration page to a printer that nothing else is sent to, after the commit so that no connection to the
 * database is held while the printer takes its time. The same command again answers TEST_PAGE_UNKNOWN: what became of
 * the page is told once.
 * Refusals: PRINTER_NOT_FOUND, PRINTER_CLOSED, PRINTER_HAS_NO_ADDRESS, those of `refuseForeignAddress`, PRINTER_AT_WORK.
 */
export async function printTestPage(
  command: CommandContext,
  { printerId }: { readonly printerId: string },
): Promise<Answer> {
  const printer = await requirePrinter({ reader: command.trx, actor: command.actor }, printerId);
  if (printer.closedAt !== null) throw refusePrint('PRINTER_CLOSED');
  const address = addressOf(printer);
  if (address === null) throw refusePrint('PRINTER_HAS_NO_ADDRESS');
  refuseForeignAddress(address);
  if (printer.jobsAtWork > 0) throw refusePrint('PRINTER_AT_WORK', { count: printer.jobsAtWork });
  command.audit({ subjectKind: 'printer', subjectId: printer.id, subjectLabel: printer.name });
  if (command.dryRun) return { isHandedOver: false, failure: null };
  const page = drawTestPage(printer, command.now);
  const answer = failed('TEST_PAGE_UNKNOWN');
  // why: the answer goes out when the work after the commit is done, and by then says how it went.
  command.afterCommit(async () => void Object.assign(answer, await sendPage(printer.id, address, page)));
  return answer;
}

async function sendPage(printerId: string, address: PrinterAddress, page: Buffer): Promise<Answer> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    await inTurnOf(printerId, async () => {
      const connection = await PrinterConnection.open(address, printingSettings().timeouts, patience);
      try {
        await connection.write(page);
        await connection.finish();
      } finally {
        connection.destroy();
      }
    });
    return { isHandedOver: true, failure: null };
  } catch (error) {
    return failed(error instanceof SendBroken ? error.failure : 'PRINTER_STALLED');
  }
}
