import { useTranslation } from 'react-i18next';
import { ChoiceBar } from '../../components/choice-bar.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import type { ListState } from '../../components/list-page/list-state.ts';
import { PERIODS, type Period, type PeriodName } from './ledger-period.ts';

export interface PeriodBarProps {
  readonly period: Period;
  readonly state: ListState;
  readonly today: string;
}

/** The period in words the office uses, or two days. */
export function PeriodBar({ period, state, today }: PeriodBarProps) {
  const { t } = useTranslation('ledger');
  const set = (from: string | undefined, to: string | undefined, name: PeriodName | undefined) => {
    state.setFilter('from', from === undefined ? [] : [from]);
    state.setFilter('to', to === undefined ? [] : [to]);
    state.setFilter('period', name === undefined ? [] : [name]);
  };
  const choose = (name: PeriodName) => set(undefined, undefined, name);
  const setDays = (from: string | undefined, to: string | undefined) =>
    set(from, to, from === undefined && to === undefined ? 'all' : undefined);
  return (
    <div role="group" aria-label={t('period.title')} className="cc-period cc-no-print">
      <ChoiceBar
        label={t('period.named')}
        options={PERIODS.map((key) => ({ key, label: t(`period.${key}`) }))}
        value={period.name}
        onChange={choose}
      />
      <span className="cc-period-days">
        <DayInput
          label={t('period.from')}
          placeholder={t('period.from')}
          value={period.from ?? null}
          max={period.to ?? today}
          onChange={(day) => setDays(day ?? undefined, period.to)}
        />
        <span aria-hidden>–</span>
        <DayInput
          label={t('period.to')}
          placeholder={t('period.to')}
          value={period.to ?? null}
          {...(period.from === undefined ? {} : { min: period.from })}
          onChange={(day) => setDays(period.from, day ?? undefined)}
        />
      </span>
    </div>
  );
}
