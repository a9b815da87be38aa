import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../../modules/fixed-assets/asset-page.contract.ts';
import { CARD_FIELDS } from '../../../../modules/fixed-assets/asset-card.ts';
import { ASSET_STATUSES } from '../../../../modules/fixed-assets/rules.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { useCardValue } from '../use-card-value.tsx';

type Side = TimelineEntry['changed'][number];

function FromTo({ label, from, to }: { label: string; from: ReactNode; to: ReactNode }) {
  const { t } = useTranslation('fixed-assets');
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="cc-soft">{from}</span>
        <span aria-hidden> → </span>
        <span className="cc-hidden">{t('common:command.becomes')}</span>
        {to}
      </dd>
    </div>
  );
}

/** Before → after of an entry: place, holder, status, and the fields of a corrected card. */
export function PositionChanges({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const cardValue = useCardValue();
  const sideOf = (position: TimelineEntry['from'], side: Side) =>
    side === 'status'
      ? position.status === null
        ? '—'
        : pick(ASSET_STATUSES[position.status])
      : (position[side] ?? '—');
  if (entry.changed.length === 0 && entry.cardChanges.length === 0) return null;
  return (
    <dl className="cc-life-changes">
      {entry.changed.map((side) => (
        <FromTo
          key={side}
          label={t(`card.${side}`)}
          from={sideOf(entry.from, side)}
          to={sideOf(entry.to, side)}
        />
      ))}
      {entry.cardChanges.map(({ field, from, to }) => (
        <FromTo
          key={field}
          label={pick(CARD_FIELDS[field])}
          from={cardValue(field, from)}
          to={cardValue(field, to)}
        />
      ))}
    </dl>
  );
}
