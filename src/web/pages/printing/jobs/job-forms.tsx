import Form from 'antd/es/form';
import InputNumber from 'antd/es/input-number';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ONE_LABEL_KINDS } from '../../../../modules/item-codes/item-code.ts';
import {
  cancelPrintJobEndpoint,
  reprintPrintJobEndpoint,
} from '../../../../modules/labels/print-job-steps.contract.ts';
import type { PrintJobAnswer } from '../../../../modules/labels/print-jobs.contract.ts';
import { CommandForm } from '../../../components/command-form/command-form.tsx';
import { ReasonField } from '../../../components/command-form/reason-field.tsx';
import type { OpenCommand } from '../../../components/command-form/use-open-command.ts';
import { useJobTitle } from './job-words.tsx';
import { STALE_JOBS } from './stale-jobs.ts';

interface RangeValues {
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly reason: string;
}

function RangeFields({ labelCount }: { labelCount: number }) {
  const { t } = useTranslation('printing');
  const rules = [{ required: true, message: t('reprint.positionMissing') }];
  return (
    <>
      <div className="cc-job-range">
        <Form.Item name="fromPosition" label={t('reprint.from')} rules={rules}>
          <InputNumber min={1} max={labelCount} precision={0} />
        </Form.Item>
        <Form.Item
          name="toPosition"
          label={t('reprint.to')}
          dependencies={['fromPosition']}
          rules={[
            ...rules,
            ({ getFieldValue }) => ({
              validator: (_rule, value: number) =>
                Number(getFieldValue('fromPosition')) <= value
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('reprint.crossed'))),
            }),
          ]}
        >
          <InputNumber min={1} max={labelCount} precision={0} />
        </Form.Item>
      </div>
      <ReasonField label={t('reprint.reason')} />
    </>
  );
}

/** Cancelling and printing a range again; which one is open stands in the address. */
export function JobForms({ job, command }: { job: PrintJobAnswer; command: OpenCommand }) {
  const { t } = useTranslation('printing');
  const navigate = useNavigate();
  const title = useJobTitle();
  const { labelCount } = job;
  const isOneOnly = ONE_LABEL_KINDS.has(job.kind);
  const isOffered = (action: 'cancel' | 'reprint') =>
    command.current === action && job.availableActions.includes(action);
  return (
    <>
      <CommandForm<typeof cancelPrintJobEndpoint, object>
        declaration={cancelPrintJobEndpoint}
        open={isOffered('cancel')}
        onClose={command.close}
        title={t('action.cancel')}
        submitLabel={t('action.cancel')}
        isDestructive
        subject={title(job)}
        invalidates={STALE_JOBS}
        toRequest={() => ({ params: { jobId: job.id }, body: {} })}
        onDone={command.close}
        doneSentence={t('action.cancelDone')}
      >
        <p>{t('cancelEffect', { count: job.counts.waiting })}</p>
        {isOneOnly && job.printer === null && <p>{t('cancelEffectOfFile')}</p>}
      </CommandForm>
      <CommandForm<typeof reprintPrintJobEndpoint, RangeValues>
        declaration={reprintPrintJobEndpoint}
        open={isOffered('reprint')}
        onClose={command.close}
        title={t('reprint.title')}
        submitLabel={t('reprint.submit')}
        subject={title(job)}
        draftKey={`reprint:${job.id}`}
        initialValues={{ fromPosition: 1, toPosition: labelCount }}
        invalidates={STALE_JOBS}
        toRequest={(values) => ({ params: { jobId: job.id }, body: values })}
        onDone={(made) => void navigate(made.job === null ? '/print-jobs' : `/print-jobs/${made.job.id}`)}
        doneSentence={t('reprint.done')}
      >
        <p className="cc-soft">{t(isOneOnly ? 'reprint.hintOnce' : 'reprint.hint', { count: labelCount })}</p>
        <RangeFields labelCount={labelCount} />
      </CommandForm>
    </>
  );
}
