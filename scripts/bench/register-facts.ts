/** What the reading is asked about: codes, positions deep in the list, a department, moments of the past. */
import type pg from 'pg';
import { encodeCursor } from '../../src/platform/page-cursor.ts';
import type { BenchCourt } from './bench-court.ts';

const SAMPLED_CODES = 5000;
const CARDS_OF_DEPARTMENT = 2000;

export interface RegisterFacts {
  readonly codes: readonly string[];
  readonly assetIds: readonly string[];
  /** The department whose number of cards is nearest to two thousand. */
  readonly department: { readonly id: string; readonly cards: number };
  /** A cursor in the middle of the list, by order. */
  readonly middle: Readonly<Record<string, string>>;
  /** The last digits of numbers on labels and papers. */
  readonly suffixes: readonly string[];
}

/** The orders of the list, and the column that each follows. */
export const SORTS = {
  code: { column: 'code', zh: '编码', en: 'code' },
  name: { column: 'name', zh: '名称', en: 'name' },
  acquired: { column: 'acquired_on', zh: '取得日期', en: 'acquired on' },
  value: { column: 'original_value_fen', zh: '原值', en: 'value' },
  updated: { column: 'updated_at', zh: '最近变动', en: 'last change' },
} as const;

async function findMiddle(
  owner: pg.Pool,
  courtId: number,
  sort: keyof typeof SORTS,
  size: number,
): Promise<string> {
  const { column } = SORTS[sort];
  const { rows } = await owner.query<{ key: string | number | Date; id: string }>(
    `select ${column} as key, id from assets where court_id = $1 order by ${column}, id offset $2 limit 1`,
    [courtId, Math.floor(size / 2)],
  );
  const key = rows[0]?.key;
  return encodeCursor({
    sort,
    direction: 'asc',
    key: key instanceof Date ? key.toISOString() : key,
    id: rows[0]?.id,
  });
}

/** `owner` connects as the owner of the database; `size` is the number of cards. */
export async function readRegisterFacts(
  owner: pg.Pool,
  court: BenchCourt,
  size: number,
): Promise<RegisterFacts> {
  const cards = await owner.query<{ id: string; code: string; suffix: string }>(
    `select id, code, right(coalesce(old_number1, serial_number, code), 5) as suffix
     from assets where court_id = $1 order by md5(code) limit $2`,
    [court.id, SAMPLED_CODES],
  );
  const departments = await owner.query<{ id: string; cards: number }>(
    `select department_id as id, count(*)::int as cards from assets
     where court_id = $1 and department_id is not null group by department_id
     order by abs(count(*) - ${CARDS_OF_DEPARTMENT}) limit 1`,
    [court.id],
  );
  const [department] = departments.rows;
  if (!department) throw new Error('no department has cards');
  const middle: Record<string, string> = {};
  for (const sort of ['code', 'name', 'acquired', 'value', 'updated'] as const)
    middle[sort] = await findMiddle(owner, court.id, sort, size);
  return {
    codes: cards.rows.map(({ code }) => code),
    assetIds: cards.rows.map(({ id }) => id),
    department,
    middle,
    suffixes: cards.rows.map(({ suffix }) => suffix),
  };
}
