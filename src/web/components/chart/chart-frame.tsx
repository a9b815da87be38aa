import { Component, lazy, Suspense, useState, type ReactNode } from 'react';
import BarChartOutlined from '@ant-design/icons/es/icons/BarChartOutlined';
import TableOutlined from '@ant-design/icons/es/icons/TableOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChartData } from './chart-types.ts';
import './chart-frame.css';

const BarChart = lazy(() => import('./bar-chart.tsx'));

const ROW_PX = 27;
const COLUMNS_PX = 240;
const NAMED_IN_DESCRIPTION = 3;

function heightOf({ direction, rows }: ChartData): number {
  return direction === 'rows' ? Math.max(rows.length, 3) * ROW_PX + 8 : COLUMNS_PX;
}

function ChartTable({ data, head, caption }: { data: ChartData; head: string; caption: string }) {
  return (
    <div className="cc-chart-table-frame">
      <table className="cc-chart-table">
        <caption className="cc-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {data.series.map(({ key, label }) => (
              <th key={key} scope="col" className="cc-money">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.bars.map((bar, index) => (
                <td key={data.series[index]?.key ?? index} className="cc-money">
                  <Link to={bar.href}>{bar.shown}</Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** When the drawing cannot be loaded (a cut line, a new version), the numbers stand as a table; the page stays. */
class InsteadOfChart extends Component<{ shown: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.shown : this.props.children;
  }
}

export interface ChartFrameProps {
  readonly title: string;
  readonly data: ChartData;
  /** Head of the first column of the table: 「部门」. */
  readonly rowsAre: string;
  /** Beside the title, for example a choice of measure. */
  readonly tools?: ReactNode;
}

/** A chart under its heading, with the same numbers as a table one press away; every bar and number is a link. */
export function ChartFrame({ title, data, rowsAre, tools }: ChartFrameProps) {
  const { t } = useTranslation('report');
  const [isTable, setTable] = useState(false);
  const named = data.rows
    .slice(0, NAMED_IN_DESCRIPTION)
    .map((row) => `${row.label} ${row.bars.map(({ shown }) => shown).join(' / ')}`);
  const height = heightOf(data);
  return (
    <section className="cc-chart">
      <div className="cc-chart-head">
        <h3>{title}</h3>
        {tools}
        <Button
          size="small"
          type="text"
          className="cc-no-print"
          icon={isTable ? <BarChartOutlined aria-hidden /> : <TableOutlined aria-hidden />}
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? 'asChart' : 'asTable')}
          <span className="cc-hidden">{t('of', { title })}</span>
        </Button>
      </div>
      {isTable ? (
        <ChartTable data={data} head={rowsAre} caption={title} />
      ) : (
        <InsteadOfChart shown={<ChartTable data={data} head={rowsAre} caption={title} />}>
          <Suspense fallback={<div style={{ height }} />}>
            <BarChart
              data={data}
              heightPx={height}
              description={t('description', { title, named: named.join(t('comma')) })}
            />
          </Suspense>
        </InsteadOfChart>
      )}
    </section>
  );
}
