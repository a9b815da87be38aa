/** The template and the device last used for a kind of thing, on this computer: its printer stands beside it. */
import { z } from 'zod';
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import { PRINT_OUTPUTS } from '../../../../modules/labels/print-job.rules.ts';
import { printerDpi } from '../../../../modules/labels/printers.contract.ts';

const PREFIX = 'court-custody.print.';
const remembered = z.object({
  templateKey: z.string(),
  device: z.string(),
  output: z.enum(PRINT_OUTPUTS),
  dpi: printerDpi,
});
export type RememberedChoice = z.output<typeof remembered>;

export function readRememberedChoice(kind: ItemCodeKind): Partial<RememberedChoice> {
  const stored = localStorage.getItem(PREFIX + kind);
  if (stored === null) return {};
  try {
    const value: unknown = JSON.parse(stored);
    return remembered.safeParse(value).data ?? {};
  } catch {
    return {};
  }
}

export function rememberChoice(kind: ItemCodeKind, choice: RememberedChoice): void {
  localStorage.setItem(PREFIX + kind, JSON.stringify(choice));
}
