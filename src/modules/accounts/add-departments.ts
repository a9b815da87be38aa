import { newId } from '../../platform/ids.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { insertDepartments } from './department.sql.ts';
import { refuseAccount } from './refusals.ts';
import { refuseWhenTaken } from './unique-violation.ts';

export interface DepartmentToAdd {
  /** Given only when a later one of the same call is to stand below it. */
  readonly id?: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly sortOrder: number;
}

/** Adds departments to the writing court, parents first. Refusal: DEPARTMENT_NAME_TAKEN. */
export async function addDepartments(
  command: Pick<CommandContext, 'trx' | 'now'>,
  courtId: number,
  departments: readonly DepartmentToAdd[],
): Promise<string[]> {
  const rows = departments.map((department) => ({
    ...department,
    id: department.id ?? newId(command.now.getTime()),
  }));
  const taken = refuseAccount('DEPARTMENT_NAME_TAKEN', {
    name: rows.length === 1 ? (rows[0]?.name ?? '') : '',
  });
  await refuseWhenTaken('departments_by_name', taken, () =>
    insertDepartments(command.trx, courtId, rows, command.now),
  );
  return rows.map(({ id }) => id);
}
