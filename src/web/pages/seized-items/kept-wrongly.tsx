import Alert from 'antd/es/alert';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { ENVIRONMENTS } from '../../../modules/rooms/item-categories.ts';
import { listKeptWronglyEndpoint } from '../../../modules/seized-items/keeping/keeping.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { LackTags } from './lack-tags.tsx';
import '../../components/plain-rows.css';

type Change = NonNullable<ResponseOf<typeof listKeptWronglyEndpoint>['items'][number]['change']>;

/** 「2026-11-20 09:30 王某变更 一号库房/冷藏柜：不再具备冷藏」. */
function ConditionChange({ change }: { change: Change }) {
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  const { at, byName, place, lost, isCategoryGivenUp } = change;
  const said = [
    ...lost.map((key) => t('keptWrongly.lost', { what: pick(ENVIRONMENTS[key]) })),
    ...(isCategoryGivenUp ? [t('keptWrongly.givenUp')] : []),
  ].join(t('keptWrongly.pause'));
  return (
    <>
      <br />
      <span className="cc-soft">
        <When instant={at} /> {t('keptWrongly.changed', { name: byName, place, what: said })}
      </span>
    </>
  );
}

/** 保管条件不符: what lies where there is not what it needs, in the order in which one walks past. */
export function Component() {
  const { t } = useTranslation('seized-items');
  const { data, error, refetch } = useQueryEndpoint(listKeptWronglyEndpoint, {});
  return (
    <>
      <PageHeader
        title={t('keptWrongly.title')}
        sentence={t('keptWrongly.sentence')}
        back={{ to: '/rooms', label: t('keptWrongly.back') }}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data?.isCut === true && <Alert type="info" showIcon title={t('keptWrongly.cut')} />}
      {data?.items.length === 0 && (
        <EmptyState title={t('keptWrongly.empty')} hint={t('keptWrongly.emptyHint')} />
      )}
      <ul className="cc-rows">
        {data?.items.map((item) => (
          <li key={item.id}>
            <span className="cc-rows-main">
              <Link to={`/seized-items/${item.id}`}>
                <strong>{item.name}</strong>
              </Link>{' '}
              <ItemCode code={item.code} withCopy={false} />
              <br />
              <span className="cc-soft">
                {item.caseNumber} {t('keptWrongly.piece', { number: item.number })} · {item.place}
              </span>
              {item.change !== null && <ConditionChange change={item.change} />}
            </span>
            <span className="cc-rows-side">
              <LackTags lack={item} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
