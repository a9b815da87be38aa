import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from './use-page-title.ts';
import './page-header.css';

export interface PageHeaderProps {
  /** The page's `<h1>` and tab title. */
  readonly title: string;
  /** Beside the title: status, code. */
  readonly beside?: ReactNode;
  /** One plain sentence below. */
  readonly sentence?: ReactNode;
  /** Buttons at the right, the likeliest one filled. */
  readonly actions?: ReactNode;
  /** The list or thing above this page. */
  readonly back?: { readonly to: string; readonly label: string };
}

/** The head of every page inside the shell. */
export function PageHeader({ title, beside, sentence, actions, back }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className="cc-page-header">
      <div className="cc-page-header-text">
        {back !== undefined && (
          <Link to={back.to} className="cc-page-header-back cc-no-print">
            ‹ {back.label}
          </Link>
        )}
        <div className="cc-page-header-title">
          <h1 tabIndex={-1}>{title}</h1>
          {beside}
        </div>
        {sentence !== undefined && <p className="cc-soft">{sentence}</p>}
      </div>
      {actions !== undefined && <div className="cc-page-header-actions cc-no-print">{actions}</div>}
    </header>
  );
}
