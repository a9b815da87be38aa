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

/**
 * Puts each problem of a refusal beside its field and answers the paths that found one; what is left belongs into
 * `<ProblemAlert shownPaths>`. Scrolls to the first field with a problem.
 */
export function showFieldProblems(
  form: FormInstance,
  error: unknown,
  language: Language,
): ReadonlySet<string> {
  const shown = new Set<string>();
  if (!(error instanceof ApiProblem)) return shown;
  let first: FieldName | undefined;
  for (const problem of error.problems) {
    const name = fieldName(problem.path);
    if (name.length === 0 || form.getFieldInstance(name) === undefined) continue;
    form.setFields([{ name, errors: [problem[language]] }]);
    shown.add(problem.path);
    first ??= name;
  }
  if (first !== undefined) form.scrollToField(first, { focus: true, block: 'center' });
  return shown;
}
