import { useEffect, useState } from 'react';
import type { FormInstance } from 'antd/es/form';
import { useLanguage } from '../i18n/use-language.ts';
import { showFieldProblems } from './form-problems.ts';

const NONE: ReadonlySet<string> = new Set();

/** Shows each problem of a refusal beside its field; answers the paths shown, for `<ProblemAlert shownPaths>`. */
export function useFieldProblems(form: FormInstance, problem: Error | null): ReadonlySet<string> {
  const language = useLanguage();
  const [shown, setShown] = useState(NONE);
  useEffect(() => {
    setShown(problem === null ? NONE : showFieldProblems(form, problem, language));
  }, [form, problem, language]);
  return shown;
}
