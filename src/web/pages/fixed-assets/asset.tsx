import { lazy, Suspense } from 'react';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { readAsset, type AssetPage } from '../../../modules/fixed-assets/asset-page.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { AssetBookTab } from './asset/asset-book-tab.tsx';
import { AssetCardTab } from './asset/asset-card-tab.tsx';
import { AssetDepreciationTab } from './asset/asset-depreciation-tab.tsx';
import { AssetDrawers } from './asset/asset-drawers.tsx';
import { AssetFamilyTab } from './asset/asset-family-tab.tsx';
import { AssetHead } from './asset/asset-head.tsx';
import { AssetLife } from './asset/asset-life.tsx';
import { AssetNotices } from './asset/asset-notices.tsx';
import { ThingLabel } from '../printing/thing-label.tsx';
import './fixed-assets.css';

const AssetFilesTab = lazy(() =>
  import('./asset/asset-files-tab.tsx').then((module) => ({ default: module.AssetFilesTab })),
);

const TABS = ['life', 'card', 'book', 'files', 'depreciation', 'family'] as const;
type TabKey = (typeof TABS)[number];

function tabOf(key: TabKey, asset: AssetPage) {
  switch (key) {
    case 'life':
      return <AssetLife asset={asset} />;
    case 'card':
      return <AssetCardTab asset={asset} />;
    case 'book':
      return <AssetBookTab asset={asset} />;
    case 'files':
      return (
        <Suspense fallback={<Skeleton active />}>
          <AssetFilesTab asset={asset} />
        </Suspense>
      );
    case 'depreciation':
      return <AssetDepreciationTab asset={asset} />;
    case 'family':
      return <AssetFamilyTab asset={asset} />;
  }
}

/** The parts of the page as plain links, so that each has an address and the back button works. */
function AssetTabs({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const [search] = useSearchParams();
  const current = TABS.find((key) => key === search.get('tab')) ?? 'life';
  const counts: Partial<Record<TabKey, number>> = {
    files: asset.photos.length + asset.attachments.length,
    family: asset.children.length + (asset.parent === null ? 0 : 1),
  };
  return (
    <>
      <nav className="cc-asset-tabs cc-no-print" aria-label={t('tabs')}>
        {TABS.map((key) => (
          <Link
            key={key}
            to={key === 'life' ? '?' : `?tab=${key}`}
            replace
            preventScrollReset
            aria-current={key === current ? 'page' : undefined}
          >
            {t(`tab.${key}`)}
            {(counts[key] ?? 0) > 0 && <span className="cc-soft"> {counts[key]}</span>}
          </Link>
        ))}
      </nav>
      {tabOf(current, asset)}
    </>
  );
}

/** One asset: where it is, what may be done next, its life, card, book, papers. */
export function Component() {
  const { t } = useTranslation('fixed-assets');
  const { assetId = '' } = useParams();
  const command = useOpenCommand();
  const { data: asset, error, refetch } = useQueryEndpoint(readAsset, { params: { assetId } });
  if (asset === undefined) {
    return (
      <>
        <PageHeader title={t('asset')} back={{ to: '/assets', label: t('list.title') }} />
        {error === null ? (
          <Skeleton active avatar />
        ) : (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  }
  return (
    <div className="cc-asset">
      <AssetHead asset={asset} onMove={command.open} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <AssetNotices asset={asset} />
      <ThingLabel kind="A" thingId={asset.id} />
      <AssetTabs asset={asset} />
      <AssetDrawers asset={asset} command={command} />
    </div>
  );
}
