/** The kinds of request, of which this module knows none: modules whose acts need an approval register them. */
import type { Sentence } from '../../platform/errors.ts';
import type { TenantReader } from '../../platform/database.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { PolicyRule } from './policy-rules.ts';

/** By what the policy chooses its rule. */
export interface Weighed {
  readonly grade: string | null;
  readonly amountFen: number | null;
}

export interface WeighedLine {
  readonly subjectId: string;
  readonly label: string;
  readonly quantity: string;
  readonly unit: string;
}

export interface RequestKind {
  /** `seized_item_loan`. */
  readonly kind: string;
  readonly name: Sentence;
  /** What holds until the court has rules of its own; the last applies to everything. */
  readonly shippedRules: readonly PolicyRule[];
  /** Whether nobody who decided may carry the approval out. */
  readonly keepsExecutorApart: boolean;
  /** Who keeps the things at the moment of a decision, where that can change after the request was handed in. */
  readonly listKeepers?: (
    reader: TenantReader,
    of: { readonly courtId: number; readonly subjectIds: readonly string[]; readonly now: Date },
  ) => Promise<readonly string[]>;
  /** Who has come to stand where the applicant stood, and may take back what nobody carries out any more. */
  readonly listSuccessors?: (
    reader: TenantReader,
    of: { readonly courtId: number; readonly subjectIds: readonly string[] },
  ) => Promise<readonly string[]>;
  /** What a line is called inside a refusal, where its label is no text that somebody wrote. */
  readonly sayLabel?: (label: string) => Sentence;
  /** Who counted what the request rests on; they do not judge their own count. */
  readonly listCounters?: (
    reader: TenantReader,
    of: { readonly courtId: number; readonly subjectIds: readonly string[] },
  ) => Promise<readonly string[]>;
  /** What the things are worth when a returned request is handed in again; left out: what they were worth before. */
  readonly weighAnew?: (command: CommandContext, lines: readonly WeighedLine[]) => Promise<Weighed>;
  /** Whether a court’s rules may let it be done without an approval: a rule without steps. */
  readonly mayBeWaived?: boolean;
}

const kinds = new Map<string, RequestKind>();

/** Registering the same kind again replaces it. */
export function registerRequestKind(kind: RequestKind): void {
  kinds.set(kind.kind, kind);
}

export function requestKindOf(kind: string): RequestKind | undefined {
  return kinds.get(kind);
}

/** In the order of registration. */
export function listRequestKinds(): readonly RequestKind[] {
  return [...kinds.values()];
}
