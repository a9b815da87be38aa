import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../modules/fixed-assets/ledger.contract.ts';
import { ASSET_ENTRY_KINDS } from '../../../modules/fixed-assets/rules.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { Money } from '../../components/money.tsx';
import { When } from '../../components/when.tsx';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { usePickSentence } from '../../i18n/use-language.ts';

function wordsOf(side: LedgerRow['from']): string {
  const parts = [side.department, side.holder, side.place];
  return parts.filter((part) => part !== null).join(' · ');
}

/** One entry on the phone; the whole card opens the thing. */
export function LedgerCard({ row }: { row: LedgerRow }) {
  const { t } = useTranslation('ledger');
  const pick = usePickSentence();
  const shipped = useShippedWords();
  const from = wordsOf(row.from) || (row.counterparty ?? '');
  const to = wordsOf(row.to);
  const marks = [
    row.correctsSequence !== null && t('mark.corrects', { sequence: row.correctsSequence }),
    row.correctedBySequence !== null && t('mark.corrected', { sequence: row.correctedBySequence }),
    row.late && t('mark.late'),
  ].filter((mark) => mark !== false);
  return (
    <span className={row.correctedBySequence === null ? 'cc-ledger-card' : 'cc-ledger-card cc-ledger-struck'}>
      <span className="cc-ledger-card-head">
        <strong>{pick(ASSET_ENTRY_KINDS[row.kind])}</strong>
        <When instant={row.occurredAt} />
      </span>
      <span>{row.asset.name}</span>
      <span className="cc-ledger-card-head">
        <ItemCode code={row.asset.code} withCopy={false} />
        <Money fen={row.amountFen} inline />
      </span>
      <span className="cc-soft">
        {from === to || from === '' || to === '' ? to || from : `${from} → ${to}`}
      </span>
      <span className="cc-soft">
        {[row.actorName, row.basis === null ? null : shipped(row.basis), ...marks]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}
