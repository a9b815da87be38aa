import { useTranslation } from 'react-i18next';
import type { LedgerTotals } from '../../../modules/fixed-assets/ledger.contract.ts';
import { LEDGER_DIRECTIONS } from '../../../modules/fixed-assets/ledger-direction.ts';
import { ASSET_ENTRY_KINDS } from '../../../modules/fixed-assets/rules.ts';
import { formatCount } from '../../components/amount.ts';
import type { ListState } from '../../components/list-page/list-state.ts';
import { Money } from '../../components/money.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

export interface LedgerTotalsProps {
  /** undefined while they are being counted. */
  readonly totals: LedgerTotals | undefined;
  readonly state: ListState;
}

/** Sums of the period by direction, and how many entries of each kind; a kind narrows the ledger to itself. */
export function LedgerTotalsBar({ totals, state }: LedgerTotalsProps) {
  const { t } = useTranslation('ledger');
  const pick = usePickSentence();
  const byCount = [...(totals?.byKind ?? [])].sort((a, b) => b.count - a.count);
  const chosen = state.filters['kind'] ?? [];
  const narrow = (kind: string) =>
    state.setFilter('kind', chosen.length === 1 && chosen[0] === kind ? [] : [kind]);
  return (
    <section className="cc-ledger-totals" aria-label={t('totals.title')} aria-busy={totals === undefined}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('totals.direction')}</th>
            <th scope="col">{t('totals.entries')}</th>
            <th scope="col">{t('totals.quantity')}</th>
            <th scope="col">{t('totals.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {LEDGER_DIRECTIONS.map((direction) => (
            <tr key={direction}>
              <th scope="row">{t(`flow.${direction}`)}</th>
              <td>{totals === undefined ? '…' : formatCount(totals[direction].count)}</td>
              <td>{totals?.[direction].quantity ?? '…'}</td>
              <td>{totals === undefined ? '…' : <Money fen={totals[direction].amountFen} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="cc-ledger-kinds cc-no-print">
        {byCount.map(({ kind, count }) => (
          <li key={kind}>
            <button
              type="button"
              className="cc-plain-button cc-ledger-kind"
              aria-pressed={chosen.length === 1 && chosen[0] === kind}
              onClick={() => narrow(kind)}
            >
              {pick(ASSET_ENTRY_KINDS[kind])} <strong>{formatCount(count)}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
