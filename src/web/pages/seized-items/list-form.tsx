import { useState } from 'react';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import type { ItemCategoryId } from '../../../modules/seized-items/item-categories.ts';
import type { Ownership } from '../../../modules/seized-items/item-fields.ts';
import {
  listAwaitedItemsEndpoint,
  preregisterItemsEndpoint,
} from '../../../modules/seized-items/intakes.contract.ts';
import { CURRENCIES, ITEM_UNITS, USUAL_UNIT } from '../../../modules/seized-items/item-quantity.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { announce } from '../../layout/announcer.tsx';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { useItemOptions } from './item-words.ts';

interface ListValues {
  listNumber: string;
  lines: { name: string; category: ItemCategoryId; quantity: string; unit: string; ownership?: Ownership }[];
}

const EMPTY = { lines: [{ unit: USUAL_UNIT, quantity: '1' }] };

function useUnitOptions() {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('seized-items');
  const money = Object.keys(CURRENCIES).map((value) => ({ value, label: `${sayUnit(value)} ${value}` }));
  const units = Object.keys(ITEM_UNITS).map((value) => ({ value, label: sayUnit(value) }));
  return [
    { label: t('receive.units'), options: units },
    { label: t('receive.money'), options: money },
  ];
}

function LineFields({ name, onRemove }: { name: number; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation('seized-items');
  const categories = useItemOptions('category');
  const ownerships = useItemOptions('ownership');
  const units = useUnitOptions();
  const required = (message: string) => [{ required: true, message }];
  return (
    <div className="cc-list-line">
      <Form.Item name={[name, 'name']} label={t('column.name')} rules={required(t('receive.nameMissing'))}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name={[name, 'category']}
        label={t('column.category')}
        rules={required(t('receive.categoryMissing'))}
      >
        <Select<ItemCategoryId> options={categories} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name={[name, 'quantity']}
        label={t('receive.quantity')}
        rules={required(t('receive.quantityMissing'))}
      >
        <Input inputMode="decimal" maxLength={40} />
      </Form.Item>
      <Form.Item name={[name, 'unit']} label={t('receive.unit')}>
        <Select<string> options={units} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name={[name, 'ownership']} label={t('fact.ownership')}>
        <Select<Ownership> options={ownerships} allowClear />
      </Form.Item>
      {onRemove !== undefined && (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('receive.removeLine', { number: name + 1 })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

interface ListFormProps {
  readonly caseId: string;
  readonly onListed: (listNumber: string) => void;
}

/** The lines of the list as the delivering organ wrote them; each gets its code and its number in the case. */
export function ListForm({ caseId, onListed }: ListFormProps) {
  const { t } = useTranslation('seized-items');
  const [form] = Form.useForm<ListValues>();
  const [isOpen, setOpen] = useState(false);
  const command = useCommand(preregisterItemsEndpoint, { invalidates: [listAwaitedItemsEndpoint] });
  const submit = async ({ listNumber, lines }: ListValues) => {
    const numbered = lines.map((line, index) => ({ ...line, listLine: String(index + 1) }));
    const answer = await command.send({ params: { caseId }, body: { listNumber, lines: numbered } });
    if (answer === undefined) return;
    announce(t('receive.listed', { count: answer.items.length }));
    onListed(listNumber);
    form.resetFields();
    setOpen(false);
  };
  if (!isOpen)
    return (
      <Button size="large" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('receive.enterList')}
      </Button>
    );
  return (
    <Form<ListValues>
      form={form}
      layout="vertical"
      initialValues={EMPTY}
      onFinish={(values) => void submit(values)}
    >
      <Form.Item
        name="listNumber"
        label={t('receive.listNumber')}
        rules={[{ required: true, message: t('receive.listNumberMissing') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.List name="lines">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <LineFields
                key={key}
                name={name}
                onRemove={fields.length > 1 ? () => remove(name) : undefined}
              />
            ))}
            <Button
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({ unit: USUAL_UNIT, quantity: '1' })}
            >
              {t('receive.addLine')}
            </Button>
          </>
        )}
      </Form.List>
      <ProblemAlert problem={command.problem} />
      <div className="cc-standing-foot">
        <Button size="large" type="primary" htmlType="submit" loading={command.isSending}>
          {t('receive.preregister')}
        </Button>
        <Button size="large" onClick={() => setOpen(false)}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </Form>
  );
}
