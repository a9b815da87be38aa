import Alert from 'antd/es/alert';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { useNow, useToday } from '../../clock.ts';
import * as preparing from '../../../modules/dispositions/preparing.contract.ts';
import {
  CONTACT_MEANS,
  CONTACT_OUTCOMES,
  HOLD_KINDS,
} from '../../../modules/dispositions/judgment-orders.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { formatInstant } from '../../components/when.tsx';
import { useOptions } from '../cases/case-words.tsx';
import { AreaItem, ChoiceItem, DayItem, instantOf, MomentItem, TextItem } from './fields.tsx';
import { openRecord, useItemFrame, type ItemFormProps } from './item-form.ts';

const orNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text);

function AwaitForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'await');
  return (
    <CommandForm
      {...frame}
      declaration={preparing.awaitDispositionEndpoint}
      toRequest={() => ({ body: { itemIds: [props.item.id] } })}
    >
      <p>{t('form.await')}</p>
    </CommandForm>
  );
}

function CallOffForm(props: ItemFormProps) {
  const frame = useItemFrame(props, 'call_off');
  return (
    <CommandForm<typeof preparing.callOffDispositionEndpoint, { reason: string }>
      {...frame}
      isDestructive
      declaration={preparing.callOffDispositionEndpoint}
      toRequest={({ reason }) => ({ body: { itemIds: [props.item.id], reason } })}
    >
      <AreaItem name="reason" />
    </CommandForm>
  );
}

interface HoldValues {
  kind: keyof typeof HOLD_KINDS;
  holder: string;
  document: string;
  placedOn: string;
}

function HoldForm(props: ItemFormProps) {
  const today = useToday();
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'hold');
  const kinds = useOptions(HOLD_KINDS);
  return (
    <CommandForm<typeof preparing.placeHoldsEndpoint, HoldValues>
      {...frame}
      declaration={preparing.placeHoldsEndpoint}
      initialValues={{ placedOn: today }}
      toRequest={(values) => ({ body: { itemIds: [props.item.id], ...values } })}
    >
      <p className="cc-soft">{t('form.hold')}</p>
      <ChoiceItem name="kind" label="holdKind" options={kinds} />
      <TextItem name="holder" />
      <TextItem name="document" />
      <DayItem name="placedOn" />
    </CommandForm>
  );
}

function ReleaseHoldForm(props: ItemFormProps) {
  const today = useToday();
  const frame = useItemFrame(props, 'release_hold');
  const holdId = openRecord(props, 'release_hold') ?? '';
  const hold = props.shown.holds.find(({ id }) => id === holdId);
  return (
    <CommandForm<typeof preparing.releaseHoldEndpoint, { document: string; releasedOn: string }>
      {...frame}
      open={frame.open && hold !== undefined}
      declaration={preparing.releaseHoldEndpoint}
      initialValues={{ releasedOn: today }}
      toRequest={(body) => ({ params: { holdId }, body })}
    >
      <p>
        <strong>{hold?.holder}</strong> {hold?.document}
      </p>
      <TextItem name="document" label="releaseDocument" />
      <DayItem name="releasedOn" />
    </CommandForm>
  );
}

interface UnrelatedValues {
  document: string;
  reason: string;
  foundOn: string;
}

function UnrelatedForm(props: ItemFormProps) {
  const today = useToday();
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'unrelated');
  return (
    <CommandForm<typeof preparing.findUnrelatedEndpoint, UnrelatedValues>
      {...frame}
      declaration={preparing.findUnrelatedEndpoint}
      initialValues={{ foundOn: today }}
      toRequest={(values) => ({ body: { itemId: props.item.id, ...values } })}
    >
      <p className="cc-soft">{t('form.unrelated')}</p>
      <TextItem name="document" />
      <AreaItem name="reason" />
      <DayItem name="foundOn" />
    </CommandForm>
  );
}

interface VictimValues extends UnrelatedValues {
  rightHolder: string;
  valuationDocument: string;
  harmsNobody?: boolean;
}

