/** The voucher's rows with names, department by department, classes in the order of their codes. Pure. */
import type { AssetClassTable } from './asset-classes.ts';
import type { Sum } from './depreciation-posting.ts';

export interface NamedSum extends Sum {
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly classCode: string;
  readonly className: string;
}

/** Assets of no department come last. */
export function voucherRows(
  sums: readonly (Sum & { readonly departmentId: string | null; readonly classCode: string })[],
  departments: ReadonlyMap<string, string>,
  classes: AssetClassTable,
): NamedSum[] {
  return sums
    .map((sum) => ({
      ...sum,
      department: sum.departmentId === null ? null : (departments.get(sum.departmentId) ?? null),
      className: classes.get(sum.classCode)?.name ?? sum.classCode,
    }))
    .sort((a, b) => byDepartment(a.department, b.department) || byText(a.classCode, b.classCode));
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byDepartment(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byText(a, b);
}
