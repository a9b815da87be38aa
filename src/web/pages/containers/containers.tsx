import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import {
  CONTAINER_KINDS,
  listContainersEndpoint,
  type ContainerSummary,
} from '../../../modules/seized-items/containers/containers.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { LoadMore } from '../../components/list-page/load-more.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useSettled } from '../../components/pickers/use-settled.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useCan } from '../../session/use-session.ts';
import { PrintLabels } from '../printing/dialog/print-labels.tsx';
import { MakeForm } from './make-form.tsx';
import '../item-care/item-care.css';
import './containers.css';

/** What lies in it, in a few words. */
export function Contents({ box }: { box: ContainerSummary }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('containers');
  if (box.lot !== null)
    return (
      <>
        {box.lot.name} {sayQuantity(box.lot.quantity, box.lot.unit)}
      </>
    );
  if (box.isForeignLot) return <>{t('foreignLot')}</>;
  const parts = [
    t('itemCount', { count: box.itemCount }),
    ...(box.boxCount === 0 ? [] : [t('boxesInside', { count: box.boxCount })]),
  ];
  return <>{parts.join(t('and'))}</>;
}

export function BoxLine({ box }: { box: ContainerSummary }) {
  const { t } = useTranslation('containers');
  const pick = usePickSentence();
  return (
    <li className="cc-box">
      <Link to={`/containers/${box.id}`}>
        <strong>{box.name}</strong>
      </Link>
      <span className="cc-soft">{pick(CONTAINER_KINDS[box.kind])}</span>
      <span>
        <Contents box={box} />
      </span>
      {box.isClosed ? (
        <StatusTag tone="closed">{t('closed')}</StatusTag>
      ) : box.sealNumber === null ? (
        <StatusTag tone="calm">{t('open')}</StatusTag>
      ) : (
        <StatusTag tone="settled">{t('sealed', { seal: box.sealNumber })}</StatusTag>
      )}
      <span className="cc-soft">
        {[box.place?.name ?? (box.holder === null ? '' : t('heldBy', { name: box.holder })), box.parent?.name]
          .filter(Boolean)
          .join(' / ')}
      </span>
      <ItemCode code={box.code} withCopy={false} />
    </li>
  );
}

/** 箱袋: every box and bag of the court, what lies in it and where it stands. */
export function Component() {
  const { t } = useTranslation('containers');
  const can = useCan();
  const command = useOpenCommand();
  const [made, setMade] = useState<readonly string[]>([]);
  const [search, setSearch] = useSearchParams();
  const q = useSettled((search.get('q') ?? '').trim());
  const pages = useEndpointPages(listContainersEndpoint, {
    query: { limit: 50, ...(q === '' ? {} : { q }) },
  });
  const isEmpty = !pages.isLoading && pages.items.length === 0 && pages.problem === null;
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        back={{ to: '/seized-items', label: t('back') }}
        actions={
          can('item.move') && (
            <Button type="primary" onClick={() => command.open('make')}>
              {t('make')}
            </Button>
          )
        }
      />
      {made.length > 0 && (
        <Alert
          type="success"
          showIcon
          title={t('printMade', { count: made.length })}
          action={
            <PrintLabels name="print-made" target={{ by: 'things', kind: 'B', ids: made }} purpose="first" />
          }
        />
      )}
      <Input
        className="cc-box-search"
        aria-label={t('search')}
        placeholder={t('search')}
        allowClear
        defaultValue={search.get('q') ?? ''}
        onChange={({ target: { value } }) => setSearch(value === '' ? {} : { q: value }, { replace: true })}
      />
      <ProblemAlert problem={pages.problem} onRetry={pages.reload} />
      {pages.isLoading && pages.problem === null && <Skeleton active />}
      {isEmpty && <EmptyState title={t(q === '' ? 'empty' : 'noneFound')} hint={t('emptyHint')} />}
      <ul className="cc-boxes">
        {pages.items.map((box) => (
          <BoxLine key={box.id} box={box} />
        ))}
      </ul>
      <LoadMore hasMore={pages.hasMore} isLoading={pages.isLoadingMore} onLoadMore={pages.loadMore} />
      <MakeForm command={command} onMade={setMade} />
    </>
  );
}
