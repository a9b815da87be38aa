import { useEffect, useState } from 'react';
import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import UpOutlined from '@ant-design/icons/es/icons/UpOutlined';
import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../fields/day-input.tsx';
import type { ListState } from './list-state.ts';
import type { ListFilter } from './list-types.ts';

const TYPING_PAUSE_MS = 300;

function TextFilter({ filter, state }: { filter: ListFilter; state: ListState }) {
  const current = state.filters[filter.key]?.[0] ?? '';
  const { setFilter } = state;
  const [draft, setDraft] = useState<string>();
  useEffect(() => {
    if (draft === undefined) return undefined;
    const timer = setTimeout(() => {
      setFilter(filter.key, [draft.trim()]);
      setDraft(undefined);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, filter.key, setFilter]);
  return (
    <Input
      aria-label={filter.label}
      placeholder={filter.label}
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      maxLength={100}
      value={draft ?? current}
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}

function DaysFilter({ filter, state }: { filter: ListFilter; state: ListState }) {
  const { t } = useTranslation();
  const edge = (suffix: 'From' | 'To') => (
    <DayInput
      value={state.filters[`${filter.key}${suffix}`]?.[0] ?? null}
      onChange={(day) => state.setFilter(`${filter.key}${suffix}`, day === null ? [] : [day])}
      label={t(`list.day${suffix}`, { what: filter.label })}
      placeholder={t(`list.day${suffix}`, { what: filter.label })}
    />
  );
  return (
    <span className="cc-filter-days">
      {edge('From')}
      <span aria-hidden>–</span>
      {edge('To')}
    </span>
  );
}

function FilterControl({ filter, state }: { filter: ListFilter; state: ListState }) {
  const values = state.filters[filter.key] ?? [];
  const set = (next: readonly string[]) => state.setFilter(filter.key, next);
  switch (filter.kind) {
    case 'text':
      return <TextFilter filter={filter} state={state} />;
    case 'choice':
      return (
        <Select
          mode="multiple"
          aria-label={filter.label}
          placeholder={filter.label}
          value={[...values]}
          options={[...filter.options]}
          onChange={set}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
        />
      );
    case 'days':
      return <DaysFilter filter={filter} state={state} />;
    case 'flag':
      return (
        <Checkbox
          checked={values[0] === 'true'}
          onChange={(event) => set(event.target.checked ? ['true'] : [])}
        >
          {filter.label}
        </Checkbox>
      );
    case 'custom':
      return filter.render(values, set);
  }
}

function isSet(filter: ListFilter, state: ListState): boolean {
  const keys = filter.kind === 'days' ? [`${filter.key}From`, `${filter.key}To`] : [filter.key];
  return keys.some((key) => (state.filters[key]?.length ?? 0) > 0);
}

/** One line of filters; the rest behind 更多, which says how many of them are set. */
export function FilterBar({ filters, state }: { filters: readonly ListFilter[]; state: ListState }) {
  const { t } = useTranslation();
  const primary = filters.filter((filter) => filter.isPrimary === true);
  const secondary = filters.filter((filter) => filter.isPrimary !== true);
  const setCount = secondary.filter((filter) => isSet(filter, state)).length;
  const [isOpen, setOpen] = useState(setCount > 0);
  const control = (filter: ListFilter) => (
    <div key={filter.key} className={`cc-filter cc-filter-${filter.kind}`}>
      <FilterControl filter={filter} state={state} />
    </div>
  );
  return (
    <div role="group" aria-label={t('list.filters')} className="cc-filters cc-no-print">
      {primary.map(control)}
      {secondary.length > 0 && (
        <Button
          onClick={() => setOpen(!isOpen)}
          aria-expanded={isOpen}
          icon={isOpen ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
        >
          {setCount > 0 ? t('list.moreFiltersSet', { count: setCount }) : t('more')}
        </Button>
      )}
      {Object.keys(state.filters).length > 0 && (
        <Button type="link" onClick={state.clearFilters}>
          {t('list.clearFilters')}
        </Button>
      )}
      {isOpen && secondary.length > 0 && <div className="cc-filters-more">{secondary.map(control)}</div>}
    </div>
  );
}
