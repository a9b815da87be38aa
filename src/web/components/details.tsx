import type { ReactNode } from 'react';
import { WithMoments } from './when.tsx';
import './details.css';

export interface Detail {
  readonly label: string;
  readonly value: ReactNode;
}

/** What is known about one thing, as label and value; one below the other on a phone. */
export function Details({ items }: { items: readonly Detail[] }) {
  return (
    <dl className="cc-details">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{typeof value === 'string' ? <WithMoments text={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
