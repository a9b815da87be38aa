import { useState } from 'react';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { previewDepreciationEndpoint } from '../../../modules/fixed-assets/depreciation.contract.ts';
import { useEndpointPages } from '../../api/use-endpoint-pages.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { formatCount } from '../../components/amount.ts';
import { formatFen } from '../../components/money.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { LineTable } from './line-table.tsx';
import { SumTable } from './sum-table.tsx';

const PAGE_SIZE = 100;

interface Preview {
  readonly month: string;
  readonly courtId: number | undefined;
}

/** The assets of the preview one by one; read only when somebody opens them. */
function PreviewLines({ month, courtId }: Preview) {
  const pages = useEndpointPages(previewDepreciationEndpoint, {
    query: { month, courtId, limit: PAGE_SIZE },
  });
  return <LineTable pages={pages} withMonths />;
}

export interface NextMonthProps extends Preview {
  /** Opens the form; undefined for those who may not post. */
  readonly onPost: (() => void) | undefined;
}

/** What the next month would hold by class and department, and posting it. */
export function NextMonth({ month, courtId, onPost }: NextMonthProps) {
  const { t } = useTranslation('depreciation');
  const pick = usePickSentence();
  const [showsLines, setShowsLines] = useState(false);
  const { data, error, refetch } = useQueryEndpoint(
    previewDepreciationEndpoint,
    { query: { month, courtId, limit: PAGE_SIZE } },
    { keepPrevious: true },
  );
  const totals = data?.totals ?? null;
  return (
    <section className="cc-next-month">
      <div className="cc-next-head">
        <h2>{t('next.title', { month })}</h2>
        {onPost !== undefined && data !== undefined && data.refusal === null && (
          <Button type="primary" onClick={onPost}>
            {t('post.submit')}
          </Button>
        )}
      </div>
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 6 }} />}
      {data !== undefined && data.refusal !== null && (
        <Alert type="info" showIcon title={pick(data.refusal)} />
      )}
      {totals !== null && (
        <>
          <p>
            {t('next.sentence', {
              count: formatCount(totals.assetCount),
              amount: formatFen(totals.amountFen),
            })}
            {totals.catchUp.assetCount > 0 &&
              t('next.catchUp', {
                count: formatCount(totals.catchUp.assetCount),
                amount: formatFen(totals.catchUp.amountFen),
              })}
          </p>
          {totals.assetCount > 0 && (
            <div className="cc-next-sums">
              <SumTable
                title={t('byClass')}
                head={t('column.class')}
                rows={totals.byClass.map((row) => ({
                  ...row,
                  key: row.classCode,
                  code: row.classCode,
                  label: row.className,
                }))}
              />
              <SumTable
                title={t('byDepartment')}
                head={t('column.department')}
                rows={totals.byDepartment.map((row) => ({
                  ...row,
                  key: row.departmentId ?? '',
                  label: row.department ?? t('noDepartment'),
                }))}
              />
            </div>
          )}
          {totals.assetCount > 0 && (
            <Button
              className="cc-no-print cc-next-lines"
              aria-expanded={showsLines}
              onClick={() => setShowsLines(!showsLines)}
            >
              {t(showsLines ? 'lines.hide' : 'lines.show')}
            </Button>
          )}
          {showsLines && <PreviewLines month={month} courtId={courtId} />}
        </>
      )}
    </section>
  );
}
