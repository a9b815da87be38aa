import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { updateDepartment as declaration } from './courts.contract.ts';
import { lockDepartments, updateDepartmentRow, type DepartmentRow } from './department.sql.ts';
import { refuseAccount } from './refusals.ts';
import { refuseWhenTaken } from './unique-violation.ts';

function isBelowItself(departments: readonly DepartmentRow[], id: string, parentId: string | null): boolean {
  let at = parentId;
  while (at !== null) {
    if (at === id) return true;
    at = departments.find((department) => department.id === at)?.parent_id ?? null;
  }
  return false;
}

/**
 * Renames, moves or reorders an open department.
 * Refusals: NOT_FOUND, DEPARTMENT_NOT_FOUND (the one above), DEPARTMENT_BELOW_ITSELF, DEPARTMENT_NAME_TAKEN.
 */
export async function updateDepartment(
  command: CommandContext,
  { params, body }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const { trx, actor } = command;
  const departments = (await lockDepartments(trx, actor.courtId)).filter(
    ({ closed_on }) => closed_on === null,
  );
  const former = departments.find(({ id }) => id === params.departmentId);
  if (!former) throw refuse('NOT_FOUND');
  const before = { name: former.name, parentId: former.parent_id, sortOrder: former.sort_order };
  const after = {
    name: body.name ?? before.name,
    parentId: body.parentId === undefined ? before.parentId : body.parentId,
    sortOrder: body.sortOrder ?? before.sortOrder,
  };
  if (after.parentId !== null && !departments.some(({ id }) => id === after.parentId)) {
    throw refuseAccount('DEPARTMENT_NOT_FOUND');
  }
  if (isBelowItself(departments, former.id, after.parentId)) throw refuseAccount('DEPARTMENT_BELOW_ITSELF');
  await refuseWhenTaken(
    'departments_by_name',
    refuseAccount('DEPARTMENT_NAME_TAKEN', { name: after.name }),
    () => updateDepartmentRow(trx, actor.courtId, { id: former.id, ...after }),
  );
  command.audit({ subjectKind: 'department', subjectId: former.id, subjectLabel: after.name, before, after });
  return {};
}
