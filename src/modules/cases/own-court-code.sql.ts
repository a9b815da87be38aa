import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { courtCodeOfDivision } from './court-code.ts';

/** 法院代字 of a court, by its division number; null where that names no province. */
export async function findOwnCourtCode(reader: TenantReader, courtId: number): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`select division_number as number from courts
    where id = ${courtId}`.execute(reader);
  const number = rows[0]?.number;
  return number === undefined ? null : courtCodeOfDivision(number);
}
