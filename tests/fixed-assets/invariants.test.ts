/** Random commands by random people, refused and allowed ones, and what must hold after each of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Refusal } from '../../src/platform/errors.ts';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { buildAssetCourt, type AssetCourt } from '../support/asset-court.ts';
import { performStep, randomStep } from '../support/random-steps.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let court: AssetCourt;

beforeAll(async () => {
  app = await createTestApp();
  court = await buildAssetCourt(app.dependencies, 7);
});
afterAll(() => app.close());

/** Everything that a refused command must leave as it was. */
async function readState(): Promise<string> {
  const { rows } = await app.database.ownerPool.query(`
    select (select md5(string_agg(t::text, '' order by id)) from assets t) as assets,
      (select md5(string_agg(t::text, '' order by id)) from ledger_books t) as books,
      (select count(*) from ledger_entries) as entries, (select count(*) from audit_events) as events,
      (select md5(string_agg(t::text, '' order by id)) from asset_receipts t) as receipts`);
  return JSON.stringify(rows);
}

describe('whatever people do', () => {
  it('every asset keeps one place and one holder, every book its chain, and a refusal changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomStep, { minLength: 5, maxLength: 25 }), async (steps) => {
        const assetIds = (await court.addCards(4)).map(({ id }) => id);
        for (const one of steps) {
          const before = await readState();
          try {
            await performStep({ app, court }, one, assetIds);
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
