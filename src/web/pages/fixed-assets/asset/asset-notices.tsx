import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AssetPage } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { When } from '../../../components/when.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';

/** What is odd about the asset or still waits: a signature, a class that does not fit the name. */
export function AssetNotices({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const { pendingReceipt, classWarning } = asset;
  return (
    <>
      {pendingReceipt !== null && (
        <Alert
          type="info"
          showIcon
          className="cc-done"
          title={
            <>
              {t('pending.waitsFor', { receiver: pendingReceipt.receiver.name })}{' '}
              <span className="cc-soft">
                <When instant={pendingReceipt.createdAt} withRelative />
              </span>
            </>
          }
        />
      )}
      {classWarning !== null && (
        <Alert
          type="warning"
          showIcon
          className="cc-done"
          title={pick(classWarning)}
          {...(asset.availableActions.includes('correct_card')
            ? { action: <Link to={`/assets/${asset.id}/correct`}>{t('card.correct')}</Link> }
            : {})}
        />
      )}
    </>
  );
}
