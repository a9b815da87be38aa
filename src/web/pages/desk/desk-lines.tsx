import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatCount } from '../../components/amount.ts';
import './desk.css';

export interface DeskLine {
  readonly key: string;
  readonly label: string;
  /** undefined while it is being counted. */
  readonly count: number | undefined;
  /** Instead of the number, for example a month. */
  readonly text?: string | undefined;
  readonly to: string;
  /** Colour of a number that is not zero: red overdue, amber due soon. */
  readonly tone?: 'alarm' | 'soon';
  readonly hint?: ReactNode;
}

function Figure({ line }: { line: DeskLine }) {
  if (line.text !== undefined) return <span className="cc-desk-figure">{line.text}</span>;
  if (line.count === undefined) return <span className="cc-desk-figure cc-soft">…</span>;
  const tone = line.count === 0 ? ' cc-soft' : line.tone === undefined ? '' : ` cc-desk-${line.tone}`;
  return <span className={`cc-desk-figure${tone}`}>{formatCount(line.count)}</span>;
}

/** A heading with lines below it; each line is a link to the list that it counts. */
export function DeskLines({ title, lines }: { title: string; lines: readonly DeskLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="cc-desk-lines">
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            <Link to={line.to} className="cc-desk-line">
              <span className="cc-desk-label">{line.label}</span>
              <Figure line={line} />
              {line.hint !== undefined && <span className="cc-desk-hint">{line.hint}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
