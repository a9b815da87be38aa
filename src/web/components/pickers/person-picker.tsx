import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { controlProps, type PickerFilterProps, type PickerProps } from './picker-props.ts';
import { usePeopleSearch, usePersonNames, type DirectoryPerson } from './use-people-search.ts';
import './pickers.css';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly person: DirectoryPerson;
}

interface Picked {
  readonly value: string;
  readonly label: string;
}

function optionOf(person: DirectoryPerson): Option {
  return { value: person.id, label: person.name, person };
}

function PersonLine({ person }: { person: DirectoryPerson }) {
  return (
    <span className="cc-pick-person">
      <span>{person.name}</span>
      <span className="cc-soft">
        {[person.departmentName, person.employeeNumber].filter((part) => part !== null).join(' · ')}
      </span>
    </span>
  );
}

function useSelectProps() {
  const { t } = useTranslation('pickers');
  const { people, search, setSearch, isLoading } = usePeopleSearch();
  return {
    options: people.map(optionOf),
    optionRender: ({ data }: { data: Option }) => <PersonLine person={data.person} />,
    showSearch: { searchValue: search, onSearch: setSearch, filterOption: false },
    loading: isLoading,
    notFoundContent: t(isLoading ? 'loading' : 'personNotFound'),
    allowClear: true,
    popupMatchSelectWidth: false,
  };
}

export interface PersonPickerProps extends PickerProps {
  /** The whole person, for forms that fill in the department. */
  readonly onPicked?: (person: DirectoryPerson) => void;
}

/** One person of the court by name, employee number or scanned badge; value is their id. */
export function PersonPicker(props: PersonPickerProps) {
  const { t } = useTranslation('pickers');
  const select = useSelectProps();
  const { value } = props;
  const { names, remember } = usePersonNames(value == null ? [] : [value]);
  return (
    <Select<Picked, Option>
      placeholder={t('person')}
      {...controlProps(props)}
      {...select}
      labelInValue
      value={value == null ? null : { value, label: names.get(value) ?? '' }}
      onChange={(_picked, option) => {
        const one = Array.isArray(option) ? option[0] : option;
        select.showSearch.onSearch('');
        if (one !== undefined) remember(one.person);
        props.onChange?.(one?.value ?? null);
        if (one !== undefined) props.onPicked?.(one.person);
      }}
    />
  );
}

/** People as a list filter. */
export function PersonFilter({ values, onChange, label }: PickerFilterProps) {
  const select = useSelectProps();
  const { names, remember } = usePersonNames(values);
  return (
    <Select<Picked[], Option>
      aria-label={label}
      placeholder={label}
      {...select}
      mode="multiple"
      labelInValue
      maxTagCount="responsive"
      value={values.map((value) => ({ value, label: names.get(value) ?? '' }))}
      onChange={(picked, options) => {
        for (const { person } of Array.isArray(options) ? options : [])
          if (person !== undefined) remember(person);
        onChange(picked.map((each) => each.value));
      }}
    />
  );
}
