import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { kilometresLeft } from '../../../modules/seized-items/odometers/odometer.rules.ts';
import {
  acknowledgeDispatchEndpoint,
  cancelReleaseEndpoint,
  consumeOnLoanEndpoint,
  inspectKeptEndpoint,
  settleEndedLinesEndpoint,
} from '../../../modules/seized-items/releases/release-steps.contract.ts';
import { useToday } from '../../clock.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { DayInput } from '../../components/fields/day-input.tsx';
import { MoneyInput } from '../../components/fields/money-input.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { JointScan } from '../dispositions/joint-photo.tsx';
import { everythingTaken, LineChecklist, takenLines, type ChecklistValues } from './line-checklist.tsx';
import { usePhotoNeeds } from '../seized-items/step-photos.tsx';
import { checkedThings, openLinesOf, useStepFrame, type StepFormProps } from './use-step-frame.ts';

/** 未领取退库. */
export function CancelForm(props: StepFormProps) {
  const { t } = useTranslation('releases');
  const { release } = props;
  const frame = useStepFrame(props, 'cancel');
  const things = checkedThings(openLinesOf(release));
  return (
    <CommandForm<typeof cancelReleaseEndpoint, ChecklistValues & { reason: string }>
      {...frame}
      declaration={cancelReleaseEndpoint}
      initialValues={everythingTaken(things, '')}
      toRequest={({ reason, ...values }) => ({
        params: { releaseId: release.id },
        body: { itemIds: takenLines(values).map(({ itemId }) => itemId), reason },
      })}
    >
      <p className="cc-soft">{t('cancelHint')}</p>
      <LineChecklist things={things} />
      <Form.Item
        name="reason"
        label={t('form.reason')}
        rules={[{ required: true, message: t('form.reasonMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}

interface ConsumeValues extends Required<SecondPersonValues> {
  itemId: string;
  quantity: string;
  opinionNumber: string;
}

/** 登记检验消耗: by the opinion's number, with the judge's PIN. */
export function ConsumeForm(props: StepFormProps) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('releases');
  const { release } = props;
  const frame = useStepFrame(props, 'consume');
  const lines = openLinesOf(release);
  return (
    <CommandForm<typeof consumeOnLoanEndpoint, ConsumeValues>
      {...frame}
      declaration={consumeOnLoanEndpoint}
      initialValues={lines.length === 1 ? { itemId: lines[0]?.itemId ?? '' } : {}}
      toRequest={(values) => ({ params: { releaseId: release.id }, body: { ...values } })}
    >
      <Form.Item
        name="itemId"
        label={t('form.item')}
        rules={[{ required: true, message: t('form.itemMissing') }]}
      >
        <Select
          options={lines.map(({ itemId, name, quantity, unit }) => ({
            value: itemId,
            label: `${name} · ${sayQuantity(quantity, unit)}`,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="quantity"
        label={t('form.consumed')}
        extra={t('form.consumedHint')}
        rules={[{ required: true, pattern: /^\d+(\.\d+)?$/, message: t('form.quantityMissing') }]}
      >
        <Input inputMode="decimal" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="opinionNumber"
        label={t('form.opinionNumber')}
        rules={[{ required: true, message: t('form.opinionNumberMissing') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <SecondPersonFields sentence={t('form.judgeConfirms')} roles={['case_handler', 'staff']} />
    </CommandForm>
  );
}

interface ReceiptValues {
  receiptNumber: string;
  receiptOn: string;
  receiptBy: string;
  isFinal?: boolean;
}

/** 登记回执. */
export function AcknowledgeForm(props: StepFormProps) {
  const { t } = useTranslation('releases');
  const today = useToday();
  const { release } = props;
  const frame = useStepFrame(props, 'acknowledge');
  const lines = openLinesOf(release);
  const isOfOneCase = lines.every(({ caseId }) => caseId === lines[0]?.caseId);
  return (
    <CommandForm<typeof acknowledgeDispatchEndpoint, ReceiptValues>
      {...frame}
      declaration={acknowledgeDispatchEndpoint}
      initialValues={{ receiptOn: today }}
      toRequest={({ isFinal = false, ...values }) => ({
        params: { releaseId: release.id },
        body: { ...values, isFinal },
      })}
    >
      <Form.Item
        name="receiptNumber"
        label={t('form.receiptNumber')}
        rules={[{ required: true, message: t('form.receiptNumberMissing') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="receiptOn"
        label={t('form.receiptOn')}
        rules={[{ required: true, message: t('form.receiptOnMissing') }]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="receiptBy"
        label={t('form.receiptBy')}
        rules={[{ required: true, message: t('form.receiptByMissing') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="isFinal" valuePropName="checked" extra={t('form.isFinalHint')}>
        <Checkbox>{t('form.isFinal')}</Checkbox>
      </Form.Item>
      {isOfOneCase && <JointScan items={lines.map(({ itemId }) => ({ id: itemId }))} />}
    </CommandForm>
  );
}

const orNull = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text.trim());

type InspectValues = ChecklistValues &
  SecondPersonValues & { isInOrder?: boolean; feeFen?: number | null; note?: string };

/** 登记巡查: what was seen at the keeper, and what was paid. */
export function InspectForm(props: StepFormProps) {
  const { t } = useTranslation('releases');
  const { release } = props;
  const frame = useStepFrame(props, 'inspect');
  const photos = usePhotoNeeds('inspection', { releaseId: release.id });
  const lines = openLinesOf(release);
  const left = new Map(
    lines.map(({ itemId, odometerOut: outKm, odometerLast: last }) => [
      itemId,
      kilometresLeft({ outKm, last, allowedKm: release.allowedKm }),
    ]),
  );
  const things = checkedThings(lines).map((thing) => ({
    ...thing,
    odometerLeftKm: left.get(thing.itemId) ?? '0',
  }));
  return (
    <CommandForm<typeof inspectKeptEndpoint, InspectValues>
      {...frame}
      declaration={inspectKeptEndpoint}
      initialValues={{ ...everythingTaken(things, t('form.good')), isInOrder: true }}
      toRequest={(values) => ({
        params: { releaseId: release.id },
        body: {
          lines: takenLines(values).map((line, index) => ({
            ...line,
            incident: orNull(values.lines[line.itemId]?.incident),
            isInOrder: values.isInOrder === true,
            // The bill of the visit stands on its first thing.
            feeFen: index === 0 ? (values.feeFen ?? null) : null,
            note: orNull(values.note),
          })),
          secondPerson: values.secondPerson ?? null,
        },
      })}
    >
      <p className="cc-soft">{t('inspectHint')}</p>
      {lines.some(({ isVehicle }) => isVehicle) && <p>{t('inspectVehicles')}</p>}
      <LineChecklist things={things} withCondition photos={photos} />
      <Form.Item name="isInOrder" valuePropName="checked">
        <Checkbox>{t('form.isInOrder')}</Checkbox>
      </Form.Item>
      <Form.Item name="feeFen" label={t('form.feePaid')}>
        <MoneyInput />
      </Form.Item>
      <Form.Item name="note" label={t('form.note')}>
        <Input maxLength={200} />
      </Form.Item>
      <SecondPersonFields sentence={t('form.twoInspect')} />
    </CommandForm>
  );
}

/** 在外终结销单. */
export function SettleEndedForm(props: StepFormProps) {
  const { t } = useTranslation('releases');
  const frame = useStepFrame(props, 'settle_ended');
  return (
    <CommandForm<typeof settleEndedLinesEndpoint, Record<string, never>>
      {...frame}
      declaration={settleEndedLinesEndpoint}
      toRequest={() => ({ params: { releaseId: props.release.id }, body: {} })}
    >
      <p>{t('settleEndedHint')}</p>
    </CommandForm>
  );
}
