/** Random commands by random people, refused and allowed ones, and what must hold after each of them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { correctCard } from '../../src/modules/fixed-assets/correct-card.ts';
import { correctEntry } from '../../src/modules/fixed-assets/correct-entry.ts';
import { recordMoves } from '../../src/modules/fixed-assets/record-moves.ts';
import { refuseReceipt } from '../../src/modules/fixed-assets/refuse-receipt.ts';
import { ASSET_MOVES, type AssetMove } from '../../src/modules/fixed-assets/rules.ts';
import { signReceipts } from '../../src/modules/fixed-assets/sign-receipts.ts';
import { Refusal } from '../../src/platform/errors.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { buildAssetCourt, cardOf, type AssetCourt } from '../support/asset-court.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: AssetCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildAssetCourt(app.dependencies, 7);
});
afterAll(() => app.close());

const MOVES = (Object.keys(ASSET_MOVES) as AssetMove[]).filter((move) => ASSET_MOVES[move].from.length > 0);
const someIndex = fc.nat(99);
const target = fc.record({
  departmentId: fc.option(fc.nat(2), { nil: undefined }),
  holderId: fc.option(fc.option(fc.nat(4), { nil: null }), { nil: undefined }),
  placeId: fc.option(fc.nat(2), { nil: undefined }),
});
type Step =
  | {
      kind: 'move';
      move: AssetMove;
      assets: number[];
      target: { departmentId?: number; holderId?: number | null; placeId?: number };
      minutes: number;
    }
  | { kind: 'settle'; sign: boolean; person: number }
  | { kind: 'correctCard'; asset: number; name: string; value: number }
  | { kind: 'correctEntry'; asset: number; sequence: number; place: number; holder: number | null };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      move: fc.constantFrom(...MOVES),
      assets: fc.array(someIndex, { minLength: 1, maxLength: 3 }),
      target: target as fc.Arbitrary<{ departmentId?: number; holderId?: number | null; placeId?: number }>,
      minutes: fc.integer({ min: -5, max: 30 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), sign: fc.boolean(), person: fc.nat(4) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('correctCard' as const),
      asset: someIndex,
      name: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
        .filter((text) => text.isWellFormed() && !text.includes('\u0000')),
      value: fc.nat(10_000_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('correctEntry' as const),
      asset: someIndex,
      sequence: fc.integer({ min: 1, max: 6 }),
      place: fc.nat(2),
      holder: fc.option(fc.nat(4), { nil: null }),
    }),
  },
);

/** Everything that a refused command must leave as it was. */
async function readState(): Promise<string> {
  const { rows } = await app.database.ownerPool.query(`
    select (select md5(string_agg(t::text, '' order by id)) from assets t) as assets,
      (select md5(string_agg(t::text, '' order by id)) from ledger_books t) as books,
      (select count(*) from ledger_entries) as entries, (select count(*) from audit_events) as events,
      (select md5(string_agg(t::text, '' order by id)) from asset_receipts t) as receipts`);
  return JSON.stringify(rows);
}

async function pendingOf(personId: string): Promise<string[]> {
  const { rows } = await app.database.ownerPool.query<{ id: string }>(
    "select id from asset_receipts where receiver_id = $1 and state = 'pending' order by id",
    [personId],
  );
  return rows.map(({ id }) => id);
}

async function perform(one: Step, assetIds: readonly string[]): Promise<void> {
  const at = <T>(items: readonly T[], index: number): T => {
    const item = items[index % items.length];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  };
  if (one.kind === 'move') {
    app.clock.advanceMs(Math.max(0, one.minutes) * 60_000);
    const { departmentId, holderId, placeId } = one.target;
    await court.run((command) =>
      recordMoves(command, {
        move: one.move,
        assetIds: one.assets.map((index) => at(assetIds, index)),
        occurredAt:
          one.minutes < 0 ? new Date(command.now.getTime() + one.minutes * 60_000).toISOString() : undefined,
        basis: null,
        note: null,
        loanDueOn: one.move === 'loan' ? '2027-01-01' : null,
        details: one.move === 'loan' ? { dueOn: '2027-01-01' } : {},
        target: {
          departmentId: departmentId === undefined ? undefined : at(court.departments, departmentId).id,
          holderId: holderId === undefined || holderId === null ? holderId : at(court.people, holderId).id,
          placeId: placeId === undefined ? undefined : at(court.places, placeId).id,
        },
      }),
    );
  } else if (one.kind === 'settle') {
    const person = at(court.people, one.person);
    const [receiptId = assetIds[0] ?? ''] = await pendingOf(person.id);
    const actor = court.actorOf(person, 'staff');
    if (one.sign) await court.run((command) => signReceipts(command, { receiptIds: [receiptId] }), actor);
    else await court.run((command) => refuseReceipt(command, { receiptId, reason: '不是本人' }), actor);
  } else if (one.kind === 'correctCard') {
    const assetId = at(assetIds, one.asset);
    const { rows } = await app.database.ownerPool.query<{ version: number }>(
      'select version from assets where id = $1',
      [assetId],
    );
    const card = cardOf({ name: one.name, originalValueFen: one.value });
    await court.run((command) =>
      correctCard(command, { assetId, card, reason: '核对', expectedVersion: rows[0]?.version ?? 0 }),
    );
  } else {
    const holderId = one.holder === null ? null : at(court.people, one.holder).id;
    await court.run((command) =>
      correctEntry(command, {
        assetId: at(assetIds, one.asset),
        sequence: one.sequence,
        reason: '录错',
        placeId: at(court.places, one.place).id,
        holderId,
      }),
    );
  }
}

describe('whatever people do', () => {
  it('every asset keeps one place and one holder, every book its chain, and a refusal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const assetIds = (await court.addCards(4)).map(({ id }) => id);
        for (const one of steps) {
          const before = await readState();
          try {
            await perform(one, assetIds);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            expect(await readState()).toBe(before);
          }
        }
        const { difference } = await verifyLedger(app.database.ownerPool, {});
        expect(difference).toBeUndefined();
        const { rows } = await app.database.ownerPool.query(
          `
          select asset.code from assets asset
          join ledger_books book on book.id = asset.book_id
          where asset.id = any($1) and (book.last_sequence <> (select count(*) from ledger_entries entry where entry.book_id = book.id)
            or (asset.status = 'on_loan') <> (asset.loan_due_on is not null)
            or (asset.status = 'in_repair') <> (asset.status_before_repair is not null)
            or (asset.status = 'on_loan' and asset.holder_id is null)
            or (asset.status = 'in_stock' and asset.holder_id is not null)
            or (select count(*) from asset_receipts where asset_id = asset.id and state = 'pending') > 1)`,
          [assetIds],
        );
        expect(rows).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
