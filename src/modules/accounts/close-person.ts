import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse, Refusal, type Sentence } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { updateApiTokensRevoked } from './api-token.sql.ts';
import { findCourt } from './court.sql.ts';
import { updateAccessEnded } from './credential.sql.ts';
import { findObjection, followRoles } from './extension-points.ts';
import { lockOwnPerson, personLabel } from './lock-own-person.ts';
import { lockMembershipsOfPerson, updateMembershipsEnded } from './membership.sql.ts';
import type { closePerson as declaration } from './people.contract.ts';
import { updatePersonClosed } from './person.sql.ts';
import { refuseAccount } from './refusals.ts';
import { isAdministratorRole } from './roles.ts';

/** The account is common to all courts, so each in which the person had a role is asked what they leave behind there. */
async function findObjectionOfCourts(
  command: CommandContext,
  personId: string,
  courtIds: ReadonlySet<number>,
): Promise<Sentence | null> {
  const { trx, actor, now } = command;
  for (const courtId of courtIds) {
    await command.writeInCourt(courtId);
    const objection = await findObjection(trx, { kind: 'person', courtId, id: personId }, now);
    if (objection === null) continue;
    if (courtId === actor.courtId) return objection;
    const name = (await findCourt(trx, courtId))?.name ?? '';
    return { zh: `${name}：${objection.zh}`, en: `${name}: ${objection.en}` };
  }
  await command.writeInCourt(actor.courtId);
  return null;
}

/**
 * Closes an account: nobody signs in with it any more, and its roles in the acting court end today. The system
 * administrator does not remove the other administrators this way: the security administrator ends that role first.
 * Refusals: NOT_FOUND, PERSON_OF_OTHER_COURT, PERSON_IS_ONESELF, PERSON_IS_ADMINISTRATOR, PERSON_STILL_HOLDS.
 */
export async function closePerson(
  command: CommandContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now } = command;
  const person = await lockOwnPerson(command, params.personId);
  if (person.closed_at !== null) throw refuse('NOT_FOUND');
  if (person.id === actor.personId) throw refuseAccount('PERSON_IS_ONESELF');
  const today = shanghaiDay(now);
  const held = await lockMembershipsOfPerson(trx, person.id);
  const isAdministrator = held.some(
    ({ role, validUntil }) => isAdministratorRole(role) && (validUntil === null || validUntil > today),
  );
  if (isAdministrator) throw refuseAccount('PERSON_IS_ADMINISTRATOR');
  const courtIds = new Set([actor.courtId, ...held.map(({ courtId }) => courtId)]);
  const objection = await findObjectionOfCourts(command, person.id, courtIds);
  if (objection !== null) throw new Refusal('PERSON_STILL_HOLDS', { status: 409, ...objection });
  const ended = await updateMembershipsEnded(trx, actor.courtId, person.id, today);
  await updateAccessEnded(trx, person.id, now);
  await updateApiTokensRevoked(trx, person.id, now);
  await updatePersonClosed(trx, person.id, now);
  for (const courtId of courtIds) {
    await command.writeInCourt(courtId);
    await followRoles(command, courtId);
  }
  await command.writeInCourt(actor.courtId);
  command.audit({
    subjectKind: 'person',
    subjectId: person.id,
    subjectLabel: personLabel(person),
    before: { closed: false },
    after: { closed: true, membershipsEnded: ended },
  });
  return {};
}
