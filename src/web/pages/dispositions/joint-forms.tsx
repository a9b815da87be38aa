/** One form for all chosen items of a case, by what is done with them. */
import Alert from 'antd/es/alert';
import { useTranslation } from 'react-i18next';
import * as dispositions from '../../../modules/dispositions/dispositions.contract.ts';
import * as preparing from '../../../modules/dispositions/preparing.contract.ts';
import type { PhotoStep } from '../../../modules/seized-items/photo-demands/photo-policy-rules.ts';
import type { TransitionsAnswer } from '../../../modules/seized-items/transitions.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import {
  DestroyFields,
  OrganFields,
  returnDefaults,
  ReturnFields,
  toDestruction,
  toReturn,
  type DestroyValues,
  type OrganValues,
  type ReturnValues,
} from './execution-fields.tsx';
import { useToday } from '../../clock.ts';
import { AreaItem, DayItem, TextItem } from './fields.tsx';
import { orNull } from './form-parts.tsx';
import { beneficiariesOf, fits, itemLines } from './joint-choice.ts';
import { executionOf, useJointFrame, type JointFormProps } from './joint-form.ts';
import { JointPhoto, JointStepPhotos, JointScan } from './joint-photo.tsx';
import { PaidAmounts, paidDefaults, paidItems, type PaidValues } from './paid-amounts.tsx';

const byLines = { linesOf: ({ lines }: TransitionsAnswer) => lines };

function AwaitForm(props: JointFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useJointFrame<typeof preparing.awaitDispositionEndpoint>(props, byLines);
  return (
    <CommandForm
      {...frame}
      declaration={preparing.awaitDispositionEndpoint}
      toRequest={() => ({ body: { itemIds: props.items.map(({ id }) => id) } })}
    >
      <p>{t('form.await')}</p>
    </CommandForm>
  );
}

function RequestForm(props: JointFormProps) {
  const { t } = useTranslation('dispositions');
  const { way } = props.choice;
  const frame = useJointFrame<typeof preparing.requestDispositionEndpoint>(props, {
    linesOf: () => null,
    requestOf: ({ id, number }) => ({ id, number }),
  });
  return (
    <CommandForm<typeof preparing.requestDispositionEndpoint, { reason: string; plan?: string }>
      {...frame}
      declaration={preparing.requestDispositionEndpoint}
      toRequest={({ reason, plan }) => ({
        body: {
          ...{ way: way ?? 'return', reason, plan: orNull(plan) },
          items: itemLines(props.items, props.choice),
        },
      })}
    >
      <p>{t('joint.oneApproval')}</p>
      <AreaItem name="reason" max={1000} />
      <AreaItem
        name="plan"
        max={1000}
        isOptional
        {...(way === 'destruction' ? { extra: t('form.plan') } : {})}
      />
    </CommandForm>
  );
}

/** On which approval; what of it is not done now needs another one. */
function Approval({ shown, choice, items }: JointFormProps) {
  const { t } = useTranslation('dispositions');
  const { approval } = choice;
  if (approval === null) return null;
  const granted = shown.items.filter(({ approvals }) =>
    approvals.some(({ id }) => id === approval.id),
  ).length;
  return (
    <>
      <p className="cc-soft">
        {t('form.approval', { number: approval.number, name: approval.applicantName })}
      </p>
      {items.length < granted && (
        <Alert
          type="warning"
          showIcon
          title={t('joint.rest', { granted, count: items.length, rest: granted - items.length })}
        />
      )}
    </>
  );
}

function StepPhotosOf({ shown, items, step }: JointFormProps & { readonly step: PhotoStep }) {
  return <JointStepPhotos caseId={shown.caseId} step={step} items={items} />;
}

function ReturnForm(props: JointFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useJointFrame<typeof dispositions.returnItemsEndpoint>(props, byLines);
  const names = beneficiariesOf(props.items);
  return (
    <CommandForm<typeof dispositions.returnItemsEndpoint, ReturnValues>
      {...frame}
      declaration={dispositions.returnItemsEndpoint}
      initialValues={returnDefaults(names.length === 1 ? (names[0] ?? null) : null)}
      toRequest={(values) => ({ body: { ...executionOf(props), ...toReturn(values) } })}
    >
      <Approval {...props} />
      {names.length > 1 && (
        <Alert
          type="warning"
          showIcon
          title={t('joint.severalTakers', { count: names.length, names: names.join(t('separator')) })}
        />
      )}
      <ReturnFields photo={<StepPhotosOf {...props} step="return" />} />
    </CommandForm>
  );
}

interface TreasuryValues extends Required<SecondPersonValues> {
  paid?: PaidValues;
  paymentSlip: string;
  receiver?: string;
}

