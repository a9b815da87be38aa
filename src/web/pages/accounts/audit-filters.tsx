import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listAuditEvents } from '../../../modules/accounts/audit.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import type { FilterValues } from '../../components/list-page/list-state.ts';
import type { ListFilter } from '../../components/list-page/list-types.ts';
import { OneChoiceFilter } from '../../components/list-page/one-choice-filter.tsx';
import type { PickerFilterProps } from '../../components/pickers/picker-props.ts';
import { usePeopleSearch } from '../../components/pickers/use-people-search.ts';
import { useCommandOptions } from './command-names.ts';

const OUTCOMES = ['done', 'refused', 'failed'] as const;
const KINDS = [
  ...['person', 'department', 'court', 'api_token'],
  ...['place', 'fixed_asset', 'asset_classes', 'depreciation_run', 'import', 'saved_view'],
  ...['code_batch', 'label_template', 'printer', 'print_job'],
  ...['case', 'case_number_type', 'calendar', 'deadline', 'deadline_rule'],
  ...['room', 'visit', 'door_events'],
  ...['seized_item', 'item_intake', 'item_container', 'item_release', 'room_move', 'paper'],
  ...['money_deposit', 'money_conversion', 'money_month', 'money_difference'],
  ...['approval', 'approval_delegation', 'approval_policy'],
];
const PLAIN = ['q', 'actorId', 'command', 'subjectKind', 'subjectId'] as const;

function isOutcome(value: string): value is (typeof OUTCOMES)[number] {
  return OUTCOMES.some((outcome) => outcome === value);
}

/** What the address asks of the trail. */
export function auditQueryOf(filters: FilterValues) {
  const first = (key: string) => filters[key]?.[0];
  const outcome = first('outcome');
  const [from, to] = [first('onFrom'), first('onTo')];
  const plain: Partial<Record<(typeof PLAIN)[number], string>> = {};
  for (const key of PLAIN) {
    const value = first(key);
    if (value !== undefined) plain[key] = value;
  }
  return {
    ...plain,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(outcome !== undefined && isOutcome(outcome) ? { outcome } : {}),
  };
}

/** Anybody of the directory; the name of one who left it stands in their own events. */
function ActorFilter({ values, onChange, label }: PickerFilterProps) {
  const { t } = useTranslation('pickers');
  const { people, search, setSearch, isLoading } = usePeopleSearch();
  const chosen = values[0];
  const isListed = people.some(({ id }) => id === chosen);
  const { data } = useQueryEndpoint(
    listAuditEvents,
    { query: { actorId: chosen ?? '', limit: 1 } },
    { enabled: chosen !== undefined && !isListed, staleTime: Infinity },
  );
  const options = people.map(({ id, name, departmentName }) => ({
    value: id,
    label: departmentName === null ? name : `${name} · ${departmentName}`,
  }));
  if (chosen !== undefined && !isListed)
    options.unshift({ value: chosen, label: data?.items[0]?.actorName ?? '…' });
  return (
    <Select<string>
      aria-label={label}
      placeholder={label}
      allowClear
      value={chosen ?? null}
      options={options}
      loading={isLoading}
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      notFoundContent={t(isLoading ? 'loading' : 'personNotFound')}
      popupMatchSelectWidth={false}
      onChange={(id: string | undefined) => {
        setSearch('');
        onChange(id === undefined ? [] : [id]);
      }}
    />
  );
}

/** Period and words first; who, what and to what behind 更多. */
export function useAuditFilters(): readonly ListFilter[] {
  const { t } = useTranslation('audit');
  const commands = useCommandOptions();
  const choice = (
    key: string,
    label: string,
    options: readonly { value: string; label: string }[],
    isPrimary = false,
  ): ListFilter => ({
    key,
    kind: 'custom',
    label,
    isPrimary,
    render: (values, onChange) => (
      <OneChoiceFilter label={label} values={values} onChange={onChange} options={options} />
    ),
  });
  return [
    { key: 'q', kind: 'text', label: t('filter.words'), isPrimary: true },
    { key: 'on', kind: 'days', label: t('filter.period'), isPrimary: true },
    choice('command', t('field.command'), commands, true),
    choice(
      'outcome',
      t('field.outcome'),
      OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })),
    ),
    {
      key: 'actorId',
      kind: 'custom',
      label: t('field.actor'),
      render: (values, onChange) => (
        <ActorFilter label={t('field.actor')} values={values} onChange={onChange} />
      ),
    },
    choice(
      'subjectKind',
      t('field.subjectKind'),
      KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    ),
    { key: 'subjectId', kind: 'text', label: t('filter.subjectId') },
  ];
}
