import { decideOutbound, type OutboundRefusal } from '../../platform/outbound.ts';
import { refusePrint, type PrintRefusalReason } from './print-refusals.ts';
import { printingSettings } from './printing-settings.ts';

const REASONS: Record<OutboundRefusal, PrintRefusalReason> = {
  NOT_LITERAL: 'PRINTER_ADDRESS_NOT_LITERAL',
  NETWORK_NOT_ALLOWED: 'PRINTER_ADDRESS_NOT_ALLOWED',
  PORT_NOT_ALLOWED: 'PRINTER_PORT_NOT_ALLOWED',
};

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * When it is saved and again before each connection, because the configuration may have changed in between.
 * Refusals: PRINTER_ADDRESS_NOT_LITERAL, PRINTER_ADDRESS_NOT_ALLOWED, PRINTER_PORT_NOT_ALLOWED.
 */
export function refuseForeignAddress(address: PrinterAddress): void {
  const refusal = decideOutbound(printingSettings().printers, address);
  if (refusal !== null) throw refusePrint(REASONS[refusal], { ...address });
}
