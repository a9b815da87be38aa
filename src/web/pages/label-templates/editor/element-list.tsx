import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined';
import WarningOutlined from '@ant-design/icons/es/icons/WarningOutlined';
import { useTranslation } from 'react-i18next';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { ELEMENT_ICONS, useElementWords } from './element-words.tsx';
import type { EditorProblem } from './use-editor-preview.ts';
import type { Editor } from './use-editor.ts';

function Problems({ problems }: { problems: readonly EditorProblem[] }) {
  const pick = usePickSentence();
  return problems.map((problem) => (
    <span key={problem.zh} className="cc-element-problem" data-severity={problem.severity}>
      {problem.severity === 'refused' ? (
        <ExclamationCircleOutlined aria-hidden />
      ) : (
        <WarningOutlined aria-hidden />
      )}
      {pick(problem)}
    </span>
  ));
}

export interface ElementListProps {
  readonly editor: Pick<Editor, 'state' | 'template'>;
  readonly problems: readonly EditorProblem[];
  /** Undefined: only to look at. */
  readonly onSelect: ((index: number | null) => void) | undefined;
}

/** The label itself and its elements, the lowest first, each with what is wrong with it. */
export function ElementList({ editor, problems, onSelect }: ElementListProps) {
  const { t } = useTranslation('label-templates');
  const { template, state } = editor;
  const words = useElementWords(template.kinds);
  const row = (index: number | null, label: string, type?: keyof typeof ELEMENT_ICONS) => {
    const Icon = type === undefined ? undefined : ELEMENT_ICONS[type];
    const text = (
      <>
        {Icon !== undefined && <Icon aria-hidden />}
        <span className="cc-element-name">{label}</span>
      </>
    );
    return (
      <li key={index ?? 'label'}>
        {onSelect === undefined ? (
          <span className="cc-element-row">{text}</span>
        ) : (
          <button
            type="button"
            className="cc-plain-button cc-element-row"
            aria-pressed={state.selected === index}
            onClick={() => onSelect(index)}
          >
            {text}
          </button>
        )}
        <Problems problems={problems.filter(({ element }) => element === index)} />
      </li>
    );
  };
  return (
    <ol className="cc-elements" aria-label={t('editor.elements')}>
      {row(null, t('editor.label'))}
      {template.elements.map((element, index) => row(index, words(element), element.type))}
    </ol>
  );
}
