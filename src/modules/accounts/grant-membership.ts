import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { addMemberships } from './add-memberships.ts';
import { followRoles } from './extension-points.ts';
import type { grantMembership as declaration } from './people.contract.ts';
import { findPersonByUsername, findPersonRow } from './person.sql.ts';
import { refuseAccount } from './refusals.ts';

type Input = InputOf<typeof declaration>;

/** A person of another court cannot be seen here yet; whoever knows their exact name may give them a role. */
async function findGrantee({ trx, actor }: CommandContext, wanted: Input['body']['person']) {
  const id = 'id' in wanted ? wanted.id : (await findPersonByUsername(trx, wanted.username))?.id;
  if (id === undefined) throw refuseAccount('PERSON_NOT_FOUND');
  const seen = await findPersonRow(trx, id);
  if (seen?.closed_at != null || (seen === undefined && 'id' in wanted))
    throw refuseAccount('PERSON_NOT_FOUND');
  return { id, homeDepartmentId: seen?.court_id === actor.courtId ? seen.department_id : null };
}

/**
 * Gives a person a role in the acting court, from today or a later day on.
 * Refusals: PERSON_NOT_FOUND, DEPARTMENT_NOT_FOUND, GRANT_TO_ONESELF, TERM_REVERSED, TERM_STARTS_IN_PAST,
 * DEPARTMENT_REQUIRED, ROLE_ALREADY_HELD, ADMINISTRATORS_KEPT_APART.
 */
export async function grantMembership(
  command: CommandContext,
  { body }: Input,
): Promise<ResponseOf<typeof declaration>> {
  const { actor, now } = command;
  const grantee = await findGrantee(command, body.person);
  const membership = {
    role: body.role,
    departmentId: body.departmentId,
    validFrom: body.validFrom ?? shanghaiDay(now),
    validUntil: body.validUntil,
  };
  const [id] = await addMemberships(
    command,
    actor.courtId,
    [{ ...membership, personId: grantee.id, homeDepartmentId: grantee.homeDepartmentId }],
    { grantorId: actor.personId },
  );
  if (id === undefined) throw new Error('the membership was not added');
  await followRoles(command, actor.courtId);
  const person = await findPersonRow(command.trx, grantee.id);
  command.audit({
    subjectKind: 'person',
    subjectId: grantee.id,
    subjectLabel: person?.full_name ?? null,
    before: null,
    after: { membershipId: id, ...membership },
  });
  return { id };
}
