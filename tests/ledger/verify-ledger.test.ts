/** Whatever a superuser changes behind the application's back, verification names it. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type pg from 'pg';
import { correctCard } from '../../src/modules/fixed-assets/correct-card.ts';
import { recordMoves } from '../../src/modules/fixed-assets/record-moves.ts';
import { hashEntry } from '../../src/modules/ledger/entry.ts';
import { streamBooks } from '../../src/modules/ledger/ledger-verification.sql.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { buildAssetCourt, cardOf, type AssetCourt } from '../support/asset-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: AssetCourt;
let bookId: string;
let assetId: string;
let folder: string;

beforeAll(async () => {
  app = await createTestApp();
  folder = await mkdtemp(path.join(os.tmpdir(), 'court-custody-heads-'));
  court = await buildAssetCourt(app.dependencies, 9);
  const [asset] = await court.addCards(3, { supplier: '恒信办公', notes: '含键鼠' });
  assetId = asset?.id ?? '';
  const { rows } = await app.database.ownerPool.query<{ book_id: string }>(
    'select book_id from assets where id = $1',
    [assetId],
  );
  bookId = rows[0]?.book_id ?? '';
  const move = (input: Partial<Parameters<typeof recordMoves>[1]> & { move: 'issue' | 'return' }) =>
    court.run((command) =>
      recordMoves(command, {
        assetIds: [assetId],
        basis: '单据',
        note: '说明',
        counterparty: '对方',
        target: {},
        ...input,
      }),
    );
  const [, holder] = court.people;
  await move({ move: 'issue', target: { holderId: holder?.id ?? null, placeId: court.places[1]?.id } });
  await court.run((command) =>
    correctCard(command, {
      assetId,
      card: cardOf({ supplier: '恒信办公', notes: '不含键鼠' }),
      reason: '核对',
      expectedVersion: 2,
    }),
  );
  await move({ move: 'return', target: { holderId: null, placeId: court.places[0]?.id } });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

/** Tampers past the triggers, verifies, and puts everything back. */
async function whileTampered(
  tamper: (client: pg.PoolClient) => Promise<unknown>,
  headsFile?: string,
): Promise<string | undefined> {
  const tables = ['ledger_entries', 'ledger_books', 'assets', 'asset_aliases', 'asset_search'];
  const client = await app.database.ownerPool.connect();
  try {
    for (const table of tables) {
      await client.query(`create table kept_${table} as table ${table}`);
    }
    await client.query('set session_replication_role = replica');
    await tamper(client);
    const { difference } = await verifyLedger(app.database.ownerPool, { headsFile });
    return difference?.en;
  } finally {
    await client.query('set session_replication_role = replica');
    for (const table of tables) {
      await client.query(`delete from ${table}`);
      await client.query(`insert into ${table} select * from kept_${table}`);
      await client.query(`drop table kept_${table}`);
    }
    await client.query('set session_replication_role = origin');
    client.release();
  }
}

const SECOND = 'where book_id = $1 and sequence = 2';
const TEXT = (column: string) =>
  `update ledger_entries set ${column} = coalesce(${column}, '') || '.' ${SECOND}`;
const UUID = (column: string) => `update ledger_entries set ${column} = gen_random_uuid() ${SECOND}`;

