/** Rows of recusals (回避). */
import { sql } from 'kysely';
import { PREPARED, type TenantReader, type TenantTransaction } from '../../platform/database.ts';

export interface RecusalRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly caseId: string | null;
  readonly caseNumber: string;
  readonly reason: string;
  readonly declaredByName: string;
  readonly declaredAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
  readonly withdrawalReason: string | null;
}

const COLUMNS = sql.raw(`recusal.id, recusal.person_id as "personId", person.full_name as "personName",
  recusal.case_id as "caseId", recusal.case_number as "caseNumber", recusal.reason,
  recusal.declared_by_name as "declaredByName", recusal.declared_at as "declaredAt",
  recusal.withdrawn_at as "withdrawnAt", recusal.withdrawn_by_name as "withdrawnByName",
  recusal.withdrawal_reason as "withdrawalReason"
  from recusals recusal join people person on person.id = recusal.person_id`);

/** Of the people, the newest first. */
export async function listRecusalRows(
  reader: TenantReader,
  courtId: number,
  personIds: readonly string[],
): Promise<RecusalRow[]> {
  const { rows } = await sql<RecusalRow>`select ${COLUMNS}
    where recusal.court_id = ${courtId} and recusal.person_id = any(${personIds}::uuid[])
    order by recusal.declared_at desc, recusal.id desc limit 500`.execute(reader);
  return rows;
}

export async function lockRecusal(
  trx: TenantTransaction,
  courtId: number,
  recusalId: string,
): Promise<RecusalRow | undefined> {
  await sql`select from recusals where court_id = ${courtId} and id = ${recusalId} for update`.execute(trx);
  const { rows } = await sql<RecusalRow>`select ${COLUMNS}
    where recusal.court_id = ${courtId} and recusal.id = ${recusalId}`.execute(trx);
  return rows[0];
}

/** Which of the people must keep away from the case: by its id, or by a number as it was typed. */
export async function listRecusedIds(
  reader: TenantReader,
  of: {
    readonly courtId: number;
    readonly personIds: readonly string[];
    readonly caseId: string | null;
    readonly caseNumbers: readonly string[];
  },
): Promise<string[]> {
  const { rows } = await sql<{
    personId: string;
  }>`${PREPARED} select distinct person_id as "personId" from recusals
    where court_id = ${of.courtId} and person_id = any(${of.personIds}::uuid[]) and withdrawn_at is null
      and (case_id = ${of.caseId}::uuid or case_number = any(${of.caseNumbers}::text[]))`.execute(reader);
  return rows.map(({ personId }) => personId);
}

export async function insertRecusal(
  trx: TenantTransaction,
  courtId: number,
  recusal: Pick<
    RecusalRow,
    'id' | 'personId' | 'caseId' | 'caseNumber' | 'reason' | 'declaredByName' | 'declaredAt'
  >,
): Promise<void> {
  await trx
    .insertInto('recusals')
    .values({
      court_id: courtId,
      id: recusal.id,
      person_id: recusal.personId,
      case_id: recusal.caseId,
      case_number: recusal.caseNumber,
      reason: recusal.reason,
      declared_by_name: recusal.declaredByName,
      declared_at: recusal.declaredAt,
    })
    .execute();
}

export async function updateRecusalWithdrawn(
  trx: TenantTransaction,
  courtId: number,
  recusalId: string,
  withdrawal: { readonly at: Date; readonly byName: string; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('recusals')
    .set({
      withdrawn_at: withdrawal.at,
      withdrawn_by_name: withdrawal.byName,
      withdrawal_reason: withdrawal.reason,
    })
    .where('court_id', '=', courtId)
    .where('id', '=', recusalId)
    .execute();
}
