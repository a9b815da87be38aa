import { useState } from 'react';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import * as contract from '../../../modules/seized-items/containers/containers.contract.ts';
import { isDear } from '../../../modules/seized-items/dear.rules.ts';
import { listItemsEndpoint } from '../../../modules/seized-items/items.contract.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { oneTicked, TickedField } from '../../components/fields/ticked-field.tsx';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { useSettled } from '../../components/pickers/use-settled.ts';
import { UnsealingApproval } from '../releases/unsealing-approval.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { LineField, orNull, ReasonField, type WithSecond } from '../item-care/care-frame.tsx';
import { PlaceFit } from '../seized-items/place-fit.tsx';
import { NestFit, PutInFit } from './box-fit.tsx';
import { BoxSearch } from './box-search.tsx';
import { STALE_BOXES } from './stale-boxes.ts';

export type Box = ResponseOf<typeof contract.readContainerEndpoint>;

interface BoxProps {
  readonly box: Box;
  readonly command: OpenCommand;
}

function useFrame({ box, command }: BoxProps, key: string) {
  const pick = usePickSentence();
  const action = box.availableActions.find((one) => one.key === key);
  const title = action === undefined ? '' : pick(action);
  return {
    open: command.current === key && action !== undefined,
    onClose: command.close,
    onDone: command.close,
    title,
    submitLabel: title,
    doneSentence: title,
    invalidates: STALE_BOXES,
    subject: <>{box.name}</>,
  };
}

/** Items by words, as choices with case, number and quantity. */
function ItemsSelect({
  value,
  onChange,
  id,
}: {
  value?: string[];
  onChange?: (ids: string[]) => void;
  id?: string;
}) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('containers');
  const [search, setSearch] = useState('');
  const q = useSettled(search.trim());
  const { data } = useQueryEndpoint(listItemsEndpoint, {
    query: { state: ['in_store'], limit: 30, ...(q === '' ? {} : { q }) },
  });
  const items = (data?.items ?? []).filter(({ container, place }) => container === null && place !== null);
  return (
    <Select<string[]>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      mode="multiple"
      showSearch={{ searchValue: search, onSearch: setSearch, filterOption: false }}
      placeholder={t('itemSearch')}
      options={items.map((item) => ({
        value: item.id,
        label: `${item.name} ${sayQuantity(item.onHand, item.unit)} · ${item.caseNumber}-${item.number}`,
      }))}
      onChange={(ids: string[]) => onChange?.(ids)}
    />
  );
}

type ItemsValues = SecondPersonValues & { itemIds: string[]; placeReason?: string };

function PutInForm(props: BoxProps) {
  const { t } = useTranslation('containers');
  const frame = useFrame(props, 'put_in');
  return (
    <CommandForm<typeof contract.putIntoContainerEndpoint, ItemsValues & { withSecond?: boolean }>
      {...frame}
      declaration={contract.putIntoContainerEndpoint}
      toRequest={({ itemIds, secondPerson, withSecond, placeReason }) => ({
        params: { containerId: props.box.id },
        body: {
          itemIds,
          placeReason: orNull(placeReason),
          secondPerson: withSecond === true ? (secondPerson ?? null) : null,
        },
      })}
    >
      <Form.Item name="itemIds" label={t('items')} rules={[{ required: true, message: t('itemsMissing') }]}>
        <ItemsSelect />
      </Form.Item>
      <PutInFit inBoxId={props.box.id} />
      <DearSwitch />
    </CommandForm>
  );
}

/** Dear things are handled by two. */
function DearSwitch() {
  const { t } = useTranslation('containers');
  const form = Form.useFormInstance();
  const isOn: unknown = Form.useWatch('withSecond', form);
  return (
    <>
      <Form.Item name="withSecond" valuePropName="checked">
        <Checkbox>{t('dear')}</Checkbox>
      </Form.Item>
      {isOn === true && <SecondPersonFields />}
    </>
  );
}

function TakeOutForm(props: BoxProps) {
  const { t } = useTranslation('containers');
  const frame = useFrame(props, 'take_out');
  const { items } = props.box;
  return (
    <CommandForm<typeof contract.takeOutOfContainerEndpoint, ItemsValues>
      {...frame}
      declaration={contract.takeOutOfContainerEndpoint}
      toRequest={({ itemIds, secondPerson }) => ({
        params: { containerId: props.box.id },
        body: { itemIds, secondPerson: secondPerson ?? null },
      })}
    >
      <TickedField
        name="itemIds"
        label={t('items')}
        className="cc-care-choices"
        options={items.map(({ id, name, caseNumber, number }) => ({
          value: id,
          label: `${name} · ${caseNumber}-${number}`,
        }))}
        objectTo={oneTicked(t('itemsMissing'))}
      />
      {items.some(isDear) && <SecondPersonFields />}
    </CommandForm>
  );
}

