import type { CommandContext } from '../../platform/run-command.ts';
import { updateBoundCodes, type CodeRow } from './code-directory.sql.ts';
import type { CodedThing } from './code-subjects.ts';
import type { ItemCodeKind } from './item-code.ts';
import { FIRST_LABEL_VERSION } from './label-version.ts';
import { recordLabelEvents, type LabelHappening } from './record-label-events.ts';

export interface Binding {
  /** The blank code, locked. */
  readonly row: CodeRow;
  readonly thing: Pick<CodedThing, 'kind' | 'id' | 'title'>;
  readonly reason: string | null;
  /** The code that the thing carried until now. */
  readonly givesWay: string | null;
}

/** Under which the audit trail knows a thing. */
const AUDITED_AS: Record<ItemCodeKind, string> = {
  A: 'fixed_asset',
  S: 'seized_item',
  B: 'box',
  L: 'place',
  V: 'vehicle',
  D: 'document',
  P: 'person',
};

function happeningsOf({ row, thing, reason, givesWay }: Binding): LabelHappening[] {
  const labelVersion = row.labelVersion ?? FIRST_LABEL_VERSION;
  const bound = { title: thing.title, subjectId: thing.id, formerCode: givesWay };
  return [
    { code: row.code, kind: 'bound', labelVersion, reason, details: bound },
    ...(givesWay === null
      ? []
      : [
          {
            code: givesWay,
            kind: 'gave_way' as const,
            reason,
            details: { newCode: row.code, title: thing.title },
          },
        ]),
  ];
}

/** Writes decided bindings into the directory of codes, the record of labels and the audit trail. */
export async function recordBindings(
  command: Pick<CommandContext, 'trx' | 'actor' | 'now' | 'audit'>,
  bindings: readonly Binding[],
): Promise<void> {
  const { trx, actor, now } = command;
  const bound = bindings.map(({ row, thing, reason, givesWay }) => ({
    code: row.code,
    subjectId: thing.id,
    reason,
    givesWay,
  }));
  await updateBoundCodes(trx, actor.courtId, now, bound);
  await recordLabelEvents(command, bindings.flatMap(happeningsOf));
  for (const { row, thing, reason, givesWay } of bindings) {
    command.audit({
      subjectKind: AUDITED_AS[thing.kind],
      subjectId: thing.id,
      subjectLabel: `${row.code} ${thing.title}`,
      before: { code: givesWay },
      after: { code: row.code },
      detail: reason === null ? {} : { reason },
    });
  }
}
