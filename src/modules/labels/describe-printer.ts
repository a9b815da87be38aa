import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import { mayUse } from '../accounts/permissions.ts';
import type { PrinterAddress } from './check-address.ts';
import type { PrinterRow } from './printer.sql.ts';
import type { PrinterAnswer } from './printers.contract.ts';

export function addressOf({ host, port }: Pick<PrinterRow, 'host' | 'port'>): PrinterAddress | null {
  return host === null || port === null ? null : { host, port };
}

function actionsOn(row: PrinterRow, actor: Actor): PrinterAnswer['availableActions'] {
  if (row.closedAt !== null) return [];
  const actions: PrinterAnswer['availableActions'] = [];
  if (mayUse(actor, 'label.print')) actions.push('print');
  if (mayUse(actor, 'printer.manage')) {
    actions.push('update');
    if (row.jobsAtWork === 0) actions.push('close', ...(row.host === null ? [] : (['testPage'] as const)));
  }
  actions.push('downloadTestPage');
  return actions;
}

/** The row as it goes over the wire, with what this person may do. */
export function describePrinter(row: PrinterRow, actor: Actor): PrinterAnswer {
  const { id, name, language, dpi, stockMm, offsetMm, darkness, speedMmPerSecond, version } = row;
  return {
    id,
    name,
    language,
    address: addressOf(row),
    dpi,
    stockMm: { ...stockMm },
    offsetMm: { ...offsetMm },
    darkness,
    speedMmPerSecond,
    place: row.placeId === null ? null : { id: row.placeId, path: row.placePath ?? '' },
    templateKeys: [...row.templateKeys],
    version,
    closedAt: row.closedAt === null ? null : shanghaiInstant(row.closedAt),
    jobsAtWork: row.jobsAtWork,
    availableActions: actionsOn(row, actor),
  };
}