function MoveForm({ how, ...props }: BoxProps & { readonly how: 'relocate' | 'carry_out' | 'carry_in' }) {
  const { t } = useTranslation('containers');
  const frame = useFrame(props, how);
  const { box } = props;
  return (
    <CommandForm<
      typeof contract.moveContainerEndpoint,
      SecondPersonValues & { placeId?: string; placeReason?: string }
    >
      {...frame}
      declaration={contract.moveContainerEndpoint}
      toRequest={({ placeId, placeReason, secondPerson }) => ({
        params: { containerId: box.id },
        body: {
          how,
          placeId: placeId ?? null,
          placeReason: orNull(placeReason),
          secondPerson: secondPerson ?? null,
        },
      })}
    >
      <p>{t('moveHint', { count: box.itemCount })}</p>
      {how !== 'carry_out' && (
        <Form.Item name="placeId" label={t('place')} rules={[{ required: true, message: t('placeMissing') }]}>
          <PlacePicker />
        </Form.Item>
      )}
      {how !== 'carry_out' && (
        <PlaceFit
          things={{ containerId: box.id }}
          skipsThere
          placeName="placeId"
          reasonName="placeReason"
          offers={how === 'relocate' ? 'room' : 'any'}
        />
      )}
      {box.items.some(isDear) && <SecondPersonFields />}
    </CommandForm>
  );
}

function SealForm(props: BoxProps) {
  const { t } = useTranslation('containers');
  const frame = useFrame(props, 'seal');
  return (
    <CommandForm<typeof contract.sealContainerEndpoint, WithSecond<{ sealNumber: string }>>
      {...frame}
      declaration={contract.sealContainerEndpoint}
      toRequest={(body) => ({ params: { containerId: props.box.id }, body })}
    >
      <LineField name="sealNumber" label={t('seal')} maxLength={60} />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}

function UnsealForm(props: BoxProps) {
  const { t } = useTranslation('containers');
  const frame = useFrame(props, 'unseal');
  const { unsealing } = props.box;
  return (
    <CommandForm<typeof contract.unsealContainerEndpoint, WithSecond<{ reason: string }>>
      {...frame}
      declaration={contract.unsealContainerEndpoint}
      toRequest={(body) => ({ params: { containerId: props.box.id }, body })}
    >
      <UnsealingApproval unsealing={unsealing} itemIds={unsealing?.itemIds ?? []} />
      <ReasonField />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}

type NestValues = SecondPersonValues & { parentId: string; placeReason?: string };

function NestForm(props: BoxProps) {
  const { t } = useTranslation('containers');
  const frame = useFrame(props, 'nest');
  const { box } = props;
  return (
    <CommandForm<typeof contract.nestContainerEndpoint, NestValues>
      {...frame}
      declaration={contract.nestContainerEndpoint}
      toRequest={({ parentId, placeReason, secondPerson }) => ({
        params: { containerId: box.id },
        body: { parentId, placeReason: orNull(placeReason), secondPerson: secondPerson ?? null },
      })}
    >
      <Form.Item name="parentId" label={t('outer')} rules={[{ required: true, message: t('boxMissing') }]}>
        <BoxSearch exceptId={box.id} />
      </Form.Item>
      <NestFit containerId={box.id} />
      {box.items.some(isDear) && <SecondPersonFields />}
    </CommandForm>
  );
}

function UnnestForm(props: BoxProps) {
  const { t } = useTranslation('containers');
  const frame = useFrame(props, 'unnest');
  const { box } = props;
  return (
    <CommandForm<typeof contract.nestContainerEndpoint, SecondPersonValues>
      {...frame}
      declaration={contract.nestContainerEndpoint}
      toRequest={({ secondPerson }) => ({
        params: { containerId: box.id },
        body: { parentId: null, secondPerson: secondPerson ?? null },
      })}
    >
      <p>{t('unnestHint', { name: box.parent?.name ?? '' })}</p>
    </CommandForm>
  );
}

function CloseForm(props: BoxProps) {
  const frame = useFrame(props, 'close');
  return (
    <CommandForm<typeof contract.closeContainerEndpoint, { reason: string }>
      {...frame}
      isDestructive
      declaration={contract.closeContainerEndpoint}
      toRequest={(body) => ({ params: { containerId: props.box.id }, body })}
    >
      <ReasonField />
    </CommandForm>
  );
}

/** The form that stands in the address. */
export function ContainerForms(props: BoxProps) {
  return (
    <>
      <PutInForm {...props} />
      <TakeOutForm {...props} />
      <MoveForm {...props} how="relocate" />
      <MoveForm {...props} how="carry_out" />
      <MoveForm {...props} how="carry_in" />
      <SealForm {...props} />
      <UnsealForm {...props} />
      <NestForm {...props} />
      <UnnestForm {...props} />
      <CloseForm {...props} />
    </>
  );
}
