import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Dashboard } from '../../../modules/fixed-assets/dashboard.contract.ts';
import { ASSET_ENTRY_KINDS } from '../../../modules/fixed-assets/rules.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { listAddress, type ListQuery } from '../../components/list-page/list-address.ts';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useCan } from '../../session/use-session.ts';

/** The newest entries of the ledger, each with the thing it is about. */
export function RecentMovements({ dashboard, base }: { dashboard: Dashboard; base: ListQuery }) {
  const { t } = useTranslation('desk');
  const pick = usePickSentence();
  const can = useCan();
  const { recentMovements } = dashboard;
  return (
    <section className="cc-desk-recent">
      <div className="cc-desk-recent-head">
        <h2>{t('recent.title')}</h2>
        {can('ledger.read') && <Link to={listAddress('/ledger', base)}>{t('recent.all')}</Link>}
      </div>
      {recentMovements.length === 0 && <p className="cc-soft">{t('recent.none')}</p>}
      <ul>
        {recentMovements.map((entry) => (
          <li key={entry.id}>
            <When instant={entry.occurredAt} />
            <strong>{pick(ASSET_ENTRY_KINDS[entry.kind])}</strong>
            <span className="cc-desk-recent-asset">
              <Link to={`/assets/${entry.assetId}`}>{entry.name}</Link>{' '}
              <ItemCode code={entry.code} withCopy={false} />
            </span>
            <span className="cc-desk-recent-way">
              {entry.from !== null && entry.from !== entry.to && t('recent.from', { place: entry.from })}
            </span>
            <span className="cc-desk-recent-way">
              {entry.to === null
                ? ''
                : t(entry.from === entry.to ? 'recent.at' : 'recent.to', { place: entry.to })}
            </span>
            <span className="cc-desk-recent-actor cc-soft">{entry.actorName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
