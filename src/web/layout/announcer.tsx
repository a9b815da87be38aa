/** One polite live region for the whole application: scan results, saved, loaded. */
import { useSyncExternalStore } from 'react';
import './announcer.css';

const SHOWN_MS = 4000;

interface Said {
  readonly sentence: string;
  /** On the screen as well, where nothing else of the page tells it. */
  readonly isShown: boolean;
}

let said: Said = { sentence: '', isShown: false };
let hiding: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function change(next: Said): void {
  said = next;
  for (const listener of listeners) listener();
}

/** Says a sentence to screen readers; the same sentence twice is said twice. */
export function announce(sentence: string, isShown = false): void {
  clearTimeout(hiding);
  change({ sentence: sentence === said.sentence ? `${sentence}\u00a0` : sentence, isShown });
  if (isShown) hiding = setTimeout(() => change({ ...said, isShown: false }), SHOWN_MS);
}

/** The same for those who see: for some seconds it stands at the top of the screen, in nobody’s way. */
export function announceDone(sentence: string): void {
  announce(sentence, true);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcer() {
  const { sentence, isShown } = useSyncExternalStore(subscribe, () => said);
  return (
    <div className={isShown ? 'cc-said' : 'cc-hidden'} role="status" aria-live="polite">
      {sentence}
    </div>
  );
}