/** One changed byte in every column of an entry. */
const CHANGES: Record<string, string> = {
  court_id: `update ledger_entries set court_id = court_id + 1 ${SECOND}`,
  book_id: UUID('book_id'),
  sequence: `update ledger_entries set sequence = 9 ${SECOND}`,
  id: UUID('id'),
  occurred_at: `update ledger_entries set occurred_at = occurred_at + interval '1 millisecond' ${SECOND}`,
  recorded_at: `update ledger_entries set recorded_at = recorded_at + interval '1 millisecond' ${SECOND}`,
  late: `update ledger_entries set late = not late ${SECOND}`,
  quantity: `update ledger_entries set quantity = quantity + 0.0001 ${SECOND}`,
  amount_fen: `update ledger_entries set amount_fen = amount_fen + 1 ${SECOND}`,
  currency: `update ledger_entries set currency = 'CNX' ${SECOND}`,
  details: `update ledger_entries set details = details || '{"x": 1}' ${SECOND}`,
  corrects_sequence: `update ledger_entries set corrects_sequence = 1 ${SECOND}`,
  previous_hash: `update ledger_entries set previous_hash = set_byte(previous_hash, 5, get_byte(previous_hash, 5) # 1) ${SECOND}`,
  hash: `update ledger_entries set hash = set_byte(hash, 5, get_byte(hash, 5) # 1) ${SECOND}`,
  ...Object.fromEntries(
    [
      'book_kind',
      'kind',
      'actor_name',
      'actor_department',
      'second_person_name',
      'counterparty',
      'basis',
      'note',
      'from_status',
      'to_status',
      'from_department',
      'to_department',
      'from_holder',
      'to_holder',
      'from_place',
      'to_place',
      'unit',
    ].map((column) => [column, TEXT(column)]),
  ),
  ...Object.fromEntries(
    [
      'actor_id',
      'second_person_id',
      'from_department_id',
      'to_department_id',
      'from_holder_id',
      'to_holder_id',
      'from_place_id',
      'to_place_id',
    ].map((column) => [column, UUID(column)]),
  ),
};

