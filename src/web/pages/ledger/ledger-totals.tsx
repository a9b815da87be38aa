import { useTranslation } from 'react-i18next';
import type { LedgerTotals } from '../../../modules/fixed-assets/ledger.contract.ts';
import { LEDGER_DIRECTIONS, type FlowAmounts } from '../../../modules/fixed-assets/ledger-direction.ts';
import { ASSET_ENTRY_KINDS } from '../../../modules/fixed-assets/rules.ts';
import { formatCount, formatQuantity } from '../../components/amount.ts';
import type { ListState } from '../../components/list-page/list-state.ts';
import { Money } from '../../components/money.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

export interface LedgerTotalsProps {
  /** undefined while they are being counted. */
  readonly totals: LedgerTotals | undefined;
  readonly state: ListState;
}

interface SumLine {
  readonly label: string;
  readonly sum: FlowAmounts | undefined;
  readonly isBalance?: boolean;
}

/** What there was, what came and went, what there is then; a period without corrected cards has no line for them. */
function useSumLines(totals: LedgerTotals | undefined): readonly SumLine[] {
  const { t } = useTranslation('ledger');
  const flows = LEDGER_DIRECTIONS.map((flow) => ({ label: t(`flow.${flow}`), sum: totals?.[flow] }));
  const balance = totals?.balance;
  if (balance === null || balance === undefined) return flows;
  const { opening, corrected, closing } = balance;
  return [
    { label: t('totals.opening'), sum: opening, isBalance: true },
    ...flows,
    ...(corrected.count === 0 ? [] : [{ label: t('totals.corrected'), sum: corrected }]),
    { label: t('totals.closing'), sum: closing, isBalance: true },
  ];
}

/** Sums of the period by direction, and how many entries of each kind; a kind narrows the ledger to itself. */
export function LedgerTotalsBar({ totals, state }: LedgerTotalsProps) {
  const { t } = useTranslation('ledger');
  const pick = usePickSentence();
  const lines = useSumLines(totals);
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
          {lines.map(({ label, sum, isBalance }) => (
            <tr key={label} className={isBalance === true ? 'cc-ledger-balance' : undefined}>
              <th scope="row">{label}</th>
              <td>{sum === undefined ? '…' : formatCount(sum.count)}</td>
              <td>{sum === undefined ? '…' : formatQuantity(sum.quantity)}</td>
              <td>{sum === undefined ? '…' : <Money fen={sum.amountFen} />}</td>
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
