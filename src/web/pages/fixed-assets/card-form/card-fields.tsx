import type { ReactNode } from 'react';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  ACQUISITION_METHODS,
  CARD_FIELDS,
  VALUE_KINDS,
  type CardField,
} from '../../../../modules/fixed-assets/asset-card.ts';
import { DayInput } from '../../../components/fields/day-input.tsx';
import { MoneyInput } from '../../../components/fields/money-input.tsx';
import { ClassPicker } from '../../../components/pickers/class-picker.tsx';
import { DepartmentPicker } from '../../../components/pickers/department-picker.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { CARD_GROUPS, type CardGroup } from '../card-groups.ts';
import { AssetPicker } from './asset-picker.tsx';
import { ClassNotes } from './class-notes.tsx';
import { MonthInput, WholeNumberInput } from './small-inputs.tsx';

type Sentence = { readonly zh: string; readonly en: string };

const REQUIRED: ReadonlySet<CardField> = new Set([
  ...(['name', 'classCode', 'acquisitionMethod', 'acquiredOn', 'originalValueFen'] as const),
  ...(['unit', 'quantity', 'valueKind'] as const),
]);
const WIDE: ReadonlySet<CardField> = new Set(['name', 'classCode', 'notes', 'parentAssetId']);
const TEXT_MAX: Partial<Record<CardField, number>> = {
  name: 200,
  specification: 500,
  model: 200,
  manufacturer: 200,
  supplier: 200,
  unit: 20,
};
const USUAL_MAX = 100;
const NOTES_MAX = 2000;

function controlOf(
  field: CardField,
  options: (table: Record<string, Sentence>) => object[],
  months: string,
): ReactNode {
  switch (field) {
    case 'classCode':
      return <ClassPicker />;
    case 'acquisitionMethod':
      return <Select options={options(ACQUISITION_METHODS)} />;
    case 'valueKind':
      return <Select options={options(VALUE_KINDS)} />;
    case 'acquiredOn':
    case 'inUseOn':
    case 'bookedOn':
    case 'warrantyUntil':
      return <DayInput />;
    case 'openingDepreciationMonth':
      return <MonthInput />;
    case 'originalValueFen':
    case 'fiscalFundsFen':
    case 'nonFiscalFundsFen':
    case 'openingDepreciationFen':
      return <MoneyInput />;
    case 'usefulLifeMonths':
      return <WholeNumberInput suffix={months} />;
    case 'managingDepartmentId':
      return <DepartmentPicker />;
    case 'parentAssetId':
      return <AssetPicker />;
    case 'notes':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={NOTES_MAX} />;
    default:
      return <Input maxLength={TEXT_MAX[field] ?? USUAL_MAX} autoComplete="off" />;
  }
}

/** What the name and the class say about each other, below the class. */
function NotesOfClass() {
  const form = Form.useFormInstance();
  const name: unknown = Form.useWatch(['card', 'name'], form);
  const classCode: unknown = Form.useWatch(['card', 'classCode'], form);
  return (
    <ClassNotes
      name={typeof name === 'string' ? name : ''}
      classCode={typeof classCode === 'string' ? classCode : null}
      onTake={(code) => form.setFieldValue(['card', 'classCode'], code)}
    />
  );
}

export interface CardFieldsProps {
  readonly group: CardGroup;
  /** Fields that this form asks for elsewhere. */
  readonly without?: readonly CardField[];
  /** Further items of the group. */
  readonly children?: ReactNode;
}

/** One group of the card as form items named `card.<field>`. */
export function CardFields({ group, without = [], children }: CardFieldsProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const options = (table: Record<string, Sentence>) =>
    Object.entries(table).map(([value, sentence]) => ({ value, label: pick(sentence) }));
  const fields: readonly CardField[] = CARD_GROUPS[group];
  return (
    <section className="cc-form-group" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{t(`group.${group}`)}</h2>
      <div className="cc-form-grid">
        {fields
          .filter((field) => !without.includes(field))
          .map((field) => (
            <Form.Item
              key={field}
              name={['card', field]}
              label={pick(CARD_FIELDS[field])}
              className={WIDE.has(field) ? 'cc-form-wide' : ''}
              {...(field === 'classCode' ? { extra: <NotesOfClass /> } : {})}
              {...(field === 'usefulLifeMonths' ? { extra: t('card.lifeHint') } : {})}
              rules={
                REQUIRED.has(field)
                  ? [{ required: true, message: t('move.missing', { field: pick(CARD_FIELDS[field]) }) }]
                  : []
              }
            >
              {controlOf(field, options, t('card.monthUnit'))}
            </Form.Item>
          ))}
        {children}
      </div>
    </section>
  );
}
