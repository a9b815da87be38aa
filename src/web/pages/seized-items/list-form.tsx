import { useState, type KeyboardEvent } from 'react';
import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import Alert from 'antd/es/alert';
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
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { dropDraft, readDraft, writeDraft } from '../../components/command-form/form-draft.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { announce } from '../../layout/announcer.tsx';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { keepFormOpen } from '../fixed-assets/moves/moment-input.tsx';
import { useItemOptions } from './item-words.ts';

interface ListValues {
  listNumber: string;
  lines: { name: string; category: ItemCategoryId; quantity: string; unit: string; ownership?: Ownership }[];
}

type Line = ListValues['lines'][number];

const FIRST_LINE: Partial<Line> = { unit: USUAL_UNIT, quantity: '1' };

/** What follows on a list is mostly of the same kind: the next line begins as the one before. */
function lineAfter(before: Partial<Line> | undefined): Partial<Line> {
  if (before === undefined) return FIRST_LINE;
  const { category, unit = USUAL_UNIT, ownership } = before;
  return {
    unit,
    quantity: '1',
    ...(category === undefined ? {} : { category }),
    ...(ownership === undefined ? {} : { ownership }),
  };
}

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

interface LineFieldsProps {
  readonly name: number;
  readonly isNew: boolean;
  readonly onRemove: (() => void) | undefined;
  /** Enter: on to the next line, never the end of the list. */
  readonly onNext: () => void;
}

function LineFields({ name, isNew, onRemove, onNext }: LineFieldsProps) {
  const { t } = useTranslation('seized-items');
  const categories = useItemOptions('category');
  const ownerships = useItemOptions('ownership');
  const units = useUnitOptions();
  const required = (message: string) => [{ required: true, message }];
  const goOn = (event: KeyboardEvent<HTMLElement>) => {
    event.preventDefault();
    onNext();
  };
  return (
    <div className="cc-list-line">
      <Form.Item
        name={[name, 'name']}
        label={t('receive.nameAt', { number: name + 1 })}
        rules={required(t('receive.nameMissing'))}
      >
        <Input maxLength={200} autoFocus={isNew} onPressEnter={goOn} />
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
        <Input inputMode="decimal" maxLength={40} onPressEnter={goOn} />
      </Form.Item>
      <Form.Item name={[name, 'unit']} label={t('receive.unit')} rules={required(t('receive.unitMissing'))}>
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
}

/** The lines of the list as the delivering organ wrote them; each gets its code and its number in the case. */
export function ListForm({ caseId }: ListFormProps) {
  const { t } = useTranslation('seized-items');
  const [form] = Form.useForm<ListValues>();
  const draftKey = `item-list:${caseId}`;
  const [draft, setDraft] = useState(() => readDraft(draftKey));
  const [opened, setOpened] = useState<boolean>();
  const [addedName, setAddedName] = useState<number>();
  const awaited = useQueryEndpoint(listAwaitedItemsEndpoint, { params: { caseId } });
  // Without anything to wait for the list comes first.
  const isOpen = opened ?? (draft !== undefined || awaited.data?.items.length === 0);
  const command = useCommand(preregisterItemsEndpoint, { invalidates: [listAwaitedItemsEndpoint] });
  const startAnew = () => {
    dropDraft(draftKey);
    setDraft(undefined);
    form.resetFields();
  };
  const submit = async ({ listNumber, lines }: ListValues) => {
    const numbered = lines.map((line, index) => ({ ...line, listLine: String(index + 1) }));
    const answer = await command.send({ params: { caseId }, body: { listNumber, lines: numbered } });
    if (answer === undefined) return;
    announce(t('receive.listed', { count: answer.items.length }));
    startAnew();
    setOpened(false);
  };
  if (!isOpen)
    return (
      <Button size="large" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened(true)}>
        {t('receive.enterList')}
      </Button>
    );
  return (
    <Form<ListValues>
      form={form}
      layout="vertical"
      initialValues={draft ?? { lines: [FIRST_LINE] }}
      onValuesChange={(_changed, values) => writeDraft(draftKey, values)}
      onFinish={(values) => void submit(values)}
    >
      {draft !== undefined && (
        <Alert
          type="info"
          className="cc-command-draft"
          title={t('common:command.draftRestored')}
          action={
            <Button size="small" onClick={startAnew}>
              {t('common:action.clear')}
            </Button>
          }
        />
      )}
      <Form.Item
        name="listNumber"
        label={t('receive.listNumber')}
        rules={[{ required: true, message: t('receive.listNumberMissing') }]}
      >
        <Input maxLength={100} onKeyDown={keepFormOpen} />
      </Form.Item>
      <Form.List name="lines">
        {(fields, { add, remove }) => {
          const addLine = () => {
            add(lineAfter(form.getFieldsValue().lines.at(-1)));
            setAddedName(fields.length);
          };
          return (
            <>
              {fields.map(({ key, name }) => (
                <LineFields
                  key={key}
                  name={name}
                  isNew={name === addedName}
                  onRemove={fields.length > 1 ? () => remove(name) : undefined}
                  onNext={() => {
                    if (name === fields.length - 1) addLine();
                  }}
                />
              ))}
              <Button icon={<PlusOutlined aria-hidden />} onClick={addLine}>
                {t('receive.addLine')}
              </Button>
            </>
          );
        }}
      </Form.List>
      <ProblemAlert problem={command.problem} />
      <div className="cc-standing-foot">
        <Button size="large" type="primary" htmlType="submit" loading={command.isSending}>
          {t('receive.preregister')}
        </Button>
        <Button size="large" onClick={() => setOpened(false)}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </Form>
  );
}
