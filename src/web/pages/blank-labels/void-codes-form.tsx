import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  listBatchCodesEndpoint,
  listCodeBatchesEndpoint,
  readCodeBatchEndpoint,
  voidBatchCodesEndpoint,
  type CodeBatch,
} from '../../../modules/item-codes/code-batches.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';

interface Values {
  which: 'codes' | 'range' | 'rest';
  codes?: string;
  from?: string;
  to?: string;
  reason: string;
}

const WHICH = ['codes', 'range', 'rest'] as const;

function whatOf({ which, codes = '', from = '', to = '' }: Values) {
  if (which === 'rest') return { which } as const;
  if (which === 'range') return { which, from, to } as const;
  const given = codes.split(/[\n,，;；]+/).map((code) => code.trim());
  return { which, codes: given.filter((code) => code !== '') } as const;
}

function WhichFields() {
  const { t } = useTranslation('blank-labels');
  const which = Form.useWatch<Values['which'] | undefined>('which');
  const required = [{ required: true, whitespace: true, message: t('void.codeMissing') }];
  if (which === 'rest') return <p className="cc-soft cc-batch-rest">{t('void.restHint')}</p>;
  if (which === 'range')
    return (
      <>
        <Form.Item name="from" label={t('void.from')} rules={required}>
          <Input maxLength={40} className="cc-code" autoComplete="off" />
        </Form.Item>
        <Form.Item name="to" label={t('void.to')} extra={t('void.rangeHint')} rules={required}>
          <Input maxLength={40} className="cc-code" autoComplete="off" />
        </Form.Item>
      </>
    );
  return (
    <Form.Item name="codes" label={t('void.codes')} extra={t('void.codesHint')} rules={required}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} className="cc-code" spellCheck={false} />
    </Form.Item>
  );
}

export interface VoidCodesFormProps {
  readonly batch: CodeBatch;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (voidedCount: number) => void;
}

/** 作废空白标签: some, a range, or what is left; for good, with a reason. */
export function VoidCodesForm({ batch, open, onClose, onDone }: VoidCodesFormProps) {
  const { t } = useTranslation('blank-labels');
  return (
    <CommandForm<typeof voidBatchCodesEndpoint, Values>
      declaration={voidBatchCodesEndpoint}
      open={open}
      onClose={onClose}
      title={t('void.title')}
      submitLabel={t('void.submit')}
      subject={t('void.sentence', { count: batch.counts.issued + batch.counts.printed })}
      initialValues={{ which: 'codes' }}
      isDestructive
      invalidates={[listCodeBatchesEndpoint, readCodeBatchEndpoint, listBatchCodesEndpoint]}
      toRequest={(values) => ({
        params: { batchId: batch.id },
        body: { what: whatOf(values), reason: values.reason },
      })}
      onDone={({ voidedCount }) => onDone(voidedCount)}
      doneSentence={t('void.done')}
    >
      <Form.Item name="which" label={t('void.which')}>
        <ChoiceRow
          label={t('void.which')}
          options={WHICH.map((value) => ({ value, label: t(`void.${value}Choice`) }))}
        />
      </Form.Item>
      <WhichFields />
      <ReasonField />
    </CommandForm>
  );
}
