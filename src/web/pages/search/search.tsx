import type { ReactNode } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { readAssetTotals } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { searchEverything, type SearchAnswer } from '../../../modules/fixed-assets/search.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { formatCount } from '../../components/amount.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ItemCode } from '../../components/item-code.tsx';
import { listAddress } from '../../components/list-page/list-address.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { thingAddress } from '../../scan/thing-address.ts';
import { useCan } from '../../session/use-session.ts';
import { AssetStatusTag } from '../fixed-assets/asset-status-tag.tsx';
import './search.css';

/** `12`, or `8+` where the group shows only its beginning and the whole is not counted. */
function countOf(
  { items, hasMore }: { items: readonly unknown[]; hasMore: boolean },
  whole?: number,
): string {
  if (whole !== undefined) return formatCount(whole);
  return hasMore ? `${items.length}+` : String(items.length);
}

interface GroupProps {
  readonly title: string;
  readonly count: string;
  /** The full list behind the group. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

function Group({ title, count, more, children }: GroupProps) {
  return (
    <section className="cc-found">
      <h2>
        {title} <span className="cc-soft">{count}</span>
      </h2>
      <ul>{children}</ul>
      {more}
    </section>
  );
}

function AssetHits({ q, assets }: { q: string; assets: SearchAnswer['assets'] }) {
  const { t } = useTranslation('search');
  const can = useCan();
  const totals = useQueryEndpoint(
    readAssetTotals,
    { query: { q } },
    { enabled: assets.hasMore && can('asset.read') && q.length <= 100 },
  );
  const whole = assets.hasMore ? totals.data?.count : assets.items.length;
  return (
    <Group
      title={t('assets')}
      count={countOf(assets, whole)}
      more={
        <Link to={listAddress('/assets', { q })}>
          {assets.hasMore && whole !== undefined
            ? t('allAssets', { shown: formatCount(whole) })
            : t('asList')}
        </Link>
      }
    >
      {assets.items.map((hit) => (
        <li key={hit.id} className="cc-found-asset">
          <span className="cc-found-what">
            <Link to={thingAddress('fixed-asset', hit.id)} className="cc-found-name">
              {hit.name}
            </Link>{' '}
            <AssetStatusTag status={hit.status} />
          </span>
          <ItemCode code={hit.code} withCopy={false} />
          <span className="cc-found-where">
            {[hit.specification, hit.model].filter((part) => part !== null).join(' ')}
          </span>
          <span className="cc-found-where cc-soft">
            {[hit.department, hit.holder, hit.place].filter((part) => part !== null).join(' · ')}
          </span>
        </li>
      ))}
    </Group>
  );
}

function PeopleHits({ people }: { people: SearchAnswer['people'] }) {
  const { t } = useTranslation('search');
  const keepsAccounts = useCan()('person.read');
  return (
    <Group
      title={t('people')}
      count={countOf(people)}
      {...(people.hasMore ? { more: <p className="cc-soft">{t('narrow')}</p> } : {})}
    >
      {people.items.map((hit) => (
        <li key={hit.id}>
          <Link to={thingAddress('person', hit.id, keepsAccounts)} className="cc-found-name">
            {hit.name}
          </Link>
          <span className="cc-soft">{hit.department ?? ''}</span>
        </li>
      ))}
    </Group>
  );
}

function PlaceHits({ places }: { places: SearchAnswer['places'] }) {
  const { t } = useTranslation('search');
  return (
    <Group
      title={t('places')}
      count={countOf(places)}
      {...(places.hasMore ? { more: <p className="cc-soft">{t('narrow')}</p> } : {})}
    >
      {places.items.map((hit) => (
        <li key={hit.id}>
          <Link to={thingAddress('place', hit.id)} className="cc-found-name">
            {hit.path}
          </Link>
          {hit.code !== null && <span className="cc-code">{hit.code}</span>}
          <Link to={listAddress('/assets', { placeId: hit.id })}>{t('assetsThere')}</Link>
        </li>
      ))}
    </Group>
  );
}

function Hints({ q }: { q: string }) {
  const { t } = useTranslation('search');
  return (
    <EmptyState
      title={q === '' ? t('nothingAsked') : t('nothing', { q })}
      hint={
        <span className="cc-search-hints">
          <span>{t('hint.number')}</span>
          <span>{t('hint.words')}</span>
          <span>{t('hint.people')}</span>
        </span>
      }
    />
  );
}

/** What the scan-or-search box found, in groups, each leading to its list. */
export function Component() {
  const { t } = useTranslation('search');
  const [search] = useSearchParams();
  const q = (search.get('q') ?? '').trim();
  const { data, error, refetch } = useQueryEndpoint(
    searchEverything,
    { query: { q } },
    { enabled: q !== '' },
  );
  const groups = data === undefined ? [] : [data.assets, data.people, data.places];
  const isEmpty = q === '' || (data !== undefined && groups.every(({ items }) => items.length === 0));
  return (
    <div className="cc-search" aria-busy={q !== '' && data === undefined && error === null}>
      <PageHeader title={q === '' ? t('title') : t('titleOf', { q })} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {q !== '' && data === undefined && error === null && <Skeleton active paragraph={{ rows: 6 }} />}
      {isEmpty && <Hints q={q} />}
      {data !== undefined && data.assets.items.length > 0 && <AssetHits q={q} assets={data.assets} />}
      {data !== undefined && data.people.items.length > 0 && <PeopleHits people={data.people} />}
      {data !== undefined && data.places.items.length > 0 && <PlaceHits places={data.places} />}
    </div>
  );
}
