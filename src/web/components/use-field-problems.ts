import { useEffect, useMemo } from 'react';
import type { FormInstance } from 'antd/es/form';
import { useLanguage } from '../i18n/use-language.ts';
import { pathsWithField, showFieldProblems } from './form-problems.ts';

/** Shows each problem of a refusal beside its field; answers the paths shown, for `<ProblemAlert shownPaths>`. */
export function useFieldProblems(form: FormInstance, problem: Error | null): ReadonlySet<string> {
  const language = useLanguage();
  useEffect(() => showFieldProblems(form, problem, language), [form, problem, language]);
  return useMemo(() => pathsWithField(form, problem), [form, problem]);
}
