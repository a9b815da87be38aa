import { useState } from 'react';
import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import {
  listAwaitedItemsEndpoint,
  listIntakesEndpoint,
  openIntakeEndpoint,
} from '../../../modules/seized-items/intakes.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { oneTicked, TickedField } from '../../components/fields/ticked-field.tsx';
import { useKeptForm } from '../../components/command-form/use-kept-form.ts';
import { PersonPicker } from '../../components/pickers/person-picker.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { PlaceFit } from './place-fit.tsx';

const BASIS_MAX = 200;

interface DeliveryValues extends Required<SecondPersonValues> {
  delivererId?: string;
  deliverer: string;
  delivererUnit: string;
  delivererDocument?: string;
  itemIds: string[];
  isAtNight?: boolean;
  lockerId?: string;
  placeReason?: string;
}

/** The lists on which what has come stands; what was announced on another list has not come with this one. */
function listNumbersOf(
  items: readonly { readonly listNumber: string | null }[],
  separator: string,
): string | null {
  const numbers = new Set(items.flatMap(({ listNumber }) => (listNumber === null ? [] : [listNumber])));
  return numbers.size === 0 ? null : [...numbers].join(separator).slice(0, BASIS_MAX);
}

interface DeliveryFormProps {
  readonly caseId: string;
  readonly onOpened: (intakeId: string) => void;
}

/** Whether the locker offers what needs something over night. */
function LockerFit() {
  const form = Form.useFormInstance<DeliveryValues>();
  const itemIds = Form.useWatch('itemIds', form) ?? [];
  if (itemIds.length === 0) return null;
  return <PlaceFit things={{ itemIds }} placeName="lockerId" reasonName="placeReason" offers="none" />;
}

/** What has come of the list, who brought it, and the second person who was there. */
export function DeliveryForm({ caseId, onOpened }: DeliveryFormProps) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const { data, error } = useQueryEndpoint(listAwaitedItemsEndpoint, { params: { caseId } });
  const [isAtNight, setAtNight] = useState(false);
  const [form] = Form.useForm<DeliveryValues>();
  const kept = useKeptForm(form, `delivery:${caseId}`);
  const command = useCommand(openIntakeEndpoint, {
    invalidates: [listAwaitedItemsEndpoint, listIntakesEndpoint],
  });
  if (data === undefined) return <ProblemAlert problem={error} />;
  if (data.items.length === 0) return <p className="cc-soft">{t('receive.nothingAwaited')}</p>;
  const submit = async (values: DeliveryValues) => {
    const { deliverer, delivererUnit, delivererDocument, itemIds, lockerId, secondPerson } = values;
    const { delivererId, placeReason } = values;
    const answer = await command.send({
      params: { caseId },
      body: {
        ...{ deliverer, delivererUnit, itemIds, secondPerson },
        delivererId: delivererId ?? null,
        delivererDocument: delivererDocument ?? null,
        lockerId: isAtNight ? (lockerId ?? null) : null,
        placeReason: isAtNight ? (placeReason ?? null) : null,
        basis: listNumbersOf(
          data.items.filter(({ id }) => itemIds.includes(id)),
          t('receive.separator'),
        ),
      },
    });
    if (answer === undefined) return;
    kept.drop();
    onOpened(answer.id);
  };
  const required = (message: string) => [{ required: true, message }];
  return (
    <Form<DeliveryValues>
      key={data.items.map(({ id }) => id).join(' ')}
      form={form}
      layout="vertical"
      initialValues={{ itemIds: data.items.map(({ id }) => id) }}
      onValuesChange={(_changed, { deliverer, delivererUnit }: DeliveryValues) =>
        kept.keep({ deliverer, delivererUnit })
      }
      onFinish={(values) => void submit(values)}
    >
      <TickedField
        name="itemIds"
        label={t('receive.arrived')}
        className="cc-awaited"
        options={data.items.map((item) => ({
          value: item.id,
          label: `${item.number}. ${item.name} ${sayQuantity(item.listedQuantity ?? '1', item.unit)}`,
        }))}
        objectTo={oneTicked(t('receive.nothingChosen'))}
      />
      <Form.Item name="delivererId" label={t('receive.delivererId')} extra={t('receive.delivererIdHint')}>
        <PersonPicker
          onPicked={({ name, departmentName }) => {
            form.setFieldsValue({ deliverer: name, delivererUnit: departmentName ?? '' });
          }}
        />
      </Form.Item>
      <Form.Item
        name="delivererUnit"
        label={t('receive.delivererUnit')}
        rules={required(t('receive.delivererUnitMissing'))}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="deliverer"
        label={t('receive.deliverer')}
        rules={required(t('receive.delivererMissing'))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="delivererDocument" label={t('receive.delivererDocument')} extra={t('receive.masked')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item>
        <Checkbox checked={isAtNight} onChange={(event) => setAtNight(event.target.checked)}>
          {t('receive.atNight')}
        </Checkbox>
      </Form.Item>
      {isAtNight && (
        <>
          <Form.Item
            name="lockerId"
            label={t('receive.locker')}
            extra={t('receive.lockerHint')}
            rules={required(t('receive.lockerMissing'))}
          >
            <PlacePicker />
          </Form.Item>
          <LockerFit />
        </>
      )}
      <SecondPersonFields sentence={t('receive.twoPresent')} />
      <ProblemAlert problem={command.problem} />
      <div className="cc-standing-foot">
        <Button size="large" type="primary" htmlType="submit" loading={command.isSending}>
          {t('receive.open')}
        </Button>
      </div>
    </Form>
  );
}
