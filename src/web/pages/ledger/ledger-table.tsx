import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LedgerRow } from '../../../modules/fixed-assets/ledger.contract.ts';
import { ASSET_ENTRY_KINDS } from '../../../modules/fixed-assets/rules.ts';
import { formatCount, formatQuantity } from '../../components/amount.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { Money } from '../../components/money.tsx';
import { formatInstant } from '../../components/when.tsx';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { CorrectionMarks, Destination, Position, ReceiptNote } from './entry-parts.tsx';

export interface LedgerTableProps {
  readonly rows: readonly LedgerRow[];
  /** Number of a row in the period, oldest first, as on paper; undefined until the total is known. */
  readonly numberOf: (index: number) => number | undefined;
  readonly isRefreshing: boolean;
}

/** Shares of the sheet's width, in percent. */
const COLUMN_SHARES = [4, 8, 9, 16.4, 4.5, 4.5, 10, 11.5, 11.5, 5.5, 5.5, 9.6] as const;

function TableHead() {
  const { t } = useTranslation('ledger');
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('column.number')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('column.day')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('column.kind')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('column.asset')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('column.quantity')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('column.amount')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('column.from')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('column.to')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('column.people')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('column.basis')}
        </th>
      </tr>
      <tr>
        <th scope="col">{t('flow.in')}</th>
        <th scope="col">{t('flow.out')}</th>
        <th scope="col">{t('column.actor')}</th>
        <th scope="col">{t('column.receiver')}</th>
      </tr>
    </thead>
  );
}

function Quantity({ row }: { row: LedgerRow }) {
  const sayQuantity = useSayQuantity();
  const text = sayQuantity(formatQuantity(row.quantity), row.unit);
  if (row.flow === 'within')
    return (
      <td colSpan={2} className="cc-ledger-quantity cc-soft">
        {text}
      </td>
    );
  return (
    <>
      <td className="cc-ledger-quantity">{row.flow === 'in' ? text : ''}</td>
      <td className="cc-ledger-quantity">{row.flow === 'out' ? text : ''}</td>
    </>
  );
}

function EntryRow({ row, number }: { row: LedgerRow; number: number | undefined }) {
  const shipped = useShippedWords();
  const pick = usePickSentence();
  const when = formatInstant(row.occurredAt);
  const { asset } = row;
  return (
    <tr className={row.correctedBySequence === null ? undefined : 'cc-ledger-struck'}>
      <td className="cc-ledger-number">{number === undefined ? '' : formatCount(number)}</td>
      <td>
        <time dateTime={row.occurredAt} className="cc-nowrap">
          {when.slice(0, 10)} <span className="cc-ledger-second">{when.slice(11)}</span>
        </time>
      </td>
      <td>
        <span className="cc-ledger-kind-name">{pick(ASSET_ENTRY_KINDS[row.kind])}</span>
        <CorrectionMarks row={row} />
      </td>
      <th scope="row">
        <Link to={`/assets/${asset.id}`}>{asset.name}</Link>
        <span className="cc-ledger-second">
          <ItemCode code={asset.code} withCopy={false} />
        </span>
        <span className="cc-ledger-second">
          {[asset.specification, asset.model].filter((part) => part !== null).join(' ')}
        </span>
      </th>
      <Quantity row={row} />
      <td>
        <Money fen={row.amountFen} />
      </td>
      <td>
        <Position side={row.from} counterparty={row.counterparty} />
      </td>
      <td>
        <Destination row={row} />
      </td>
      <td>
        <span>{row.actorName}</span>
        {row.secondPersonName !== null && <span className="cc-ledger-second">{row.secondPersonName}</span>}
      </td>
      <td>
        <ReceiptNote receipt={row.receipt} />
      </td>
      <td className="cc-ledger-basis">
        {row.basis !== null && <span>{shipped(row.basis)}</span>}
        {row.note !== null && <span className="cc-ledger-second">{row.note}</span>}
      </td>
    </tr>
  );
}

/** The ledger as ruled paper: numbered rows, what came in and went out in columns of their own. */
export function LedgerTable({ rows, numberOf, isRefreshing }: LedgerTableProps) {
  const { t } = useTranslation('ledger');
  return (
    <div className="cc-ledger-sheet" tabIndex={0} role="region" aria-label={t('title')}>
      <table className={isRefreshing ? 'cc-ledger cc-ledger-refreshing' : 'cc-ledger'}>
        <colgroup>
          {COLUMN_SHARES.map((percent, index) => (
            <col key={index} style={{ width: `${percent}%` }} />
          ))}
        </colgroup>
        <TableHead />
        <tbody>
          {rows.map((row, index) => (
            <EntryRow key={row.id} row={row} number={numberOf(index)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
