/** What a module says about the things that can be imported; imports themselves know none of them. */
import type { Sentence } from '../../platform/errors.ts';
import type { Permission } from '../accounts/permissions.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { AssetDraft } from './asset-draft.ts';
import type { ImportSettings } from './import-settings.ts';
import type { MappedColumn } from './mapping.ts';
import type { ReferenceKind, ReferenceState, RowCounts } from './rules.ts';

/** One row of the file, as parsed. */
export interface DraftRow {
  readonly rowNumber: number;
  readonly draft: AssetDraft;
  /** A cell of it could not be read: the row is refused whatever else it says. */
  readonly isRefused: boolean;
}

/** What is found about a row. A notice does not keep it from being imported. */
export interface RowFinding extends Sentence {
  readonly rowNumber: number;
  /** Position of the column, from 0; null where the whole row is meant. */
  readonly position: number | null;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly severity: 'refused' | 'notice';
}

/** A name of the file that is not simply one thing of the court. */
export interface NameFinding {
  readonly kind: ReferenceKind;
  readonly key: string;
  readonly label: string;
  readonly rowCount: number;
  readonly state: ReferenceState;
  readonly subjectId: string | null;
  readonly subjectLabel: string | null;
  /** What creating it would make, one line each; null where it cannot be created. */
  readonly plan: readonly Sentence[] | null;
}

/** Rows of one outcome, and their values on both sides, in fen. */
export interface OutcomeSums {
  readonly rows: number;
  /** Rows that state a value; the sums are over these. */
  readonly rowsWithValue: number;
  readonly fileFen: number;
  /** null for refused rows, which have no other side, and before anything is written. */
  readonly registerFen: number | null;
}

/** An example of what changes, for the person who confirms. */
export interface ChangeSample {
  readonly rowNumber: number;
  readonly subjectId: string;
  readonly label: string;
  readonly changes: readonly { readonly field: Sentence; readonly from: Sentence; readonly to: Sentence }[];
}

export interface Settled {
  readonly isWritten: boolean;
  readonly counts: RowCounts;
  readonly findings: readonly RowFinding[];
  readonly names: readonly NameFinding[];
  readonly sums: Readonly<Record<'created' | 'changed' | 'unchanged' | 'refused', OutcomeSums>>;
  /** The whole register of the court, before and after. */
  readonly register: {
    readonly before: { readonly count: number; readonly valueFen: number };
    readonly after: { readonly count: number; readonly valueFen: number };
  };
  readonly changeSamples: readonly ChangeSample[];
  readonly createdNames: { readonly departments: number; readonly places: number };
  /** First and last code issued; null when no thing was created. */
  readonly codes: { readonly first: string; readonly last: string } | null;
}

export interface SettleProgress {
  readonly phase: 'deciding' | 'writing';
  readonly done: number;
  readonly total: number;
}

export interface SettleInput {
  readonly runId: string;
  readonly fileName: string;
  readonly rows: readonly DraftRow[];
  readonly columns: readonly MappedColumn[];
  readonly settings: ImportSettings;
  /** false: the same way through everything but the writing of things. */
  readonly write: boolean;
  readonly goodRowsOnly: boolean;
  readonly onProgress: (progress: SettleProgress) => void;
  /** Throws when the person cancelled. */
  readonly throwIfCancelled: () => void;
}

export interface ImportTarget {
  readonly id: string;
  /** Without it a person neither sees nor makes imports of the target. */
  readonly permission: Permission;
  readonly title: Sentence;
  /**
   * Decides every row and, when asked, writes: all rows or none, or the good ones only. A check runs in a transaction
   * that is rolled back, so names to be created are created there as well.
   */
  settle(command: CommandContext, input: SettleInput): Promise<Settled>;
}

const targets = new Map<string, ImportTarget>();

/** Registering the same target again replaces it. */
export function registerImportTarget(target: ImportTarget): void {
  targets.set(target.id, target);
}

/** Throws when no module registered it. */
export function importTargetOf(id: string): ImportTarget {
  const target = targets.get(id);
  if (!target) throw new Error(`no module imports ${id}`);
  return target;
}
