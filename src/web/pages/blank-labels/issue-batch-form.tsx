import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import {
  BATCH_CODES_MAX,
  issueCodeBatchEndpoint,
  listCodeBatchesEndpoint,
  type CodeBatch,
} from '../../../modules/item-codes/code-batches.contract.ts';
import { ITEM_CODE_KINDS, type ItemCodeKind } from '../../../modules/item-codes/item-code.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

interface Values {
  kind: ItemCodeKind;
  count: number;
  note?: string;
}

// why: the keys of a literal object are its kinds.
const KINDS = Object.keys(ITEM_CODE_KINDS) as ItemCodeKind[];

export interface IssueBatchFormProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDone: (batch: CodeBatch) => void;
}

/** 发放空白标签: a run of codes for labels that are printed before their things are known. */
export function IssueBatchForm({ open, onClose, onDone }: IssueBatchFormProps) {
  const { t } = useTranslation('blank-labels');
  const pick = usePickSentence();
  return (
    <CommandForm<typeof issueCodeBatchEndpoint, Values>
      declaration={issueCodeBatchEndpoint}
      open={open}
      onClose={onClose}
      title={t('issue.title')}
      submitLabel={t('issue.submit')}
      subject={t('issue.sentence')}
      initialValues={{ kind: 'A', count: 100 }}
      draftKey="issue-code-batch"
      invalidates={[listCodeBatchesEndpoint]}
      toRequest={({ kind, count, note }) => ({
        body: { kind, count, note: note === undefined || note.trim() === '' ? null : note },
      })}
      onDone={onDone}
      doneSentence={t('issue.done')}
    >
      <Form.Item name="kind" label={t('issue.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: pick(ITEM_CODE_KINDS[value]) }))} />
      </Form.Item>
      <Form.Item
        name="count"
        label={t('issue.count')}
        extra={t('issue.countHint', { limit: BATCH_CODES_MAX })}
        rules={[{ required: true, message: t('issue.countMissing') }]}
      >
        <InputNumber min={1} max={BATCH_CODES_MAX} precision={0} className="cc-batch-count" />
      </Form.Item>
      <Form.Item name="note" label={t('issue.note')} extra={t('issue.noteHint')}>
        <Input maxLength={200} />
      </Form.Item>
    </CommandForm>
  );
}
