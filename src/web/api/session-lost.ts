/** Whether the session ended under an open page, as a tiny store: calls report, the shell asks for the password. */
import { useSyncExternalStore } from 'react';

let lost = false;
const listeners = new Set<() => void>();

function change(next: boolean): void {
  if (lost === next) return;
  lost = next;
  for (const listener of listeners) listener();
}

export function reportSessionLost(): void {
  change(true);
}

export function reportSessionRenewed(): void {
  change(false);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSessionLost(): boolean {
  return useSyncExternalStore(subscribe, () => lost);
}
