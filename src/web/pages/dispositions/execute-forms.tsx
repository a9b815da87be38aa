import { useTranslation } from 'react-i18next';
import * as dispositions from '../../../modules/dispositions/dispositions.contract.ts';
import { isCurrency } from '../../../modules/seized-items/item-quantity.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { PhotoButton } from '../seized-items/photo-button.tsx';
import {
  OrganFields,
  ReturnFields,
  returnDefaults,
  toReturn,
  type OrganValues,
  type ReturnValues,
} from './execution-fields.tsx';
import { DayItem, MoneyItem, TextItem } from './fields.tsx';
import { approvalFor, openRecord, useItemFrame, type ItemFormProps } from './item-form.ts';
import { ApprovalSentence, orNull, QuantityItem } from './form-parts.tsx';
import { RequestForm } from './request-form.tsx';

function ReturnForm(props: ItemFormProps) {
  const frame = useItemFrame(props, 'return');
  const beneficiary = props.shown.lines[0]?.beneficiary ?? null;
  return (
    <CommandForm<typeof dispositions.returnItemsEndpoint, ReturnValues & { quantity: string }>
      {...frame}
      declaration={dispositions.returnItemsEndpoint}
      initialValues={{ quantity: props.shown.onHand, ...returnDefaults(beneficiary) }}
      toRequest={({ quantity, ...values }) => ({
        body: {
          items: [{ itemId: props.item.id, quantity }],
          requestId: approvalFor(props.shown, ['return'])?.id ?? '',
          ...toReturn(values),
        },
      })}
    >
      <ApprovalSentence shown={props.shown} kinds={['return']} />
      <QuantityItem shown={props.shown} />
      <ReturnFields photo={<PhotoButton itemId={props.item.id} />} />
    </CommandForm>
  );
}

interface TreasuryValues extends Required<SecondPersonValues> {
  quantity: string;
  paymentSlip: string;
  receiver?: string;
  amountFen?: number | null;
}

function TreasuryForm({
  way,
  ...props
}: ItemFormProps & { readonly way: 'treasury' | 'forfeit' | 'finance_takes_over' }) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, way);
  return (
    <CommandForm<typeof dispositions.payIntoTreasuryEndpoint, TreasuryValues>
      {...frame}
      declaration={dispositions.payIntoTreasuryEndpoint}
      initialValues={{ quantity: props.shown.onHand }}
      toRequest={({ quantity, paymentSlip, receiver, amountFen, secondPerson }) => ({
        body: {
          // Of money the quantity is the amount.
          items: [{ itemId: props.item.id, quantity, amountMinor: amountFen ?? null }],
          requestId: approvalFor(props.shown, ['treasury'])?.id ?? '',
          ...{ way, paymentSlip, secondPerson, receiver: orNull(receiver) },
        },
      })}
    >
      <ApprovalSentence shown={props.shown} kinds={['treasury']} />
      <QuantityItem shown={props.shown} />
      <TextItem name="paymentSlip" max={100} />
      {!isCurrency(props.shown.unit) && <MoneyItem name="amountFen" isOptional />}
      <TextItem name="receiver" isOptional />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

function HandOverForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'hand_over');
  const organ = props.shown.lines[0]?.beneficiary;
  return (
    <CommandForm<typeof dispositions.handOverItemsEndpoint, OrganValues>
      {...frame}
      declaration={dispositions.handOverItemsEndpoint}
      initialValues={organ == null ? {} : { organ }}
      toRequest={({ paper, ...values }) => ({
        body: {
          items: [{ itemId: props.item.id }],
          requestId: approvalFor(props.shown, ['hand_over'])?.id ?? '',
          list: paper,
          ...values,
        },
      })}
    >
      <ApprovalSentence shown={props.shown} kinds={['hand_over']} />
      <p className="cc-soft">{t('form.handOver')}</p>
      <OrganFields paper="handoverList" />
    </CommandForm>
  );
}

function SendBackForm(props: ItemFormProps) {
  const frame = useItemFrame(props, 'send_back');
  return (
    <CommandForm<typeof dispositions.sendBackItemsEndpoint, OrganValues>
      {...frame}
      declaration={dispositions.sendBackItemsEndpoint}
      toRequest={({ paper, ...values }) => ({
        body: {
          items: [{ itemId: props.item.id }],
          requestId: approvalFor(props.shown, ['send_back'])?.id ?? '',
          receipt: paper,
          ...values,
        },
      })}
    >
      <ApprovalSentence shown={props.shown} kinds={['send_back']} />
      <OrganFields paper="receipt" />
    </CommandForm>
  );
}

function ReceiptForm(props: ItemFormProps) {
  const frame = useItemFrame(props, 'receipt');
  const dispositionId = openRecord(props, 'receipt') ?? props.shown.dispositions.at(-1)?.id ?? '';
  return (
    <CommandForm<typeof dispositions.confirmHandOverEndpoint, { document: string; receivedOn: string }>
      {...frame}
      declaration={dispositions.confirmHandOverEndpoint}
      toRequest={(body) => ({ params: { dispositionId }, body })}
    >
      <TextItem name="document" label="receipt" />
      <DayItem name="receivedOn" />
    </CommandForm>
  );
}

/** Asking for approval, and carrying out what was approved. */
export function ExecuteForms(props: ItemFormProps) {
  return (
    <>
      <RequestForm {...props} />
      <ReturnForm {...props} />
      <TreasuryForm {...props} way="treasury" />
      <TreasuryForm {...props} way="forfeit" />
      <TreasuryForm {...props} way="finance_takes_over" />
      <HandOverForm {...props} />
      <SendBackForm {...props} />
      <ReceiptForm {...props} />
    </>
  );
}
