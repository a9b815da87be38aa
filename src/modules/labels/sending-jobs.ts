/** Jobs that this process is sending: one at a time a printer, the others wait in their turn; each can be ended. */

/** Thrown where a job that was cancelled is sent. */
export class SendingCancelled extends Error {
  constructor() {
    super('the print job was cancelled');
  }
}

const tails = new Map<string, Promise<void>>();
const sending = new Map<string, AbortController>();

/** Runs the work when everything that came before for this printer is over, however it ended. */
export async function inTurnOf(printerId: string, work: () => Promise<void>): Promise<void> {
  const before = tails.get(printerId) ?? Promise.resolve();
  const mine = before.then(work, work);
  const tail = mine.catch(() => {
    // Whoever started the work is told; the next in line only needs to know that it is over.
  });
  tails.set(printerId, tail);
  await mine.finally(() => {
    if (tails.get(printerId) === tail) tails.delete(printerId);
  });
}

/** The signal of a job's own end and of the person's wish. The caller ends with `endSending`. */
export function beginSending(jobId: string, stopping: AbortSignal): AbortSignal {
  const controller = new AbortController();
  sending.set(jobId, controller);
  return AbortSignal.any([stopping, controller.signal]);
}

export function endSending(jobId: string): void {
  sending.delete(jobId);
}

/** False when this process is not sending it. */
export function cancelSending(jobId: string): boolean {
  const controller = sending.get(jobId);
  controller?.abort(new SendingCancelled());
  return controller !== undefined;
}
