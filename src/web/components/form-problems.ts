import type { FormInstance } from 'antd/es/form';
import { ApiProblem } from '../api/api-problem.ts';
import type { Language } from '../i18n/language.ts';

type FieldName = (string | number)[];

/** `body.lines.3.assetId` → `['lines', 3, 'assetId']`. */
export function fieldName(path: string): FieldName {
  const parts = path.split('.');
  const inside =
    parts[0] === 'body' || parts[0] === 'query' || parts[0] === 'params' ? parts.slice(1) : parts;
  return inside.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const NONE: ReadonlySet<string> = new Set();

/** The problem paths that have a field in the form. */
export function pathsWithField(form: FormInstance, error: Error | null): ReadonlySet<string> {
  if (!(error instanceof ApiProblem)) return NONE;
  const fields = new Set(form.getFieldsError().map((field) => field.name.join('.')));
  const shown = error.problems.filter((problem) => fields.has(fieldName(problem.path).join('.')));
  return new Set(shown.map((problem) => problem.path));
}

/** Puts each problem beside its field and moves to the first of them. */
export function showFieldProblems(form: FormInstance, error: Error | null, language: Language): void {
  if (!(error instanceof ApiProblem)) return;
  const shown = pathsWithField(form, error);
  const problems = error.problems.filter((problem) => shown.has(problem.path));
  form.setFields(problems.map((problem) => ({ name: fieldName(problem.path), errors: [problem[language]] })));
  const first = problems[0];
  if (first !== undefined) form.scrollToField(fieldName(first.path), { focus: true, block: 'center' });
}
