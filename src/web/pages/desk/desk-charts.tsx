import { useMemo, useState } from 'react';
import Segmented from 'antd/es/segmented';
import { useTranslation } from 'react-i18next';
import { listDirectoryDepartments } from '../../../modules/accounts/directory.contract.ts';
import type { Dashboard } from '../../../modules/fixed-assets/dashboard.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { ChartFrame } from '../../components/chart/chart-frame.tsx';
import type { ListQuery } from '../../components/list-page/list-address.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import {
  chartOfAges,
  chartOfClasses,
  chartOfDepartments,
  chartOfMovements,
  type ChartWords,
  type Measure,
} from './dashboard-charts.ts';
import { rollUpDepartments, type DepartmentPlace } from './roll-up-departments.ts';

const FIVE_MINUTES = 5 * 60 * 1000;
const NO_DEPARTMENTS: readonly DepartmentPlace[] = [];

function useChartWords(measure: Measure): ChartWords {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  return useMemo(
    () => ({
      language,
      measure,
      measureLabel: t(`measure.${measure}`),
      others: (count) => t('charts.others', { count }),
      noDepartment: t('charts.noDepartment'),
      years: (from, to) => {
        if (to === null) return t('charts.yearsFrom', { from });
        if (from === 0) return t('charts.yearsUnder', { to: to + 1 });
        return t('charts.yearsBetween', { from, to });
      },
      flow: { in: t('flow.in'), out: t('flow.out'), within: t('flow.within') },
    }),
    [language, measure, t],
  );
}

/** Value and count by class, department and age; what moved in twelve months. */
export function DeskCharts({ dashboard, base }: { dashboard: Dashboard; base: ListQuery }) {
  const { t } = useTranslation('desk');
  const [measure, setMeasure] = useState<Measure>('count');
  const words = useChartWords(measure);
  const { courtId } = base;
  const directory = useQueryEndpoint(
    listDirectoryDepartments,
    { query: { courtId: typeof courtId === 'number' ? courtId : undefined } },
    { staleTime: FIVE_MINUTES },
  );
  const departments = directory.data?.items ?? NO_DEPARTMENTS;
  const charts = useMemo(() => {
    const query = { courtId };
    return {
      classes: chartOfClasses(dashboard, words, query),
      departments: chartOfDepartments(rollUpDepartments(dashboard.byDepartment, departments), words, query),
      ages: chartOfAges(dashboard, words, query),
      movements: chartOfMovements(dashboard, words, query),
    };
  }, [dashboard, departments, words, courtId]);
  return (
    <section className="cc-desk-composition">
      <div className="cc-desk-section-head">
        <h2>{t('charts.title')}</h2>
        <Segmented<Measure>
          className="cc-no-print"
          aria-label={t('measure.title')}
          value={measure}
          onChange={setMeasure}
          options={[
            { value: 'count', label: t('measure.byCount') },
            { value: 'value', label: t('measure.byValue') },
          ]}
        />
      </div>
      <div className="cc-desk-charts">
        <ChartFrame title={t('charts.classes')} rowsAre={t('charts.class')} data={charts.classes} />
        <ChartFrame
          title={t('charts.departments')}
          rowsAre={t('charts.department')}
          data={charts.departments}
        />
        <ChartFrame title={t('charts.ages')} rowsAre={t('charts.age')} data={charts.ages} />
        <ChartFrame title={t('charts.movements')} rowsAre={t('charts.month')} data={charts.movements} />
      </div>
    </section>
  );
}
