import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../../../components/amount.ts';
import { listAddress } from '../../../components/list-page/list-address.ts';
import { TreeName } from '../../../components/tree-name.tsx';
import { ON_THE_BOOKS } from '../../desk/dashboard-charts.ts';
import { percentOf, type LabellingRow } from './labelling-rows.ts';

/** The list behind a number: these assets, with or without their labels. */
export function labelledAddress(
  row: Pick<LabellingRow, 'department'> | undefined,
  isLabelled?: boolean,
): string {
  return listAddress('/assets', {
    status: ON_THE_BOOKS,
    ...(isLabelled === undefined ? {} : { isLabelled }),
    ...(row === undefined
      ? {}
      : row.department === null
        ? { hasDepartment: false }
        : { departmentId: row.department.id }),
  });
}

/** A bar with its number in words for those who do not see it. */
export function ProgressBar({ due, labelled }: { due: number; labelled: number }) {
  const { t } = useTranslation('printing');
  const percent = percentOf({ due, labelled });
  return (
    <span className="cc-labelled">
      <span
        className="cc-progress-bar"
        role="progressbar"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-label={t('labelling.progress')}
        data-done={labelled === due}
      >
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className="cc-progress-figure">{t('labelling.percent', { percent })}</span>
    </span>
  );
}

export interface LabellingTableProps {
  readonly rows: readonly LabellingRow[];
  /** Undefined: the person prints no labels. */
  readonly onPrint: ((row: LabellingRow) => void) | undefined;
}

/** One department a row; every number leads to the assets that it counts. */
export function LabellingTable({ rows, onPrint }: LabellingTableProps) {
  const { t } = useTranslation('printing');
  return (
    <table className="cc-tree-table cc-labelling">
      <thead>
        <tr>
          <th scope="col">{t('labelling.department')}</th>
          <th scope="col" className="cc-wide-only">
            {t('labelling.progress')}
          </th>
          <th scope="col" className="cc-cell-number">
            {t('labelling.ofDue')}
          </th>
          <th scope="col" className="cc-cell-number">
            {t('labelling.open')}
          </th>
          {onPrint !== undefined && (
            <th scope="col" className="cc-wide-only">
              <span className="cc-hidden">{t('labelling.printOpen')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const name = row.department?.name ?? t('labelling.noDepartment');
          const open = row.due - row.labelled;
          return (
            <tr key={row.department?.id ?? ''}>
              <th scope="row">
                <TreeName depth={row.depth} parentName={row.parentName}>
                  <Link to={labelledAddress(row)}>{name}</Link>
                </TreeName>
              </th>
              <td className="cc-wide-only">
                <ProgressBar {...row} />
              </td>
              <td className="cc-cell-number cc-nowrap">
                {formatCount(row.labelled)} / {formatCount(row.due)}
              </td>
              <td className="cc-cell-number">
                {open === 0 ? (
                  <span className="cc-soft">0</span>
                ) : (
                  <Link
                    to={labelledAddress(row, false)}
                    aria-label={t('labelling.openOf', { name, count: formatCount(open) })}
                  >
                    {formatCount(open)}
                  </Link>
                )}
              </td>
              {onPrint !== undefined && (
                <td className="cc-wide-only cc-cell-print">
                  {open > 0 && (
                    <Button
                      size="small"
                      onClick={() => onPrint(row)}
                      aria-label={t('labelling.printOpenOf', { name })}
                    >
                      {t('labelling.printOpen')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
