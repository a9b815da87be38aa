/** One book a case: chain, projection and proofs are recomputed, and whatever was changed behind them is named. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { buildAssetCourt, type AssetCourt } from '../support/asset-court.ts';
import { addCase, itemCardOf, step, takeOver } from '../support/seized-case.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: AssetCourt;
let caseId: string;
let phoneId: string;
let coinId: string;
let dollarsId: string;
const COINS = '1234.000000000000000001';

beforeAll(async () => {
  app = await createTestApp();
  court = await buildAssetCourt(app.dependencies, 7);
  caseId = await addCase(court);
  const added = await takeOver(court, caseId, [
    { card: itemCardOf(), quantity: '3' },
    { card: itemCardOf({ name: '比特币', category: 'virtual_currency', unit: '枚币' }), quantity: COINS },
    { card: itemCardOf({ name: '美元', category: 'foreign_currency', unit: 'USD' }), quantity: '2500.5' },
  ]);
  [phoneId, coinId, dollarsId] = added.map(({ id }) => id) as [string, string, string];
  const holderId = court.people[1]?.id ?? null;
  await step(court, phoneId, 'prepare_release', '3');
  app.clock.advanceMs(1000);
  await step(court, phoneId, 'release', '3', {
    holderId,
    placeId: null,
    dueAtMs: app.clock.now().getTime() + 86_400_000,
  });
  await step(court, coinId, 'record_natural_loss', '0.000000000000000001');
  await step(court, dollarsId, 'deposit', '2500.5', { keeper: '中国银行临河支行', placeId: null });
});
afterAll(() => app.close());

async function owner<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const { rows } = await app.database.ownerPool.query<T>(text, values);
  return rows;
}

async function differenceWhile(
  tamper: string,
  values: unknown[],
  restore: string,
): Promise<string | undefined> {
  const client = await app.database.ownerPool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(tamper, values);
    const { difference } = await verifyLedger(app.database.ownerPool, {});
    await client.query(restore, values);
    return difference?.en;
  } finally {
    await client.query('set session_replication_role = origin');
    client.release();
  }
}

describe('the book of a case', () => {
  it('is one, opened with the first item, and holds every entry of its items in order', async () => {
    const books = await owner<{ kind: string; last_sequence: number }>(
      'select kind, last_sequence from ledger_books where subject_id = $1',
      [caseId],
    );
    expect(books).toEqual([{ kind: 'case', last_sequence: 7 }]);
    const entries = await owner<{ kind: string; number: string; seal: string | null; onHand: string }>(
      `select kind, details ->> 'number' as number, details ->> 'onHand' as "onHand" from ledger_entries
        where book_kind = 'case' order by sequence`,
    );
    expect(entries).toEqual([
      { kind: 'take_over', number: '1', onHand: '3' },
      { kind: 'take_over', number: '2', onHand: COINS },
      { kind: 'take_over', number: '3', onHand: '2500.5' },
      { kind: 'prepare_release', number: '1', onHand: '3' },
      { kind: 'release', number: '1', onHand: '3' },
      { kind: 'record_natural_loss', number: '2', onHand: '1234' },
      { kind: 'deposit', number: '3', onHand: '2500.5' },
    ]);
  });

  it('keeps eighteen places and the currency of money', async () => {
    const [coins] = await owner(
      'select quantity::text, unit from ledger_entries where sequence = 2 and book_kind = $1',
      ['case'],
    );
    expect(coins).toEqual({ quantity: COINS, unit: '枚币' });
    const [dollars] = await owner(
      'select quantity::text, amount_fen, currency from ledger_entries where sequence = 3 and book_kind = $1',
      ['case'],
    );
    expect(dollars).toEqual({ quantity: '2500.5', amount_fen: 250_050, currency: 'USD' });
  });

  it('agrees with what is kept', async () => {
    expect(await verifyLedger(app.database.ownerPool, {})).toMatchObject({
      bookCount: 1,
      entryCount: 7,
      difference: undefined,
    });
  });
});

/** Tampering, how it is undone, and what verification says. */
const TAMPERED: [string, string, RegExp][] = [
  [
    "update seized_items set state = 'in_store' where id = $1",
    "update seized_items set state = 'on_loan' where id = $1",
    /state differs/,
  ],
  [
    'update seized_items set on_hand = 2 where id = $1',
    'update seized_items set on_hand = 3 where id = $1',
    /onHand differs/,
  ],
  [
    "update seized_items set seal_number = 'F9' where id = $1",
    'update seized_items set seal_number = null where id = $1',
    /sealNumber differs/,
  ],
  [
    "update seized_items set keeper = '某单位' where id = $1",
    'update seized_items set keeper = null where id = $1',
    /keeper differs/,
  ],
  [
    'update seized_items set number = 9 where id = $1',
    'update seized_items set number = 1 where id = $1',
    /number differs/,
  ],
  [
    "update seized_items set unit = '台' where id = $1",
    "update seized_items set unit = '部' where id = $1",
    /unit differs/,
  ],
  [
    "update seized_items set state_since = state_since - interval '1 day' where id = $1",
    "update seized_items set state_since = state_since + interval '1 day' where id = $1",
    /stateSinceMs differs/,
  ],
  [
    "update seized_items set due_at = due_at + interval '1 day' where id = $1",
    "update seized_items set due_at = due_at - interval '1 day' where id = $1",
    /dueAtMs differs/,
  ],
  [
    "update ledger_entries set quantity = quantity + 0.000000000000000001 where details ->> 'itemId' = $1::text and sequence = 1",
    "update ledger_entries set quantity = 3 where details ->> 'itemId' = $1::text and sequence = 1",
    /hash/,
  ],
];

describe('what was changed behind its back', () => {
  it.each(TAMPERED)('%s', async (tamper, restore, said) => {
    expect(await differenceWhile(tamper, [phoneId], restore)).toMatch(said);
  });

  it('an item that no book claims', async () => {
    const said = await differenceWhile(
      'update seized_items set case_id = gen_random_uuid() where id = $1',
      [phoneId],
      `update seized_items set case_id = '${caseId}' where id = $1`,
    );
    expect(said).toMatch(/1 seized items outside the book/);
  });

  it('leaves no difference once it is put back', async () => {
    expect((await verifyLedger(app.database.ownerPool, {})).difference).toBeUndefined();
  });
});
