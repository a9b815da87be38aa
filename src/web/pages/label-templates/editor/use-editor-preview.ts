import { useState } from 'react';
import type { ItemCodeKind } from '../../../../modules/item-codes/item-code.ts';
import type { LabelTemplate } from '../../../../modules/labels/template.contract.ts';
import { ApiProblem } from '../../../api/api-problem.ts';
import { useLabelPreview } from '../../../components/label-preview/use-label-preview.ts';
import { useSettled } from '../../../components/pickers/use-settled.ts';

export interface EditorProblem {
  readonly severity: 'refused' | 'warning';
  readonly zh: string;
  readonly en: string;
  /** Of `elements`; null: the label or its sheet. */
  readonly element: number | null;
}

export interface EditorPreview {
  /** The last drawing that succeeded. */
  readonly svg: string | undefined;
  readonly problems: readonly EditorProblem[];
  readonly isDrawing: boolean;
  /** The server could not be asked. */
  readonly problem: Error | null;
}

const PAUSE_MS = 250;

/** `elements.3.text` and `body.template.elements.3` → 3. */
export function elementOfPath(path: string): number | null {
  const match = /(?:^|\.)elements\.(\d+)/.exec(path);
  return match?.[1] === undefined ? null : Number(match[1]);
}

export interface PreviewChoices {
  readonly kind: ItemCodeKind;
  readonly thingId: string | undefined;
  readonly dpi: 203 | 300 | 600;
}

/** The label drawn by the server after each pause; what is wrong with the template is said by the server, too. */
export function useEditorPreview(template: LabelTemplate, choices: PreviewChoices): EditorPreview {
  const settled = useSettled(template, PAUSE_MS);
  const { data, error, isFetching } = useLabelPreview({ template: settled, ...choices });
  const [svg, setSvg] = useState<string>();
  if (data !== undefined && error === null && data.svg !== svg) setSvg(data.svg);
  const isRefusal = error instanceof ApiProblem && error.problems.length > 0;
  const problems = isRefusal
    ? error.problems.map(({ path, zh, en }) => ({
        severity: 'refused' as const,
        ...{ zh, en },
        element: elementOfPath(path),
      }))
    : (data?.problems ?? []).map(({ severity, path, zh, en }) => ({
        ...{ severity, zh, en },
        element: elementOfPath(path),
      }));
  return { svg, problems, isDrawing: isFetching || settled !== template, problem: isRefusal ? null : error };
}
