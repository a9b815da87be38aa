import { useMemo } from 'react';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  ACQUISITION_METHODS,
  CARD_FIELDS,
  VALUE_KINDS,
  type CardField,
} from '../../../modules/fixed-assets/asset-card.ts';
import { ASSET_STATUSES } from '../../../modules/fixed-assets/rules.ts';
import { foldCodeText } from '../../../modules/item-codes/item-code.ts';
import { parseYuan, yuanText } from '../../components/fields/yuan.ts';
import type { ListFilter } from '../../components/list-page/list-types.ts';
import { TypedFilter } from '../../components/list-page/typed-filter.tsx';
import { ClassFilter } from '../../components/pickers/class-picker.tsx';
import { DepartmentFilter } from '../../components/pickers/department-picker.tsx';
import { PersonFilter } from '../../components/pickers/person-picker.tsx';
import { PlaceFilter } from '../../components/pickers/place-picker.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useIsPhone } from '../../layout/use-is-phone.ts';

interface ControlProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** An amount of yuan, kept in the address as fen. */
function AmountFilter({ label, values, onChange }: ControlProps) {
  const current = values[0] === undefined ? '' : yuanText(Number(values[0]));
  const commit = (text: string) => {
    const fen = parseYuan(text);
    if (fen === null) onChange([]);
    else if (fen !== undefined) onChange([String(fen)]);
  };
  return <TypedFilter label={label} current={current} onTyped={commit} prefix="¥" inputMode="decimal" />;
}

/** A whole code in any spacing; anything else is no bound. */
function CodeFilter({ label, values, onChange }: ControlProps) {
  const commit = (text: string) => {
    const code = foldCodeText(text);
    onChange(/^A\d{15}$/.test(code) ? [code] : []);
  };
  return <TypedFilter label={label} current={values[0] ?? ''} onTyped={commit} maxLength={40} />;
}

function WholeNumberFilter({ label, values, onChange }: ControlProps) {
  const commit = (text: string) => onChange(/^\d{1,12}$/.test(text.trim()) ? [text.trim()] : []);
  return (
    <TypedFilter
      label={label}
      current={values[0] ?? ''}
      onTyped={commit}
      inputMode="numeric"
      maxLength={12}
    />
  );
}

function YesNoFilter({ label, values, onChange, yes, no }: ControlProps & { yes: string; no: string }) {
  return (
    <Select<string>
      aria-label={label}
      placeholder={label}
      allowClear
      value={values[0] ?? null}
      options={[
        { value: 'true', label: yes },
        { value: 'false', label: no },
      ]}
      onChange={(value: string | undefined) => onChange(value === undefined ? [] : [value])}
    />
  );
}

type Sentence = { readonly zh: string; readonly en: string };
type Pick = (sentence: Sentence) => string;
type Say = (key: string) => string;

const TEXT_FIELDS = [
  ...(['name', 'specification', 'brand', 'model', 'manufacturer', 'unit', 'supplier'] as const),
  ...(['procurementForm', 'contractNumber', 'invoiceNumber', 'voucherNumber', 'notes'] as const),
] as const;
/** From and to of a number of the card; its field names them. */
const AMOUNT_RANGES = [
  ['fiscalFundsFen', 'fiscalFundsFromFen', 'fiscalFundsToFen'],
  ['nonFiscalFundsFen', 'nonFiscalFundsFromFen', 'nonFiscalFundsToFen'],
  ['openingDepreciationFen', 'openingDepreciationFromFen', 'openingDepreciationToFen'],
] as const;
const NUMBER_RANGES = [
  ['quantity', 'quantityFrom', 'quantityTo'],
  ['usefulLifeMonths', 'usefulLifeFromMonths', 'usefulLifeToMonths'],
] as const;
const PRESENCES = [
  'hasDepartment',
  'hasHolder',
  'hasPlace',
  'hasPhoto',
  'hasSerialNumber',
  'isLabelled',
] as const;
const FLAGS = ['pendingReceipt', 'overdue', 'fullyDepreciated'] as const;

function optionsOf(table: Readonly<Record<string, Sentence>>, pick: Pick) {
  return Object.entries(table).map(([value, sentence]) => ({ value, label: pick(sentence) }));
}

