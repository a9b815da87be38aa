import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CountDifference } from '../../../modules/seized-items/baseline/baseline.contract.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { When, WithMoments, formatInstant } from '../../components/when.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';

const REQUEST_TONES: Readonly<Record<string, StatusTone>> = {
  pending: 'open',
  returned: 'soon',
  approved: 'settled',
};

/** Two people count again; one leader concludes. */
function howEnded({ state, endedWith }: CountDifference): 'settled' | 'recounted' | 'concluded' {
  if (state === 'settled') return 'settled';
  return endedWith === null ? 'concluded' : 'recounted';
}

function Standing({ difference }: { difference: CountDifference }) {
  const { t } = useTranslation('baseline');
  const { state, request } = difference;
  if (state !== 'open')
    return (
      <StatusTag tone={state === 'settled' ? 'settled' : 'closed'}>
        {t(`over.${howEnded(difference)}`)}
      </StatusTag>
    );
  const asked = request?.state ?? null;
  if (request === null || asked === null)
    return <StatusTag tone="soon">{t(request === null ? 'notAsked' : 'askedInVain')}</StatusTag>;
  return (
    <Link to={`/approvals/${request.id}`}>
      <StatusTag tone={REQUEST_TONES[asked] ?? 'open'}>
        {t(`asked.${asked}`, { number: request.number })}
      </StatusTag>
    </Link>
  );
}

/** Both figures, why they differ, who counted and how far it has come. */
export function DifferenceFacts({
  difference,
  withItem,
}: {
  difference: CountDifference;
  withItem: boolean;
}) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('baseline');
  const { booked, counted, unit, reason, document, endedAt } = difference;
  return (
    <div className="cc-baseline-facts">
      {withItem && (
        <div className="cc-baseline-head">
          <Link to={`/seized-items/${difference.itemId}`}>{difference.name}</Link>
          <span className="cc-soft">
            {t('piece', { caseNumber: difference.caseNumber, number: difference.number })}
            {difference.place !== null && ` · ${difference.place}`}
          </span>
        </div>
      )}
      <div className="cc-baseline-head">
        <span>
          {t('booked')} {sayQuantity(booked, unit)} →{' '}
          <strong>
            {t('counted')} {sayQuantity(counted, unit)}
          </strong>
        </span>
        <Standing difference={difference} />
      </div>
      <span>
        {reason}
        {document !== null && ` · ${t('paper', { document })}`}
      </span>
      <span className="cc-soft">
        {[difference.countedByName, difference.secondPersonName].join(t('and'))} ·{' '}
        <When instant={difference.countedAt} />
        {endedAt !== null && (
          <WithMoments
            text={` · ${t(`ended.${howEnded(difference)}`, {
              at: formatInstant(endedAt),
              who: [difference.endedByName, difference.endedWith].filter(Boolean).join(t('and')),
            })}`}
          />
        )}
      </span>
    </div>
  );
}
