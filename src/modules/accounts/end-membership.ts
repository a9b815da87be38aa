import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse, Refusal } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { lockCourt } from './court.sql.ts';
import { findRoleObjection, followRoles } from './extension-points.ts';
import { listHoldersOfRole, lockMembership, updateMembershipUntil } from './membership.sql.ts';
import type { endMembership as declaration } from './people.contract.ts';
import { findPersonRow } from './person.sql.ts';
import { refuseAccount } from './refusals.ts';
import { decideMembershipEnd } from './rules.ts';

/**
 * Ends a role from today or a later day on; its rights end with that day's first second.
 * Refusals: NOT_FOUND, MEMBERSHIP_ENDED, TERM_STARTS_IN_PAST, LAST_SECURITY_ADMINISTRATOR, ROLE_STILL_NEEDED.
 */
export async function endMembership(
  command: CommandContext,
  { params, body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const today = shanghaiDay(now);
  const until = body.validUntil ?? today;
  await lockCourt(trx, courtId);
  const membership = await lockMembership(trx, courtId, params.membershipId);
  if (!membership) throw refuse('NOT_FOUND');
  const holders = await listHoldersOfRole(trx, courtId, 'security_admin', today);
  const verdict = decideMembershipEnd(
    {
      courtId,
      role: membership.role,
      departmentId: membership.department_id,
      validFrom: membership.valid_from,
      validUntil: membership.valid_until,
    },
    { until, today, otherSecurityAdministrators: holders.filter(({ id }) => id !== membership.id).length },
  );
  if (!verdict.allowed) throw refuseAccount(verdict.reason);
  const { person_id: personId, role } = membership;
  const objection = await findRoleObjection(trx, { courtId, personId, role, now });
  if (objection !== null) throw new Refusal('ROLE_STILL_NEEDED', { status: 409, ...objection });
  await updateMembershipUntil(trx, courtId, membership.id, until);
  await followRoles(command, courtId);
  const person = await findPersonRow(trx, membership.person_id);
  command.audit({
    subjectKind: 'person',
    subjectId: membership.person_id,
    subjectLabel: person?.full_name ?? null,
    before: { membershipId: membership.id, role: membership.role, validUntil: membership.valid_until },
    after: { membershipId: membership.id, role: membership.role, validUntil: until },
  });
  return {};
}