/** On a phone only the words and the status stand in the line. */
function primaryFilters(say: Say, pick: Pick, isPhone: boolean): ListFilter[] {
  return [
    { key: 'q', kind: 'text', label: say('filter.q'), isPrimary: true },
    {
      key: 'status',
      kind: 'choice',
      label: say('filter.status'),
      isPrimary: true,
      options: optionsOf(ASSET_STATUSES, pick),
    },
    {
      key: 'departmentId',
      kind: 'custom',
      label: say('filter.department'),
      isPrimary: !isPhone,
      render: (values, onChange) => (
        <DepartmentFilter values={values} onChange={onChange} label={say('filter.department')} />
      ),
    },
    {
      key: 'placeId',
      kind: 'custom',
      label: say('filter.place'),
      isPrimary: !isPhone,
      render: (values, onChange) => (
        <PlaceFilter values={values} onChange={onChange} label={say('filter.place')} />
      ),
    },
    {
      key: 'classCode',
      kind: 'custom',
      label: say('filter.class'),
      isPrimary: !isPhone,
      render: (values, onChange) => (
        <ClassFilter values={values} onChange={onChange} label={say('filter.class')} />
      ),
    },
    {
      key: 'holderId',
      kind: 'custom',
      label: say('filter.holder'),
      isPrimary: !isPhone,
      render: (values, onChange) => (
        <PersonFilter values={values} onChange={onChange} label={say('filter.holder')} />
      ),
    },
  ];
}

/** Two numbers of one field of the card, both ends included. */
function rangeFilters(say: Say, pick: Pick): ListFilter[] {
  const end = (
    field: CardField,
    key: string,
    words: 'filter.atLeast' | 'filter.atMost',
    Control: typeof AmountFilter,
  ): ListFilter => {
    const label = say(words).replace('{field}', pick(CARD_FIELDS[field]));
    const render: Extract<ListFilter, { kind: 'custom' }>['render'] = (values, onChange) => (
      <Control label={label} values={values} onChange={onChange} />
    );
    return { key, kind: 'custom', label, render };
  };
  const both =
    (Control: typeof AmountFilter) =>
    ([field, from, to]: readonly [CardField, string, string]) => [
      end(field, from, 'filter.atLeast', Control),
      end(field, to, 'filter.atMost', Control),
    ];
  return [...AMOUNT_RANGES.flatMap(both(AmountFilter)), ...NUMBER_RANGES.flatMap(both(WholeNumberFilter))];
}

function furtherFilters(say: Say, pick: Pick): ListFilter[] {
  const field = (key: CardField) => pick(CARD_FIELDS[key]);
  const custom = (key: string, Control: typeof AmountFilter): ListFilter => ({
    key,
    kind: 'custom',
    label: say(`filter.${key}`),
    render: (values, onChange) => (
      <Control label={say(`filter.${key}`)} values={values} onChange={onChange} />
    ),
  });
  return [
    { key: 'acquired', kind: 'days', label: field('acquiredOn') },
    { key: 'inUse', kind: 'days', label: field('inUseOn') },
    { key: 'booked', kind: 'days', label: field('bookedOn') },
    { key: 'warranty', kind: 'days', label: field('warrantyUntil') },
    { key: 'loanDue', kind: 'days', label: say('filter.loanDue') },
    {
      key: 'managingDepartmentId',
      kind: 'custom',
      label: field('managingDepartmentId'),
      render: (values, onChange) => (
        <DepartmentFilter values={values} onChange={onChange} label={field('managingDepartmentId')} />
      ),
    },
    {
      key: 'acquisitionMethod',
      kind: 'choice',
      label: field('acquisitionMethod'),
      options: optionsOf(ACQUISITION_METHODS, pick),
    },
    { key: 'valueKind', kind: 'choice', label: field('valueKind'), options: optionsOf(VALUE_KINDS, pick) },
    custom('valueFromFen', AmountFilter),
    custom('valueToFen', AmountFilter),
    custom('ageFromYears', WholeNumberFilter),
    custom('ageToYears', WholeNumberFilter),
    custom('codeFrom', CodeFilter),
    custom('codeTo', CodeFilter),
    ...rangeFilters(say, pick),
    ...TEXT_FIELDS.map((key): ListFilter => ({ key, kind: 'text', label: field(key) })),
    ...PRESENCES.map((key): ListFilter => ({
      key,
      kind: 'custom',
      label: say(`filter.${key}.title`),
      render: (values, onChange) => (
        <YesNoFilter
          label={say(`filter.${key}.title`)}
          yes={say(`filter.${key}.yes`)}
          no={say(`filter.${key}.no`)}
          values={values}
          onChange={onChange}
        />
      ),
    })),
    ...FLAGS.map((key): ListFilter => ({ key, kind: 'flag', label: say(`filter.${key}`) })),
  ];
}

/** Every filter of the endpoint: six in the line, the others behind 更多. */
export function useAssetFilters(): readonly ListFilter[] {
  const { t } = useTranslation('fixed-assets');
  const language = useLanguage();
  const isPhone = useIsPhone();
  return useMemo(() => {
    const say: Say = (key) => t(key);
    const pick: Pick = (sentence) => sentence[language];
    return [...primaryFilters(say, pick, isPhone), ...furtherFilters(say, pick)];
  }, [isPhone, language, t]);
}
