import type { CommandContext } from '../../../platform/run-command.ts';
import type { DraftRow, OutcomeSums, Settled } from '../../imports/import-target.ts';
import type { DecidedRow } from './decide-rows.ts';
import type { ImportSession } from './open-session.ts';
import { assetsWithValue, registerAfter, sampleChanges, sumFileSide } from './reconcile-rows.ts';
import { sumValues, totalRegister } from './register.sql.ts';

const CHUNK = 10_000;

/**
 * Both sides to the fen: what the file says of each outcome, and what the register has of the same assets, asked of the
 * register itself once it is written.
 */
export async function reconcile(
  { trx }: CommandContext,
  { court, context, registerBefore }: ImportSession,
  rows: {
    readonly decided: readonly DecidedRow[];
    readonly subjectOf: (row: DraftRow) => string;
    readonly isWritten: boolean;
  },
): Promise<Pick<Settled, 'sums' | 'register' | 'changeSamples'>> {
  const { decided, subjectOf, isWritten } = rows;
  const sums: Record<DecidedRow['kind'], OutcomeSums> = sumFileSide(decided);
  if (isWritten) {
    const ids = assetsWithValue(decided, subjectOf);
    for (const outcome of ['created', 'changed', 'unchanged'] as const) {
      let registerFen = 0;
      for (let start = 0; start < ids[outcome].length; start += CHUNK)
        registerFen += await sumValues(trx, court.id, ids[outcome].slice(start, start + CHUNK));
      sums[outcome] = { ...sums[outcome], registerFen };
    }
  }
  return {
    sums,
    register: {
      before: registerBefore,
      after: isWritten ? await totalRegister(trx, court.id) : registerAfter(registerBefore, decided),
    },
    changeSamples: sampleChanges(decided, context.register),
  };
}
