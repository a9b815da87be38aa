/** Steps that this process is working on, so that a person can end them. */

/** Thrown at the next safe point of a step that was cancelled. */
export class StepCancelled extends Error {
  constructor() {
    super('the import was cancelled');
  }
}

const running = new Map<string, AbortController>();

/** The signal of a step's own end and of the person's wish. The caller ends with `endStep`. */
export function beginStep(importId: string, stopping: AbortSignal): AbortSignal {
  const controller = new AbortController();
  running.set(importId, controller);
  return AbortSignal.any([stopping, controller.signal]);
}

export function endStep(importId: string): void {
  running.delete(importId);
}

/** False when this process is not working on it. */
export function cancelStep(importId: string): boolean {
  const controller = running.get(importId);
  controller?.abort(new StepCancelled());
  return controller !== undefined;
}