function VictimForm(props: ItemFormProps) {
  const today = useToday();
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'victim');
  return (
    <CommandForm<typeof preparing.findVictimsPropertyEndpoint, VictimValues>
      {...frame}
      declaration={preparing.findVictimsPropertyEndpoint}
      initialValues={{ foundOn: today }}
      toRequest={({ harmsNobody: _checked, ...values }) => ({
        body: { itemId: props.item.id, ...values, harmsNobody: true },
      })}
    >
      <p className="cc-soft">{t('form.victim')}</p>
      <TextItem name="rightHolder" max={100} />
      <TextItem name="document" label="victimDocument" />
      <TextItem name="valuationDocument" />
      <AreaItem name="reason" />
      <DayItem name="foundOn" />
      <Form.Item
        name="harmsNobody"
        valuePropName="checked"
        rules={[
          {
            validator: (_rule, value) =>
              value === true ? Promise.resolve() : Promise.reject(new Error(t('form.harmsNobody'))),
          },
        ]}
      >
        <Checkbox>{t('field.harmsNobody')}</Checkbox>
      </Form.Item>
    </CommandForm>
  );
}

function EscalateForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'escalate');
  const groundId = openRecord(props, 'escalate') ?? '';
  return (
    <CommandForm<typeof preparing.escalateGroundEndpoint, { document: string }>
      {...frame}
      open={frame.open && groundId !== ''}
      declaration={preparing.escalateGroundEndpoint}
      toRequest={(body) => ({ params: { groundId }, body })}
    >
      <Alert type="warning" showIcon title={t('ground.notMet')} description={t('ground.notMetHint')} />
      <TextItem name="document" label="panelDocument" />
    </CommandForm>
  );
}

interface NoticeValues {
  document: string;
  medium: string;
  publishedOn: string;
}

function NoticeForm(props: ItemFormProps) {
  const today = useToday();
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'notice');
  return (
    <CommandForm<typeof preparing.publishNoticeEndpoint, NoticeValues>
      {...frame}
      declaration={preparing.publishNoticeEndpoint}
      initialValues={{ publishedOn: today }}
      toRequest={(values) => ({ body: { itemIds: [props.item.id], ...values } })}
    >
      <p className="cc-soft">{t('form.notice')}</p>
      <TextItem name="document" label="noticeDocument" />
      <TextItem name="medium" />
      <DayItem name="publishedOn" />
    </CommandForm>
  );
}

interface ContactValues {
  contactedAt: string;
  means: keyof typeof CONTACT_MEANS;
  toWhom: string;
  outcome: keyof typeof CONTACT_OUTCOMES;
  note?: string;
}

function ContactForm(props: ItemFormProps) {
  const now = useNow();
  const frame = useItemFrame(props, 'contact');
  const means = useOptions(CONTACT_MEANS);
  const outcomes = useOptions(CONTACT_OUTCOMES);
  return (
    <CommandForm<typeof preparing.recordContactEndpoint, ContactValues>
      {...frame}
      declaration={preparing.recordContactEndpoint}
      initialValues={{ contactedAt: formatInstant(now.toISOString()) }}
      toRequest={({ contactedAt, note, ...values }) => ({
        body: { itemId: props.item.id, contactedAt: instantOf(contactedAt), note: orNull(note), ...values },
      })}
    >
      <TextItem name="toWhom" max={100} />
      <MomentItem name="contactedAt" />
      <ChoiceItem name="means" options={means} />
      <ChoiceItem name="outcome" label="contactOutcome" options={outcomes} />
      <AreaItem name="note" isOptional />
    </CommandForm>
  );
}

/** Holds, grounds, waiting, notices: what leads to a disposition or stands in its way. */
export function PrepareForms(props: ItemFormProps) {
  return (
    <>
      <AwaitForm {...props} />
      <CallOffForm {...props} />
      <HoldForm {...props} />
      <ReleaseHoldForm {...props} />
      <UnrelatedForm {...props} />
      <VictimForm {...props} />
      <EscalateForm {...props} />
      <NoticeForm {...props} />
      <ContactForm {...props} />
    </>
  );
}
