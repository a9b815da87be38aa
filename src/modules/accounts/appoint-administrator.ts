import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { lockCourt } from './court.sql.ts';
import { insertMemberships, listHoldersOfRole, lockMembershipsOfPerson } from './membership.sql.ts';
import type { appointAdministrator as declaration } from './people.contract.ts';
import { findPersonRow } from './person.sql.ts';
import { refuseAccount } from './refusals.ts';
import { decideAppointment } from './rules.ts';

/**
 * The first security or audit administrator of a court, appointed by its system administrator while there is none.
 * Refusals: PERSON_NOT_FOUND, GRANT_TO_ONESELF, ADMINISTRATOR_EXISTS, ADMINISTRATORS_KEPT_APART.
 */
export async function appointAdministrator(
  command: CommandContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now } = command;
  const { courtId, personId: appointerId } = actor;
  const { personId, role } = body;
  const term = { validFrom: shanghaiDay(now), validUntil: null };
  await lockCourt(trx, courtId);
  const person = await findPersonRow(trx, personId);
  if (!person || person.closed_at !== null || person.court_id !== courtId)
    throw refuseAccount('PERSON_NOT_FOUND');
  const held = await lockMembershipsOfPerson(trx, personId);
  const holders = await listHoldersOfRole(trx, courtId, role, term.validFrom);
  const verdict = decideAppointment({ appointerId, personId, role, term }, holders.length, held);
  if (!verdict.allowed) throw refuseAccount(verdict.reason);
  const membership = { id: newId(now.getTime()), personId, role, departmentId: null, ...term };
  await insertMemberships(trx, courtId, [membership], { grantorId: appointerId, now });
  const after = { membershipId: membership.id, role, ...term };
  command.audit({
    subjectKind: 'person',
    subjectId: personId,
    subjectLabel: person.full_name,
    before: null,
    after,
  });
  return { id: membership.id };
}
