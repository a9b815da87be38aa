import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { addDepartments } from './add-departments.ts';
import type { createDepartment as declaration } from './courts.contract.ts';
import { isDepartmentOpen } from './department.sql.ts';
import { refuseAccount } from './refusals.ts';

/** A department of the acting court. Refusals: DEPARTMENT_NOT_FOUND (the one above), DEPARTMENT_NAME_TAKEN. */
export async function createDepartment(
  command: CommandContext,
  { body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor } = command;
  if (body.parentId !== null && !(await isDepartmentOpen(trx, actor.courtId, body.parentId))) {
    throw refuseAccount('DEPARTMENT_NOT_FOUND');
  }
  const [id] = await addDepartments(command, actor.courtId, [body]);
  if (id === undefined) throw new Error('the department was not added');
  command.audit({ subjectKind: 'department', subjectId: id, subjectLabel: body.name, after: body });
  return { id };
}
