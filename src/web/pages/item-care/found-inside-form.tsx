import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listFoundInsideEndpoint } from '../../../modules/seized-items/care/care.contract.ts';
import type { ItemCategoryId } from '../../../modules/seized-items/item-categories.ts';
import type { Hazard, KeepingNeed } from '../../../modules/seized-items/item-fields.ts';
import {
  CURRENCIES,
  isCurrency,
  ITEM_UNITS,
  USUAL_UNIT,
} from '../../../modules/seized-items/item-quantity.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { useItemOptions } from '../seized-items/item-words.ts';
import { PlaceFit } from '../seized-items/place-fit.tsx';
import {
  LineField,
  orNull,
  QuantityField,
  ReasonField,
  useCareFrame,
  type CareProps,
  type WithSecond,
} from './care-frame.tsx';

type FoundValues = WithSecond<{
  name: string;
  category: ItemCategoryId;
  quantity: string;
  unit: string;
  features?: string;
  struckAmount?: string;
  opinionNumber?: string;
  placeId?: string | null;
  placeReason?: string;
  hazards?: Hazard[];
  keeping?: KeepingNeed[];
  sealNumber?: string;
  reason: string;
}>;

const NAME = 'category';

function StruckFields() {
  const { t } = useTranslation('item-care');
  const form = Form.useFormInstance<FoundValues>();
  if (Form.useWatch(NAME, form) !== 'counterfeit_notes') return null;
  return (
    <>
      <p>{t('found.counterfeit')}</p>
      <QuantityField name="struckAmount" label={t('found.struck')} />
      <LineField name="opinionNumber" label={t('found.opinion')} maxLength={100} />
    </>
  );
}

/** What it warns of and what it needs. */
function NeedFields() {
  const { t } = useTranslation('item-care');
  const hazards = useItemOptions('hazard');
  const needs = useItemOptions('keeping');
  return (
    <>
      <Form.Item name="hazards" label={t('found.hazards')}>
        <Select<string[]> mode="multiple" options={hazards} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="keeping" label={t('found.keeping')}>
        <Select<string[]> mode="multiple" options={needs} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
    </>
  );
}

/** Whether it finds there what it needs. */
function FoundFit({ item }: Pick<CareProps, 'item'>) {
  const form = Form.useFormInstance<FoundValues>();
  const category = Form.useWatch(NAME, form);
  const keeping = Form.useWatch('keeping', form) ?? [];
  if (category === undefined || keeping.length === 0) return null;
  const here = item.place?.id;
  return (
    <PlaceFit
      things={{ category, keeping }}
      placeName="placeId"
      {...(here == null ? {} : { at: { placeId: here } })}
      reasonName="placeReason"
    />
  );
}

/** Counterfeit notes in cash, the packaging of what was used up, a wallet in a bag: each becomes an item of its own. */
export function FoundInsideForm({
  onParts,
  ...props
}: CareProps & { readonly onParts: (ids: readonly string[]) => void }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'found_inside');
  const categories = useItemOptions('category');
  const { item, command } = props;
  const isMoney = isCurrency(item.unit);
  const units = [...Object.keys(ITEM_UNITS), ...Object.keys(CURRENCIES)];
  return (
    <CommandForm<typeof listFoundInsideEndpoint, FoundValues>
      {...frame}
      declaration={listFoundInsideEndpoint}
      initialValues={{
        quantity: '1',
        unit: USUAL_UNIT,
        ...(isMoney ? { category: 'counterfeit_notes' } : {}),
      }}
      onDone={({ parts }) => {
        onParts(parts.map(({ id }) => id));
        command.close();
      }}
      toRequest={({ features, struckAmount, opinionNumber, placeId, placeReason, sealNumber, ...found }) => ({
        params: { itemId: item.id },
        body: {
          ...found,
          facts: orNull(features) === null ? {} : { features: features ?? '' },
          struckAmount: orNull(struckAmount),
          opinionNumber: orNull(opinionNumber),
          placeId: placeId ?? null,
          placeReason: orNull(placeReason),
          sealNumber: orNull(sealNumber),
        },
      })}
    >
      <p>{t('found.hint')}</p>
      <LineField name="name" label={t('found.name')} />
      <Form.Item
        name={NAME}
        label={t('found.category')}
        rules={[{ required: true, message: t('found.categoryMissing') }]}
      >
        <Select<string> options={categories} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <StruckFields />
      <QuantityField name="quantity" label={t('quantity')} />
      <Form.Item required name="unit" label={t('unit')}>
        <Select<string>
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map((value) => ({
            value,
            label: isCurrency(value) ? `${sayUnit(value)} ${value}` : sayUnit(value),
          }))}
        />
      </Form.Item>
      <Form.Item name="features" label={t('found.features')}>
        <Input maxLength={200} />
      </Form.Item>
      <NeedFields />
      <Form.Item name="placeId" label={t('place')} extra={t('found.placeHint')}>
        <PlacePicker />
      </Form.Item>
      <FoundFit item={item} />
      <LineField name="sealNumber" label={t('seal')} maxLength={60} isNeeded={false} />
      <ReasonField />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
