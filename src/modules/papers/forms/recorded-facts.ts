/** Entries with what was recorded beside them, so that a paper finds it where it looks; the entry itself goes first. Pure. */
import { DOCUMENT_KINDS } from '../../cases/document-number.ts';
import { TAKER_RELATIONS } from '../../dispositions/judgment-orders.ts';
import type { ChainedEntry } from '../../ledger/entry.ts';
import { RELEASE_PURPOSES } from '../../seized-items/releases/release-kinds.ts';
import type { RecordedFacts } from '../paper-record.sql.ts';

const WORDS: Readonly<Record<string, Readonly<Record<string, { readonly zh: string }>>>> = {
  purpose: RELEASE_PURPOSES,

  documentKind: DOCUMENT_KINDS,
  relation: TAKER_RELATIONS,
};

/** Facts in the words of a paper; what is not recorded is left out. */
export function saidFacts(facts: RecordedFacts): Record<string, string | number> {
  const said = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [[name, WORDS[name]?.[String(value)]?.zh ?? value] as const],
  );
  const { documentKind, documentNumber, ...others } = Object.fromEntries(said);
  const papers = [documentKind, documentNumber].filter((part) => part !== undefined).join(' ');
  return papers === '' ? others : { ...others, takerDocument: papers };
}

export function withFacts(entry: ChainedEntry, facts: RecordedFacts | undefined): ChainedEntry {
  return facts === undefined ? entry : { ...entry, details: { ...saidFacts(facts), ...entry.details } };
}
