/** Recomputes every chain, every projection and every paper in one snapshot, as the owner, whatever court. */
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { countAssetsWithoutBook, countStrayWords } from './modules/fixed-assets/asset-verification.sql.ts';
import { verifyAssetBooks } from './modules/fixed-assets/verify-asset-books.ts';
import { verifyDepreciation } from './modules/fixed-assets/verify-depreciation.ts';
import { verifyRecoveries } from './modules/dispositions/verify-recoveries.ts';
import { verifyPapers } from './modules/papers/verify-papers.ts';
import { countItemsWithoutBook } from './modules/seized-items/item-verification.sql.ts';
import { verifyCaseBooks } from './modules/seized-items/verify-case-books.ts';
import { openHeadsWriter, readHeads } from './modules/ledger/heads-file.ts';
import type { BookWithEntries } from './modules/ledger/book.ts';
import { countEntriesWithoutBook, streamBooks } from './modules/ledger/ledger-verification.sql.ts';
import { findBookDifference, type ChainDifference, type SavedHead } from './modules/ledger/verify-chain.ts';
import { openDatabase, type DB } from './platform/database.ts';
import type { Sentence } from './platform/errors.ts';

export interface LedgerVerification {
  readonly bookCount: number;
  readonly entryCount: number;
  readonly difference: Sentence | undefined;
}

const FAULTS: Record<ChainDifference['fault'], Sentence> = {
  SEQUENCE_GAP: { zh: '序号不连续', en: 'a gap in the sequence' },
  PREVIOUS_HASH_DIFFERS: { zh: '前一笔的哈希不符', en: 'the hash of the entry before differs' },
  HASH_DIFFERS: { zh: '内容与哈希不符', en: 'the content does not match its hash' },
  HEAD_SEQUENCE_DIFFERS: { zh: '账簿末笔序号不符', en: "the book's last sequence differs" },
  HEAD_HASH_DIFFERS: { zh: '账簿末笔哈希不符', en: "the book's last hash differs" },
  HEAD_CUT_OFF: { zh: '早先导出的末笔已不存在', en: 'entries exported earlier are gone' },
  HEAD_REWRITTEN: { zh: '早先导出的记录已被改写', en: 'an entry exported earlier was rewritten' },
  ENTRY_WITHOUT_BOOK: { zh: '记录没有账簿', en: 'entries without a book' },
};

function sentenceOfChain(difference: ChainDifference): Sentence {
  const { fault, courtId, bookId, sequence, expected, found } = difference;
  return {
    zh: `法院 ${courtId} 账簿 ${bookId} 第 ${sequence} 笔：${FAULTS[fault].zh}（应为 ${expected}，实为 ${found}）`,
    en: `court ${courtId}, book ${bookId}, entry ${sequence}: ${FAULTS[fault].en} (expected ${expected}, found ${found})`,
  };
}

function findChainDifference(
  page: readonly BookWithEntries[],
  heads: ReadonlyMap<string, SavedHead> | undefined,
  seen: Set<string>,
): ChainDifference | undefined {
  for (const { book, entries } of page) {
    const key = `${book.courtId}/${book.id}`;
    seen.add(key);
    const difference = findBookDifference(book, entries, heads?.get(key));
    if (difference) return difference;
  }
  return undefined;
}

function findMissingBook(
  heads: ReadonlyMap<string, SavedHead> | undefined,
  seen: ReadonlySet<string>,
): Sentence | undefined {
  for (const [key, head] of heads ?? []) {
    if (seen.has(key)) continue;
    const { courtId, bookId, sequence } = head;
    return sentenceOfChain({
      fault: 'HEAD_CUT_OFF',
      courtId,
      bookId,
      sequence,
      expected: String(sequence),
      found: '0',
    });
  }
  return undefined;
}

