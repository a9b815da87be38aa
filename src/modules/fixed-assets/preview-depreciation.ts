import type { z } from 'zod';
import { shanghaiDay } from '../../platform/clock.ts';
import { decodeCursor, encodeCursor } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { voucherClassCode, type AssetClassTable } from './asset-classes.ts';
import { computeDepreciation, type ComputedLine } from './compute-depreciation.ts';
import { decidePosting, refuseDepreciation, Tally } from './depreciation-posting.ts';
import { monthNumber } from './depreciation.ts';
import type { previewDepreciationEndpoint } from './depreciation.contract.ts';
import { listDepartmentNames, listDepreciationRuns } from './depreciation.sql.ts';
import { findClassTable } from './find-class-table.ts';
import { postedMonthsOf, readableCourt, refusalOfVerdict } from './list-depreciation-months.ts';
import { cursorPosition } from './read-depreciation-month.ts';
import { voucherRows } from './voucher-rows.ts';

type Preview = z.output<(typeof previewDepreciationEndpoint)['response']>;

export interface PreviewDepreciationInput {
  readonly month: string;
  readonly after?: string | undefined;
  readonly limit: number;
  readonly courtId?: number | undefined;
}

class PreviewTotals {
  private readonly voucher = new Tally<{ departmentId: string | null; classCode: string }>();
  private readonly catchUp = { assetCount: 0, amountFen: 0 };

  constructor(
    private readonly classes: AssetClassTable,
    private readonly departments: ReadonlyMap<string, string>,
  ) {}

  add({ row, amountFen, monthsDue }: ComputedLine): void {
    const classCode = voucherClassCode(row.classCode, this.classes);
    this.voucher.add({ departmentId: row.departmentId, classCode }, amountFen);
    if (monthsDue <= 1) return;
    this.catchUp.assetCount += 1;
    this.catchUp.amountFen += amountFen;
  }

  describe(): NonNullable<Preview['totals']> {
    const rows = voucherRows(this.voucher.list(), this.departments, this.classes);
    const byClass = new Map<string, NonNullable<Preview['totals']>['byClass'][number]>();
    const byDepartment = new Map<string | null, NonNullable<Preview['totals']>['byDepartment'][number]>();
    const total = { assetCount: 0, amountFen: 0 };
    for (const { departmentId, department, classCode, className, assetCount, amountFen } of rows) {
      const ofClass = byClass.get(classCode) ?? { classCode, className, assetCount: 0, amountFen: 0 };
      const ofDepartment = byDepartment.get(departmentId) ?? {
        departmentId,
        department,
        assetCount: 0,
        amountFen: 0,
      };
      for (const sum of [ofClass, ofDepartment, total]) {
        sum.assetCount += assetCount;
        sum.amountFen += amountFen;
      }
      byClass.set(classCode, ofClass);
      byDepartment.set(departmentId, ofDepartment);
    }
    const inOrder = [...byClass.values()].sort((a, b) => (a.classCode < b.classCode ? -1 : 1));
    return { ...total, catchUp: this.catchUp, byClass: inOrder, byDepartment: [...byDepartment.values()] };
  }
}

/**
 * What posting the month would write if it were posted now: totals with the first page, lines by pages.
 * Refusals: NOT_FOUND, MONTH_POSTED_ALREADY, MONTH_BEFORE_POSTED. A month that only has to wait is computed all the same.
 */
export async function previewDepreciation(
  query: QueryContext,
  input: PreviewDepreciationInput,
): Promise<Preview> {
  const { reader } = query;
  const courtId = readableCourt(query, input);
  const posted = postedMonthsOf(await listDepreciationRuns(reader, courtId));
  const verdict = decidePosting(input.month, posted, shanghaiDay(query.now));
  if (!verdict.allowed && /POSTED_ALREADY|BEFORE_POSTED/.test(verdict.reason))
    throw refuseDepreciation(verdict.reason, verdict.facts);
  const classes = await findClassTable(reader);
  const departments = await listDepartmentNames(reader, courtId);
  const afterId = decodeCursor(input.after, cursorPosition);
  const totals = afterId === null ? new PreviewTotals(classes, departments) : null;

  const shown: ComputedLine[] = [];
  const scope = { courtId, month: monthNumber(input.month), classes, lock: false, afterId };
  for await (const { lines } of computeDepreciation(reader, scope)) {
    for (const line of lines) {
      if (shown.length <= input.limit) shown.push(line);
      totals?.add(line);
    }
    if (totals === null && shown.length > input.limit) break;
  }
  const items = shown.slice(0, input.limit);
  const last = items.at(-1);
  return {
    month: input.month,
    refusal: refusalOfVerdict(verdict),
    totals: totals?.describe() ?? null,
    items: items.map((line) => describeLine(line, departments, classes)),
    nextCursor: shown.length > input.limit && last !== undefined ? encodeCursor(last.row.id) : null,
  };
}

function describeLine(
  { row, amountFen, accumulatedAfterFen, monthsDue }: ComputedLine,
  departments: ReadonlyMap<string, string>,
  classes: AssetClassTable,
): Preview['items'][number] {
  return {
    assetId: row.id,
    code: row.code,
    name: row.name,
    classCode: row.classCode,
    className: classes.get(row.classCode)?.name ?? row.classCode,
    department: row.departmentId === null ? null : (departments.get(row.departmentId) ?? null),
    valueFen: row.originalValueFen,
    amountFen,
    accumulatedAfterFen,
    monthsDue,
  };
}
