import { useTranslation } from 'react-i18next';
import { formatCount } from '../../components/amount.ts';
import { Money } from '../../components/money.tsx';

export interface SumRow {
  readonly key: string;
  readonly label: string;
  readonly code?: string;
  readonly assetCount: number;
  readonly amountFen: number;
}

/** Sums by class or by department. */
export function SumTable({ title, head, rows }: { title: string; head: string; rows: readonly SumRow[] }) {
  const { t } = useTranslation('depreciation');
  return (
    <section>
      <h3>{title}</h3>
      <table className="cc-sheet">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="cc-sheet-number">
              {t('column.count')}
            </th>
            <th scope="col" className="cc-sheet-number">
              {t('column.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.code !== undefined && <span className="cc-code">{row.code} </span>}
                {row.label}
              </th>
              <td className="cc-sheet-number">{formatCount(row.assetCount)}</td>
              <td>
                <Money fen={row.amountFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
