import type { ReactNode } from 'react';
import './status-tag.css';

/**
 * What a status means to the eye: `calm` in use, `open` under way (blue), `soon` amber, `alarm` red (overdue, missing),
 * `settled` green (reconciled), `closed` grey.
 */
export type StatusTone = 'calm' | 'open' | 'soon' | 'alarm' | 'settled' | 'closed';

/** A status: always a word, with a colour beside it. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return <span className={`cc-status cc-status-${tone}`}>{children}</span>;
}
