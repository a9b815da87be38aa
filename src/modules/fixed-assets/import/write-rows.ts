import type { CommandContext } from '../../../platform/run-command.ts';
import type { SettleInput } from '../../imports/import-target.ts';
import { rememberRows, type RememberedRow } from '../../imports/remember-rows.ts';
import { addAssets } from '../add-assets.ts';
import { letSearchWordsWait, sortInSearchWords } from '../asset-search-row.sql.ts';
import { recordCardCorrections } from '../record-card-corrections.ts';
import type { ChangedRow, NewRow } from './decide-rows.ts';
import { keptImportBasis } from './import-basis.ts';
import { parentsFirst } from './row-parents.ts';

const CHUNK = 1000;

export interface WrittenRows {
  /** First and last code issued. */
  readonly codes: { readonly first: string; readonly last: string } | null;
}

/** Writes decided rows: cards taken over, corrections, and what the file said about each asset. */
export async function writeRows(
  command: CommandContext,
  input: SettleInput,
  rows: {
    readonly created: readonly NewRow[];
    readonly changed: readonly ChangedRow[];
    readonly remembered: readonly RememberedRow[];
  },
): Promise<WrittenRows> {
  const total = rows.created.length + rows.changed.length;
  const report = (done: number) => {
    input.throwIfCancelled();
    input.onProgress({ phase: 'writing', done, total });
  };
  report(0);
  if (rows.created.length > CHUNK) await postponeSearchWords(command);
  const codes = await addCards(command, input, rows.created, report);
  const basis = keptImportBasis(input.fileName, input.runId);
  for (let start = 0; start < rows.changed.length; start += CHUNK) {
    await recordCardCorrections(command, rows.changed.slice(start, start + CHUNK), { basis, note: null });
    report(Math.min(total, rows.created.length + start + CHUNK));
  }
  const at = { courtId: command.actor.courtId, target: 'fixed_assets', runId: input.runId };
  await rememberRows(command.trx, at, rows.remembered);
  return { codes };
}

/** A search meanwhile reads along what is not yet sorted in; were it forgotten, the next card would sort it in. */
async function postponeSearchWords(command: CommandContext): Promise<void> {
  await letSearchWordsWait(command.trx);
  const call = { name: 'sortInSearchWords', input: null, isAudited: false };
  command.later(async (steps) => {
    await steps.command(call, ({ trx }) => sortInSearchWords(trx));
  });
}

async function addCards(
  command: CommandContext,
  input: SettleInput,
  created: readonly NewRow[],
  report: (done: number) => void,
): Promise<WrittenRows['codes']> {
  const basis = keptImportBasis(input.fileName, input.runId);
  const added = await addAssets(command, {
    courtId: command.actor.courtId,
    kind: 'take_over',
    drafts: parentsFirst(created).map(({ id, card, position, loanDueOn }) => ({
      id,
      card,
      position,
      occurredAt: command.now,
      loanDueOn,
      basis,
      note: null,
    })),
    onProgress: report,
  });
  const [first] = added;
  const last = added.at(-1);
  return first && last ? { first: first.code, last: last.code } : null;
}
