import { shanghaiDay } from '../../platform/clock.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { voucherClassCode, type AssetClassTable } from './asset-classes.ts';
import { computeDepreciation, type ComputedLine } from './compute-depreciation.ts';
import { decidePosting, refuseDepreciation, Tally } from './depreciation-posting.ts';
import { firstDayOf, monthNumber } from './depreciation.ts';
import {
  insertDepreciationLines,
  insertDepreciationRun,
  listDepartmentNames,
  listDepreciationRuns,
  lockDepreciation,
  type DepreciationRun,
  type NewLine,
  type VoucherRow,
} from './depreciation.sql.ts';
import { findClassTable } from './find-class-table.ts';
import { postedMonthsOf } from './list-depreciation-months.ts';
import { voucherRows } from './voucher-rows.ts';

function newLineOf(line: ComputedLine): NewLine {
  return {
    assetId: line.row.id,
    amountFen: line.amountFen,
    accumulatedAfterFen: line.accumulatedAfterFen,
    monthlyFen: line.monthlyFen,
    valueFen: line.row.originalValueFen,
    lifeEnd: firstDayOf(line.lifeEnd),
    departmentId: line.row.departmentId,
    classCode: line.row.classCode,
  };
}

/**
 * Posts one month for the actor's court: a line an asset, the accumulated depreciation of the cards, and the run with
 * its voucher, in one transaction. What is posted never changes. `month` as `2026-11`.
 * Refusals: MONTH_BEFORE_POSTED, MONTH_POSTED_ALREADY, EARLIER_MONTH_UNPOSTED, MONTH_NOT_OVER.
 */
export async function postDepreciation(
  command: CommandContext,
  input: { readonly month: string },
): Promise<DepreciationRun & { voucher: VoucherRow[] }> {
  const { trx, actor, now } = command;
  const { courtId } = actor;
  await lockDepreciation(trx, courtId);
  const runs = await listDepreciationRuns(trx, courtId);
  const verdict = decidePosting(input.month, postedMonthsOf(runs), shanghaiDay(now));
  if (!verdict.allowed) throw refuseDepreciation(verdict.reason, verdict.facts);

  const month = monthNumber(input.month);
  const classes = await findClassTable(trx);
  const tally = await postLines(command, { courtId, month, classes });
  const voucher = voucherRows(tally.list(), await listDepartmentNames(trx, courtId), classes);
  const run = {
    month: firstDayOf(month),
    postedAt: now,
    postedByName: actor.personName,
    assetCount: voucher.reduce((sum, row) => sum + row.assetCount, 0),
    amountFen: voucher.reduce((sum, row) => sum + row.amountFen, 0),
  };
  await insertDepreciationRun(trx, courtId, { ...run, postedBy: actor.personId, voucher });
  command.audit({
    subjectKind: 'depreciation_run',
    subjectId: input.month,
    subjectLabel: input.month,
    after: { month: input.month, assetCount: run.assetCount, amountFen: run.amountFen },
  });
  return { ...run, voucher };
}

async function postLines(
  { trx }: CommandContext,
  scope: { courtId: number; month: number; classes: AssetClassTable },
): Promise<Tally<{ departmentId: string | null; classCode: string }>> {
  const tally = new Tally<{ departmentId: string | null; classCode: string }>();
  for await (const { lines } of computeDepreciation(trx, { ...scope, lock: true })) {
    if (lines.length === 0) continue;
    await insertDepreciationLines(trx, scope.courtId, firstDayOf(scope.month), lines.map(newLineOf));
    for (const { row, amountFen } of lines) {
      const classCode = voucherClassCode(row.classCode, scope.classes);
      tally.add({ departmentId: row.departmentId, classCode }, amountFen);
    }
  }
  return tally;
}
