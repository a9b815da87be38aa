import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  listExaminationsEndpoint,
  recordOpinionEndpoint,
  type Examination,
} from '../../../modules/seized-items/examinations/examinations.contract.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import type { ItemCategoryId, ItemGrade } from '../../../modules/seized-items/item-categories.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { MoneyInput } from '../../components/fields/money-input.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { LineField, orNull, QuantityField } from '../item-care/care-frame.tsx';
import { useItemOptions } from '../seized-items/item-words.ts';

interface Values extends SecondPersonValues {
  opinionNumber: string;
  concludedOn: string;
  conclusion: string;
  examiners: string;
  returnedQuantity?: string;
  consumedQuantity?: string;
  fen?: number | null;
  baseDate?: string | null;
  validUntil?: string | null;
  grade?: ItemGrade;
  category?: ItemCategoryId;
  isLower?: boolean;
}

function ValueFields({ isNeeded }: { isNeeded: boolean }) {
  const { t } = useTranslation('examinations');
  const rules = (message: string) => (isNeeded ? [{ required: true, message }] : []);
  return (
    <>
      <Form.Item name="fen" label={t('value')} rules={rules(t('valueMissing'))}>
        <MoneyInput />
      </Form.Item>
      <Form.Item name="baseDate" label={t('baseDate')} rules={rules(t('baseDateMissing'))}>
        <DayInput />
      </Form.Item>
      <Form.Item name="validUntil" label={t('validUntil')} extra={t('validHint')}>
        <DayInput />
      </Form.Item>
    </>
  );
}

function ChangeFields() {
  const { t } = useTranslation('examinations');
  const form = Form.useFormInstance<Values>();
  const grades = useItemOptions('grade');
  const categories = useItemOptions('category');
  return (
    <>
      <Form.Item name="grade" label={t('newGrade')} extra={t('changeHint')}>
        <Select<string> allowClear options={grades} />
      </Form.Item>
      <Form.Item name="category" label={t('newCategory')}>
        <Select<string> allowClear options={categories} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="isLower" valuePropName="checked">
        <Checkbox>{t('isLower')}</Checkbox>
      </Form.Item>
      {Form.useWatch('isLower', form) === true && <SecondPersonFields sentence={t('lowerNeedsTwo')} />}
    </>
  );
}

/** What the institution found. It is recorded once; grade, category and value change by it alone. */
export function OpinionForm({
  examination,
  onClose,
}: {
  readonly examination: Examination | undefined;
  readonly onClose: () => void;
}) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('examinations');
  const isValuation = examination?.kind === 'valuation';
  return (
    <CommandForm<typeof recordOpinionEndpoint, Values>
      open={examination !== undefined}
      onClose={onClose}
      onDone={onClose}
      declaration={recordOpinionEndpoint}
      title={t('record')}
      submitLabel={t('record')}
      doneSentence={t('recorded')}
      invalidates={[listExaminationsEndpoint, readItemEndpoint]}
      subject={
        examination && (
          <>
            {examination.itemName} · {examination.institution} · {examination.mandateNumber}
          </>
        )
      }
      initialValues={examination?.examiners == null ? {} : { examiners: examination.examiners }}
      toRequest={(values) => ({
        params: { examinationId: examination?.id ?? '' },
        body: {
          opinionNumber: values.opinionNumber,
          concludedOn: values.concludedOn,
          conclusion: values.conclusion,
          examiners: values.examiners,
          returnedQuantity: orNull(values.returnedQuantity),
          consumedQuantity: orNull(values.consumedQuantity),
          value:
            values.fen == null || values.baseDate == null
              ? null
              : { fen: values.fen, baseDate: values.baseDate, validUntil: values.validUntil ?? null },
          grade: values.grade ?? null,
          category: values.category ?? null,
          secondPerson: values.isLower === true ? (values.secondPerson ?? null) : null,
        },
      })}
    >
      <LineField name="opinionNumber" label={t('opinionNumber')} maxLength={100} />
      <Form.Item
        name="concludedOn"
        label={t('concludedOn')}
        rules={[{ required: true, message: t('concludedOnMissing') }]}
      >
        <DayInput />
      </Form.Item>
      <LineField name="examiners" label={t('examiners')} />
      <Form.Item
        name="conclusion"
        label={t('conclusion')}
        rules={[{ required: true, message: t('conclusionMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      {examination?.sampleQuantity != null && (
        <>
          <p>{t('sampleWas', { quantity: sayQuantity(examination.sampleQuantity, examination.unit) })}</p>
          <QuantityField name="returnedQuantity" label={t('returned')} />
          <QuantityField name="consumedQuantity" label={t('consumed')} />
        </>
      )}
      <ValueFields isNeeded={isValuation} />
      <ChangeFields />
    </CommandForm>
  );
}