async function findDepreciationDifference(db: Kysely<DB>): Promise<Sentence | undefined> {
  const difference = await verifyDepreciation(db);
  if (!difference) return undefined;
  const { courtId, code, month, field, expected, found } = difference;
  const at = [code, month?.slice(0, 7)].filter((part) => part != null).join(' ');
  return {
    zh: `法院 ${courtId} 折旧 ${at}：${field} 不符（应为 ${expected} 分，实为 ${found} 分）`,
    en: `court ${courtId}, depreciation ${at}: ${field} differs (expected ${expected}, found ${found})`,
  };
}

/** Entries without a book, cards that no book of their own claims, and what would be found and is not there. */
async function findStray(db: Kysely<DB>): Promise<Sentence | undefined> {
  const entryCount = await countEntriesWithoutBook(db);
  if (entryCount > 0) {
    const { zh, en } = FAULTS.ENTRY_WITHOUT_BOOK;
    return { zh: `${entryCount} 笔${zh}`, en: `${entryCount} ${en}` };
  }
  const assetCount = await countAssetsWithoutBook(db);
  if (assetCount > 0)
    return {
      zh: `${assetCount} 件资产没有自己的账簿`,
      en: `${assetCount} assets without a book of their own`,
    };
  const itemCount = await countItemsWithoutBook(db);
  if (itemCount > 0)
    return {
      zh: `${itemCount} 件涉案财物不在本案账簿中`,
      en: `${itemCount} seized items outside the book of their case`,
    };
  const wordCount = await countStrayWords(db);
  if (wordCount === 0) return undefined;
  return { zh: `${wordCount} 条检索内容没有对应资产`, en: `${wordCount} numbers or words of no asset` };
}

/** The first thing that stands otherwise than the books of the page say. */
async function findProjectionFault(
  db: Kysely<DB>,
  page: readonly BookWithEntries[],
): Promise<Sentence | undefined> {
  const asset = await verifyAssetBooks(db, page);
  const fault = asset ?? (await verifyCaseBooks(db, page));
  if (!fault) return undefined;
  const { courtId, code, bookId, field, expected, found } = fault;
  const [zh, en] = asset ? ['资产', 'asset'] : ['涉案财物', 'seized item'];
  return {
    zh: `法院 ${courtId} ${zh} ${code ?? bookId}：${field} 与台账不符（台账 ${String(expected)}，现状 ${String(found)}）`,
    en: `court ${courtId}, ${en} ${code ?? bookId}: ${field} differs from the ledger (ledger ${String(expected)}, kept ${String(found)})`,
  };
}

/** `pool` connects as the owner. A heads file saved earlier also finds a cut tail and a chain rewritten whole. */
export async function verifyLedger(
  pool: pg.Pool,
  options: { readonly headsFile?: string | undefined; readonly saveHeadsFile?: string | undefined },
): Promise<LedgerVerification> {
  const heads = options.headsFile === undefined ? undefined : await readHeads(options.headsFile);
  const writer = options.saveHeadsFile === undefined ? undefined : openHeadsWriter(options.saveHeadsFile);
  const seen = new Set<string>();
  let entryCount = 0;
  const found = await openDatabase(pool, 'begin isolation level repeatable read read only')
    .transaction()
    .execute(async (db): Promise<Sentence | undefined> => {
      const stray = await findStray(db);
      if (stray) return stray;
      for await (const page of streamBooks(db)) {
        entryCount += page.reduce((sum, { entries }) => sum + entries.length, 0);
        const chain = findChainDifference(page, heads, seen);
        if (chain) return sentenceOfChain(chain);
        const fault = await findProjectionFault(db, page);
        if (fault) return fault;
        if (writer) for (const { book } of page) await writer.write(book);
      }
      return (
        findMissingBook(heads, seen) ??
        (await findDepreciationDifference(db)) ??
        (await verifyRecoveries(db)) ??
        (await verifyPapers(db))
      );
    });
  await writer?.close();
  return { bookCount: seen.size, entryCount, difference: found };
}