describe('verification', () => {
  it('finds nothing where nothing is wrong', async () => {
    const { bookCount, entryCount, difference } = await verifyLedger(app.database.ownerPool, {});
    expect({ bookCount, entryCount, difference }).toEqual({
      bookCount: 3,
      entryCount: 6,
      difference: undefined,
    });
  });

  it('the list of changes below names every column of an entry', async () => {
    const { rows } = await app.database.ownerPool.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_name = 'ledger_entries'",
    );
    expect(Object.keys(CHANGES).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it.each(Object.entries(CHANGES))('finds one change in %s', async (_column, statement) => {
    const difference = await whileTampered((client) => client.query(statement, [bookId]));
    expect(difference).toMatch(/entry|entries/);
  });

  it.each([
    ['a deleted entry', `delete from ledger_entries ${SECOND}`],
    ['a deleted last entry', 'delete from ledger_entries where book_id = $1 and sequence = 4'],
    ['every entry deleted', 'delete from ledger_entries where book_id = $1'],
    [
      'two swapped entries',
      'update ledger_entries set sequence = case sequence when 2 then 3 else 2 end where book_id = $1 and sequence in (2, 3)',
    ],
    [
      'a head that is not the last entry',
      'update ledger_books set last_hash = set_byte(last_hash, 0, get_byte(last_hash, 0) # 1) where id = $1',
    ],
    ['a book made another kind', "update ledger_books set kind = 'case' where id = $1"],
    ['a deleted book', 'delete from ledger_books where id = $1'],
  ])('finds %s', async (_name, statement) => {
    const difference = await whileTampered(async (client) => {
      // why: primary keys stand in the way of a plain swap, as they would for the attacker.
      await client.query('alter table ledger_entries drop constraint ledger_entries_pkey');
      await client.query(statement, [bookId]);
    });
    await app.database.ownerPool.query(
      'alter table ledger_entries add primary key (court_id, book_id, sequence)',
    );
    expect(difference).toMatch(/book|entries/);
  });

  it.each([
    ['status', "status = 'idle'"],
    ['holderId', 'holder_id = (select id from people limit 1)'],
    ['placeId', 'place_id = null'],
    ['stateSince', "state_since = state_since - interval '1 day'"],
    ['card.name', "name = '办公椅 '"],
    ['card.originalValueFen', 'original_value_fen = original_value_fen + 1'],
    ['card.notes', 'notes = null'],
  ])('finds a projection that differs in %s', async (field, change) => {
    const difference = await whileTampered((client) =>
      client.query(`update assets set ${change} where id = $1`, [assetId]),
    );
    expect(difference).toContain(`: ${field}`);
  });

  it.each([
    ['a number that is gone', 'numbers', "delete from asset_aliases where asset_id = $1 and kind = 'serial'"],
    [
      'a number of another card',
      'numbers',
      `insert into asset_aliases (court_id, alias, asset_id, kind, reversed)
       select court_id, 'X1', id, 'old_number', '1X' from assets where id = $1`,
    ],
    ['words that are gone', 'words', 'delete from asset_search where asset_id = $1'],
    [
      'a piece of a word that is gone',
      'words',
      'update asset_search set grams = grams[2:] where asset_id = $1',
    ],
    ['another name', 'words', "update asset_search set name = '办公椅 ' where asset_id = $1"],
  ])('finds %s', async (_what, field, change) => {
    const difference = await whileTampered((client) => client.query(change, [assetId]));
    expect(difference).toContain(`: ${field}`);
  });

  it('finds numbers and words of no card', async () => {
    const stray = await whileTampered((client) =>
      client.query(`insert into asset_aliases (court_id, alias, asset_id, kind, reversed)
        values (9, 'X1', gen_random_uuid(), 'old_number', '1X')`),
    );
    expect(stray).toBe('1 numbers or words of no asset');
  });
});

/** What an attacker with every right would do: cut the tail, or rewrite a chain with fresh hashes. */
async function rewriteBook(client: pg.PoolClient, change: (note: string | null) => string): Promise<void> {
  await openDatabase(app.database.ownerPool, 'begin')
    .transaction()
    .execute(async (db) => {
      for await (const page of streamBooks(db)) {
        const book = page.find((one) => one.book.id === bookId);
        if (!book) continue;
        let previousHash = book.entries[0]?.previousHash ?? Buffer.alloc(32);
        for (const entry of book.entries) {
          const { hash: _hash, previousHash: _previous, ...content } = { ...entry, note: change(entry.note) };
          const hash = hashEntry(book.book.hashAlgorithm, content, previousHash);
          await client.query(
            'update ledger_entries set note = $1, previous_hash = $2, hash = $3 where book_id = $4 and sequence = $5',
            [content.note, previousHash, hash, bookId, entry.sequence],
          );
          previousHash = hash;
        }
        await client.query('update ledger_books set last_hash = $1 where id = $2', [previousHash, bookId]);
      }
    });
}

describe('with heads saved earlier', () => {
  it('finds a cut tail and a chain rewritten whole, which nothing else shows', async () => {
    const headsFile = path.join(folder, 'heads.txt');
    await verifyLedger(app.database.ownerPool, { saveHeadsFile: headsFile });
    expect((await readFile(headsFile, 'utf8')).trim().split('\n')).toHaveLength(3);
    expect((await verifyLedger(app.database.ownerPool, { headsFile })).difference).toBeUndefined();

    const cut = async (client: pg.PoolClient) => {
      await client.query('delete from ledger_entries where book_id = $1 and sequence = 4', [bookId]);
      await client.query(
        'update ledger_books set last_sequence = 3, last_hash = (select hash from ledger_entries where book_id = $1 and sequence = 3) where id = $1',
        [bookId],
      );
      await client.query(
        'update assets set (status, department_id, holder_id, place_id, state_since) = (select to_status, to_department_id, to_holder_id, to_place_id, occurred_at from ledger_entries where book_id = $2 and sequence = 2) where id = $1',
        [assetId, bookId],
      );
    };
    expect(await whileTampered(cut)).toBeUndefined();
    expect(await whileTampered(cut, headsFile)).toContain('entries exported earlier are gone');

    const rewrite = (client: pg.PoolClient) => rewriteBook(client, () => '改写');
    expect(await whileTampered(rewrite)).toBeUndefined();
    expect(await whileTampered(rewrite, headsFile)).toContain('an entry exported earlier was rewritten');
  });

  it('a damaged heads file proves nothing and is refused', async () => {
    const headsFile = path.join(folder, 'damaged.txt');
    await writeFile(headsFile, '9 not-a-head');
    await expect(verifyLedger(app.database.ownerPool, { headsFile })).rejects.toThrow('not a heads file');
  });
});
