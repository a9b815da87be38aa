import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import type { AddedRelation, CaseAnswer } from '../../../modules/cases/case-fields.ts';
import { addCaseNumberEndpoint, markNumberWrongEndpoint } from '../../../modules/cases/numbers.contract.ts';
import { NUMBER_RELATIONS } from '../../../modules/cases/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import type { CaseFormProps } from './case-form-props.ts';
import { CaseNumberItem } from './case-number-item.tsx';
import { useOptions } from './case-words.tsx';
import { STALE_CASES } from './stale-cases.ts';

interface NumberValues {
  number: string;
  relation: AddedRelation;
  sourceDocument?: string;
  validFrom: string;
  isPrimary?: boolean;
}

const { formerly_wrong: _, ...ADDED_RELATIONS } = NUMBER_RELATIONS;

/** 增加案号: on appeal, remand, retrial, execution. */
export function AddNumberForm({ found, open, onClose }: CaseFormProps) {
  const today = useToday();
  const { t } = useTranslation('cases');
  const relations = useOptions<AddedRelation>(ADDED_RELATIONS);
  return (
    <CommandForm<typeof addCaseNumberEndpoint, NumberValues>
      declaration={addCaseNumberEndpoint}
      open={open}
      onClose={onClose}
      title={t('addNumber.title')}
      submitLabel={t('addNumber.title')}
      subject={found.number}
      ifMatch={found.version}
      initialValues={{ validFrom: today, isPrimary: false }}
      invalidates={STALE_CASES}
      toRequest={({ sourceDocument, ...values }) => ({
        params: { caseId: found.id },
        body: { ...values, sourceDocument: sourceDocument?.trim() ? sourceDocument : null },
      })}
      onDone={onClose}
      doneSentence={t('done.numberAdded')}
    >
      <CaseNumberItem name="number" label={t('field.number')} />
      <Form.Item
        name="relation"
        label={t('field.relation')}
        rules={[{ required: true, message: t('missingChoice', { field: t('field.relation') }) }]}
      >
        <Select options={relations} />
      </Form.Item>
      <Form.Item name="sourceDocument" label={t('field.sourceDocument')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="validFrom"
        label={t('field.validFrom')}
        rules={[{ required: true, message: t('missing', { field: t('field.validFrom') }) }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item name="isPrimary" valuePropName="checked" extra={t('hint.primary')}>
        <Checkbox>{t('field.isPrimary')}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
}

interface WrongValues {
  rightNumber: string;
  sourceDocument?: string;
  reason: string;
}

/** 标记原错号: the wrong number still finds the case; the right one stands in its place. */
export function MarkWrongForm({
  found,
  number,
  open,
  onClose,
}: CaseFormProps & { number: CaseAnswer['numbers'][number] }) {
  const { t } = useTranslation('cases');
  return (
    <CommandForm<typeof markNumberWrongEndpoint, WrongValues>
      declaration={markNumberWrongEndpoint}
      open={open}
      onClose={onClose}
      title={t('number.markWrong')}
      submitLabel={t('number.markWrong')}
      subject={number.number}
      ifMatch={found.version}
      isDestructive
      invalidates={STALE_CASES}
      toRequest={({ sourceDocument, ...values }) => ({
        params: { caseId: found.id, numberId: number.id },
        body: { ...values, sourceDocument: sourceDocument?.trim() ? sourceDocument : null },
      })}
      onDone={onClose}
      doneSentence={t('done.numberWrong')}
    >
      <p>{t('number.wrongEffect')}</p>
      <CaseNumberItem name="rightNumber" label={t('field.rightNumber')} />
      <Form.Item name="sourceDocument" label={t('field.sourceDocument')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <ReasonField />
    </CommandForm>
  );
}
