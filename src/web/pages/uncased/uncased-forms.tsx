import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Radio from 'antd/es/radio';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { ITEM_UNITS, USUAL_UNIT } from '../../../modules/seized-items/item-quantity.ts';
import * as contract from '../../../modules/seized-items/uncased/uncased.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useSayUnit } from '../../i18n/use-quantity.ts';
import { ThingPhotoField, ThingPhotos } from './uncased-photos.tsx';
import { LikelyItems } from './likely-items.tsx';
import { LineField, orNull, QuantityField, type WithSecond } from '../item-care/care-frame.tsx';

const STALE = [contract.listUncasedEndpoint];

type RecordValues = WithSecond<{
  uncasedId: string;
  isHidden?: boolean;
  kind: 'found' | 'belongings';
  name: string;
  quantity: string;
  unit: string;
  features: string;
  placeId: string;
  fromWhom: string;
  owner?: string;
  note?: string;
}>;

function OwnerField() {
  const { t } = useTranslation('uncased');
  const form = Form.useFormInstance<RecordValues>();
  const isFound = Form.useWatch('kind', form) === 'found';
  return (
    <>
      <LineField name="fromWhom" label={t(isFound ? 'finder' : 'deliverer')} />
      {!isFound && <LineField name="owner" label={t('owner')} />}
    </>
  );
}

/** A thing that belongs to no case is recorded by two. */
export function RecordForm({ command }: { command: OpenCommand }) {
  const sayUnit = useSayUnit();
  const { t } = useTranslation('uncased');
  return (
    <CommandForm<typeof contract.recordUncasedEndpoint, RecordValues>
      open={command.current === 'record'}
      onClose={command.close}
      onDone={command.close}
      title={t('record')}
      submitLabel={t('record')}
      doneSentence={t('recorded')}
      invalidates={STALE}
      draftKey="uncased"
      declaration={contract.recordUncasedEndpoint}
      initialValues={{ kind: 'found', quantity: '1', unit: USUAL_UNIT }}
      toRequest={({ owner, note, isHidden = false, ...thing }) => ({
        body: {
          ...thing,
          isHidden,
          owner: thing.kind === 'found' ? null : orNull(owner),
          note: orNull(note),
        },
      })}
    >
      <Form.Item required name="kind" label={t('kind')}>
        <Radio.Group
          options={(['found', 'belongings'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </Form.Item>
      <LineField name="name" label={t('name')} />
      <QuantityField name="quantity" label={t('quantity')} />
      <Form.Item required name="unit" label={t('unit')}>
        <Select<string>
          options={Object.keys(ITEM_UNITS).map((value) => ({ value, label: sayUnit(value) }))}
        />
      </Form.Item>
      <Form.Item
        name="features"
        label={t('features')}
        rules={[{ required: true, message: t('featuresMissing') }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <OwnerField />
      <Form.Item name="placeId" label={t('place')} rules={[{ required: true, message: t('placeMissing') }]}>
        <PlacePicker />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="uncasedId"
        label={t('photos')}
        extra={t('photosHint')}
        rules={[{ required: true, message: t('photosMissing') }]}
      >
        <ThingPhotoField label={t('takePhoto')} />
      </Form.Item>
      <Form.Item name="isHidden" valuePropName="checked">
        <Checkbox>{t('isHidden')}</Checkbox>
      </Form.Item>
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}

interface SettleProps {
  readonly thing: contract.UncasedThing | undefined;
  readonly onClose: () => void;
}

/** A found thing is an item that is in the books; the judge of its case says so. */
export function IdentifyForm({ thing, onClose }: SettleProps) {
  const { t } = useTranslation('uncased');
  return (
    <CommandForm<typeof contract.identifyUncasedEndpoint, WithSecond<{ itemId: string; note: string }>>
      open={thing !== undefined}
      onClose={onClose}
      onDone={onClose}
      title={t('identify')}
      submitLabel={t('identify')}
      doneSentence={t('identified')}
      invalidates={STALE}
      subject={thing?.name}
      declaration={contract.identifyUncasedEndpoint}
      toRequest={(body) => ({ params: { uncasedId: thing?.id ?? '' }, body })}
    >
      <p>{t('identifyHint')}</p>
      {thing !== undefined && (
        <div className="cc-compared">
          <p>{thing.features}</p>
          <ThingPhotos thing={thing} />
        </div>
      )}
      <Form.Item name="itemId" label={t('item')} rules={[{ required: true, message: t('itemMissing') }]}>
        <LikelyItems />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('recognisedBy')}
        rules={[{ required: true, message: t('recognisedByMissing') }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <SecondPersonFields sentence={t('judgeConfirms')} />
    </CommandForm>
  );
}

/** What belongs to somebody goes back, before two people. */
export function GiveBackForm({ thing, onClose }: SettleProps) {
  const { t } = useTranslation('uncased');
  return (
    <CommandForm<typeof contract.giveBackUncasedEndpoint, WithSecond<{ settledTo: string; note: string }>>
      open={thing !== undefined}
      onClose={onClose}
      onDone={onClose}
      title={t('giveBack')}
      submitLabel={t('giveBack')}
      doneSentence={t('givenBack')}
      invalidates={STALE}
      subject={thing?.name}
      declaration={contract.giveBackUncasedEndpoint}
      toRequest={(body) => ({ params: { uncasedId: thing?.id ?? '' }, body })}
    >
      <p>{t('giveBackHint')}</p>
      <LineField name="settledTo" label={t('receiver')} />
      <Form.Item name="note" label={t('papers')} rules={[{ required: true, message: t('papersMissing') }]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
