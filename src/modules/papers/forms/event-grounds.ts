/** What a paper of an event is made from. Pure types. */
import type { ChainedEntry } from '../../ledger/entry.ts';
import type { RequestSource } from '../paper-event.sql.ts';
import type { CaseSource, IntakeSource, ItemSource } from '../paper-source.sql.ts';
import type { Texts } from './paper-parts.ts';

export interface EventLine {
  readonly entry: ChainedEntry;
  readonly item: ItemSource;
}

export interface EventGrounds {
  readonly source: CaseSource;
  /** In the order of the book. */
  readonly lines: readonly EventLine[];
  /** The whole book of the case. */
  readonly book: readonly ChainedEntry[];
  readonly intake: IntakeSource | null;
  /** By item: the paper by which it left. */
  readonly releaseNumbers: ReadonlyMap<string, string>;
  /** By which what happened was allowed, where the form says who approved. */
  readonly approvals: readonly RequestSource[];
  readonly texts: Texts;
}
