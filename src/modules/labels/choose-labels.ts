import type { CommandContext } from '../../platform/run-command.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { codeSubjectOf } from '../item-codes/code-subjects.ts';
import type { ItemCodeKind } from '../item-codes/item-code.ts';
import { findBatch, listBlankCodes } from './code-label.sql.ts';
import { JOB_LABELS_MAX } from './print-job.rules.ts';
import { PRINT_REFUSALS, refusePrint } from './print-refusals.ts';
import type { PrintPlan } from './print-jobs.contract.ts';

export type Selection =
  | { readonly kind: ItemCodeKind; readonly ids: readonly string[] }
  | { readonly batchId: string };

/** One code whose label is to be printed, with what stands on it. */
export interface ChosenLabel {
  /** null: a blank label. */
  readonly thingId: string | null;
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The version that came out of an earlier job and is printed again. */
  readonly reprinted?: string;
}

export interface ChosenLabels {
  readonly kind: ItemCodeKind;
  readonly batchId: string | null;
  /** In walking order; blank labels in the order of their codes. */
  readonly labels: readonly ChosenLabel[];
  /** Things that the person may not read, or that are not there. */
  readonly refused: readonly PrintPlan['refused'][number][];
}

/** A writer reads like a query does. */
export function readingOf(command: CommandContext): QueryContext {
  const { trx, actor, now, request, filesFolder } = command;
  return { reader: trx, actor, now, request, filesFolder };
}

async function chooseThings(
  command: CommandContext,
  kind: ItemCodeKind,
  ids: readonly string[],
): Promise<ChosenLabels> {
  const distinct = [...new Set(ids)];
  const found = (await codeSubjectOf(kind)?.listLabelFields(readingOf(command), distinct)) ?? [];
  const known = new Set(found.map(({ id }) => id));
  const { zh, en } = PRINT_REFUSALS.LABEL_THING_NOT_FOUND;
  return {
    kind,
    batchId: null,
    labels: found.map(({ id, code, fields }) => ({ thingId: id, code, fields })),
    refused: distinct
      .filter((id) => !known.has(id))
      .map((thingId) => ({ thingId, itemCode: null, code: 'LABEL_THING_NOT_FOUND', zh, en })),
  };
}

async function chooseBatch({ trx, actor }: CommandContext, batchId: string): Promise<ChosenLabels> {
  const batch = await findBatch(trx, actor.courtId, batchId);
  if (!batch) throw refusePrint('PRINT_NOTHING_CHOSEN');
  const codes = await listBlankCodes(trx, actor.courtId, batchId);
  const fields = { court: batch.courtName };
  return {
    kind: batch.kind,
    batchId,
    labels: codes.map((code) => ({ thingId: null, code, fields })),
    refused: [],
  };
}

/**
 * What a selection comes to, before anything is decided about versions.
 * Refusals: PRINT_NOTHING_CHOSEN, PRINT_TOO_MANY.
 */
export async function chooseLabels(command: CommandContext, selection: Selection): Promise<ChosenLabels> {
  const chosen =
    'batchId' in selection
      ? await chooseBatch(command, selection.batchId)
      : await chooseThings(command, selection.kind, selection.ids);
  const count = chosen.labels.length;
  if (count + chosen.refused.length === 0) throw refusePrint('PRINT_NOTHING_CHOSEN');
  if (count > JOB_LABELS_MAX) throw refusePrint('PRINT_TOO_MANY', { count, limit: JOB_LABELS_MAX });
  return chosen;
}
