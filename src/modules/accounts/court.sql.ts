import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface CourtRow {
  readonly id: number;
  readonly parent_id: number | null;
  readonly name: string;
  readonly short_name: string;
  readonly division_number: string;
  readonly level: string;
  readonly closed_on: string | null;
}

const COLUMNS = ['id', 'parent_id', 'name', 'short_name', 'division_number', 'level', 'closed_on'] as const;

/** Parents before children: a court below is always registered after the one above. */
export async function listReadableCourts(reader: TenantReader): Promise<CourtRow[]> {
  return reader.selectFrom('courts').select(COLUMNS).orderBy('id').execute();
}

export async function findCourt(reader: TenantReader, courtId: number): Promise<CourtRow | undefined> {
  return reader.selectFrom('courts').select(COLUMNS).where('id', '=', courtId).executeTakeFirst();
}

/** For update: commands about a court's administrators wait for each other. Only the writing court can be locked. */
export async function lockCourt(trx: TenantTransaction, courtId: number): Promise<CourtRow | undefined> {
  return trx.selectFrom('courts').select(COLUMNS).where('id', '=', courtId).forUpdate().executeTakeFirst();
}

/** The next register number; numbers are never used again. */
export async function nextCourtNumber(trx: TenantTransaction): Promise<number> {
  const { rows } = await sql<{ id: number }>`select nextval('court_numbers')::integer as id`.execute(trx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('the sequence of court numbers answered nothing');
  return id;
}

export interface NewCourt {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly shortName: string;
  readonly divisionNumber: string;
  readonly level: string;
}

/** The transaction writes in the new court. A division number that is taken is a unique violation. */
export async function insertCourt(trx: TenantTransaction, court: NewCourt, now: Date): Promise<void> {
  await trx
    .insertInto('courts')
    .values({
      id: court.id,
      parent_id: court.parentId,
      name: court.name,
      short_name: court.shortName,
      division_number: court.divisionNumber,
      level: court.level,
      created_at: now,
    })
    .execute();
}

export async function updateCourtName(
  trx: TenantTransaction,
  courtId: number,
  names: { name: string; shortName: string },
): Promise<void> {
  await trx
    .updateTable('courts')
    .set({ name: names.name, short_name: names.shortName })
    .where('id', '=', courtId)
    .execute();
}
