/** Parties of a case, as those to whom a judgment gives something. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';

export interface BeneficiaryRow {
  readonly id: string;
  readonly name: string;
}

export async function listBeneficiaries(
  reader: TenantReader,
  courtId: number,
  caseId: string,
): Promise<BeneficiaryRow[]> {
  const { rows } = await sql<BeneficiaryRow>`select id, name from case_parties
    where court_id = ${courtId} and case_id = ${caseId} and left_on is null order by added_at, id`.execute(
    reader,
  );
  return rows;
}
