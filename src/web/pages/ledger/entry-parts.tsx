import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LedgerRow } from '../../../modules/fixed-assets/ledger.contract.ts';
import { ASSET_STATUSES } from '../../../modules/fixed-assets/rules.ts';
import { listAddress } from '../../components/list-page/list-address.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatInstant } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { placeTail } from '../fixed-assets/place-tail.ts';

type Side = LedgerRow['from'];

function isSamePosition(from: Side, to: Side): boolean {
  return (
    from.departmentId === to.departmentId && from.holderId === to.holderId && from.placeId === to.placeId
  );
}

/** Where to: only the status when the thing stays where it is, nothing when not even that changes. */
export function Destination({ row }: { row: LedgerRow }) {
  const pick = usePickSentence();
  const { from, to, counterparty } = row;
  if (from.status === null || !isSamePosition(from, to))
    return <Position side={to} counterparty={counterparty} />;
  return <>{to.status === null || to.status === from.status ? '—' : pick(ASSET_STATUSES[to.status])}</>;
}

/** Department and person above, place below; the status where neither says anything. */
export function Position({ side, counterparty }: { side: Side; counterparty: string | null }) {
  const pick = usePickSentence();
  if (side.status === null) return <span>{counterparty ?? '—'}</span>;
  const who = [side.department, side.holder].filter((part) => part !== null).join(' · ');
  return (
    <>
      <span className="cc-ledger-who">{who === '' ? pick(ASSET_STATUSES[side.status]) : who}</span>
      {side.place !== null && (
        <span className="cc-ledger-second" title={side.place}>
          {placeTail(side.place)}
        </span>
      )}
    </>
  );
}

/** Both ways: what this entry corrects, and which entry corrects it; each opens the thing's own book. */
export function CorrectionMarks({ row }: { row: LedgerRow }) {
  const { t } = useTranslation('ledger');
  const book = listAddress('/ledger', { assetId: row.asset.id });
  return (
    <>
      {row.correctsSequence !== null && (
        <Link to={book} className="cc-ledger-mark cc-ledger-second">
          {t('mark.corrects', { sequence: row.correctsSequence })}
        </Link>
      )}
      {row.correctedBySequence !== null && (
        <Link to={book} className="cc-ledger-mark cc-ledger-second">
          {t('mark.corrected', { sequence: row.correctedBySequence })}
        </Link>
      )}
      {row.late && (
        <span className="cc-ledger-mark" title={t('mark.lateHint', { at: formatInstant(row.recordedAt) })}>
          <StatusTag tone="soon">{t('mark.late')}</StatusTag>
        </span>
      )}
    </>
  );
}

/** Who signed for the hand-over, or has yet to. */
export function ReceiptNote({ receipt }: { receipt: LedgerRow['receipt'] }) {
  const { t } = useTranslation('ledger');
  if (receipt === null) return <>—</>;
  return (
    <>
      <span>{receipt.receiver}</span>
      {receipt.state !== 'signed' && (
        <span className={`cc-ledger-second${receipt.state === 'refused' ? ' cc-ledger-refused' : ''}`}>
          {t(`receipt.${receipt.state}`)}
        </span>
      )}
    </>
  );
}