function TreasuryForm({ way, ...props }: JointFormProps & { readonly way: 'treasury' | 'forfeit' }) {
  const { t } = useTranslation('dispositions');
  const frame = useJointFrame<typeof dispositions.payIntoTreasuryEndpoint>(props, byLines);
  return (
    <CommandForm<typeof dispositions.payIntoTreasuryEndpoint, TreasuryValues>
      {...frame}
      declaration={dispositions.payIntoTreasuryEndpoint}
      initialValues={{ paid: paidDefaults(props.items, props.choice) }}
      toRequest={({ paid, paymentSlip, receiver, secondPerson }) => ({
        body: {
          ...{ ...executionOf(props), items: paidItems(props.items, props.choice, paid) },
          ...{ way, paymentSlip, secondPerson, receiver: orNull(receiver) },
        },
      })}
    >
      <Approval {...props} />
      <TextItem name="paymentSlip" max={100} />
      <PaidAmounts items={props.items} choice={props.choice} />
      <TextItem name="receiver" isOptional />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

function DestroyForm(props: JointFormProps) {
  const frame = useJointFrame<typeof dispositions.destroyItemsEndpoint>(props, byLines);
  return (
    <CommandForm<typeof dispositions.destroyItemsEndpoint, DestroyValues>
      {...frame}
      isDestructive
      declaration={dispositions.destroyItemsEndpoint}
      toRequest={(values) => ({ body: { ...executionOf(props), ...toDestruction(values) } })}
    >
      <Approval {...props} />
      <DestroyFields photo={<JointPhoto items={props.items} />} />
    </CommandForm>
  );
}

function HandOverForm(props: JointFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useJointFrame<typeof dispositions.handOverItemsEndpoint>(props, byLines);
  const [organ, other] = beneficiariesOf(props.items);
  return (
    <CommandForm<typeof dispositions.handOverItemsEndpoint, OrganValues>
      {...frame}
      declaration={dispositions.handOverItemsEndpoint}
      initialValues={organ === undefined || other !== undefined ? {} : { organ }}
      toRequest={({ paper, ...values }) => ({ body: { ...executionOf(props), list: paper, ...values } })}
    >
      <Approval {...props} />
      <p className="cc-soft">{t('form.handOver')}</p>
      <OrganFields paper="handoverList" photo={<StepPhotosOf {...props} step="hand_over" />} />
    </CommandForm>
  );
}

function SendBackForm(props: JointFormProps) {
  const frame = useJointFrame<typeof dispositions.sendBackItemsEndpoint>(props, byLines);
  return (
    <CommandForm<typeof dispositions.sendBackItemsEndpoint, OrganValues>
      {...frame}
      declaration={dispositions.sendBackItemsEndpoint}
      toRequest={({ paper, ...values }) => ({ body: { ...executionOf(props), receipt: paper, ...values } })}
    >
      <Approval {...props} />
      <OrganFields paper="receipt" photo={<StepPhotosOf {...props} step="send_back" />} />
    </CommandForm>
  );
}

/** 登记回执 of what left on one list; what the receiver has not acknowledged is left out and stays on its way. */
function ReceiptForm(props: JointFormProps) {
  const { t } = useTranslation('dispositions');
  const today = useToday();
  const frame = useJointFrame<typeof dispositions.confirmHandOversEndpoint>(props, byLines);
  const { shown, choice, items } = props;
  const sent = shown.items.filter((item) => fits(item, choice)).length;
  return (
    <CommandForm<typeof dispositions.confirmHandOversEndpoint, { document: string; receivedOn: string }>
      {...frame}
      declaration={dispositions.confirmHandOversEndpoint}
      initialValues={{ receivedOn: today }}
      toRequest={(values) => ({
        body: {
          ...values,
          dispositionIds: items.flatMap(({ awaitedReceipt }) => awaitedReceipt?.dispositionId ?? []),
        },
      })}
    >
      <p className="cc-soft">
        {t('joint.handOver', {
          list: choice.handOver?.list ?? '',
          organ: choice.handOver?.counterparty ?? '',
          day: choice.handOver?.at.slice(0, 10) ?? '',
        })}
      </p>
      {items.length < sent && (
        <Alert
          type="warning"
          showIcon
          title={t('joint.notAcknowledged', { sent, count: items.length, rest: sent - items.length })}
        />
      )}
      <TextItem name="document" label="receipt" />
      <DayItem name="receivedOn" />
      <JointScan items={items} />
    </CommandForm>
  );
}

export function JointForms(props: JointFormProps) {
  const { action } = props.choice;
  switch (action) {
    case 'await':
      return <AwaitForm {...props} />;
    case 'request':
      return <RequestForm {...props} />;
    case 'return':
      return <ReturnForm {...props} />;
    case 'treasury':
    case 'forfeit':
      return <TreasuryForm {...props} way={action} />;
    case 'destruction':
      return <DestroyForm {...props} />;
    case 'hand_over':
      return <HandOverForm {...props} />;
    case 'receipt':
      return <ReceiptForm {...props} />;
    case 'send_back':
      return <SendBackForm {...props} />;
  }
}
