import { shanghaiInstant } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { decidePermission, mayUse } from '../accounts/permissions.ts';
import { findCode, findLabel, type CodeRow } from './code-directory.sql.ts';
import { codeSubjectOf, type NumberedThing } from './code-subjects.ts';
import type { ItemCodeKind } from './item-code.ts';
import { isLabelDoubtful, sentenceOfThing } from './scan-sentences.ts';
import type { ScanAnswer, ScannedLabel, ScannedThing } from './scan.contract.ts';

/** Things of one kind that this person may read and that have exactly this number. */
export async function listNumbered(
  context: QueryContext,
  kind: ItemCodeKind,
  text: string,
): Promise<NumberedThing[]> {
  const subject = codeSubjectOf(kind);
  if (subject === undefined || !mayUse(context.actor, subject.permission)) return [];
  return subject.listByNumber(context, text);
}

/** What a scan shows of one thing; null when the person may not read it, or no module keeps such things. */
export async function describeThing(
  context: QueryContext,
  kind: ItemCodeKind,
  id: string,
): Promise<ScannedThing | null> {
  const subject = codeSubjectOf(kind);
  if (subject === undefined || !mayUse(context.actor, subject.permission)) return null;
  return subject.describeScanned(context, id);
}

async function describeLabel(
  reader: TenantReader,
  row: CodeRow | undefined,
  scannedVersion: string | null,
): Promise<ScannedLabel> {
  const currentVersion = row?.labelVersion ?? null;
  const label = { scannedVersion, currentVersion, replacedAt: null, reason: null };
  if (scannedVersion === null) return { ...label, state: 'not_in_scan' };
  if (row === undefined) return { ...label, state: 'unknown_version' };
  // The label of a code that gave way is as good as replaced.
  if (row.voidedAt !== null)
    return { ...label, state: 'replaced', replacedAt: shanghaiInstant(row.voidedAt) };
  if (scannedVersion === currentVersion) return { ...label, state: 'current' };
  const found = await findLabel(reader, row.courtId, row.code, scannedVersion);
  if (found?.replacedAt == null) return { ...label, state: 'unknown_version' };
  const replacedAt = shanghaiInstant(found.replacedAt);
  return { ...label, state: 'replaced', replacedAt, reason: found.replacementReason };
}

function labelActions({ actor }: QueryContext, { courtId }: ScannedThing, labelVersion: string | null) {
  if (!decidePermission(actor, 'label.print', { courtId }, 'write').allowed) return [];
  return labelVersion === null
    ? [{ key: 'print_label', zh: '打印标签', en: 'Print a label' }]
    : [{ key: 'replace_label', zh: '补打标签', en: 'Replace the label' }];
}

/** The answer about one thing, with how the scanned label stands. `row`: the directory's row of the scanned code. */
export async function answerThing(
  context: QueryContext,
  thing: ScannedThing,
  match: {
    readonly by: 'code' | NumberedThing['by'];
    readonly row: CodeRow | undefined;
    readonly labelVersion: string | null;
  },
): Promise<ScanAnswer> {
  const { reader } = context;
  const own = match.row?.code === thing.code ? match.row : await findCode(reader, thing.code);
  const scanned = match.row ?? own;
  const label = await describeLabel(reader, scanned, match.labelVersion);
  const gaveWay =
    scanned?.voidedAt == null
      ? null
      : { code: scanned.code, since: shanghaiInstant(scanned.voidedAt), reason: scanned.voidReason };
  const offered = [...thing.actions, ...(own ? labelActions(context, thing, own.labelVersion) : [])];
  const doubt =
    label.state === 'current'
      ? ((await codeSubjectOf(thing.kind)?.doubtScanned?.(context, thing.id)) ?? null)
      : null;
  const actions =
    isLabelDoubtful(thing.kind, label) || doubt?.stops === true
      ? offered.filter(({ key }) => key === 'report_incident')
      : offered;
  return {
    outcome: 'thing',
    ...sentenceOfThing(thing, label, gaveWay),
    ...(doubt === null ? {} : { zh: doubt.zh, en: doubt.en }),
    ...thing,
    actions,
    label,
    doubt,
    matchedBy: gaveWay === null ? match.by : 'gave_way',
    gaveWay,
  };
}
