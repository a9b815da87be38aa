import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../../modules/imports/answers.contract.ts';
import { formatCount } from '../../components/amount.ts';

const OUTCOMES = ['read', 'created', 'changed', 'unchanged', 'refused'] as const;

/** How many rows came to what. */
export function OutcomeCounts({ counts }: { counts: ImportResult['counts'] }) {
  const { t } = useTranslation('imports');
  return (
    <dl className="cc-outcomes">
      {OUTCOMES.map((outcome) => (
        <div key={outcome} data-outcome={counts[outcome] > 0 ? outcome : 'none'}>
          <dt>{t(`outcome.${outcome}`)}</dt>
          <dd>{formatCount(counts[outcome])}</dd>
        </div>
      ))}
    </dl>
  );
}
