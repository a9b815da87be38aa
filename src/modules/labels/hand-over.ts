import type { LaterSteps } from '../../platform/run-command.ts';
import { listJobLabels, updateJobLabels, type JobLabelRow } from './print-job-label.sql.ts';
import type { PrintJobRow } from './print-job.sql.ts';

/** Marked at once at most; a person sees the progress of each mark. */
const MARKED_MAX = 200;
const MARKED_FIRST = 4;
/** A mark that lasts shorter than this is followed by a longer one. */
const MARK_LASTS_MS = 300;

/**
 * Hands the waiting labels of a job out, a few at a time. Each few are marked as sent before the first of them is
 * written to the printer: a process that dies in between then leaves labels in doubt, and never one that came out and
 * counts as waiting.
 */
export class HandOver {
  private markedSize = MARKED_FIRST;
  private lastPosition = 0;
  /** The last label of which bytes were written. */
  handedOver = 0;

  constructor(
    private readonly steps: LaterSteps,
    private readonly job: Pick<PrintJobRow, 'courtId' | 'id'>,
  ) {}

  async *labels(): AsyncGenerator<JobLabelRow, void, undefined> {
    for (;;) {
      const startedMs = performance.now();
      const marked = await this.markNext();
      if (marked.length === 0) return;
      for (const label of marked) yield label;
      const lastedMs = performance.now() - startedMs;
      if (lastedMs < MARK_LASTS_MS) this.markedSize = Math.min(MARKED_MAX, this.markedSize * 2);
      else if (lastedMs > 2 * MARK_LASTS_MS) this.markedSize = Math.max(1, Math.floor(this.markedSize / 2));
    }
  }

  private async markNext(): Promise<JobLabelRow[]> {
    const { courtId, id } = this.job;
    return this.steps.command({ name: 'reportPrintJob', input: null, isAudited: false }, async ({ trx }) => {
      const next = await listJobLabels(trx, courtId, id, {
        states: ['waiting'],
        afterPosition: this.lastPosition,
        limit: this.markedSize,
      });
      const [first, last] = [next[0], next.at(-1)];
      if (!first || !last) return [];
      await updateJobLabels(trx, courtId, id, {
        from: ['waiting'],
        to: 'sent',
        firstPosition: first.position,
        lastPosition: last.position,
      });
      this.lastPosition = last.position;
      return next;
    });
  }
}
