/** Counts of lots by some of their boxes. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../../platform/database.ts';

export interface NewLotCheck {
  readonly id: string;
  readonly itemId: string;
  readonly checkedAt: Date;
  readonly seed: string;
  readonly boxCount: number;
  readonly lines: readonly object[];
  readonly holds: boolean;
  readonly checkedByName: string;
  readonly secondPersonName: string;
}

export async function insertLotCheck(
  trx: TenantTransaction,
  courtId: number,
  one: NewLotCheck,
): Promise<void> {
  await sql`insert into item_lot_checks (court_id, id, item_id, checked_at, seed, box_count, lines, holds,
      checked_by_name, second_person_name)
    values (${courtId}, ${one.id}, ${one.itemId}, ${one.checkedAt}, ${one.seed}, ${one.boxCount},
      ${JSON.stringify(one.lines)}::jsonb, ${one.holds}, ${one.checkedByName}, ${one.secondPersonName})`.execute(
    trx,
  );
}

export interface LotCheckRow {
  readonly checkedAt: Date;
  readonly boxCount: number;
  readonly drawnCount: number;
  readonly holds: boolean;
  readonly checkedByName: string;
  readonly secondPersonName: string;
}

/** The newest first. */
export async function listLotChecks(
  reader: TenantReader,
  courtId: number,
  itemId: string,
): Promise<LotCheckRow[]> {
  const { rows } = await sql<LotCheckRow>`select checked_at as "checkedAt", box_count as "boxCount",
      jsonb_array_length(lines) as "drawnCount", holds, checked_by_name as "checkedByName",
      second_person_name as "secondPersonName"
    from item_lot_checks where court_id = ${courtId} and item_id = ${itemId} order by checked_at desc, id desc
    limit 100`.execute(reader);
  return rows;
}
