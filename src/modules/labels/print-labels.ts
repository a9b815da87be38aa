import type { Problem } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { ChosenLabels } from './choose-labels.ts';
import { lockCodes, writeNewestLabels } from './code-label.sql.ts';
import { describePlan, problemsOf } from './describe-plan.ts';
import { describeJob } from './describe-print-job.ts';
import { planLabels, type LabelPlan } from './plan-labels.ts';
import { insertJobLabels } from './print-job-label.sql.ts';
import { insertPrintJob } from './print-job.sql.ts';
import type { PrintPurpose } from './print-job.rules.ts';
import type { CreatedPrintJob, PrintPlan } from './print-jobs.contract.ts';
import { refusePrint } from './print-refusals.ts';
import { requireJob } from './read-print-jobs.ts';
import type { PrintTarget } from './resolve-print-target.ts';
import { sendInTurn } from './run-print-job.ts';

export interface LabelsToPrint {
  readonly chosen: ChosenLabels;
  readonly target: PrintTarget;
  readonly purpose: PrintPurpose;
  readonly reason: string | null;
  readonly skipRefused: boolean;
}

/** Everything that keeps a label from being printed, one problem each. */
function problemsOfPlan(plan: PrintPlan): Problem[] {
  const undrawable = plan.undrawable.flatMap(({ itemCode, problems }) =>
    problems.map(({ code, zh, en }) => ({ path: `labels.${itemCode}`, code, zh, en })),
  );
  const refused = plan.refused.map(({ thingId, itemCode, code, zh, en }) => ({
    path: `labels.${itemCode ?? thingId ?? ''}`,
    code,
    zh,
    en,
  }));
  return [...refused, ...undrawable];
}

async function insertJob(command: CommandContext, input: LabelsToPrint, plan: LabelPlan): Promise<string> {
  const { trx, actor, now } = command;
  const { chosen, target } = input;
  const id = newId(now.getTime());
  const labels = [...plan.drawable, ...plan.undrawable].map((label, index) => {
    const isDrawn = index < plan.drawable.length;
    return {
      position: index + 1,
      code: label.chosen.code,
      version: label.version,
      fields: label.chosen.fields,
      state: isDrawn ? ('waiting' as const) : ('failed' as const),
      failure: isDrawn ? null : { problems: problemsOf(label) },
    };
  });
  await insertPrintJob(trx, {
    courtId: actor.courtId,
    id,
    printerId: target.printer?.id ?? null,
    printerName: target.printer?.name ?? null,
    output: target.output,
    purpose: input.purpose,
    reason: input.reason,
    kind: chosen.kind,
    batchId: chosen.batchId,
    templateKey: target.template.key,
    templateVersion: target.templateVersion,
    template: target.template,
    settings: target.settings,
    state: target.settings.isSent ? 'queued' : 'ready',
    labelCount: labels.length,
    createdBy: actor.personId,
    createdByName: actor.personName,
    createdAt: now,
  });
  await insertJobLabels(trx, actor.courtId, id, labels);
  return id;
}

/**
 * Makes a print job of what was chosen and, where its printer is on the network, lets it be sent in its turn. The
 * versions of the labels are given here, on locked codes, so that no two jobs make the same one.
 * Refusals: PRINT_THINGS_REFUSED with every label that cannot be printed, PRINT_NOTHING_CHOSEN when none is left.
 */
export async function printLabels(command: CommandContext, input: LabelsToPrint): Promise<CreatedPrintJob> {
  const { trx, actor, now } = command;
  const { chosen, target, purpose } = input;
  const labelled = { purpose, kind: chosen.kind, chosen: chosen.labels, target };
  let decided = await planLabels(trx, actor.courtId, labelled);
  if (!command.dryRun) {
    // why: drawing takes seconds, during which nobody else may be kept from the codes; only what is decided under the
    // locks counts.
    await lockCodes(
      trx,
      actor.courtId,
      chosen.labels.map(({ code }) => code),
    );
    decided = await planLabels(trx, actor.courtId, { ...labelled, before: decided });
  }
  const plan = { ...decided, refused: [...chosen.refused, ...decided.refused] };
  const described = describePlan(plan, target);
  if (command.dryRun) return { job: null, plan: described };
  const count = plan.refused.length + plan.undrawable.length;
  if (count > 0 && (!input.skipRefused || plan.drawable.length === 0))
    throw refusePrint('PRINT_THINGS_REFUSED', { count }, problemsOfPlan(described));
  const jobId = await insertJob(command, input, plan);
  const labels = plan.drawable.map(({ chosen: { code }, version }) => ({ code, version }));
  const { replacementReason } = target.settings;
  await writeNewestLabels(trx, actor.courtId, now, labels, replacementReason ?? 'other');
  const job = await requireJob({ reader: trx, actor }, jobId);
  command.audit({
    subjectKind: 'print_job',
    subjectId: jobId,
    subjectLabel: target.template.name.zh,
    after: {
      purpose,
      reason: input.reason,
      kind: chosen.kind,
      labelCount: labels.length,
      template: `${target.template.key} ${target.templateVersion}`,
      printer: target.printer?.name ?? null,
    },
  });
  if (target.settings.isSent) sendInTurn(command, job);
  return { job: describeJob(job, actor), plan: described };
}
