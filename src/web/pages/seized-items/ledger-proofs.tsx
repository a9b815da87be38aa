import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { readCaseLedgerEndpoint } from '../../../modules/seized-items/case-ledger.contract.ts';
import { formatQuantity } from '../../../modules/seized-items/item-quantity.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity, useSayUnit } from '../../i18n/use-quantity.ts';

const OPEN_LINES_SHOWN = 20;
type Ledger = ResponseOf<typeof readCaseLedgerEndpoint>;
type Sums = Ledger['conservation']['rows'][number]['sums'];

/** What there is and what went away, in the order of the equation; the parts cancel out and are left out. */
const THERE = [
  'in_store',
  'out',
  'in_transit',
  'with_keeper',
  'under_investigation',
] as const satisfies readonly (keyof Sums)[];
const GONE = ['consumed', 'natural_loss', 'lost', 'disposed'] as const satisfies readonly (keyof Sums)[];
/** Shown only of a case in which it happened. */
const RARELY_GONE = [
  'reclassified',
  'reattributed_out',
  'baseline_less',
  'converted_out',
] as const satisfies readonly (keyof Sums)[];

function Equation({ ledger }: { ledger: Ledger }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('seized-items');
  const { rows } = ledger.conservation;
  const rare = RARELY_GONE.filter((column) => rows.some(({ sums }) => sums[column] !== '0'));
  const columns = [...THERE, ...GONE, ...rare];
  return (
    <div className="cc-proof-table" role="region" aria-label={t('proof.conservation')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('proof.unit')}</th>
            <th scope="col">{t('proof.total')}</th>
            <th scope="col" aria-label="=">
              =
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`proof.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, sums, total, itemCount }) => (
            <tr key={unit}>
              <th scope="row">
                {sayUnit(unit)} <span className="cc-soft">{t('proof.items', { count: itemCount })}</span>
              </th>
              <td data-label={t('proof.total')}>{formatQuantity(total, unit)}</td>
              <td className="cc-proof-equals">=</td>
              {columns.map((column) => (
                <td key={column} data-label={t(`proof.${column}`)} data-zero={sums[column] === '0'}>
                  {sums[column] === '0' ? '0' : formatQuantity(sums[column], unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Differences({ ledger }: { ledger: Ledger }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('seized-items');
  const { differences } = ledger.conservation;
  if (differences.length === 0) return null;
  return (
    <ul role="alert">
      {differences.map((one) => (
        <li key={`${one.fault} ${one.itemId ?? ''} ${one.sequence ?? ''} ${one.unit}`}>
          {t(`proof.fault.${one.fault}`, {
            unit: sayUnit(one.unit),
            sequence: one.sequence ?? '—',
            expected: one.expected,
            found: one.found,
          })}
        </li>
      ))}
    </ul>
  );
}

/** Conservation and closure, computed from entries alone: what is proved, or what stands against it. */
export function LedgerProofs({ ledger }: { ledger: Ledger }) {
  const pick = usePickSentence();
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const { conservation, closure } = ledger;
  const isClosed = ledger.closing?.kind === 'closed';
  return (
    <section className="cc-proofs" aria-label={t('proof.title')}>
      <div>
        <h2>
          {t('proof.conservation')}{' '}
          <StatusTag tone={conservation.holds ? 'settled' : 'alarm'}>
            {t(conservation.holds ? 'proof.holds' : 'proof.broken')}
          </StatusTag>
        </h2>
        <p className="cc-soft">{t('proof.conservationHint')}</p>
        <Equation ledger={ledger} />
        <Differences ledger={ledger} />
      </div>
      <div>
        <h2>
          {t('proof.closure')}{' '}
          <StatusTag tone={closure.holds ? 'settled' : 'open'}>
            {t(isClosed ? 'proof.closed' : closure.holds ? 'proof.closable' : 'proof.open')}
          </StatusTag>
        </h2>
        <p className="cc-soft">
          {t(closure.openItemCount === 0 ? 'proof.allEnded' : 'proof.openItems', {
            count: closure.openItemCount,
            total: closure.itemCount,
          })}
          {closure.openCurrencies.map(({ currency, amount }) => (
            <span key={currency}>
              {' '}
              · {t('proof.openMoney', { amount: sayQuantity(formatQuantity(amount, currency), currency) })}
            </span>
          ))}
        </p>
        {closure.openLines.length > 0 && (
          <>
            <p className="cc-soft">{t('proof.openLines', { count: closure.openLines.length })}</p>
            <ul>
              {closure.openLines.slice(0, OPEN_LINES_SHOWN).map(({ lineId, label }) => (
                <li key={lineId}>{pick(label)}</li>
              ))}
              {closure.openLines.length > OPEN_LINES_SHOWN && <li>…</li>}
            </ul>
          </>
        )}
        {closure.openClaims.length > 0 && (
          <>
            <p className="cc-soft">{t('proof.openClaims', { count: closure.openClaims.length })}</p>
            <ul>
              {closure.openClaims.map(({ claimId, ...label }) => (
                <li key={claimId}>{pick(label)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
