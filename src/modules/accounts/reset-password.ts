import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { updateApiTokensRevoked } from './api-token.sql.ts';
import { confirmBySecondPerson } from './confirm-by-pin.ts';
import { updatePassword, updatePinAndTokensEnded } from './credential.sql.ts';
import { lockOwnPerson, personLabel } from './lock-own-person.ts';
import { lockMembershipsOfPerson } from './membership.sql.ts';
import { hashPassword } from './password-hash.ts';
import type { resetPassword as declaration } from './people.contract.ts';
import { findPersonOfCourt } from './people-list.sql.ts';
import { refuseAccount } from './refusals.ts';
import { isAdministratorRole } from './roles.ts';
import { newFirstPassword } from './secrets.ts';
import { updateSessionsEnded } from './session.sql.ts';

type SecondPerson = { personId: string; pin: string } | undefined;

/** Otherwise the system administrator could take the place of the other two. */
async function confirmByAdministrator(command: CommandContext, targetId: string, second: SecondPerson) {
  const { trx, actor, now } = command;
  const person =
    second === undefined || second.personId === targetId
      ? undefined
      : await findPersonOfCourt(trx, actor.courtId, second.personId, shanghaiDay(now));
  if (second === undefined || !person?.roles.some(isAdministratorRole)) {
    throw refuseAccount('SECOND_ADMINISTRATOR_REQUIRED');
  }
  await confirmBySecondPerson(command, second);
}

/**
 * A new first password, shown once; sessions, API tokens and the PIN end. The password of an administrator, or of whoever
 * becomes one later, takes the PIN of another administrator of the court as well.
 * Refusals: NOT_FOUND, PERSON_OF_OTHER_COURT, PERSON_IS_ONESELF, SECOND_ADMINISTRATOR_REQUIRED, those of confirmByPin.
 */
export async function resetPassword(
  command: CommandContext,
  { params, body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now } = command;
  const person = await lockOwnPerson(command, params.personId);
  if (person.closed_at !== null) throw refuse('NOT_FOUND');
  if (person.id === actor.personId) throw refuseAccount('PERSON_IS_ONESELF');
  const held = await lockMembershipsOfPerson(trx, person.id);
  const today = shanghaiDay(now);
  const isAdministrator = held.some(
    ({ role, validUntil }) => isAdministratorRole(role) && (validUntil === null || validUntil > today),
  );
  if (isAdministrator) await confirmByAdministrator(command, person.id, body.secondPerson);
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  await updatePassword(trx, person.id, { passwordHash, mustChange: true, now });
  await updatePinAndTokensEnded(trx, person.id, now);
  const sessionsEnded = await updateSessionsEnded(trx, person.id, now);
  const tokensRevoked = await updateApiTokensRevoked(trx, person.id, now);
  command.audit({
    subjectKind: 'person',
    subjectId: person.id,
    subjectLabel: personLabel(person),
    detail: { sessionsEnded, tokensRevoked, secondPersonId: body.secondPerson?.personId ?? null },
  });
  command.tellOnce('firstPassword', firstPassword);
  return { firstPassword: null };
}
