/** What the process told printing at its start: where printers may be, how long they may take, what links begin with. */
import { PRIVATE_NETWORKS, type OutboundRules, type OutboundTimeouts } from '../../platform/outbound.ts';

export interface PrintingSettings {
  /** `https://wuzi.example.gov.cn`; undefined: no link is printed. */
  readonly publicUrl: string | undefined;
  readonly printers: OutboundRules;
  readonly timeouts: OutboundTimeouts;
}

const DEFAULTS: PrintingSettings = {
  publicUrl: undefined,
  printers: { networks: PRIVATE_NETWORKS, ports: [{ first: 9100, last: 9109 }] },
  timeouts: { connectMs: 5_000, stalledMs: 30_000, finishMs: 5_000 },
};

let settings = DEFAULTS;

/** Called once by the process; what is left out keeps its default. */
export function usePrintingSettings(given: {
  readonly publicUrl?: string | undefined;
  readonly printers?: OutboundRules | undefined;
  readonly timeouts?: OutboundTimeouts | undefined;
}): void {
  settings = {
    publicUrl: given.publicUrl,
    printers: given.printers ?? DEFAULTS.printers,
    timeouts: given.timeouts ?? DEFAULTS.timeouts,
  };
}

export function printingSettings(): PrintingSettings {
  return settings;
}

/** What a QR in link form holds; null where nobody said under which address people reach the system. */
export function linkOfLabel(code: string, version: string): string | null {
  return settings.publicUrl === undefined ? null : `${settings.publicUrl}/c/${code}-${version}`;
}
