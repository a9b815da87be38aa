import Alert from 'antd/es/alert';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { KEEPING_NEEDS } from '../../../modules/seized-items/item-fields.ts';
import { isKeepingNeed } from '../../../modules/seized-items/keeping/keeping-fit.rules.ts';
import { listKeptWronglyEndpoint } from '../../../modules/seized-items/keeping/keeping.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import '../../components/plain-rows.css';

/** 保管条件不符: what lies where there is not what it needs, in the order in which one walks past. */
export function Component() {
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
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
            </span>
            <span className="cc-rows-side">
              {item.unmet.filter(isKeepingNeed).map((need) => (
                <StatusTag key={need} tone="alarm">
                  {t('keptWrongly.lacks', { need: pick(KEEPING_NEEDS[need]) })}
                </StatusTag>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
