/** Statements that are sent without waiting for their answers: one failure still undoes everything, and says why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import {
  askTogether,
  PREPARED,
  question,
  sendAhead,
  type TenantTransaction,
} from '../../src/platform/database.ts';
import { rowSet } from '../../src/platform/row-set.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { buildCourt, writeAsSystem } from '../support/people.ts';

let app: TestApp;
let courtId: number;

beforeAll(async () => {
  app = await createTestApp();
  courtId = (await buildCourt(app)).id;
});
afterAll(() => app.close());

function insertPlace(name: string): RawBuilder<unknown> {
  return sql`${PREPARED} insert into places (court_id, id, kind, name, path, sort_key, ancestor_ids, created_at)
    values (${courtId}, gen_random_uuid(), 'site', ${name}, ${name}::text, ${name}::text, '{}', now())`;
}

async function listPlaceNames(): Promise<string[]> {
  const { rows } = await app.database.ownerPool.query<{ name: string }>(
    'select name from places order by created_at, name',
  );
  return rows.map(({ name }) => name);
}

const write = (work: (trx: TenantTransaction) => Promise<unknown>) =>
  writeAsSystem(app, courtId, ({ trx }) => work(trx));

describe('statements sent ahead', () => {
  it('run in their order, before the one that is waited for', async () => {
    const seen = await write(async (trx) => {
      await sendAhead(trx, insertPlace('甲院'));
      await sendAhead(trx, sql`update places set name = '乙院', path = '乙院' where name = '甲院'`);
      return (await sql<{ name: string }>`select name from places`.execute(trx)).rows;
    });
    expect(seen).toEqual([{ name: '乙院' }]);
    expect(await listPlaceNames()).toEqual(['乙院']);
  });

  it.each([
    ['before another statement', async (trx: TenantTransaction) => sql`select 1`.execute(trx)],
    ['before the commit', async () => {}],
  ])('undo everything with the error of the first that failed, %s', async (_when, next) => {
    const work = async (trx: TenantTransaction) => {
      await sendAhead(trx, insertPlace('丙院'));
      await sendAhead(trx, sql`select 1 / 0`);
      await sendAhead(trx, insertPlace('丁院'));
      await next(trx);
    };
    await expect(write(work)).rejects.toMatchObject({ code: '22012' });
    expect(await listPlaceNames()).toEqual(['乙院']);
  });

  it('questions asked together are answered in their order, each after what those before it did', async () => {
    const names = question(sql<{ name: string }>`select name from places`, (rows) =>
      rows.map(({ name }) => name),
    );
    const renamed = question(sql`update places set path = '丑院', name = '丑院'`, () => true);
    const answers = write((trx) => askTogether(trx, [names, renamed, names] as const));
    expect(await answers).toEqual([['乙院'], true, ['丑院']]);
    await write((trx) => sendAhead(trx, sql`update places set path = '乙院', name = '乙院'`));
  });

  it('a question that fails undoes everything with its error, not with that of the last', async () => {
    const asked = (statement: RawBuilder<unknown>) => question(statement, () => null);
    const questions = [insertPlace('寅院'), sql`select 1 / 0`, sql`select 2`].map(asked);
    await expect(write((trx) => askTogether(trx, questions))).rejects.toMatchObject({ code: '22012' });
    expect(await listPlaceNames()).toEqual(['乙院']);
  });

  it('undo everything when one of them could not even be sent', async () => {
    const unspeakable = {
      toPostgres() {
        throw new RangeError('not a value');
      },
    };
    const work = async (trx: TenantTransaction) => {
      await sendAhead(trx, insertPlace('丙院'));
      await sendAhead(trx, sql`select ${unspeakable}::text`);
    };
    await expect(write(work)).rejects.toThrow('not a value');
    expect(await listPlaceNames()).toEqual(['乙院']);
  });

  it('are undone with the transaction, and leave the connection to the next one', async () => {
    const work = async (trx: TenantTransaction) => {
      await sendAhead(trx, insertPlace('戊院'));
      throw new TypeError('changed its mind');
    };
    for (let round = 0; round < 12; round += 1) await expect(write(work)).rejects.toThrow('changed its mind');
    expect(await listPlaceNames()).toEqual(['乙院']);
    await write((trx) => sendAhead(trx, insertPlace('己院')));
    expect(await listPlaceNames()).toEqual(['乙院', '己院']);
  });
});

describe('rows sent as arrays', () => {
  const types = {
    id: 'integer',
    name: 'text',
    amount: 'bigint',
    late: 'boolean',
    at: 'timestamptz',
    facts: 'jsonb',
  };
  const text = fc.string({
    unit: fc.constantFrom('甲', '"', '\\\\', '{', '}', ',', ' ', "'", '\n', 'NULL', ''),
  });
  const row = fc.record({
    name: fc.option(text),
    amount: fc.option(fc.maxSafeInteger()),
    late: fc.option(fc.boolean()),
    at: fc.option(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })),
    facts: fc.option(fc.record({ note: text, values: fc.array(fc.integer()) })),
  });

  it('come back as they were, whatever they say and however many say the same', async () => {
    const lists = fc.oneof(
      fc.array(row, { maxLength: 5 }),
      row.map((one) => [one, one, one]),
    );
    await fc.assert(
      fc.asyncProperty(lists, async (drawn) => {
        const rows = drawn.map((one, id) => ({ id, ...one }));
        const read = await write((trx) =>
          sql`select id, name, amount, late, at, facts from ${rowSet('given', types, rows)} order by id`.execute(
            trx,
          ),
        );
        expect(read).toMatchObject({ rows });
      }),
      { numRuns: 40 },
    );
  });
});
