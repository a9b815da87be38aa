import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { DOCUMENT_KINDS } from '../../../modules/cases/document-number.ts';
import * as dispositions from '../../../modules/dispositions/dispositions.contract.ts';
import { TAKER_RELATIONS } from '../../../modules/dispositions/judgment-orders.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSession } from '../../session/use-session.ts';
import { useOptions } from '../cases/case-words.tsx';
import { PhotoButton } from '../seized-items/photo-button.tsx';
import { ChoiceItem, DayItem, FlagItem, MoneyItem, SignatureItem, TextItem } from './fields.tsx';
import { approvalFor, openRecord, useItemFrame, type ItemFormProps } from './item-form.ts';
import { ApprovalSentence, orNull, QuantityItem } from './form-parts.tsx';
import { RequestForm } from './request-form.tsx';

type Two<V> = V & Required<SecondPersonValues>;

interface ReturnValues {
  quantity: string;
  name: string;
  relation: keyof typeof TAKER_RELATIONS;
  proof?: string;
  documentKind: keyof typeof DOCUMENT_KINDS;
  documentNumber: string;
  isNamesake?: boolean;
  hasCoOwners?: boolean;
  coOwnersConsent?: string;
  takerSignature: string;
  officerSignature: string;
}

function toReturn(props: ItemFormProps, values: Two<ReturnValues>) {
  const { quantity, name, relation, proof, documentKind, documentNumber, isNamesake } = values;
  const { takerSignature, officerSignature, secondPerson, hasCoOwners, coOwnersConsent } = values;
  return {
    body: {
      items: [{ itemId: props.item.id, quantity }],
      requestId: approvalFor(props.shown, ['return'])?.id ?? '',
      ...{ secondPerson, takerSignature, officerSignature },
      hasCoOwners: hasCoOwners ?? false,
      coOwnersConsent: orNull(coOwnersConsent),
      taker: {
        ...{ name, relation, documentKind, documentNumber },
        proof: orNull(proof),
        isNamesake: isNamesake ?? false,
      },
    },
  };
}

function ReturnForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'return');
  const { person } = useSession();
  const relations = useOptions(TAKER_RELATIONS);
  const kinds = useOptions(DOCUMENT_KINDS);
  const [line] = props.shown.lines;
  return (
    <CommandForm<typeof dispositions.returnItemsEndpoint, Two<ReturnValues>>
      {...frame}
      declaration={dispositions.returnItemsEndpoint}
      initialValues={{
        quantity: props.shown.onHand,
        relation: 'self',
        documentKind: 'resident_id',
        ...(line?.beneficiary == null ? {} : { name: line.beneficiary }),
      }}
      toRequest={(values) => toReturn(props, values)}
    >
      <ApprovalSentence shown={props.shown} kinds={['return']} />
      <QuantityItem shown={props.shown} />
      <TextItem name="name" label="takerName" max={100} extra={t('form.noStaff')} />
      <FlagItem name="isNamesake" />
      <ChoiceItem name="relation" options={relations} />
      <Form.Item noStyle dependencies={['relation']}>
        {({ getFieldValue }) =>
          getFieldValue('relation') === 'self' ? null : <TextItem name="proof" extra={t('form.proof')} />
        }
      </Form.Item>
      <ChoiceItem name="documentKind" options={kinds} />
      <TextItem name="documentNumber" max={60} extra={t('form.sealed')} />
      <FlagItem name="hasCoOwners" />
      <Form.Item noStyle dependencies={['hasCoOwners']}>
        {({ getFieldValue }) =>
          getFieldValue('hasCoOwners') === true ? <TextItem name="coOwnersConsent" /> : null
        }
      </Form.Item>
      <div className="cc-disposition-photo">
        <span className="cc-soft">{t('form.photoToday')}</span>
        <PhotoButton itemId={props.item.id} />
      </div>
      <SignatureItem name="takerSignature" whose={t('taker')} />
      <SignatureItem name="officerSignature" whose={person.name} />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

interface TreasuryValues {
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
    <CommandForm<typeof dispositions.payIntoTreasuryEndpoint, Two<TreasuryValues>>
      {...frame}
      declaration={dispositions.payIntoTreasuryEndpoint}
      initialValues={{ quantity: props.shown.onHand }}
      toRequest={({ quantity, paymentSlip, receiver, amountFen, secondPerson }) => ({
        body: {
          items: [{ itemId: props.item.id, quantity }],
          requestId: approvalFor(props.shown, ['treasury'])?.id ?? '',
          ...{ way, paymentSlip, secondPerson, receiver: orNull(receiver), amountFen: amountFen ?? null },
        },
      })}
    >
      <ApprovalSentence shown={props.shown} kinds={['treasury']} />
      <QuantityItem shown={props.shown} />
      <TextItem name="paymentSlip" max={100} />
      <MoneyItem name="amountFen" isOptional />
      <TextItem name="receiver" isOptional />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

interface OrganValues {
  organ: string;
  receiver: string;
  receiverDocument: string;
  paper: string;
}

function OrganFields({ paper }: { paper: 'handoverList' | 'receipt' }) {
  return (
    <>
      <TextItem name="organ" />
      <TextItem name="receiver" label="receiverName" max={100} />
      <TextItem name="receiverDocument" max={100} />
      <TextItem name="paper" label={paper} />
    </>
  );
}

function HandOverForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'hand_over');
  const organ = props.shown.lines[0]?.beneficiary;
  return (
    <CommandForm<typeof dispositions.handOverItemsEndpoint, Two<OrganValues>>
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
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

function SendBackForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'send_back');
  return (
    <CommandForm<typeof dispositions.sendBackItemsEndpoint, Two<OrganValues>>
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
      <SecondPersonFields sentence={t('form.twoPersons')} />
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
