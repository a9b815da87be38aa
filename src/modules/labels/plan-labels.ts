import { setImmediate as otherWork } from 'node:timers/promises';
import type { TenantReader } from '../../platform/database.ts';
import { codeSubjectOf } from '../item-codes/code-subjects.ts';
import { ONE_LABEL_KINDS, type ItemCodeKind } from '../item-codes/item-code.ts';
import type { ChosenLabel } from './choose-labels.ts';
import { listCodeLabels, type CodeLabelRow } from './code-label.sql.ts';
import { findLabelProblems } from './drawing/compose-label.ts';
import type { LabelProblem } from './drawing/label-content.ts';
import { labelContentOf } from './label-content-of.ts';
import { decideLabel, LABEL_REFUSALS } from './label.rules.ts';
import type { PrintPurpose } from './print-job.rules.ts';
import type { PrintPlan } from './print-jobs.contract.ts';
import { PRINT_REFUSALS } from './print-refusals.ts';
import type { PrintTarget } from './resolve-print-target.ts';

export interface PlannedLabel {
  readonly chosen: ChosenLabel;
  readonly version: string;
  readonly problems: readonly LabelProblem[];
}

export interface LabelPlan {
  /** In the order in which they come out. */
  readonly drawable: readonly PlannedLabel[];
  readonly undrawable: readonly PlannedLabel[];
  readonly refused: readonly PrintPlan['refused'][number][];
}

export interface LabelsToPlan {
  readonly purpose: PrintPurpose;
  readonly kind: ItemCodeKind;
  readonly chosen: readonly ChosenLabel[];
  readonly target: Pick<PrintTarget, 'template' | 'settings'>;
  readonly before?: LabelPlan;
}

/** Labels drawn before others get their turn on the thread. */
const LABELS_PER_TURN = 50;

async function listUnidentified(
  reader: TenantReader,
  courtId: number,
  { purpose, kind }: Pick<LabelsToPlan, 'purpose' | 'kind'>,
  rows: readonly CodeLabelRow[],
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ subjectId }) => subjectId ?? []);
  if (purpose !== 'replacement' && purpose !== 'reprint') return new Set();
  return new Set(await codeSubjectOf(kind)?.listUnidentified?.(reader, courtId, ids));
}

function verdictOf(
  { purpose, kind }: Pick<LabelsToPlan, 'purpose' | 'kind'>,
  chosen: ChosenLabel,
  row: CodeLabelRow | undefined,
  isUnidentified: boolean,
) {
  const { thingId, code: itemCode } = chosen;
  if (!row) {
    const { zh, en } = PRINT_REFUSALS.LABEL_THING_NOT_FOUND;
    return { refusal: { thingId, itemCode, code: 'LABEL_THING_NOT_FOUND', zh, en } };
  }
  const isOneOnly = ONE_LABEL_KINDS.has(kind);
  const reprinted = chosen.reprinted ?? null;
  const verdict = decideLabel(purpose, { ...row, isUnidentified, isOneOnly, reprinted });
  return verdict.allowed
    ? { version: verdict.version }
    : { refusal: { thingId, itemCode, code: verdict.reason, ...LABEL_REFUSALS[verdict.reason] } };
}

function drawnBefore(plan: LabelPlan | undefined): ReadonlyMap<string, readonly LabelProblem[]> {
  const labels = plan === undefined ? [] : [...plan.drawable, ...plan.undrawable];
  return new Map(labels.map(({ chosen, version, problems }) => [`${chosen.code} ${version}`, problems]));
}

/**
 * Decides about each chosen label by its code's state, and draws it once to see what is wrong with it. What an earlier
 * plan of the same labels has drawn in the same version is not drawn again.
 */
export async function planLabels(
  reader: TenantReader,
  courtId: number,
  input: LabelsToPlan,
): Promise<LabelPlan> {
  const { chosen, target } = input;
  const rows = await listCodeLabels(
    reader,
    courtId,
    chosen.map(({ code }) => code),
  );
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const unidentified = await listUnidentified(reader, courtId, input, rows);
  const drawn = drawnBefore(input.before);
  let stint = 0;
  const plan = {
    drawable: [] as PlannedLabel[],
    undrawable: [] as PlannedLabel[],
    refused: [] as PrintPlan['refused'],
  };
  for (const one of chosen) {
    const { refusal, version } = verdictOf(
      input,
      one,
      byCode.get(one.code),
      unidentified.has(byCode.get(one.code)?.subjectId ?? ''),
    );
    if (version === undefined) {
      if (refusal) plan.refused.push(refusal);
      continue;
    }
    let problems = drawn.get(`${one.code} ${version}`);
    if (problems === undefined) {
      const content = labelContentOf({ ...one, version });
      problems = findLabelProblems(target.template, content, target.settings);
      stint += 1;
      if (stint % LABELS_PER_TURN === 0) await otherWork();
    }
    const isDrawn = problems.every(({ severity }) => severity !== 'refused');
    plan[isDrawn ? 'drawable' : 'undrawable'].push({ chosen: one, version, problems });
  }
  return plan;
}
