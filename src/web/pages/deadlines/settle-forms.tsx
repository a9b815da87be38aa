import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  acknowledgeDeadlineEndpoint,
  countDeadlinesEndpoint,
  extendDeadlineEndpoint,
  listDeadlinesEndpoint,
  settleDeadlineEndpoint,
  type DeadlineAnswer,
} from '../../../modules/deadlines/contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { ChoiceRow } from '../../components/fields/choice-row.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

const STALE = [listDeadlinesEndpoint, countDeadlinesEndpoint];

export interface DeadlineFormsProps {
  readonly deadline: DeadlineAnswer | undefined;
  /** `acknowledge`, `settle` or `extend`. */
  readonly verb: string | undefined;
  readonly onClose: () => void;
}

export function DocumentItem({ label }: { label: string }) {
  const { t } = useTranslation('deadlines');
  return (
    <Form.Item
      name="document"
      label={label}
      rules={[{ required: true, whitespace: true, message: t('documentMissing') }]}
    >
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  );
}

/** 知悉、办结、延长 one deadline; the address says which form is open. */
export function DeadlineForms({ deadline, verb, onClose }: DeadlineFormsProps) {
  const { t } = useTranslation('deadlines');
  const pick = usePickSentence();
  if (deadline === undefined) return null;
  const subject = `${pick(deadline.rule)} · ${deadline.subjectLabel}`;
  const shared = { onClose, subject, invalidates: STALE, onDone: onClose };
  return (
    <>
      <CommandForm<typeof acknowledgeDeadlineEndpoint, object>
        declaration={acknowledgeDeadlineEndpoint}
        {...shared}
        open={verb === 'acknowledge'}
        title={t('acknowledge.title')}
        submitLabel={t('acknowledge.title')}
        toRequest={() => ({ params: { deadlineId: deadline.id } })}
        doneSentence={t('acknowledge.done')}
      >
        <p>{t('acknowledge.effect')}</p>
      </CommandForm>
      <CommandForm<typeof settleDeadlineEndpoint, { outcome: 'done' | 'lapsed'; note: string }>
        declaration={settleDeadlineEndpoint}
        {...shared}
        open={verb === 'settle'}
        title={t('settle.title')}
        submitLabel={t('settle.title')}
        initialValues={{ outcome: 'done' }}
        toRequest={(values) => ({ params: { deadlineId: deadline.id }, body: values })}
        doneSentence={t('settle.done')}
      >
        <Form.Item name="outcome" label={t('settle.outcome')}>
          <ChoiceRow
            label={t('settle.outcome')}
            options={(['done', 'lapsed'] as const).map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('settle.note')}
          rules={[{ required: true, whitespace: true, message: t('settle.noteMissing') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} showCount />
        </Form.Item>
      </CommandForm>
      <CommandForm<typeof extendDeadlineEndpoint, { until: string; document: string }>
        declaration={extendDeadlineEndpoint}
        {...shared}
        open={verb === 'extend'}
        title={t('extend.title')}
        submitLabel={t('extend.title')}
        toRequest={(values) => ({ params: { deadlineId: deadline.id }, body: values })}
        doneSentence={t('extend.done')}
      >
        <p>{t('extend.effect', { dueOn: deadline.dueOn })}</p>
        <Form.Item
          name="until"
          label={t('extend.until')}
          rules={[{ required: true, message: t('extend.untilMissing') }]}
        >
          <DayInput min={deadline.dueOn} />
        </Form.Item>
        <DocumentItem label={t('extend.document')} />
      </CommandForm>
    </>
  );
}
