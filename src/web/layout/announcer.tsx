/** One polite live region for the whole application: scan results, saved, loaded. */
import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says a sentence to screen readers; the same sentence twice is said twice. */
export function announce(sentence: string): void {
  message = sentence === message ? `${sentence}\u00a0` : sentence;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const text = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="cc-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
