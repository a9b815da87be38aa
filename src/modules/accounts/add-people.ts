import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { isDepartmentOpen } from './department.sql.ts';
import { issueBadges } from './extension-points.ts';
import { insertPeople } from './person.sql.ts';
import { refuseAccount } from './refusals.ts';
import { refuseWhenTaken } from './unique-violation.ts';

export interface PersonToAdd {
  readonly username: string;
  readonly fullName: string;
  readonly departmentId: string | null;
  readonly employeeNumber: string | null;
  readonly phone: string | null;
  /** Of a password that the person has to change, unless `mustChangePassword` is false. */
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
}

export interface AddedPerson {
  readonly id: string;
  readonly badgeCode: string | null;
}

/**
 * Adds people to the writing court, with a badge each, in the order given. For one as for thousands.
 * Refusals: DEPARTMENT_NOT_FOUND, USERNAME_TAKEN.
 */
export async function addPeople(
  command: Pick<CommandContext, 'trx' | 'now'>,
  courtId: number,
  people: readonly PersonToAdd[],
): Promise<AddedPerson[]> {
  const { trx, now } = command;
  const departmentIds = new Set(people.flatMap(({ departmentId }) => departmentId ?? []));
  for (const departmentId of departmentIds) {
    if (!(await isDepartmentOpen(trx, courtId, departmentId))) throw refuseAccount('DEPARTMENT_NOT_FOUND');
  }
  const ids = people.map(() => newId(now.getTime()));
  const badges = await issueBadges(command, courtId, ids);
  const rows = people.map((person, index) => ({
    ...person,
    id: ids[index] ?? newId(),
    badgeCode: badges[index] ?? null,
  }));
  const taken = refuseAccount('USERNAME_TAKEN', {
    username: people.length === 1 ? (people[0]?.username ?? '') : '',
  });
  await refuseWhenTaken('people_by_username', taken, () => insertPeople(trx, courtId, rows, now));
  return rows.map(({ id, badgeCode }) => ({ id, badgeCode }));
}
