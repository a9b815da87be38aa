/** Whether the server answers, as a tiny store: calls report, the banner and hooks listen. */
import { useSyncExternalStore } from 'react';

export type ConnectionState = 'up' | 'lost';

let state: ConnectionState = 'up';
const listeners = new Set<() => void>();

export function reportConnection(next: ConnectionState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(subscribe, () => state);
}
