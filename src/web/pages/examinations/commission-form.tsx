import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import {
  EXAMINATION_KINDS,
  type ExaminationKind,
} from '../../../modules/seized-items/examinations/examination-rules.ts';
import { commissionExaminationEndpoint } from '../../../modules/seized-items/examinations/examinations.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useUnitAfter } from '../../i18n/use-quantity.ts';
import { useOptions } from '../cases/case-words.tsx';
import {
  LineField,
  orNull,
  QuantityField,
  useCareFrame,
  type CareProps,
  type WithSecond,
} from '../item-care/care-frame.tsx';

type Values = WithSecond<{
  kind: ExaminationKind;
  mandateNumber: string;
  institution: string;
  qualification: string;
  examiners?: string;
  question: string;
  sentOn: string;
  sampleQuantity?: string;
}>;

/** An item or a sample of it goes to an institution; what it leaves the room by is a release of its own. */
export function CommissionForm(props: CareProps) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('examinations');
  const frame = useCareFrame(props, 'examine');
  const kinds = useOptions(EXAMINATION_KINDS);
  const { item, command } = props;
  return (
    <CommandForm<typeof commissionExaminationEndpoint, Values>
      {...frame}
      declaration={commissionExaminationEndpoint}
      initialValues={{ kind: 'appraisal' }}
      onDone={command.close}
      toRequest={({ examiners, sampleQuantity, ...mandate }) => ({
        params: { itemId: item.id },
        body: { ...mandate, examiners: orNull(examiners), sampleQuantity: orNull(sampleQuantity) },
      })}
    >
      <Form.Item required name="kind" label={t('kind')}>
        <Radio.Group options={kinds} />
      </Form.Item>
      <LineField name="mandateNumber" label={t('mandateNumber')} maxLength={100} />
      <LineField name="institution" label={t('institution')} />
      <LineField name="qualification" label={t('qualification')} />
      <LineField name="examiners" label={t('examiners')} isNeeded={false} />
      <Form.Item
        name="question"
        label={t('question')}
        rules={[{ required: true, message: t('questionMissing') }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="sentOn" label={t('sentOn')} rules={[{ required: true, message: t('sentOnMissing') }]}>
        <DayInput />
      </Form.Item>
      <QuantityField
        name="sampleQuantity"
        label={t('sampleIn', { unit: unitAfter(item.unit) })}
        isNeeded={false}
      />
      <p className="cc-soft">{t('sampleHint')}</p>
      <SecondPersonFields sentence={t('sentByTwo')} />
    </CommandForm>
  );
}
