/** Cases as far as a person may see or change their items. */
import type { Actor } from '../../platform/actor.ts';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { Permission } from '../accounts/permissions.ts';
import { reachesCase } from '../cases/case-access.ts';
import { findCase, lockCase, type CaseHead } from '../cases/find-case.ts';
import { refuseIntake } from './intake-refusals.ts';

/** The case, held until the end of the transaction. Refusal: INTAKE_CASE_UNKNOWN. */
export async function lockReachableCase(
  { trx, actor }: { readonly trx: TenantTransaction; readonly actor: Actor },
  permission: Permission,
  caseId: string,
): Promise<CaseHead> {
  const head = await lockCase(trx, { courtId: actor.courtId, id: caseId });
  if (!head || !reachesCase(actor, permission, head, 'write')) throw refuseIntake('INTAKE_CASE_UNKNOWN');
  return head;
}

/** The case in one of the courts that the person reads; undefined when it is not theirs to see. */
export async function findReadableCase(
  { reader, actor }: { readonly reader: TenantReader; readonly actor: Actor },
  caseId: string,
): Promise<CaseHead | undefined> {
  for (const courtId of actor.readableCourtIds) {
    const head = await findCase(reader, { courtId, id: caseId });
    if (head) return reachesCase(actor, 'item.read', head, 'read') ? head : undefined;
  }
  return undefined;
}
