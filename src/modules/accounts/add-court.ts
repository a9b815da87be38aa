import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { addMemberships } from './add-memberships.ts';
import { addPeople, type PersonToAdd } from './add-people.ts';
import { insertCourt, type NewCourt } from './court.sql.ts';
import { refuseAccount } from './refusals.ts';
import { refuseWhenTaken } from './unique-violation.ts';

/**
 * A new court with its first system administrator; the transaction writes in the new court.
 * Refusals: DIVISION_NUMBER_TAKEN, USERNAME_TAKEN.
 */
export async function addCourt(
  command: Pick<CommandContext, 'trx' | 'now'>,
  court: NewCourt,
  administrator: Pick<PersonToAdd, 'username' | 'fullName' | 'passwordHash' | 'mustChangePassword'>,
): Promise<{ administratorId: string }> {
  const { divisionNumber } = court;
  const taken = refuseAccount('DIVISION_NUMBER_TAKEN', { divisionNumber });
  await refuseWhenTaken('courts_division_number_key', taken, () =>
    insertCourt(command.trx, court, command.now),
  );
  const person = { ...administrator, departmentId: null, employeeNumber: null, phone: null };
  const [added] = await addPeople(command, court.id, [person]);
  if (!added) throw new Error('the administrator was not added');
  const membership = {
    personId: added.id,
    homeDepartmentId: null,
    role: 'system_admin',
    departmentId: null,
    validFrom: shanghaiDay(command.now),
    validUntil: null,
  };
  await addMemberships(command, court.id, [membership], { grantorId: null });
  return { administratorId: added.id };
}
