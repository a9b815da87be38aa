/** The chain of custody of one item, with the whole book of its case computed anew. */
import type { CommandContext } from '../../platform/run-command.ts';
import type { CaseHead } from '../cases/find-case.ts';
import type { ChainedEntry } from '../ledger/entry.ts';
import { findEntryDifference } from '../ledger/verify-chain.ts';
import { composeCustodyReport } from './forms/custody-report.ts';
import type { ItemGrounds } from './forms/item-forms.ts';
import type { PaperPart } from './paper-content.ts';
import { refusePaper } from './paper-refusals.ts';

/** Refusals: PAPER_ITEM_ONE, PAPER_SUBJECT_UNKNOWN. */
export function composeReport(
  command: CommandContext,
  grounds: ItemGrounds & { readonly head: CaseHead; readonly book: readonly ChainedEntry[] },
): PaperPart[] {
  const { head, source, items, texts, book } = grounds;
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw refusePaper('PAPER_ITEM_ONE');
  const [first] = book;
  if (first === undefined) throw refusePaper('PAPER_SUBJECT_UNKNOWN');
  const { hash } = book.at(-1) ?? first;
  const { bookId: id, courtId } = first;
  const algorithm = command.hashAlgorithm;
  const checked = { courtId, id, kind: 'case', subjectId: head.id, hashAlgorithm: algorithm } as const;
  const difference = findEntryDifference(
    { ...checked, lastSequence: book.length, lastHash: hash },
    book,
    first.previousHash,
  );
  return composeCustodyReport({
    source,
    item,
    texts,
    entries: book.filter(({ details }) => details['itemId'] === item.id),
    chain: {
      algorithm,
      entryCount: book.length,
      headHash: hash.toString('hex'),
      isWhole: difference === undefined,
    },
  });
}
