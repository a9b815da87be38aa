/** Departments as the list's filter understands them: each with all below it. Pure. */
import type { Dashboard } from '../../../modules/fixed-assets/dashboard.contract.ts';

type DepartmentAmounts = Dashboard['byDepartment'][number];

export interface DepartmentPlace {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

type Tree = ReadonlyMap<string, DepartmentPlace>;

function pathOf(id: string, tree: Tree): readonly string[] {
  const path: string[] = [];
  for (let at: string | null = id; at !== null && !path.includes(at); at = tree.get(at)?.parentId ?? null)
    path.unshift(at);
  return path;
}

/** How far down one must go so that not everything falls into one department. */
function levelThatDivides(paths: readonly (readonly string[])[]): number {
  const deepest = Math.max(0, ...paths.map((path) => path.length - 1));
  for (let level = 0; level < deepest; level += 1) {
    if (new Set(paths.map((path) => path[Math.min(level, path.length - 1)])).size > 1) return level;
  }
  return deepest;
}

/**
 * Adds what lies in departments below to the department above them, at the highest level that still tells departments
 * apart. What has no department stays as it is, and so does a closed department, which stands in no tree.
 */
export function rollUpDepartments(
  amounts: readonly DepartmentAmounts[],
  departments: readonly DepartmentPlace[],
): readonly DepartmentAmounts[] {
  const tree: Tree = new Map(departments.map((each) => [each.id, each]));
  const paths = amounts.flatMap(({ department }) =>
    department === null ? [] : [pathOf(department.id, tree)],
  );
  const level = levelThatDivides(paths);
  const sums = new Map<string, DepartmentAmounts>();
  for (const row of amounts) {
    const path = row.department === null ? [] : pathOf(row.department.id, tree);
    const id = path[Math.min(level, path.length - 1)] ?? '';
    const before = sums.get(id);
    const name = tree.get(id)?.name ?? row.department?.name ?? '';
    sums.set(id, {
      department: row.department === null ? null : { id, name },
      count: row.count + (before?.count ?? 0),
      originalValueFen: row.originalValueFen + (before?.originalValueFen ?? 0),
      netValueFen: row.netValueFen + (before?.netValueFen ?? 0),
    });
  }
  return [...sums.values()];
}
