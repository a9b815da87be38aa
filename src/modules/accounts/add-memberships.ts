import { shanghaiDay } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { isDepartmentOpen } from './department.sql.ts';
import { insertMemberships, lockMembershipsOfPerson } from './membership.sql.ts';
import { refuseAccount } from './refusals.ts';
import { decideMembershipGrant, type HeldMembership } from './rules.ts';

export interface MembershipToAdd {
  readonly personId: string;
  /** The department in which the person works. */
  readonly homeDepartmentId: string | null;
  readonly role: string;
  readonly departmentId: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/**
 * Gives roles in the writing court, by the rule that keeps administrators apart. For one as for thousands.
 * `grantorId` is empty for the roles that nobody grants: those of a first administrator and of the sample courts;
 * `today` is the day from which on terms may begin.
 * Refusals: DEPARTMENT_NOT_FOUND and those of decideMembershipGrant.
 */
export async function addMemberships(
  command: Pick<CommandContext, 'trx' | 'now'>,
  courtId: number,
  memberships: readonly MembershipToAdd[],
  by: { grantorId: string | null; today?: string },
): Promise<string[]> {
  const { trx, now } = command;
  const today = by.today ?? shanghaiDay(now);
  const departmentIds = new Set(memberships.flatMap(({ departmentId }) => departmentId ?? []));
  for (const departmentId of departmentIds) {
    if (!(await isDepartmentOpen(trx, courtId, departmentId))) throw refuseAccount('DEPARTMENT_NOT_FOUND');
  }
  const heldByPerson = new Map<string, HeldMembership[]>();
  const rows = [];
  for (const membership of [...memberships].sort((a, b) => (a.personId < b.personId ? -1 : 1))) {
    const held =
      heldByPerson.get(membership.personId) ?? (await lockMembershipsOfPerson(trx, membership.personId));
    const verdict = decideMembershipGrant(
      { ...membership, courtId, grantorId: by.grantorId ?? '', today },
      held,
    );
    if (!verdict.allowed) throw refuseAccount(verdict.reason);
    heldByPerson.set(membership.personId, [...held, { ...membership, courtId }]);
    rows.push({ ...membership, id: newId(now.getTime()) });
  }
  await insertMemberships(trx, courtId, rows, { grantorId: by.grantorId, now });
  return rows.map(({ id }) => id);
}
