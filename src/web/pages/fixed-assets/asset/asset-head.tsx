import { useState } from 'react';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import Button from 'antd/es/button';
import Dropdown from 'antd/es/dropdown';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { AssetPage } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import type { AssetAction } from '../../../../modules/fixed-assets/available-actions.ts';
import { downloadAssetFileEndpoint } from '../../../../modules/fixed-assets/files.contract.ts';
import { ASSET_ENTRY_KINDS } from '../../../../modules/fixed-assets/rules.ts';
import { downloadAddress } from '../../../api/download-file.ts';
import { ItemCode } from '../../../components/item-code.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { useIsPhone } from '../../../layout/use-is-phone.ts';
import { AssetSentence } from '../asset-sentence.tsx';
import { AssetStatusTag } from '../asset-status-tag.tsx';

const BUTTONS_DESKTOP = 4;
const BUTTONS_PHONE = 2;

/** What may be done next, the likeliest one filled; what does not fit stands behind 更多. */
function ActionButtons({ asset, onMove }: { asset: AssetPage; onMove: (name: string) => void }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const labelOf = (action: AssetAction) =>
    action === 'upload_file' ? t('files.upload') : pick(ASSET_ENTRY_KINDS[action]);
  const start = (action: AssetAction) => {
    if (action === 'correct_card') void navigate(`/assets/${asset.id}/correct`);
    else if (action === 'upload_file') void navigate('?tab=files');
    else if (action === 'correct_entry') void navigate('?tab=life');
    else onMove(action);
  };
  const seen = asset.availableActions.slice(0, isPhone ? BUTTONS_PHONE : BUTTONS_DESKTOP);
  const rest = asset.availableActions.slice(seen.length);
  return (
    <>
      {seen.map((action, index) => (
        <Button key={action} type={index === 0 ? 'primary' : 'default'} onClick={() => start(action)}>
          {labelOf(action)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((action) => ({
              key: action,
              label: labelOf(action),
              onClick: () => start(action),
            })),
          }}
        >
          <Button icon={<DownOutlined aria-hidden />}>{t('common:more')}</Button>
        </Dropdown>
      )}
    </>
  );
}

/** The first photo; a picture that the browser cannot draw (HEIC) leaves its place. */
function HeadPhoto({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const [isBroken, setBroken] = useState(false);
  const photo = asset.photos[0];
  if (photo === undefined || isBroken) return null;
  const request = { params: { assetId: asset.id, fileId: photo.id } };
  return (
    <img
      className="cc-asset-photo"
      alt={t('photo.of', { name: asset.card.name })}
      src={downloadAddress(downloadAssetFileEndpoint, request)}
      onError={() => setBroken(true)}
    />
  );
}

export function AssetHead({ asset, onMove }: { asset: AssetPage; onMove: (name: string) => void }) {
  const { t } = useTranslation('fixed-assets');
  return (
    <div className="cc-asset-head">
      <HeadPhoto asset={asset} />
      <PageHeader
        title={asset.card.name}
        back={{ to: '/assets', label: t('list.title') }}
        beside={
          <>
            <AssetStatusTag status={asset.status} />
            {asset.isOverdue && <AssetStatusTag status={asset.status} isOverdue />}
            <ItemCode code={asset.code} />
          </>
        }
        sentence={<AssetSentence asset={asset} withLinks />}
        actions={<ActionButtons asset={asset} onMove={onMove} />}
      />
    </div>
  );
}
