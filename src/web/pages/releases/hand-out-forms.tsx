import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  dispatchItemsEndpoint,
  releaseItemsEndpoint,
} from '../../../modules/seized-items/releases/release-steps.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { formatInstant } from '../../components/when.tsx';
import { useSession } from '../../session/use-session.ts';
import { instantOfWallClock } from '../../court-day.ts';
import { SignaturePad } from '../fixed-assets/moves/signature-pad.tsx';
import { DueInput } from './due-input.tsx';
import { everythingTaken, LineChecklist, takenLines, type ChecklistValues } from './line-checklist.tsx';
import { usePhotoNeeds } from '../seized-items/step-photos.tsx';
import { checkedThings, openLinesOf, useStepFrame, type StepFormProps } from './use-step-frame.ts';

interface TakerValues extends ChecklistValues, SecondPersonValues {
  takerId?: string;
  takerName: string;
  takerUnit: string;
  takerDocument: string;
  takerSignature: string;
}

function RequiredText({ name, maxLength = 100 }: { name: string; maxLength?: number }) {
  const { t } = useTranslation('releases');
  return (
    <Form.Item
      name={name}
      label={t(`form.${name}`)}
      rules={[{ required: true, message: t(`form.${name}Missing`) }]}
    >
      <Input maxLength={maxLength} autoComplete="off" />
    </Form.Item>
  );
}

/** Whoever takes it: proved by a document, with their signature. A person of the court is found by name. */
function TakerFields() {
  const { t } = useTranslation('releases');
  const form = Form.useFormInstance<TakerValues>();
  return (
    <>
      <Form.Item name="takerId" label={t('form.takerId')} extra={t('form.takerIdHint')}>
        <PersonPicker
          onPicked={({ name, departmentName }) => {
            form.setFieldsValue({ takerName: name, takerUnit: departmentName ?? '' });
          }}
        />
      </Form.Item>
      <RequiredText name="takerName" />
      <RequiredText name="takerUnit" />
      <Form.Item
        name="takerDocument"
        label={t('form.takerDocument')}
        extra={t('form.masked')}
        rules={[{ required: true, message: t('form.takerDocumentMissing') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function Signature({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation('releases');
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('form.signatureMissing') }]}>
      <SignaturePad label={label} />
    </Form.Item>
  );
}

function takerOf({ takerId, takerName, takerUnit, takerDocument, takerSignature }: TakerValues) {
  return { takerId: takerId ?? null, takerName, takerUnit, takerDocument, takerSignature };
}

type HandOutValues = TakerValues & { dueAt: string; custodianSignature: string };

/** 出库交付: identity, purpose, term, condition and seal of each, and both signatures. */
export function HandOutForm(props: StepFormProps) {
  const { t } = useTranslation('releases');
  const { release } = props;
  const { person } = useSession();
  const frame = useStepFrame(props, 'release');
  const photos = usePhotoNeeds('release', { releaseId: release.id });
  const lines = openLinesOf(release);
  const approved = release.approvedDueAt === null ? null : formatInstant(release.approvedDueAt);
  return (
    <CommandForm<typeof releaseItemsEndpoint, HandOutValues>
      {...frame}
      declaration={releaseItemsEndpoint}
      initialValues={{
        ...everythingTaken(checkedThings(lines), t('form.good')),
        ...(approved === null ? {} : { dueAt: approved }),
      }}
      toRequest={(values) => ({
        params: { releaseId: release.id },
        body: {
          ...takerOf(values),
          lines: takenLines(values),
          dueAt: instantOfWallClock(values.dueAt),
          custodianSignature: values.custodianSignature,
          secondPerson: values.secondPerson ?? null,
        },
      })}
    >
      <LineChecklist things={checkedThings(lines)} withCondition photos={photos} />
      <p className="cc-soft">{t('form.notTaken')}</p>
      <Form.Item
        name="dueAt"
        label={t('dueAt')}
        {...(approved === null ? {} : { extra: t('form.dueWithin', { approved }) })}
        rules={[{ required: true, message: t('form.dueMissing') }]}
      >
        <DueInput />
      </Form.Item>
      <TakerFields />
      <p className="cc-release-warning">{t('form.notToUse')}</p>
      <Signature name="takerSignature" label={t('form.takerSignature')} />
      <Signature name="custodianSignature" label={t('form.custodianSignature', { name: person.name })} />
      {lines.some(({ isDear }) => isDear) && <SecondPersonFields sentence={t('form.dearTwoPersons')} />}
    </CommandForm>
  );
}

type DispatchValues = TakerValues &
  Required<SecondPersonValues> & { listNumber: string; carrier?: string; trackingNumber?: string };

const textOrNull = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? null : text.trim();

/** 移送发出: by a list, in the hands of a bearer or by courier. */
export function DispatchForm(props: StepFormProps) {
  const { t } = useTranslation('releases');
  const { release } = props;
  const frame = useStepFrame(props, 'dispatch');
  const photos = usePhotoNeeds('dispatch', { releaseId: release.id });
  const lines = openLinesOf(release);
  return (
    <CommandForm<typeof dispatchItemsEndpoint, DispatchValues>
      {...frame}
      declaration={dispatchItemsEndpoint}
      initialValues={everythingTaken(checkedThings(lines), t('form.good'))}
      toRequest={(values) => ({
        params: { releaseId: release.id },
        body: {
          ...takerOf(values),
          lines: takenLines(values),
          listNumber: values.listNumber,
          carrier: textOrNull(values.carrier),
          trackingNumber: textOrNull(values.trackingNumber),
          secondPerson: values.secondPerson,
        },
      })}
    >
      <LineChecklist things={checkedThings(lines)} withCondition photos={photos} />
      <RequiredText name="listNumber" maxLength={60} />
      <TakerFields />
      <Form.Item name="carrier" label={t('form.carrier')} extra={t('form.carrierHint')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="trackingNumber" label={t('form.trackingNumber')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Signature name="takerSignature" label={t('form.takerSignature')} />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}
