/** Labelling by department, each with all below it, as the filter of the asset list understands departments. Pure. */
import type { LabellingProgress } from '../../../../modules/fixed-assets/labelling.contract.ts';
import { treeRows } from '../../../components/tree-rows.ts';

export interface DepartmentPlace {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

export interface LabellingRow {
  /** null: things of no department. */
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly parentName: string | undefined;
  readonly depth: number;
  readonly due: number;
  readonly labelled: number;
}

type Sums = Pick<LabellingRow, 'due' | 'labelled'>;

/**
 * A closed department stands in no tree and keeps a row of its own. Departments without things, their own or below,
 * are left out.
 */
export function labellingRows(
  byDepartment: LabellingProgress['byDepartment'],
  departments: readonly DepartmentPlace[],
): readonly LabellingRow[] {
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]));
  const sums = new Map<string, Sums>();
  const add = (id: string, { due, labelled }: Sums) => {
    const before = sums.get(id) ?? { due: 0, labelled: 0 };
    sums.set(id, { due: before.due + due, labelled: before.labelled + labelled });
  };
  for (const row of byDepartment) {
    const seen = new Set<string>();
    for (let at = row.department?.id ?? null; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at);
      add(at, row);
    }
  }
  const closed = byDepartment.flatMap(({ department }) =>
    department === null || parents.has(department.id) ? [] : [{ ...department, parentId: null }],
  );
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const shown = [...departments, ...closed].filter(({ id }) => sums.has(id));
  const rows = treeRows<string, DepartmentPlace>(shown).map(({ item, depth }) => ({
    department: { id: item.id, name: item.name },
    parentName: names.get(item.parentId ?? ''),
    depth,
    ...(sums.get(item.id) ?? { due: 0, labelled: 0 }),
  }));
  const without = byDepartment.filter(({ department }) => department === null);
  return [...rows, ...without.map((row) => ({ ...row, parentName: undefined, depth: 0 }))];
}

/** Whole percent; all of them only when not one is missing. */
export function percentOf({ due, labelled }: Sums): number {
  if (due === 0) return 100;
  return labelled === due ? 100 : Math.min(99, Math.floor((labelled / due) * 100));
}
