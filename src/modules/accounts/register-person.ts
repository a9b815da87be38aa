import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { addPeople } from './add-people.ts';
import { personLabel } from './lock-own-person.ts';
import { hashPassword } from './password-hash.ts';
import type { registerPerson as declaration } from './people.contract.ts';
import { newFirstPassword } from './secrets.ts';

/**
 * An account of the acting court without any role yet, with a badge and a first password that has to be changed.
 * Refusals: DEPARTMENT_NOT_FOUND, USERNAME_TAKEN, SIGN_IN_BUSY.
 */
export async function registerPerson(
  command: CommandContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  const [added] = await addPeople(command, command.actor.courtId, [
    { ...body, passwordHash, mustChangePassword: true },
  ]);
  if (!added) throw new Error('the person was not added');
  const label = personLabel({ full_name: body.fullName, username: body.username });
  const after = { ...body, badgeCode: added.badgeCode };
  command.audit({ subjectKind: 'person', subjectId: added.id, subjectLabel: label, after });
  command.tellOnce('firstPassword', firstPassword);
  return { ...added, firstPassword: null };
}
