import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money.tsx';
import { formatCount } from '../../components/amount.ts';

export interface VoucherRow {
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly classCode: string;
  readonly className: string;
  readonly assetCount: number;
  readonly amountFen: number;
}

interface Group {
  readonly key: string;
  readonly department: string | null;
  readonly rows: readonly VoucherRow[];
  readonly assetCount: number;
  readonly amountFen: number;
}

function sum(rows: readonly VoucherRow[]): { assetCount: number; amountFen: number } {
  return {
    assetCount: rows.reduce((total, row) => total + row.assetCount, 0),
    amountFen: rows.reduce((total, row) => total + row.amountFen, 0),
  };
}

function byDepartment(voucher: readonly VoucherRow[]): readonly Group[] {
  const groups = new Map<string, VoucherRow[]>();
  for (const row of voucher) {
    const key = row.departmentId ?? '';
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  }
  return [...groups].map(([key, rows]) => ({
    key,
    department: rows[0]?.department ?? null,
    rows,
    ...sum(rows),
  }));
}

/** The voucher summary: department by department, each with its classes and a sum. */
export function VoucherTable({ voucher }: { voucher: readonly VoucherRow[] }) {
  const { t } = useTranslation('depreciation');
  const groups = useMemo(() => byDepartment(voucher), [voucher]);
  const total = sum(voucher);
  return (
    <div className="cc-sheet-frame" tabIndex={0} role="region" aria-label={t('voucher.title')}>
      <table className="cc-sheet">
        <thead>
          <tr>
            <th scope="col">{t('column.department')}</th>
            <th scope="col">{t('column.class')}</th>
            <th scope="col" className="cc-sheet-number">
              {t('column.count')}
            </th>
            <th scope="col" className="cc-sheet-number">
              {t('column.amount')}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {group.rows.map((row, index) => (
              <tr key={row.classCode}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={group.rows.length + (group.rows.length > 1 ? 1 : 0)}>
                    {group.department ?? t('noDepartment')}
                  </th>
                )}
                <td>
                  <span className="cc-code">{row.classCode}</span> {row.className}
                </td>
                <td className="cc-sheet-number">{formatCount(row.assetCount)}</td>
                <td>
                  <Money fen={row.amountFen} />
                </td>
              </tr>
            ))}
            {group.rows.length > 1 && (
              <tr className="cc-sheet-sum">
                <td>{t('column.subtotal')}</td>
                <td className="cc-sheet-number">{formatCount(group.assetCount)}</td>
                <td>
                  <Money fen={group.amountFen} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
        <tfoot>
          <tr className="cc-sheet-total">
            <th scope="row" colSpan={2}>
              {t('column.total')}
            </th>
            <td className="cc-sheet-number">{formatCount(total.assetCount)}</td>
            <td>
              <Money fen={total.amountFen} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
