/** What entries of one command share, from its input. */
import type { CommandContext } from '../../platform/run-command.ts';
import type { Occasion } from './item-happening.ts';

/** Now when nothing is said; the rules refuse what lies ahead. */
export function occasionOf(
  { now }: Pick<CommandContext, 'now'>,
  paper: {
    readonly occurredAt?: string | undefined;
    readonly basis?: string | null;
    readonly note?: string | null;
  },
  people: Partial<Pick<Occasion, 'secondPerson' | 'counterparty'>> = {},
): Occasion {
  return {
    occurredAt: paper.occurredAt === undefined ? now : new Date(paper.occurredAt),
    basis: paper.basis ?? null,
    note: paper.note ?? null,
    secondPerson: people.secondPerson ?? null,
    counterparty: people.counterparty ?? null,
  };
}
