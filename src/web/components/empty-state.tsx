import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  /** What comes first: 「还没有资产卡片」. */
  readonly title: string;
  /** One sentence on how to begin. */
  readonly hint?: ReactNode;
  /** The button or link that begins it. */
  readonly action?: ReactNode;
}

/** An empty page says what comes first and offers it. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="cc-empty">
      <p className="cc-empty-title">{title}</p>
      {hint !== undefined && <p className="cc-soft">{hint}</p>}
      {action !== undefined && <div className="cc-empty-action">{action}</div>}
    </div>
  );
}
