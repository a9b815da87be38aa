import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  decideApprovalEndpoint,
  listApprovalsEndpoint,
  listWaitingApprovalsEndpoint,
  readApprovalEndpoint,
  resubmitApprovalEndpoint,
  withdrawApprovalEndpoint,
  type ApprovalDetail,
} from '../../../modules/approvals/approvals.contract.ts';
import type { SeatVerdict } from '../../../modules/approvals/approval-states.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { ReasonField } from '../../components/command-form/reason-field.tsx';
import { useRequestTitle } from '../../i18n/use-shipped-words.ts';
import { useSayQuantity, useUnitAfter } from '../../i18n/use-quantity.ts';

const STALE = [listApprovalsEndpoint, listWaitingApprovalsEndpoint, readApprovalEndpoint];
const OPINION_LENGTH = 1000;

interface FormProps {
  readonly request: ApprovalDetail;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

function Subject({ request }: { readonly request: ApprovalDetail }) {
  const titleOf = useRequestTitle();
  return (
    <>
      <strong>{titleOf(request)}</strong> <span className="cc-soft">{request.number}</span>
    </>
  );
}

/** 同意、不同意、退回修改: with an opinion, which is needed unless it is approved. */
export function DecideForm({ verdict, ...props }: FormProps & { readonly verdict: SeatVerdict }) {
  const { t } = useTranslation('approvals');
  const { request } = props;
  const isApproval = verdict === 'approve';
  return (
    <CommandForm<typeof decideApprovalEndpoint, { opinion?: string }>
      {...props}
      declaration={decideApprovalEndpoint}
      title={t(`verdict.${verdict}`)}
      subject={<Subject request={request} />}
      toRequest={({ opinion = '' }) => ({
        params: { requestId: request.id },
        body: { verdict, opinion: opinion.trim() === '' ? null : opinion },
      })}
      ifMatch={request.version}
      invalidates={STALE}
      submitLabel={t(`verdict.${verdict}`)}
      isDestructive={verdict === 'reject'}
      onDone={props.onClose}
      doneSentence={t(`done.${verdict}`)}
      draftKey={`approval:${verdict}:${request.id}`}
    >
      <Form.Item
        name="opinion"
        label={t(isApproval ? 'opinionOptional' : 'opinion')}
        extra={isApproval ? undefined : t(`opinionHint.${verdict}`)}
        rules={isApproval ? [] : [{ required: true, whitespace: true, message: t('opinionMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={OPINION_LENGTH} />
      </Form.Item>
    </CommandForm>
  );
}

export function WithdrawForm(props: FormProps) {
  const { t } = useTranslation('approvals');
  const { request } = props;
  return (
    <CommandForm<typeof withdrawApprovalEndpoint, { reason: string }>
      {...props}
      declaration={withdrawApprovalEndpoint}
      title={t('withdraw')}
      subject={<Subject request={request} />}
      toRequest={({ reason }) => ({ params: { requestId: request.id }, body: { reason } })}
      ifMatch={request.version}
      invalidates={STALE}
      submitLabel={t('withdraw')}
      isDestructive
      onDone={props.onClose}
      doneSentence={t('done.withdraw')}
    >
      <ReasonField />
    </CommandForm>
  );
}

type ResubmitValues = Record<string, string>;
const QUANTITY = /^(0|[1-9]\d{0,17})(\.\d{1,18})?$/;

/** Less of the things, or fewer of them: an empty or zero quantity leaves a line out. */
export function ResubmitForm(props: FormProps) {
  const sayQuantity = useSayQuantity();
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('approvals');
  const { request } = props;
  const isLeftOut = (quantity: string | undefined) =>
    quantity === undefined || quantity.trim() === '' || Number(quantity) === 0;
  return (
    <CommandForm<typeof resubmitApprovalEndpoint, ResubmitValues>
      {...props}
      declaration={resubmitApprovalEndpoint}
      title={t('resubmit')}
      subject={<Subject request={request} />}
      initialValues={{
        reason: request.reason,
        ...Object.fromEntries(request.lines.map(({ subjectId, quantity }) => [subjectId, quantity])),
      }}
      toRequest={({ reason = '', ...quantities }) => ({
        params: { requestId: request.id },
        body: {
          reason,
          lines: request.lines
            .filter(({ subjectId }) => !isLeftOut(quantities[subjectId]))
            .map(({ subjectId }) => ({ subjectId, quantity: (quantities[subjectId] ?? '').trim() })),
        },
      })}
      ifMatch={request.version}
      invalidates={STALE}
      submitLabel={t('resubmit')}
      onDone={props.onClose}
      doneSentence={t('done.resubmit')}
      draftKey={`approval:resubmit:${request.id}:${request.round}`}
    >
      <ReasonField label={t('reason')} />
      {request.lines.map(({ subjectId, label, quantity, unit }) => (
        <Form.Item
          key={subjectId}
          name={subjectId}
          label={label}
          extra={t('atMost', { quantity: sayQuantity(quantity, unit) })}
          rules={[{ pattern: QUANTITY, message: t('quantityWrong') }]}
        >
          <Input inputMode="decimal" suffix={unitAfter(unit)} />
        </Form.Item>
      ))}
    </CommandForm>
  );
}
