import { useTranslation } from 'react-i18next';
import type { CodeBatch } from '../../../modules/item-codes/code-batches.contract.ts';
import { CODE_STATE_KEYS, CODE_STATES } from '../../../modules/item-codes/code-states.ts';
import { formatCount } from '../../components/amount.ts';
import { usePickSentence } from '../../i18n/use-language.ts';

/** How many labels of a batch stand where: a bar, and the numbers beside it in words. */
export function StateCounts({ batch }: { batch: CodeBatch }) {
  const { t } = useTranslation('blank-labels');
  const pick = usePickSentence();
  const shown = CODE_STATE_KEYS.filter((state) => batch.counts[state] > 0);
  return (
    <div className="cc-batch-counts">
      <span className="cc-batch-bar" aria-hidden>
        {shown.map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: batch.counts[state] }} />
        ))}
      </span>
      <ul aria-label={t('counts')}>
        {shown.map((state) => (
          <li key={state} data-state={state}>
            {pick(CODE_STATES[state])} <strong>{formatCount(batch.counts[state])}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
