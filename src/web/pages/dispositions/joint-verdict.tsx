import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import type { TransitionsAnswer } from '../../../modules/seized-items/transitions.contract.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import type { DisposalItem } from './joint-choice.ts';

/** What trying out has shown of each item; nothing is written yet. `lines`: null where all were let pass together. */
export function JointVerdict({
  lines,
  items,
  what,
}: {
  readonly lines: TransitionsAnswer['lines'] | null;
  readonly items: readonly DisposalItem[];
  readonly what: string;
}) {
  const { t } = useTranslation('dispositions');
  const pick = usePickSentence();
  const refused = (lines ?? []).filter(({ verdict }) => verdict !== 'ALLOWED');
  const labelOf = (itemId: string) => {
    const item = items.find(({ id }) => id === itemId);
    return item === undefined ? itemId : `${item.number}. ${item.name}`;
  };
  const passing = items.filter(({ id }) => !refused.some(({ itemId }) => itemId === id));
  return (
    <div className="cc-joint-verdict" role="status">
      <Alert
        showIcon
        type={refused.length === 0 ? 'success' : 'error'}
        title={
          refused.length === 0
            ? t('joint.allPass', { what, count: items.length })
            : t('joint.somePass', { count: refused.length })
        }
        description={
          <>
            {refused.length > 0 && (
              <ul>
                {refused.map((line) => (
                  <li key={line.itemId}>
                    <strong>{labelOf(line.itemId)}</strong> {pick(line)}
                  </li>
                ))}
              </ul>
            )}
            <details>
              <summary>{t('joint.passing', { count: passing.length })}</summary>
              <ul>
                {passing.map(({ id }) => (
                  <li key={id}>{labelOf(id)}</li>
                ))}
              </ul>
            </details>
          </>
        }
      />
    </div>
  );
}
