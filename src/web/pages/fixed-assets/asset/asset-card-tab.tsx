import { useTranslation } from 'react-i18next';
import { CARD_FIELDS, type CardField } from '../../../../modules/fixed-assets/asset-card.ts';
import type { AssetPage } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { StatusTag } from '../../../components/status-tag.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { CARD_GROUP_KEYS, CARD_GROUPS } from '../card-groups.ts';
import { useCardValue } from '../use-card-value.tsx';

function ClassValue({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  return (
    <>
      <span className="cc-code">{asset.card.classCode}</span> {asset.className}{' '}
      {!asset.classSourced && <StatusTag tone="soon">{t('card.unchecked')}</StatusTag>}{' '}
      <span className="cc-soft">{asset.classEdition}</span>
    </>
  );
}

/** The card in the groups of the paper one. */
export function AssetCardTab({ asset }: { asset: AssetPage }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const cardValue = useCardValue();
  const valueOf = (field: CardField) => {
    if (field === 'classCode') return <ClassValue asset={asset} />;
    if (field === 'managingDepartmentId') return asset.managingDepartment?.name ?? '—';
    return cardValue(field, asset.card[field]);
  };
  return (
    <div className="cc-card-groups">
      {CARD_GROUP_KEYS.map((group) => (
        <section key={group}>
          <h2>{t(`group.${group}`)}</h2>
          <dl className="cc-facts">
            {CARD_GROUPS[group].map((field) => (
              <div key={field}>
                <dt>{pick(CARD_FIELDS[field])}</dt>
                <dd>{valueOf(field)}</dd>
              </div>
            ))}
            {group === 'use' && (
              <>
                <div>
                  <dt>{t('card.department')}</dt>
                  <dd>{asset.department?.name ?? '—'}</dd>
                </div>
                <div>
                  <dt>{t('card.holder')}</dt>
                  <dd>{asset.holder?.name ?? '—'}</dd>
                </div>
                <div>
                  <dt>{t('card.place')}</dt>
                  <dd>{asset.place?.path ?? '—'}</dd>
                </div>
              </>
            )}
          </dl>
        </section>
      ))}
    </div>
  );
}
