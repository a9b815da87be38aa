import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import * as dispositions from '../../../modules/dispositions/dispositions.contract.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { isCurrency } from '../../../modules/seized-items/item-quantity.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { useToday } from '../../clock.ts';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { StepPhotos } from '../seized-items/step-photos.tsx';
import {
  OrganFields,
  ReturnFields,
  returnDefaults,
  toReturn,
  type OrganValues,
  type ReturnValues,
} from './execution-fields.tsx';
import { ChoiceItem, DayItem, MoneyItem, TextItem } from './fields.tsx';
import { approvalFor, openRecord, useItemFrame, type ItemFormProps, beneficiaryOf } from './item-form.ts';
import { ApprovalSentence, orNull, QuantityItem } from './form-parts.tsx';
import { RequestForm } from './request-form.tsx';

/** Lines that give a part to each of several people. */
function linesToReturn({ lines }: ItemFormProps['shown']) {
  return lines.filter(
    ({ state, beneficiary }) => (state === 'in_force' || state === 'part_done') && beneficiary !== null,
  );
}

function ReturnForm(props: ItemFormProps) {
  const frame = useItemFrame(props, 'return');
  const lines = linesToReturn(props.shown);
  const sayQuantity = useSayQuantity();
  const [first, second] = lines;
  const beneficiary = second === undefined ? beneficiaryOf(props.shown) : null;
  return (
    <CommandForm<
      typeof dispositions.returnItemsEndpoint,
      ReturnValues & { quantity: string; lineId?: string }
    >
      {...frame}
      declaration={dispositions.returnItemsEndpoint}
      initialValues={{ quantity: props.shown.onHand, ...returnDefaults(beneficiary) }}
      toRequest={({ quantity, lineId, ...values }) => ({
        body: {
          items: [{ itemId: props.item.id, quantity, lineId: lineId ?? null }],
          requestId: approvalFor(props.shown, ['return'])?.id ?? '',
          ...toReturn(values),
        },
      })}
    >
      <ApprovalSentence shown={props.shown} kinds={['return']} />
      {first !== undefined && second !== undefined && (
        <ChoiceItem
          name="lineId"
          label="lineOf"
          options={lines.map(({ id, beneficiary: name, quantity, unit }) => ({
            value: id,
            label: `${name ?? ''} ${sayQuantity(quantity, unit)}`,
          }))}
        />
      )}
      <QuantityItem shown={props.shown} />
      <ReturnFields photo={<StepPhotos itemId={props.item.id} step="return" />} />
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
  const organ = beneficiaryOf(props.shown);
  return (
    <CommandForm<typeof dispositions.handOverItemsEndpoint, OrganValues>
      {...frame}
      declaration={dispositions.handOverItemsEndpoint}
      initialValues={organ === null ? {} : { organ }}
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
      <OrganFields paper="handoverList" photo={<StepPhotos itemId={props.item.id} step="hand_over" />} />
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
      <OrganFields paper="receipt" photo={<StepPhotos itemId={props.item.id} step="send_back" />} />
    </CommandForm>
  );
}

function ReceiptForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const today = useToday();
  const frame = useItemFrame(props, 'receipt');
  const dispositionId = openRecord(props, 'receipt') ?? props.shown.dispositions.at(-1)?.id ?? '';
  return (
    <CommandForm<typeof dispositions.confirmHandOversEndpoint, { document: string; receivedOn: string }>
      {...frame}
      declaration={dispositions.confirmHandOversEndpoint}
      initialValues={{ receivedOn: today }}
      toRequest={(values) => ({ body: { ...values, dispositionIds: [dispositionId] } })}
    >
      <p className="cc-soft">
        {t('form.receiptOfList')}{' '}
        <Link to={`/cases/${props.shown.caseId}/disposal?action=receipt`}>{t('joint.receipts')}</Link>
      </p>
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
