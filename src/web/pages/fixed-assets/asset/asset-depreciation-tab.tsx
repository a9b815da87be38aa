import { useTranslation } from 'react-i18next';
import type { AssetPage } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { CARD_FIELDS } from '../../../../modules/fixed-assets/asset-card.ts';
import { Money } from '../../../components/money.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';

/** What the asset was worth, what is written off and what is left. */
export function AssetDepreciationTab({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const { usefulLifeMonths, accumulatedFen, netValueFen, lastMonth, lastAmountFen } = asset.depreciation;
  const { originalValueFen } = asset.card;
  const percent = originalValueFen === 0 ? 0 : Math.floor((accumulatedFen / originalValueFen) * 100);
  return (
    <section aria-label={t('tab.depreciation')} className="cc-depreciation">
      <p>
        {usefulLifeMonths === null
          ? t('depreciation.never')
          : t('depreciation.sentence', { months: usefulLifeMonths, percent })}
      </p>
      <dl className="cc-facts">
        <div>
          <dt>{pick(CARD_FIELDS.originalValueFen)}</dt>
          <dd>
            <Money fen={originalValueFen} inline />
          </dd>
        </div>
        <div>
          <dt>{t('depreciation.accumulated')}</dt>
          <dd>
            <Money fen={accumulatedFen} inline />
          </dd>
        </div>
        <div>
          <dt>{t('depreciation.netValue')}</dt>
          <dd>
            <Money fen={netValueFen} inline />
          </dd>
        </div>
        <div>
          <dt>{t('depreciation.lastMonth')}</dt>
          <dd>{lastMonth === null ? t('depreciation.notYet') : lastMonth.slice(0, 7)}</dd>
        </div>
        <div>
          <dt>{t('depreciation.lastAmount')}</dt>
          <dd>
            <Money fen={lastAmountFen} inline />
          </dd>
        </div>
      </dl>
    </section>
  );
}
