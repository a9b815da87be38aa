import type { ReactNode } from 'react';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { listApprovalsEndpoint } from '../../../modules/approvals/approvals.contract.ts';
import {
  RELEASE_PURPOSES,
  type ReleasePurpose,
} from '../../../modules/seized-items/releases/release-kinds.ts';
import {
  requestExtensionEndpoint,
  requestLoanEndpoint,
  requestOutsideKeepingEndpoint,
  requestTransferUpEndpoint,
  requestUnsealingEndpoint,
} from '../../../modules/seized-items/releases/requests.contract.ts';
import type { ClientRequest } from '../../api/endpoint-request.ts';
import { useCommand } from '../../api/use-command.ts';
import { DayInput } from '../../components/fields/day-input.tsx';
import { MoneyInput } from '../../components/fields/money-input.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { announce } from '../../layout/announcer.tsx';
import { instantOfWallClock } from '../../court-day.ts';
import { DueInput } from './due-input.tsx';
import '../seized-items/seized-items.css';

export interface RequestFormProps {
  readonly itemIds: readonly string[];
  readonly hasVehicle: boolean;
}

type RequestEndpoint =
  | typeof requestLoanEndpoint
  | typeof requestExtensionEndpoint
  | typeof requestTransferUpEndpoint
  | typeof requestOutsideKeepingEndpoint
  | typeof requestUnsealingEndpoint;

interface FrameProps<E extends RequestEndpoint, V> {
  readonly itemIds: readonly string[];
  readonly declaration: E;
  readonly toRequest: (values: V & { reason: string }, items: { itemId: string }[]) => ClientRequest<E>;
  readonly children: ReactNode;
}

