import DatePicker from 'antd/es/date-picker';
import Skeleton from 'antd/es/skeleton';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { listDepreciationMonthsEndpoint } from '../../../modules/fixed-assets/depreciation.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { CourtChoice, useCourtChoice } from '../../components/court-choice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { NextMonth } from './next-month.tsx';
import { PostForm } from './post-form.tsx';
import { PostedMonths } from './posted-months.tsx';
import './depreciation.css';

const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/;

/** Before anything is posted, the books may begin with any month that is over. */
function FirstMonth({
  month,
  last,
  onChoose,
}: {
  month: string;
  last: string;
  onChoose: (month: string) => void;
}) {
  const { t } = useTranslation('depreciation');
  return (
    <div className="cc-first-month cc-no-print">
      <label htmlFor="first-month">{t('next.first')}</label>
      <DatePicker
        id="first-month"
        picker="month"
        allowClear={false}
        format="YYYY-MM"
        maxDate={dayjs(`${last}-01`)}
        value={dayjs(`${month}-01`)}
        onChange={(picked) => {
          if (picked !== null) onChoose(picked.format('YYYY-MM'));
        }}
      />
      <span className="cc-soft">{t('next.firstHint')}</span>
    </div>
  );
}

/** 折旧: what is posted, what the next month would hold, and posting it. */
export function Component() {
  const { t } = useTranslation('depreciation');
  const choice = useCourtChoice('depreciation.read');
  const command = useOpenCommand();
  const { courtId } = choice;
  const { data, error, refetch } = useQueryEndpoint(listDepreciationMonthsEndpoint, { query: { courtId } });
  const [search, setSearch] = useSearchParams();
  const isFirst = data?.items.length === 0;
  const chosen = search.get('month') ?? '';
  const month = isFirst && MONTH.test(chosen) ? chosen : (data?.nextMonth ?? '');
  const mayPost = data?.availableActions.includes('post') === true && courtId === undefined;
  return (
    <div className="cc-depreciation-page">
      <PageHeader title={t('title')} sentence={t('sentence')} actions={<CourtChoice {...choice} />} />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {data !== undefined && (
        <>
          {isFirst && (
            <FirstMonth
              month={month}
              last={data.nextMonth}
              onChoose={(picked) =>
                setSearch(
                  (before) => {
                    const next = new URLSearchParams(before);
                    next.set('month', picked);
                    return next;
                  },
                  { replace: true },
                )
              }
            />
          )}
          <NextMonth
            month={month}
            courtId={courtId}
            onPost={mayPost ? () => command.open('post') : undefined}
          />
          <section>
            <h2>{t('posted.title')}</h2>
            {data.items.length === 0 ? (
              <p className="cc-soft">{t('posted.none')}</p>
            ) : (
              <PostedMonths months={data.items} courtId={courtId} />
            )}
          </section>
          {mayPost && <PostForm month={month} isOpen={command.current === 'post'} onClose={command.close} />}
        </>
      )}
    </div>
  );
}
