import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { controlProps, type PickerFilterProps, type PickerProps } from './picker-props.ts';
import { classPrefix, useAssetClasses, type PickableClass } from './use-asset-classes.ts';
import './pickers.css';

const MONTHS_OF_YEAR = 12;

interface Option {
  readonly value: string;
  readonly label: string;
  readonly assetClass: PickableClass;
}

function ClassLine({ assetClass }: { assetClass: PickableClass }) {
  const { t } = useTranslation('pickers');
  const { code, path, sourced, usefulLifeMonths } = assetClass;
  return (
    <span className="cc-pick-class">
      <span>
        <span className="cc-code">{code}</span> {path}
      </span>
      <span className="cc-soft cc-nowrap">
        {!sourced && `${t('unchecked')} · `}
        {usefulLifeMonths === null
          ? t('neverDepreciated')
          : t('lifeYears', { count: usefulLifeMonths / MONTHS_OF_YEAR })}
      </span>
    </span>
  );
}

function finds(option: Option | undefined, words: string): boolean {
  if (option === undefined) return false;
  const text = `${option.value} ${option.assetClass.path}`.toLowerCase();
  return words
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function useSelectProps(valueOf: (code: string) => string) {
  const { t } = useTranslation('pickers');
  const { classes, isLoading } = useAssetClasses();
  return {
    options: classes.map((each): Option => {
      const label = `${each.code} ${each.name}`;
      return { value: valueOf(each.code), label, assetClass: each };
    }),
    optionRender: ({ data }: { data: Option }) => <ClassLine assetClass={data.assetClass} />,
    showSearch: { filterOption: (words: string, option?: Option) => finds(option, words) },
    loading: isLoading,
    notFoundContent: t(isLoading ? 'loading' : 'classNotFound'),
    allowClear: true,
    popupMatchSelectWidth: false,
  };
}

/** One class of GB/T 14885 by name or code; says whether it is 待核 and how long such assets live. */
export function ClassPicker(props: PickerProps) {
  const { t } = useTranslation('pickers');
  const select = useSelectProps((code) => code);
  return (
    <Select<string | null, Option>
      placeholder={t('assetClass')}
      {...controlProps(props)}
      {...select}
      value={props.value ?? null}
      onChange={(code) => props.onChange?.(code ?? null)}
    />
  );
}

/** Classes as a list filter: each stands for all below it, `A0201`. */
export function ClassFilter({ values, onChange, label }: PickerFilterProps) {
  const select = useSelectProps(classPrefix);
  return (
    <Select<string[], Option>
      aria-label={label}
      placeholder={label}
      {...select}
      mode="multiple"
      maxTagCount="responsive"
      value={[...values]}
      onChange={(prefixes) => onChange(prefixes)}
    />
  );
}
