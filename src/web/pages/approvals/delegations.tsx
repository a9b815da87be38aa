import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import {
  delegateApprovalsEndpoint,
  endDelegationEndpoint,
  listDelegationsEndpoint,
  type ApprovalDelegation,
} from '../../../modules/approvals/policies.contract.ts';
import { listWaitingApprovalsEndpoint } from '../../../modules/approvals/approvals.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import './approvals.css';

const TONES: Record<ApprovalDelegation['state'], StatusTone> = {
  coming: 'soon',
  running: 'open',
  over: 'closed',
  ended: 'closed',
};

function DelegationRow({ delegation }: { delegation: ApprovalDelegation }) {
  const { t } = useTranslation('approvals');
  const end = useCommand(endDelegationEndpoint, {
    invalidates: [listDelegationsEndpoint, listWaitingApprovalsEndpoint],
  });
  const mayEnd = delegation.isOwn && (delegation.state === 'running' || delegation.state === 'coming');
  return (
    <li className="cc-approval-row">
      <span className="cc-approval-main">
        <strong>
          {delegation.fromPersonName} → {delegation.toPersonName}
        </strong>
        <span className="cc-soft">{delegation.reason}</span>
        <ProblemAlert problem={end.problem} />
      </span>
      <span className="cc-approval-who">
        {delegation.validFrom} ～ {delegation.validTo}
      </span>
      <span className="cc-approval-where">
        <StatusTag tone={TONES[delegation.state]}>{t(`delegation.state.${delegation.state}`)}</StatusTag>
        {mayEnd && (
          <Button
            size="small"
            loading={end.isSending}
            onClick={() => void end.send({ params: { delegationId: delegation.id } })}
          >
            {t('delegation.end')}
          </Button>
        )}
      </span>
    </li>
  );
}

interface DelegationValues {
  readonly toPersonId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
}

function DelegationForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('approvals');
  const required = (message: string) => [{ required: true, message }];
  return (
    <CommandForm<typeof delegateApprovalsEndpoint, DelegationValues>
      declaration={delegateApprovalsEndpoint}
      open={open}
      onClose={onClose}
      title={t('delegation.add')}
      toRequest={(body) => ({ body })}
      invalidates={[listDelegationsEndpoint]}
      submitLabel={t('delegation.submit')}
      onDone={onClose}
      doneSentence={t('delegation.done')}
      draftKey="approval-delegation"
    >
      <p className="cc-soft">{t('delegation.explain')}</p>
      <Form.Item name="toPersonId" label={t('delegation.to')} rules={required(t('delegation.toMissing'))}>
        <PersonPicker />
      </Form.Item>
      <Form.Item name="validFrom" label={t('delegation.from')} rules={required(t('delegation.dayMissing'))}>
        <DayInput />
      </Form.Item>
      <Form.Item name="validTo" label={t('delegation.until')} rules={required(t('delegation.dayMissing'))}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('delegation.reason')}
        rules={[{ required: true, whitespace: true, message: t('delegation.reasonMissing') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </CommandForm>
  );
}

/** 委托审批: who decides in whose name, and until when. */
export function Component() {
  const { t } = useTranslation('approvals');
  const command = useOpenCommand();
  const { data, error, refetch } = useQueryEndpoint(listDelegationsEndpoint, {});
  const add = (
    <Button type="primary" onClick={() => command.open('delegate')}>
      {t('delegation.add')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('delegation.title')}
        back={{ to: '/approvals', label: t('title') }}
        sentence={t('delegation.sentence')}
        actions={add}
      />
      <ProblemAlert problem={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton active />}
      {data?.items.length === 0 && (
        <EmptyState title={t('delegation.empty')} hint={t('delegation.explain')} />
      )}
      <ol className="cc-approval-rows" aria-label={t('delegation.title')}>
        {data?.items.map((delegation) => (
          <DelegationRow key={delegation.id} delegation={delegation} />
        ))}
      </ol>
      <DelegationForm open={command.current === 'delegate'} onClose={command.close} />
    </>
  );
}
