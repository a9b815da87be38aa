import { shanghaiInstant } from '../../platform/clock.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { mayUse } from '../accounts/permissions.ts';
import { codeSubjectOf } from '../item-codes/code-subjects.ts';
import { ONE_LABEL_KINDS, type ItemCodeKind } from '../item-codes/item-code.ts';
import { findCodeState, listCodeLabels, listLabelsOfCode } from './code-label.sql.ts';
import { decideLabel } from './label.rules.ts';
import type { ThingLabels } from './labels.contract.ts';
import { refusePrint } from './print-refusals.ts';

const PURPOSES = ['first', 'reprint', 'replacement'] as const;
const instantOf = (at: Date | null) => (at === null ? null : shanghaiInstant(at));

/** The labels of a thing that the person may read. Refusal: LABEL_THING_NOT_FOUND. */
export async function readThingLabels(
  query: QueryContext,
  input: { readonly kind: ItemCodeKind; readonly thingId: string },
): Promise<ThingLabels> {
  const { reader, actor } = query;
  const [thing] = (await codeSubjectOf(input.kind)?.listThings(query, [input.thingId])) ?? [];
  if (!thing) throw refusePrint('LABEL_THING_NOT_FOUND');
  const [row] = await listCodeLabels(reader, thing.courtId, [thing.code]);
  const state = await findCodeState(reader, thing.courtId, thing.code);
  if (!row || !state) throw refusePrint('LABEL_THING_NOT_FOUND');
  const labels = await listLabelsOfCode(reader, thing.courtId, thing.code);
  const isOneOnly = ONE_LABEL_KINDS.has(input.kind);
  // Where what was on its thing is printed again as the next version, that is offered by its own name alone.
  const isOffered = (purpose: (typeof PURPOSES)[number]) =>
    decideLabel(purpose, { ...row, isOneOnly, reprinted: null }).allowed &&
    !(purpose === 'reprint' && isOneOnly && row.isLabelled === true);
  const mayPrint = thing.courtId === actor.courtId && mayUse(actor, 'label.print');
  return {
    code: thing.code,
    labelVersion: row.labelVersion,
    labelledAt: instantOf(state.labelledAt),
    labels: labels.map((label) => ({
      version: label.version,
      createdAt: shanghaiInstant(label.createdAt),
      printedAt: instantOf(label.printedAt),
      replacedAt: instantOf(label.replacedAt),
      replacementReason: label.replacementReason,
    })),
    openJobId: state.openJobId,
    availableActions: mayPrint ? PURPOSES.filter(isOffered) : [],
  };
}
