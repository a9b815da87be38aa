import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Skeleton from 'antd/es/skeleton';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import {
  listCountDifferencesEndpoint,
  type CountDifference,
} from '../../../modules/seized-items/baseline/baseline.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { RequestBaselineForm, SettleBaselineForm } from './baseline-forms.tsx';
import { DifferenceFacts } from './difference-line.tsx';
import { StateTabs } from '../seized-items/state-tabs.tsx';
import '../containers/containers.css';
import '../seized-items/seized-items.css';
import './baseline.css';

const STATES = ['open', 'settled', 'recounted'] as const;

interface LineProps {
  readonly difference: CountDifference;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onSettle: () => void;
}

function Line({ difference, isChosen, onChoose, onSettle }: LineProps) {
  const { t } = useTranslation('baseline');
  const { actions } = difference;
  return (
    <li className="cc-baseline-line">
      {actions.includes('request') && (
        <Checkbox
          aria-label={t('choose', { name: difference.name })}
          checked={isChosen}
          onChange={({ target }) => onChoose(target.checked)}
        />
      )}
      <DifferenceFacts difference={difference} withItem />
      {actions.includes('settle') && <Button onClick={onSettle}>{t('settle')}</Button>}
    </li>
  );
}

/** 存量清点差异: counts that differ from older registers, from the count to the baseline. */
export function Component() {
  const { t } = useTranslation('baseline');
  const command = useOpenCommand();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const state = STATES.find((key) => key === search.get('state')) ?? 'open';
  const pages = useEndpointPages(listCountDifferencesEndpoint, { query: { state, limit: 100 } });
  const askable = pages.items.filter(({ actions }) => actions.includes('request'));
  const asked = askable.filter(({ id }) => chosen.has(id));
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isChosen) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  const settled = pages.items.filter(({ request }) => command.current === `settle-${request?.id ?? ''}`);
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        back={{ to: '/seized-items', label: t('back') }}
        actions={
          askable.length > 0 && (
            <>
              <Button
                onClick={() =>
                  choose(
                    askable.map(({ id }) => id),
                    asked.length < askable.length,
                  )
                }
              >
                {t(asked.length < askable.length ? 'chooseAll' : 'chooseNone')}
              </Button>
              <Button type="primary" disabled={asked.length === 0} onClick={() => command.open('request')}>
                {t('requestFor', { count: asked.length })}
              </Button>
            </>
          )
        }
      />
      <StateTabs label={t('tabs')} states={STATES} current={state} nameOf={(key) => t(`state.${key}`)} />
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {isEmpty && <EmptyState title={t(`none.${state}`)} hint={t('emptyHint')} />}
      <ul className="cc-boxes">
        {pages.items.map((difference) => (
          <Line
            key={difference.id}
            difference={difference}
            isChosen={chosen.has(difference.id)}
            onChoose={(isChosen) => choose([difference.id], isChosen)}
            onSettle={() => command.open(`settle-${difference.request?.id ?? ''}`)}
          />
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      <RequestBaselineForm
        differences={asked}
        isOpen={command.current === 'request'}
        onClose={command.close}
      />
      <SettleBaselineForm differences={settled} isOpen={settled.length > 0} onClose={command.close} />
    </>
  );
}
