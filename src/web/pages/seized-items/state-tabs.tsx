import { Link } from 'react-router';
import './seized-items.css';

interface StateTabsProps<S extends string> {
  readonly label: string;
  /** The first is what the address means when it names none. */
  readonly states: readonly S[];
  readonly current: S;
  readonly nameOf: (state: S) => string;
}

/** The states of a list, one chosen by `?state=`. */
export function StateTabs<S extends string>({ label, states, current, nameOf }: StateTabsProps<S>) {
  return (
    <nav className="cc-item-tabs" aria-label={label}>
      {states.map((state) => (
        <Link
          key={state}
          to={state === states[0] ? '?' : `?state=${state}`}
          replace
          aria-current={state === current ? 'page' : undefined}
        >
          {nameOf(state)}
        </Link>
      ))}
    </nav>
  );
}
