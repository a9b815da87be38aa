import { shanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse, Refusal } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { closeDepartment as declaration } from './courts.contract.ts';
import { countPeopleOfDepartment, lockDepartments, updateDepartmentClosed } from './department.sql.ts';
import { findObjection } from './extension-points.ts';
import { refuseAccount } from './refusals.ts';

/**
 * Closes a department that nobody works in, that has none below it, and to which no other module objects.
 * Refusals: NOT_FOUND, DEPARTMENT_HAS_DEPARTMENTS, DEPARTMENT_HAS_PEOPLE, DEPARTMENT_STILL_USED.
 */
export async function closeDepartment(
  command: CommandContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  const today = shanghaiDay(now);
  const departments = (await lockDepartments(trx, courtId)).filter(({ closed_on }) => closed_on === null);
  const department = departments.find(({ id }) => id === params.departmentId);
  if (!department) throw refuse('NOT_FOUND');
  const below = departments.filter(({ parent_id }) => parent_id === department.id).length;
  if (below > 0) throw refuseAccount('DEPARTMENT_HAS_DEPARTMENTS', { count: below });
  const people = await countPeopleOfDepartment(trx, courtId, department.id, today);
  if (people > 0) throw refuseAccount('DEPARTMENT_HAS_PEOPLE', { count: people });
  const objection = await findObjection(trx, { kind: 'department', courtId, id: department.id }, now);
  if (objection !== null) throw new Refusal('DEPARTMENT_STILL_USED', { status: 409, ...objection });
  await updateDepartmentClosed(trx, courtId, department.id, today);
  command.audit({
    subjectKind: 'department',
    subjectId: department.id,
    subjectLabel: department.name,
    before: { closedOn: null },
    after: { closedOn: today },
  });
  return {};
}
