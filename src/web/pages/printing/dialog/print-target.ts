/** What labels are printed of, and which endpoint prints it. Pure. */
import type { z } from 'zod';
import type { assetFilterQuery } from '../../../../modules/fixed-assets/asset-list.contract.ts';
import { printAssetLabels } from '../../../../modules/fixed-assets/labelling.contract.ts';
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import type { PrintPurpose } from '../../../../modules/labels/print-job.rules.ts';
import { createPrintJobEndpoint } from '../../../../modules/labels/print-jobs.contract.ts';
import type { ClientRequest } from '../../../api/endpoint-request.ts';

export type AssetListFilters = Omit<z.input<typeof assetFilterQuery>, 'courtId'>;

export type PrintTarget =
  | { readonly by: 'things'; readonly kind: ItemCodeKind; readonly ids: readonly string[] }
  | { readonly by: 'batch'; readonly kind: ItemCodeKind; readonly batchId: string }
  /** Everything that the asset list shows with these filters. */
  | { readonly by: 'filters'; readonly kind: 'A'; readonly filters: AssetListFilters }
  /** What an import wrote or changed last. */
  | { readonly by: 'import'; readonly kind: 'A'; readonly importId: string };

type JobBody = NonNullable<ClientRequest<typeof createPrintJobEndpoint>['body']>;
export type PrintBody = Omit<JobBody, 'selection'>;

/** Purposes that make sense for a target; blank labels have their own. */
export function purposesOf(target: PrintTarget): readonly PrintPurpose[] {
  return target.by === 'batch' ? ['batch'] : ['first', 'reprint', 'replacement'];
}

/** Either endpoint answers the same; assets chosen by what they are like are found by their own module. */
export type PrintEndpoint = typeof createPrintJobEndpoint | typeof printAssetLabels;

export function endpointOf({ by }: PrintTarget): PrintEndpoint {
  return by === 'things' || by === 'batch' ? createPrintJobEndpoint : printAssetLabels;
}

function selectionOf(target: PrintTarget) {
  switch (target.by) {
    case 'things':
      return { kind: target.kind, ids: [...target.ids] };
    case 'batch':
      return { batchId: target.batchId };
    case 'filters':
      return { filters: target.filters };
    case 'import':
      return { importId: target.importId };
  }
}

export function requestOf(target: PrintTarget, body: PrintBody): ClientRequest<PrintEndpoint> {
  // why: `selectionOf` makes the selection that the endpoint of `endpointOf` takes.
  return { body: { ...body, selection: selectionOf(target) } } as ClientRequest<PrintEndpoint>;
}
