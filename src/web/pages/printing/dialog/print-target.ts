/** What labels are printed of, and which endpoint prints it. Pure. */
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import type { PrintPurpose } from '../../../../modules/labels/print-job.rules.ts';
import type { createPrintJobEndpoint } from '../../../../modules/labels/print-jobs.contract.ts';
import type { ClientRequest } from '../../../api/endpoint-request.ts';

export type PrintTarget =
  | {
      readonly by: 'things';
      readonly kind: ItemCodeKind;
      readonly ids: readonly string[];
    }
  | { readonly by: 'batch'; readonly kind: ItemCodeKind; readonly batchId: string };

type JobBody = NonNullable<ClientRequest<typeof createPrintJobEndpoint>['body']>;
export type PrintBody = Omit<JobBody, 'selection'>;

/** Purposes that make sense for a target; blank labels have their own. */
export function purposesOf(target: PrintTarget): readonly PrintPurpose[] {
  return target.by === 'batch' ? ['batch'] : ['first', 'reprint', 'replacement'];
}

export function requestOf(
  target: PrintTarget,
  body: PrintBody,
): ClientRequest<typeof createPrintJobEndpoint> {
  const selection =
    target.by === 'batch' ? { batchId: target.batchId } : { kind: target.kind, ids: [...target.ids] };
  return { body: { ...body, selection } };
}
