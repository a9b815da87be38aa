import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { CommandExtra, Versioned } from '../../platform/served-endpoint.ts';
import { withVersion } from '../../platform/served-endpoint.ts';
import { isDepartmentOpen } from './department.sql.ts';
import { lockOwnPerson, personLabel } from './lock-own-person.ts';
import type { updatePerson as declaration } from './people.contract.ts';
import { updatePersonRow } from './person.sql.ts';
import { refuseAccount } from './refusals.ts';

/**
 * Corrects what is said about a person, or moves them to another department of the court; what is left out stays.
 * Refusals: NOT_FOUND, PERSON_OF_OTHER_COURT, VERSION_STALE, DEPARTMENT_NOT_FOUND.
 */
export async function updatePerson(
  command: CommandContext,
  { params, body }: InputOf<typeof declaration>,
  { expectedVersion }: CommandExtra,
): Promise<Versioned<ResponseOf<typeof declaration>>> {
  const { trx, actor } = command;
  const person = await lockOwnPerson(command, params.personId);
  if (person.version !== expectedVersion) throw refuse('VERSION_STALE');
  const before = {
    fullName: person.full_name,
    departmentId: person.department_id,
    employeeNumber: person.employee_number,
    phone: person.phone,
  };
  const after = {
    fullName: body.fullName ?? before.fullName,
    departmentId: body.departmentId === undefined ? before.departmentId : body.departmentId,
    employeeNumber: body.employeeNumber === undefined ? before.employeeNumber : body.employeeNumber,
    phone: body.phone === undefined ? before.phone : body.phone,
  };
  const movesTo = after.departmentId === before.departmentId ? null : after.departmentId;
  if (movesTo !== null && !(await isDepartmentOpen(trx, actor.courtId, movesTo))) {
    throw refuseAccount('DEPARTMENT_NOT_FOUND');
  }
  const version = await updatePersonRow(trx, person.id, after);
  command.audit({
    subjectKind: 'person',
    subjectId: person.id,
    subjectLabel: personLabel(person),
    before,
    after,
  });
  return withVersion(version, { version });
}
