/**
 * Cards, books, entries, numbers and words by the hundred thousand, in a few statements. Every row has the shape that
 * the product gives it; only the hashes of these entries are filler, which is why the ledger is verified before.
 */
import type pg from 'pg';
import { formatItemCode } from '../../src/modules/item-codes/item-code.ts';
import type { BenchCourt } from './bench-court.ts';
import { drawPatternCards } from './pattern-cards.ts';
import {
  BESIDE_CARDS,
  cardsStatement,
  ENTRIES,
  FUNCTIONS,
  MADE,
  STEPS,
  STRUCTURE,
} from './register-tables.ts';
import { createIndexes, dropSecondaryIndexes } from './secondary-indexes.ts';

const CARDS_A_DEPARTMENT = 2000;
const CODES_A_STATEMENT = 50_000;
/** Codes that the product issues meanwhile lie beyond those of the cards. */
const LAST_SERIAL = 9_000_000;
const GROWING = ['item_codes', 'ledger_books', 'ledger_entries', 'assets', 'asset_search', 'asset_aliases'];

/** `admin` is a superuser's connection, which the growing keeps for its temporary tables. */
export async function prepareGrowth(admin: pg.Client, court: BenchCourt): Promise<void> {
  // Without triggers and foreign keys: every value refers to a row that is there.
  await admin.query("set session_replication_role = replica; set work_mem = '256MB'; set timezone = 'UTC'");
  await admin.query(FUNCTIONS);
  await admin.query('insert into item_code_counters (court_id, kind, last_serial) values ($1, $2, $3)', [
    ...[court.id, 'A', LAST_SERIAL],
  ]);
  const department = await admin.query<{ id: string }>('select id from departments where court_id = $1', [
    court.id,
  ]);
  const patterns = drawPatternCards(department.rows[0]?.id ?? null);
  const rows = patterns.map(({ n, grams, card, row }) => ({ ...row, n, grams, card }));
  const statement = 'insert into pattern select * from jsonb_populate_recordset(null::pattern, $1::jsonb)';
  await admin.query(statement, [JSON.stringify(rows)]);
}

async function makeCodes(
  admin: pg.Client,
  { divisionNumber }: BenchCourt,
  from: number,
  to: number,
): Promise<void> {
  await admin.query('truncate new_code');
  for (let first = from + 1; first <= to; first += CODES_A_STATEMENT) {
    const count = Math.min(CODES_A_STATEMENT, to - first + 1);
    const serials = Array.from({ length: count }, (_, index) => first + index);
    const codes = serials.map((serial) => formatItemCode({ kind: 'A', divisionNumber, serial }));
    await admin.query('insert into new_code select * from unnest($1::int[], $2::text[])', [serials, codes]);
  }
}

async function listAssetColumns(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'assets'::regclass and attnum > 0 and not attisdropped
     order by attnum`,
  );
  return rows.map(({ name }) => name);
}

/** The register of the court grows from so many cards to so many, about two thousand in each department. */
export async function growRegister(
  admin: pg.Client,
  court: BenchCourt,
  from: number,
  to: number,
): Promise<void> {
  const { stockRoom, actor } = court;
  const [firstDepartment, lastDepartment] = [from / CARDS_A_DEPARTMENT + 1, to / CARDS_A_DEPARTMENT];
  await admin.query('truncate court; drop table if exists made, step');
  await admin.query('insert into court values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[court.id, stockRoom.id, stockRoom.path, actor.personId, actor.personName],
    ...[Math.floor(firstDepartment), Math.max(Math.floor(firstDepartment), Math.floor(lastDepartment))],
  ]);
  for (const statement of STRUCTURE) await admin.query(statement);
  await makeCodes(admin, court, from, to);
  await admin.query('analyze court; analyze pattern; analyze department; analyze person; analyze room');
  await admin.query(MADE);
  await admin.query(STEPS);
  await admin.query('analyze made; analyze step');
  const indexes = await dropSecondaryIndexes(admin);
  await admin.query(cardsStatement(await listAssetColumns(admin)));
  for (const statement of BESIDE_CARDS) await admin.query(statement);
  await admin.query(ENTRIES);
  await createIndexes(admin, indexes);
  await admin.query(`vacuum (analyze) ${GROWING.join(', ')}, departments, people, places`);
  await admin.query('checkpoint');
}
