import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readAsset } from '../../../modules/fixed-assets/asset-page.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { CorrectCardForm } from './card-form/correct-card-form.tsx';
import './card-form/card-form.css';
import './fixed-assets.css';

/** 更正卡片: old and new values are kept in the asset's book. */
export function Component() {
  const { t } = useTranslation('fixed-assets');
  const { assetId = '' } = useParams();
  const { data: asset, error, refetch } = useQueryEndpoint(readAsset, { params: { assetId } });
  return (
    <div className="cc-form-page">
      <PageHeader
        title={t('card.correct')}
        back={{ to: `/assets/${assetId}`, label: asset?.card.name ?? t('asset') }}
        {...(asset === undefined ? {} : { beside: <ItemCode code={asset.code} /> })}
        sentence={t('correct.sentence')}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {asset === undefined && error === null && <Skeleton active />}
      {asset !== undefined && <CorrectCardForm key={asset.id} asset={asset} />}
    </div>
  );
}
