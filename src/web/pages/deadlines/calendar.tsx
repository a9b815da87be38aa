import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { useState } from 'react';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import {
  listDeadlinesEndpoint,
  readCalendarEndpoint,
  saveCalendarEndpoint,
} from '../../../modules/deadlines/contract.ts';
import { useToday } from '../../clock.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { dayLines, readDayLines } from './day-lines.ts';
import '../../components/plain-rows.css';

type Year = ResponseOf<typeof readCalendarEndpoint>;

function YearDays({ found }: { found: Year }) {
  const shipped = useShippedWords();
  const { t } = useTranslation('deadlines');
  if (!found.isKnown) return <p className="cc-soft">{t('calendar.unknown', { year: found.year })}</p>;
  return (
    <ul className="cc-rows">
      {found.days.map(({ day, kind, name }) => (
        <li key={day}>
          <span className="cc-rows-main">
            {day} · {shipped(name)}
          </span>
          <span className="cc-rows-side">
            <StatusTag tone={kind === 'holiday' ? 'settled' : 'soon'}>{t(`calendar.${kind}`)}</StatusTag>
          </span>
        </li>
      ))}
    </ul>
  );
}

function CalendarForm({ found, open, onClose }: { found: Year; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('deadlines');
  const kinds = { holiday: t('calendar.holiday'), workday: t('calendar.workday') };
  return (
    <CommandForm<typeof saveCalendarEndpoint, { days: string }>
      declaration={saveCalendarEndpoint}
      open={open}
      onClose={onClose}
      title={t('calendar.set')}
      submitLabel={t('calendar.save')}
      subject={String(found.year)}
      initialValues={{ days: dayLines(found.days, kinds) }}
      invalidates={[readCalendarEndpoint, listDeadlinesEndpoint]}
      toRequest={({ days }) => ({
        params: { year: String(found.year) },
        body: { days: readDayLines(days, kinds).days },
      })}
      onDone={onClose}
      doneSentence={t('calendar.done')}
    >
      <p>{t('calendar.effect')}</p>
      <Form.Item
        name="days"
        label={t('calendar.days')}
        extra={t('calendar.format', { ...kinds, year: found.year })}
        rules={[
          {
            validator: (_, text: string | undefined) => {
              const { wrong, days } = readDayLines(text ?? '', kinds);
              if (wrong !== undefined)
                return Promise.reject(new Error(t('calendar.wrongLine', { line: wrong })));
              return days.length === 0 ? Promise.reject(new Error(t('calendar.noDays'))) : Promise.resolve();
            },
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 12, maxRows: 30 }} spellCheck={false} />
      </Form.Item>
    </CommandForm>
  );
}

/** 节假日安排: by which days periods are counted, a year at a time. */
export function Component() {
  const today = useToday();
  const { t } = useTranslation('deadlines');
  const command = useOpenCommand();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const { data, error, refetch } = useQueryEndpoint(readCalendarEndpoint, { params: { year: String(year) } });
  return (
    <>
      <PageHeader
        title={t('calendar.title')}
        sentence={t('calendar.sentence')}
        actions={
          <>
            <Button onClick={() => setYear(year - 1)}>{year - 1}</Button>
            <Button onClick={() => setYear(year + 1)}>{year + 1}</Button>
            <Button type="primary" disabled={data === undefined} onClick={() => command.open('set')}>
              {t('calendar.setYear', { year })}
            </Button>
          </>
        }
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      <h2>{year}</h2>
      {data === undefined && error === null && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {data !== undefined && <YearDays found={data} />}
      {data !== undefined && (
        <CalendarForm key={year} found={data} open={command.current === 'set'} onClose={command.close} />
      )}
    </>
  );
}
