import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { listCountDifferencesEndpoint } from '../../../modules/seized-items/baseline/baseline.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import type { SeizedItem } from '../seized-items/item-answer.ts';
import { RequestBaselineForm, SettleBaselineForm } from './baseline-forms.tsx';
import { DifferenceFacts } from './difference-line.tsx';
import './baseline.css';

/** First counts of the item that differed from the register; nothing when none did. */
export function ItemDifferences({ item, command }: { item: SeizedItem; command: OpenCommand }) {
  const { t } = useTranslation('baseline');
  const isKnown = item.life.some(({ kind }) => kind === 'count_differs');
  const { data, error, refetch } = useQueryEndpoint(
    listCountDifferencesEndpoint,
    { query: { itemId: item.id, limit: 20 } },
    { enabled: isKnown },
  );
  if (!isKnown) return null;
  const differences = data?.items ?? [];
  const open = differences.filter(({ state }) => state === 'open');
  const [first] = open;
  return (
    <section className="cc-baseline" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <ul className="cc-boxes">
        {differences.map((difference) => (
          <li key={difference.id}>
            <DifferenceFacts difference={difference} withItem={false} />
          </li>
        ))}
      </ul>
      {first?.actions.includes('request') === true && (
        <Button type="primary" onClick={() => command.open('request_baseline')}>
          {t('request')}
        </Button>
      )}
      {first?.actions.includes('settle') === true && (
        <Button type="primary" onClick={() => command.open('settle_baseline')}>
          {t('settle')}
        </Button>
      )}
      <RequestBaselineForm
        differences={open}
        isOpen={command.current === 'request_baseline'}
        onClose={command.close}
      />
      <SettleBaselineForm
        differences={open}
        isOpen={command.current === 'settle_baseline'}
        onClose={command.close}
      />
    </section>
  );
}
