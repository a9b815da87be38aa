import { useTranslation } from 'react-i18next';
import { readAssetTotals } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { Money } from '../../components/money.tsx';
import type { AssetFilterRequest } from './asset-list-query.ts';

/** Count and sums of the whole filtered list; they may come after the rows. */
export function AssetListTotals({ query }: { query: AssetFilterRequest }) {
  const { t } = useTranslation('fixed-assets');
  const { data, isPlaceholderData } = useQueryEndpoint(readAssetTotals, { query }, { keepPrevious: true });
  if (data === undefined) return <span className="cc-soft">{t('list.counting')}</span>;
  return (
    <span className={isPlaceholderData ? 'cc-totals cc-soft' : 'cc-totals'}>
      <span>{t('list.count', { count: data.count, shown: data.count.toLocaleString('en-US') })}</span>
      <span>
        {t('list.valueSum')} <Money fen={data.originalValueFen} inline />
      </span>
      <span>
        {t('list.netSum')} <Money fen={data.netValueFen} inline />
      </span>
    </span>
  );
}
