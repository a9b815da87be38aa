import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CARD_FIELDS, type CardField } from '../../../modules/fixed-assets/asset-card.ts';
import { readAssetAsOf } from '../../../modules/fixed-assets/asset-page.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { Details } from '../../components/details.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { listAddress } from '../../components/list-page/list-address.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { AssetStatusTag } from '../fixed-assets/asset-status-tag.tsx';
import { CARD_GROUP_KEYS, CARD_GROUPS } from '../fixed-assets/card-groups.ts';
import { useCardValue } from '../fixed-assets/use-card-value.tsx';
import { endOfMinute, type AskedMoment } from './as-of-moment.ts';

/** One asset as it was: where, with whom, and the card rebuilt from its first entry and the corrections. */
export function AssetThen({ assetId, asked }: { assetId: string; asked: AskedMoment }) {
  const { t } = useTranslation('as-of');
  const pick = usePickSentence();
  const cardValue = useCardValue();
  const { data, error, refetch } = useQueryEndpoint(
    readAssetAsOf,
    {
      params: { assetId },
      query: {
        at: endOfMinute(asked.at),
        ...(asked.knownAt === undefined ? {} : { knownAt: endOfMinute(asked.knownAt) }),
      },
    },
    { keepPrevious: true },
  );
  if (error !== null) return <ProblemAlert problem={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  const { state } = data;
  const links = (
    <p className="cc-then-links">
      <Link to={`/assets/${assetId}`}>{t('then.today')}</Link>
      <Link to={listAddress('/ledger', { assetId })}>{t('then.book')}</Link>
    </p>
  );
  if (state === null) return <EmptyState title={t('then.none')} hint={t('then.noneHint')} action={links} />;
  const labelled = (field: CardField) => ({
    label: pick(CARD_FIELDS[field]),
    value: cardValue(field, state.card[field]),
  });
  return (
    <article className="cc-then">
      <h2>
        {state.card.name} {state.status !== null && <AssetStatusTag status={state.status} />}
      </h2>
      <Details
        items={[
          { label: t('column.department'), value: state.department ?? '—' },
          { label: t('column.holder'), value: state.holder ?? '—' },
          { label: t('column.place'), value: state.place ?? '—' },
          { label: t('column.since'), value: <When instant={state.since} /> },
        ]}
      />
      {CARD_GROUP_KEYS.map((group) => (
        <section key={group}>
          <h3>{t(`then.${group}`)}</h3>
          <Details items={CARD_GROUPS[group].map(labelled)} />
        </section>
      ))}
      {links}
    </article>
  );
}
