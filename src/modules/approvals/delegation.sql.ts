/** Dated delegations of approvals from one person to another. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';

export interface DelegationRow {
  readonly id: string;
  readonly fromPersonId: string;
  readonly fromPersonName: string;
  readonly toPersonId: string;
  readonly toPersonName: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
  readonly endedAt: Date | null;
}

export async function insertDelegation(
  trx: TenantTransaction,
  courtId: number,
  row: Pick<DelegationRow, 'id' | 'fromPersonId' | 'toPersonId' | 'validFrom' | 'validTo' | 'reason'>,
  now: Date,
): Promise<void> {
  await sql`insert into approval_delegations (court_id, id, from_person_id, to_person_id, valid_from, valid_to, reason,
      created_at)
    values (${courtId}, ${row.id}, ${row.fromPersonId}, ${row.toPersonId}, ${row.validFrom}, ${row.validTo},
      ${row.reason}, ${now})`.execute(trx);
}

/** From or to the person, the latest first; those of long ago are left to the audit trail. */
export async function listDelegations(
  reader: TenantReader,
  courtId: number,
  personId: string,
): Promise<DelegationRow[]> {
  const { rows } = await sql<DelegationRow>`
    select delegation.id, from_person_id as "fromPersonId", giver.full_name as "fromPersonName",
      to_person_id as "toPersonId", taker.full_name as "toPersonName", valid_from as "validFrom",
      valid_to as "validTo", reason, ended_at as "endedAt"
    from approval_delegations delegation
    join people giver on giver.id = delegation.from_person_id
    join people taker on taker.id = delegation.to_person_id
    where delegation.court_id = ${courtId}
      and (delegation.from_person_id = ${personId} or delegation.to_person_id = ${personId})
    order by delegation.valid_to desc, delegation.id desc limit 100`.execute(reader);
  return rows;
}

/** Ends a delegation that the person has given; false when there is none that runs. */
export async function updateDelegationEnd(
  trx: TenantTransaction,
  courtId: number,
  { id, fromPersonId }: { readonly id: string; readonly fromPersonId: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`update approval_delegations set ended_at = ${now}
    where court_id = ${courtId} and id = ${id} and from_person_id = ${fromPersonId} and ended_at is null
    returning id`.execute(trx);
  return rows.length === 1;
}
