import type { z } from 'zod';
import type { CommandContext } from '../../platform/run-command.ts';
import { ONE_LABEL_KINDS } from '../item-codes/item-code.ts';
import { chooseLabels, type Selection } from './choose-labels.ts';
import type { CreatedPrintJob, printChoices } from './print-jobs.contract.ts';
import { decideReason } from './print-job.rules.ts';
import { printLabels } from './print-labels.ts';
import { refusePrint } from './print-refusals.ts';
import { resolvePrintTarget } from './resolve-print-target.ts';

export type PrintChoices = z.output<z.ZodObject<typeof printChoices>>;

/**
 * Prints labels of things, or of a batch of blank ones. On a dry run only says how many, in which order, and which
 * cannot be printed and why.
 * Refusals: PRINT_REASON_MISSING, PRINT_PURPOSE_DIFFERS, PRINT_ONE_COPY, those of `chooseLabels`, `resolvePrintTarget`, `printLabels`.
 */
export async function createPrintJob(
  command: CommandContext,
  input: PrintChoices & { readonly selection: Selection },
): Promise<CreatedPrintJob> {
  const { selection, purpose, skipRefused, ...choices } = input;
  const reason = input.reason ?? null;
  const replacementReason = purpose === 'replacement' ? choices.replacementReason : undefined;
  if ('batchId' in selection !== (purpose === 'batch')) throw refusePrint('PRINT_PURPOSE_DIFFERS');
  if (!decideReason(purpose, reason, replacementReason ?? null)) throw refusePrint('PRINT_REASON_MISSING');
  const chosen = await chooseLabels(command, selection);
  if (choices.copies > 1 && ONE_LABEL_KINDS.has(chosen.kind)) throw refusePrint('PRINT_ONE_COPY');
  const reading = { reader: command.trx, actor: command.actor };
  const target = await resolvePrintTarget(reading, chosen.kind, { ...choices, replacementReason });
  return printLabels(command, { chosen, target, purpose, reason, skipRefused });
}
