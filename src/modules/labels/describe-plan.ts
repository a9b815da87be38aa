import type { PlannedLabel, LabelPlan } from './plan-labels.ts';
import { PLAN_ITEMS_MAX, type PrintPlan } from './print-jobs.contract.ts';
import type { PrintTarget } from './resolve-print-target.ts';

/** The problems of a label as the wire and the row of a job carry them. */
export function problemsOf({ problems }: PlannedLabel) {
  return problems.map(({ path, code, zh, en }) => ({ path, code, zh, en }));
}

function sheetsOf({ template, output, settings }: PrintTarget, labelCount: number): number | null {
  if (output !== 'pdf') return null;
  const { sheet } = template;
  const cells = sheet === null ? 1 : sheet.columns * sheet.rows;
  const skipped = sheet === null ? 0 : settings.skipCells;
  return Math.ceil((skipped + labelCount * settings.copies) / cells);
}

/** What a job comes to, with the first of everything that a person has to look at. */
export function describePlan(plan: LabelPlan, target: PrintTarget): PrintPlan {
  const { drawable, undrawable, refused } = plan;
  const warned = drawable.filter(({ problems }) => problems.length > 0);
  const withProblems = (label: PlannedLabel) => ({
    thingId: label.chosen.thingId,
    itemCode: label.chosen.code,
    problems: problemsOf(label),
  });
  return {
    labelCount: drawable.length,
    sheetCount: sheetsOf(target, drawable.length),
    labels: drawable.slice(0, PLAN_ITEMS_MAX).map(({ chosen, version }, index) => ({
      position: index + 1,
      thingId: chosen.thingId,
      code: chosen.code,
      version,
      title: chosen.fields['name'] ?? null,
      place: chosen.fields['place'] ?? chosen.fields['path'] ?? null,
    })),
    refusedCount: refused.length,
    refused: refused.slice(0, PLAN_ITEMS_MAX),
    undrawableCount: undrawable.length,
    undrawable: undrawable.slice(0, PLAN_ITEMS_MAX).map(withProblems),
    warningCount: warned.length,
    warnings: warned.slice(0, PLAN_ITEMS_MAX).map(withProblems),
  };
}
