import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseLedgerRow } from '../../../modules/seized-items/case-ledger.contract.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useIsPhone } from '../../layout/use-is-phone.ts';
import { useSayQuantity, useSayUnit } from '../../i18n/use-quantity.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';

function Marks({ row }: { row: CaseLedgerRow }) {
  const { t } = useTranslation('seized-items');
  return (
    <>
      {row.isLate && <StatusTag tone="closed">{t('life.late')}</StatusTag>}
      {row.isVisitMissing && <StatusTag tone="alarm">{t('life.visitMissing')}</StatusTag>}
      {row.correctsSequence !== null && <span>{t('ledger.corrects', { number: row.correctsSequence })}</span>}
    </>
  );
}

function Row({ row }: { row: CaseLedgerRow }) {
  const shipped = useShippedWords();
  const sayUnit = useSayUnit();
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  return (
    <tr data-flow={row.inQuantity !== null ? 'in' : row.outQuantity !== null ? 'out' : 'none'}>
      <td className="cc-right">{row.sequence}</td>
      <td>
        <When instant={row.occurredAt} />
      </td>
      <td>
        {pick(row)} <Marks row={row} />
      </td>
      <td className="cc-right">{row.number}</td>
      <td>
        <Link to={`/seized-items/${row.itemId}`}>{shipped(row.name)}</Link>
      </td>
      <td>{sayUnit(row.unit)}</td>
      <td className="cc-right">{row.inQuantity ?? ''}</td>
      <td className="cc-right">{row.outQuantity ?? ''}</td>
      <td className="cc-right">
        <strong>{row.balance}</strong>
      </td>
      <td>{row.place ?? row.holder ?? '—'}</td>
      <td>{row.seal ?? '—'}</td>
      <td>{[row.actorName, row.secondPersonName].filter(Boolean).join(t('and'))}</td>
      <td>{row.counterparty ?? '—'}</td>
      <td>{row.basis === null ? '—' : shipped(row.basis)}</td>
    </tr>
  );
}

function Card({ row }: { row: CaseLedgerRow }) {
  const shipped = useShippedWords();
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  const moved = row.inQuantity === null ? row.outQuantity : row.inQuantity;
  return (
    <li>
      <p>
        <strong>{pick(row)}</strong> <Marks row={row} />
        <span className="cc-soft">
          {row.sequence} · <When instant={row.occurredAt} />
        </span>
      </p>
      <Link to={`/seized-items/${row.itemId}`}>
        {row.number}. {shipped(row.name)}
      </Link>
      <p>
        {moved !== null && `${row.inQuantity === null ? '−' : '+'}${sayQuantity(moved, row.unit)} · `}
        {t('ledger.balance')} {sayQuantity(row.balance, row.unit)}
      </p>
      <p className="cc-soft">
        {[row.place ?? row.holder, row.seal, row.actorName, row.secondPersonName].filter(Boolean).join(' · ')}
      </p>
    </li>
  );
}

const HEADS = [
  'sequence',
  'occurredAt',
  'kind',
  'number',
  'name',
  'unit',
  'in',
  'out',
  'balance',
  'where',
  'seal',
  'who',
  'counterparty',
  'basis',
] as const;

/** The entries, ruled and numbered, each with the balance of its unit after it. */
export function LedgerRows({ rows }: { rows: readonly CaseLedgerRow[] }) {
  const { t } = useTranslation('seized-items');
  const isPhone = useIsPhone();
  if (isPhone)
    return (
      <ol className="cc-case-cards">
        {rows.map((row) => (
          <Card key={row.sequence} row={row} />
        ))}
      </ol>
    );
  return (
    <div className="cc-case-ledger" role="region" aria-label={t('ledger.title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(`ledger.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.sequence} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
