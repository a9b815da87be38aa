import type { LaterSteps } from '../../platform/run-command.ts';
import type { ImportProgress } from './answers.contract.ts';
import { updateImportProgress } from './import-run.sql.ts';

const LEAST_PAUSE_MS = 400;

/** Where a step stands, for other connections to see while the step's own transaction is open. */
export class ProgressReporter {
  private lastAtMs = 0;
  private pending: Promise<void> = Promise.resolve();
  private isWriting = false;

  constructor(
    private readonly steps: LaterSteps,
    private readonly run: { readonly courtId: number; readonly id: string },
  ) {}

  /** Does not wait; what comes too soon after the report before is left out. */
  report(progress: ImportProgress): void {
    const nowMs = performance.now();
    if (this.isWriting || nowMs - this.lastAtMs < LEAST_PAUSE_MS) return;
    this.lastAtMs = nowMs;
    this.isWriting = true;
    this.pending = this.steps
      .command({ name: 'reportImport', input: null, isAudited: false }, ({ trx, now }) =>
        updateImportProgress(trx, this.run.courtId, this.run.id, now, progress),
      )
      .catch(() => {
        // A lost report costs a moment of the bar; the step itself says what went wrong.
      })
      .finally(() => {
        this.isWriting = false;
      });
  }

  /** Before the step writes to the run itself, which a report under way would wait for. */
  async settle(): Promise<void> {
    this.isWriting = true;
    await this.pending;
  }
}
