/** Whether an entry moved its thing in or out of what the ledger is read for, as expressions on a row called `entry`. */
import { sql } from 'kysely';
import { allOf, type Condition } from './asset-conditions.sql.ts';
import type { ReadScope } from './read-scope.ts';

/** What the ledger is read for: a department, a place, a person, several of them at once; the stock when none is given. */
export interface Viewpoint {
  readonly scope: ReadScope;
  readonly departmentIds: readonly string[] | null;
  readonly placeIds: readonly string[] | null;
  readonly holderIds: readonly string[] | null;
}

function sidesWanted({ scope, departmentIds, placeIds, holderIds }: Viewpoint, side: string): Condition[] {
  const { narrowed } = scope;
  const column = (name: string) => sql.raw(`${side}${name}`);
  const among = (name: string, ids: readonly string[] | null) =>
    ids === null ? [] : [sql`${column(name)} = any(${ids}::uuid[])`];
  return [
    ...among('department_id', departmentIds),
    ...among('place_id', placeIds),
    ...among('holder_id', holderIds),
    ...(narrowed === null
      ? []
      : [
          sql`(${column('department_id')} = any(${narrowed.departmentIds}::uuid[])
            or ${column('holder_id')} = ${narrowed.personId}::uuid)`,
        ]),
  ];
}

/**
 * Whether a position lies inside: true or false, never null. `side` is what its columns begin with: `entry.from_`,
 * `asset.`. In stock is what has that status, and what is idle without a user: ending its idleness makes it so (rules.ts).
 */
export function isInside(viewpoint: Viewpoint, side: string): Condition {
  const wanted = sidesWanted(viewpoint, side);
  const column = (name: string) => sql.raw(`${side}${name}`);
  if (wanted.length > 0) {
    return sql`coalesce(${column('status')} <> 'disposed' and ${allOf(wanted)}, false)`;
  }
  return sql`coalesce(${column('status')} = 'in_stock' or (${column('status')} = 'idle'
    and ${column('department_id')} is null and ${column('holder_id')} is null), false)`;
}

/** Only to be asked of what `isMovement`. */
export function directionExpression(viewpoint: Viewpoint): Condition {
  const [from, to] = [isInside(viewpoint, 'entry.from_'), isInside(viewpoint, 'entry.to_')];
  return sql`(case when ${from} = ${to} then 'within' when ${to} then 'in' else 'out' end)`;
}

/** Entries that leave a thing where it is. */
export const STANDS_STILL = sql.raw("('correct_card', 'sign_receipt', 'change_code')");

/** Its correction stands in for a corrected entry, so that a movement counts once and as it truly was. */
export function isMovement(): Condition {
  return sql`(entry.kind not in ${STANDS_STILL} and not exists (
    select from ledger_entries correction where correction.court_id = entry.court_id
      and correction.book_id = entry.book_id and correction.corrects_sequence = entry.sequence))`;
}