/** The reason and the button, and the way to the request once it is handed in. */
function RequestFrame<E extends RequestEndpoint, V>({
  itemIds,
  declaration,
  toRequest,
  children,
}: FrameProps<E, V>) {
  const { t } = useTranslation('releases');
  const navigate = useNavigate();
  const command = useCommand(declaration, { invalidates: [listApprovalsEndpoint] });
  const submit = async (values: V & { reason: string }) => {
    const items = itemIds.map((itemId) => ({ itemId }));
    const answer = await command.send(toRequest(values, items));
    if (answer === undefined) return;
    announce(t('request.done', { number: answer.number }));
    void navigate(`/approvals/${answer.id}`);
  };
  return (
    <Form<V & { reason: string }> layout="vertical" size="large" onFinish={(values) => void submit(values)}>
      {children}
      <Form.Item
        name="reason"
        label={t('form.reason')}
        rules={[{ required: true, message: t('form.reasonMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <ProblemAlert problem={command.problem} />
      <div className="cc-standing-foot">
        <Button type="primary" htmlType="submit" loading={command.isSending} disabled={itemIds.length === 0}>
          {t('request.submit')}
        </Button>
      </div>
    </Form>
  );
}

function Receiver({ label, hint }: { label: string; hint?: string }) {
  const { t } = useTranslation('releases');
  return (
    <Form.Item name="receiver" label={label} rules={[{ required: true, message: t('form.receiverMissing') }]}>
      <Input maxLength={100} {...(hint === undefined ? {} : { placeholder: hint })} />
    </Form.Item>
  );
}

function Due({ label }: { label: string }) {
  const { t } = useTranslation('releases');
  return (
    <Form.Item name="dueAt" label={label} rules={[{ required: true, message: t('form.dueMissing') }]}>
      <DueInput />
    </Form.Item>
  );
}

/** 允许行驶: a seized car is driven on an approval only. */
function AllowedDriving({ hasVehicle }: { hasVehicle: boolean }) {
  const { t } = useTranslation('releases');
  if (!hasVehicle) return null;
  return (
    <Form.Item name="allowedKm" label={t('request.allowedKm')} extra={t('request.allowedKmHint')}>
      <InputNumber min={1} max={5000} precision={0} suffix={t('request.km')} style={{ width: '100%' }} />
    </Form.Item>
  );
}

interface WithDriving {
  allowedKm?: number | null;
}

interface LoanValues extends WithDriving {
  purpose: ReleasePurpose;
  receiver: string;
  dueAt: string;
}

/** 借出、送检. */
export function LoanForm({ itemIds, hasVehicle }: RequestFormProps) {
  const { t } = useTranslation('releases');
  const pick = usePickSentence();
  // why: the keys of the table are its type.
  const purposes = Object.keys(RELEASE_PURPOSES) as ReleasePurpose[];
  return (
    <RequestFrame<typeof requestLoanEndpoint, LoanValues>
      itemIds={itemIds}
      declaration={requestLoanEndpoint}
      toRequest={({ dueAt, allowedKm = null, ...values }, items) => ({
        body: { ...values, allowedKm, dueAt: instantOfWallClock(dueAt), items },
      })}
    >
      <Form.Item
        name="purpose"
        label={t('request.purpose')}
        extra={t('request.purposeHint')}
        rules={[{ required: true, message: t('request.purposeMissing') }]}
      >
        <Select<ReleasePurpose>
          options={purposes.map((value) => ({ value, label: pick(RELEASE_PURPOSES[value]) }))}
        />
      </Form.Item>
      <Receiver label={t('request.receiver')} hint={t('request.receiverHint')} />
      <Due label={t('dueAt')} />
      <AllowedDriving hasVehicle={hasVehicle} />
    </RequestFrame>
  );
}

/** 延期. */
export function ExtensionForm({ itemIds }: RequestFormProps) {
  const { t } = useTranslation('releases');
  return (
    <RequestFrame<typeof requestExtensionEndpoint, { dueAt: string }>
      itemIds={itemIds}
      declaration={requestExtensionEndpoint}
      toRequest={({ dueAt, reason }, items) => ({
        body: { reason, dueAt: instantOfWallClock(dueAt), items },
      })}
    >
      <Due label={t('request.extendTo')} />
    </RequestFrame>
  );
}

/** 移送二审. */
export function TransferForm({ itemIds, hasVehicle }: RequestFormProps) {
  const { t } = useTranslation('releases');
  return (
    <RequestFrame<typeof requestTransferUpEndpoint, WithDriving & { receiver: string; appealNumber?: string }>
      itemIds={itemIds}
      declaration={requestTransferUpEndpoint}
      toRequest={({ appealNumber, allowedKm = null, ...values }, items) => ({
        body: {
          ...values,
          allowedKm,
          appealNumber: appealNumber?.trim() === '' ? null : (appealNumber ?? null),
          items,
        },
      })}
    >
      <Receiver label={t('request.court')} />
      <Form.Item name="appealNumber" label={t('request.appealNumber')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <AllowedDriving hasVehicle={hasVehicle} />
    </RequestFrame>
  );
}

/** 启封: what lies under one seal, and why. */
export function UnsealingForm({ itemIds }: RequestFormProps) {
  const { t } = useTranslation('releases');
  return (
    <RequestFrame<typeof requestUnsealingEndpoint, object>
      itemIds={itemIds}
      declaration={requestUnsealingEndpoint}
      toRequest={({ reason }, items) => ({ body: { reason, items } })}
    >
      <p className="cc-soft">{t('request.unsealHint')}</p>
    </RequestFrame>
  );
}

interface KeepingValues extends WithDriving {
  receiver: string;
  contractNumber: string;
  contractEndsOn?: string | null;
  feeFen?: number | null;
  feePeriod?: 'day' | 'month' | 'once';
}
const PERIODS = ['day', 'month', 'once'] as const;

/** 委托外部保管. */
export function KeepingForm({ itemIds, hasVehicle }: RequestFormProps) {
  const { t } = useTranslation('releases');
  return (
    <RequestFrame<typeof requestOutsideKeepingEndpoint, KeepingValues>
      itemIds={itemIds}
      declaration={requestOutsideKeepingEndpoint}
      toRequest={({ contractEndsOn, feeFen, feePeriod, allowedKm = null, ...values }, items) => ({
        body: {
          ...values,
          allowedKm,
          contractEndsOn: contractEndsOn ?? null,
          feeFen: feeFen ?? null,
          feePeriod: feeFen == null ? null : (feePeriod ?? 'month'),
          items,
        },
      })}
    >
      <Receiver label={t('request.keeper')} />
      <Form.Item
        name="contractNumber"
        label={t('request.contractNumber')}
        rules={[{ required: true, message: t('request.contractMissing') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="contractEndsOn" label={t('request.contractEndsOn')}>
        <DayInput />
      </Form.Item>
      <div className="cc-release-pair">
        <Form.Item name="feeFen" label={t('request.fee')}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="feePeriod" label={t('request.feePeriod')}>
          <Select options={PERIODS.map((value) => ({ value, label: t(`feePeriod.${value}`) }))} />
        </Form.Item>
      </div>
      <AllowedDriving hasVehicle={hasVehicle} />
    </RequestFrame>
  );
}
