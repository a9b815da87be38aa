import type { CommandContext } from '../../platform/run-command.ts';
import { createPrintJob, type PrintChoices } from '../labels/create-print-job.ts';
import { JOB_LABELS_MAX } from '../labels/print-job.rules.ts';
import type { CreatedPrintJob } from '../labels/print-jobs.contract.ts';
import { refusePrint } from '../labels/print-refusals.ts';
import type { AssetFilters } from './asset-list.contract.ts';
import { listAssetIds, listImportedAssetIds } from './labelling.sql.ts';
import { readScopeOf } from './read-scope.ts';
import { resolveAssetCriteria } from './resolve-asset-criteria.ts';

export type AssetSelection =
  | { readonly filters: Omit<AssetFilters, 'courtId'> }
  | { readonly importId: string };

async function idsOf(command: CommandContext, selection: AssetSelection): Promise<string[]> {
  const { trx, actor, now } = command;
  const scope = readScopeOf(actor, 'asset.read');
  if ('importId' in selection)
    return listImportedAssetIds(trx, scope, selection.importId, JOB_LABELS_MAX + 1);
  const criteria = await resolveAssetCriteria({ reader: trx, now }, scope, selection.filters);
  return listAssetIds(trx, criteria, JOB_LABELS_MAX + 1);
}

/**
 * Prints the labels of all assets that a list, a room or an import holds and that were not disposed of.
 * Refusals: PRINT_NOTHING_CHOSEN, PRINT_TOO_MANY, those of `createPrintJob`.
 */
export async function printLabelsOfAssets(
  command: CommandContext,
  { selection, ...choices }: PrintChoices & { readonly selection: AssetSelection },
): Promise<CreatedPrintJob> {
  const ids = await idsOf(command, selection);
  if (ids.length === 0) throw refusePrint('PRINT_NOTHING_CHOSEN');
  if (ids.length > JOB_LABELS_MAX)
    throw refusePrint('PRINT_TOO_MANY', { count: ids.length, limit: JOB_LABELS_MAX });
  return createPrintJob(command, { ...choices, selection: { kind: 'A', ids } });
}
