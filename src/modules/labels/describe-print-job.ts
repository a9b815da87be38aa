import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import { mayUse } from '../accounts/permissions.ts';
import { ONE_LABEL_KINDS } from '../item-codes/item-code.ts';
import type { PrintJobRow } from './print-job.sql.ts';
import { listPrintJobActions, type PrintJobGrounds } from './print-job.rules.ts';
import type { PrintJobAnswer } from './print-jobs.contract.ts';

/** What the rules about a job decide by. */
export function groundsOf(job: PrintJobRow): PrintJobGrounds {
  const { state, counts, kind, settings } = job;
  return { state, counts, isSent: settings.isSent, isOneOnly: ONE_LABEL_KINDS.has(kind) };
}

const instantOf = (at: Date | null) => (at === null ? null : shanghaiInstant(at));

/** A job as it goes over the wire, with what this person may do. */
export function describeJob(job: PrintJobRow, actor: Actor): PrintJobAnswer {
  const { id, state, purpose, reason, kind, batchId, output, template, settings, labelCount } = job;
  return {
    id,
    state,
    purpose,
    reason,
    replacementReason: settings.replacementReason,
    kind,
    batchId,
    printer: job.printerId === null ? null : { id: job.printerId, name: job.printerName ?? '' },
    output,
    template: {
      key: job.templateKey,
      version: job.templateVersion,
      name: template.name,
      sizeMm: template.sizeMm,
    },
    copies: settings.copies,
    skipCells: settings.skipCells,
    codeForm: settings.codeForm,
    labelCount,
    counts: job.counts,
    failure: job.failure,
    createdBy: { id: job.createdBy, name: job.createdByName },
    createdAt: shanghaiInstant(job.createdAt),
    startedAt: instantOf(job.startedAt),
    finishedAt: instantOf(job.finishedAt),
    version: job.version,
    availableActions: mayUse(actor, 'label.print') ? listPrintJobActions(groundsOf(job)) : [],
  };
}
