import { lazy, Suspense } from 'react';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { listNeededItemsEndpoint } from '../../../modules/dispositions/needed-items.contract.ts';
import { isItemState } from '../../../modules/seized-items/item-states.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { ItemStateTag } from '../seized-items/item-state-tag.tsx';

type Needed = ResponseOf<typeof listNeededItemsEndpoint>['items'][number];

const LetGoForm = lazy(() => import('./let-go-form.tsx').then((module) => ({ default: module.LetGoForm })));

const RELEASE = 'let-go-';

function Row({ item, onRelease }: { item: Needed; onRelease: () => void }) {
  const { t } = useTranslation('dispositions');
  const sayQuantity = useSayQuantity();
  return (
    <li className={item.releasedOn === null ? undefined : 'cc-rows-ended'}>
      <span className="cc-rows-main">
        <strong>{item.name}</strong> {sayQuantity(item.onHand, item.unit)}{' '}
        <ItemCode code={item.code} withCopy={false} />
        <br />
        <span className="cc-soft">
          {t('needed.main')} <Link to={`/cases/${item.mainCaseId}`}>{item.mainCaseNumber}</Link> ·{' '}
          {[item.mainHandler, item.place, item.document, item.placedOn]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </span>
      <span className="cc-rows-side">
        {isItemState(item.state) && <ItemStateTag state={item.state} />}
        {item.releasedOn !== null && (
          <StatusTag tone="closed">{t('needed.letGo', { day: item.releasedOn })}</StatusTag>
        )}
        {item.mayRelease && (
          <Button size="small" onClick={onRelease}>
            {t('needed.release')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** 副账: what the case needs and another case keeps the account of; nothing when there is none. */
export function NeededItems({ caseId }: { caseId: string }) {
  const { t } = useTranslation('dispositions');
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(listNeededItemsEndpoint, { params: { caseId } });
  const items = data?.items ?? [];
  const open = items.find(({ holdId }) => command.current === `${RELEASE}${holdId}`);
  if (error !== null) return <ProblemAlert problem={error} onRetry={() => void refetch()} />;
  if (items.length === 0) return null;
  return (
    <section className="cc-section" aria-label={t('needed.title')}>
      <h2>{t('needed.title')}</h2>
      <p className="cc-soft">{t('needed.sentence')}</p>
      <ul className="cc-rows">
        {items.map((item) => (
          <Row key={item.holdId} item={item} onRelease={() => command.open(`${RELEASE}${item.holdId}`)} />
        ))}
      </ul>
      <Suspense>
        <LetGoForm open={open?.mayRelease === true} needed={open} onClose={command.close} />
      </Suspense>
    </section>
  );
}
