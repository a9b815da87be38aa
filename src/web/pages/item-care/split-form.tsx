import DeleteOutlined from '@ant-design/icons/es/icons/DeleteOutlined';
import PlusOutlined from '@ant-design/icons/es/icons/PlusOutlined';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { sumParts } from '../../../modules/seized-items/care/part-sum.rules.ts';
import { splitItemEndpoint } from '../../../modules/seized-items/care/care.contract.ts';
import { isItemCategoryId } from '../../../modules/seized-items/item-categories.ts';
import { isKeepingNeed } from '../../../modules/seized-items/keeping/keeping-fit.rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import type { SeizedItem } from '../seized-items/item-answer.ts';
import { PlaceFit } from '../seized-items/place-fit.tsx';
import {
  isDecimal,
  LineField,
  orNull,
  QuantityField,
  ReasonField,
  useCareFrame,
  type CareProps,
  type WithSecond,
} from './care-frame.tsx';

interface PartValues {
  quantity?: string;
  name?: string;
  sealNumber?: string;
  placeId?: string | null;
  placeReason?: string;
}
type SplitValues = WithSecond<{ reason: string; lossQuantity?: string; parts: PartValues[] }>;

/** What stays with the parent, while it is typed; red when more is split off than there is. */
function LiveSum({ onHand, unit }: { onHand: string; unit: string }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('item-care');
  const form = Form.useFormInstance<SplitValues>();
  const parts = Form.useWatch('parts', form) ?? [];
  const loss = Form.useWatch('lossQuantity', form);
  const typed = parts.map((part) => part?.quantity).filter(isDecimal);
  const lost = isDecimal(loss) ? loss : '0';
  const { sum, rest, isTooMuch, isWhole } = sumParts(onHand, typed, lost);
  return (
    <p role="status" className={isTooMuch ? 'cc-care-sum cc-care-wrong' : 'cc-care-sum'}>
      {t('split.sum', {
        onHand: sayQuantity(onHand, unit),
        sum: sayQuantity(sum, unit),
        loss: sayQuantity(lost, unit),
        rest: sayQuantity(rest, unit),
      })}
      {isTooMuch && ` ${t('split.tooMuch')}`}
      {isWhole && typed.length > 1 && ` ${t('split.whole')}`}
    </p>
  );
}

/** What needs a place of its own kind may be put into another one of the room. */
function PartPlace({ item, name }: { item: SeizedItem; name: number }) {
  const { t } = useTranslation('item-care');
  const keeping = item.keeping.filter(isKeepingNeed);
  if (keeping.length === 0 || !isItemCategoryId(item.category)) return null;
  const here = item.place?.id;
  return (
    <div className="cc-care-place">
      <Form.Item name={[name, 'placeId']} label={t('place')} extra={t('split.placeHint')}>
        <PlacePicker />
      </Form.Item>
      <PlaceFit
        things={{ category: item.category, keeping }}
        placeName={['parts', name, 'placeId']}
        {...(here == null ? {} : { at: { placeId: here } })}
        reasonName={[name, 'placeReason']}
        offers="room"
      />
    </div>
  );
}

function PartFields({
  name,
  item,
  onRemove,
}: {
  name: number;
  item: SeizedItem;
  onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation('item-care');
  return (
    <fieldset className="cc-care-part">
      <legend>{t('split.part', { number: name + 1 })}</legend>
      <QuantityField name={[name, 'quantity']} label={t('quantity')} unit={item.unit} />
      <LineField name={[name, 'name']} label={t('split.name')} isNeeded={false} />
      <LineField name={[name, 'sealNumber']} label={t('seal')} maxLength={60} isNeeded={false} />
      <PartPlace item={item} name={name} />
      {onRemove !== undefined && (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t('split.remove', { number: name + 1 })}
          onClick={onRemove}
        />
      )}
    </fieldset>
  );
}

/** A part or the whole becomes items of its own; their labels are printed at the end. */
export function SplitForm({
  onParts,
  ...props
}: CareProps & { readonly onParts: (ids: readonly string[]) => void }) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'split');
  const { item, command } = props;
  return (
    <CommandForm<typeof splitItemEndpoint, SplitValues>
      {...frame}
      declaration={splitItemEndpoint}
      initialValues={{ parts: [{}] }}
      onDone={({ parts }) => {
        onParts(parts.map(({ id }) => id));
        command.close();
      }}
      toRequest={({ reason, lossQuantity, parts, secondPerson }) => ({
        params: { itemId: item.id },
        body: {
          reason,
          secondPerson,
          lossQuantity: orNull(lossQuantity),
          parts: parts.map((part) => ({
            quantity: part.quantity ?? '',
            name: orNull(part.name),
            sealNumber: orNull(part.sealNumber),
            placeId: part.placeId ?? null,
            placeReason: orNull(part.placeReason),
          })),
        },
      })}
    >
      <p>{t('split.hint')}</p>
      <LiveSum onHand={item.onHand} unit={item.unit} />
      <Form.List name="parts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <PartFields
                key={key}
                name={name}
                item={item}
                onRemove={fields.length > 1 ? () => remove(name) : undefined}
              />
            ))}
            <Button className="cc-care-add" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
              {t('split.add')}
            </Button>
          </>
        )}
      </Form.List>
      <QuantityField name="lossQuantity" label={t('split.loss')} isNeeded={false} />
      <ReasonField />
      <SecondPersonFields sentence={t(item.isEvidence ? 'judgeConfirms' : 'twoPersons')} />
    </CommandForm>
  );
}
