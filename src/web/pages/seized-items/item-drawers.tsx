import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { listItemsEndpoint, readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import * as moves from '../../../modules/seized-items/moves.contract.ts';
import { ITEM_TRANSITIONS } from '../../../modules/seized-items/item-transitions.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import type { OpenCommand } from '../../components/command-form/use-open-command.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import type { SeizedItem } from './item-answer.ts';
import { PhotoButton } from './photo-button.tsx';

interface DrawerProps {
  readonly item: SeizedItem;
  readonly command: OpenCommand;
}

const STALE = [readItemEndpoint, listItemsEndpoint];
type IncidentKind = 'missing' | 'short' | 'damaged' | 'seal_broken' | 'swapped' | 'forbidden_inside';
const INCIDENTS: readonly IncidentKind[] = [
  'missing',
  'short',
  'damaged',
  'seal_broken',
  'swapped',
  'forbidden_inside',
];

function useFrame({ item, command }: DrawerProps, key: keyof typeof ITEM_TRANSITIONS) {
  const pick = usePickSentence();
  const title = pick(ITEM_TRANSITIONS[key]);
  return {
    open: command.current === key && item.availableActions.some((action) => action.key === key),
    onClose: command.close,
    onDone: command.close,
    title,
    submitLabel: title,
    doneSentence: title,
    invalidates: STALE,
    draftKey: `${key}:${item.id}`,
    subject: (
      <>
        {item.name} <ItemCode code={item.code} withCopy={false} />
      </>
    ),
  };
}

/** Dear things are moved by two. */
function isDear(item: SeizedItem): boolean {
  return item.grade !== 'ordinary' || item.moneyCounts.length > 0;
}

function PlaceField() {
  const { t } = useTranslation('seized-items');
  return (
    <Form.Item
      name="placeId"
      label={t('form.place')}
      rules={[{ required: true, message: t('form.placeMissing') }]}
    >
      <PlacePicker />
    </Form.Item>
  );
}

type PlaceValues = SecondPersonValues & { placeId: string };

function RelocateDrawer(props: DrawerProps) {
  const frame = useFrame(props, 'relocate');
  const { item } = props;
  return (
    <CommandForm<typeof moves.relocateItemsEndpoint, PlaceValues>
      {...frame}
      declaration={moves.relocateItemsEndpoint}
      toRequest={({ placeId, secondPerson }) => ({
        body: { itemIds: [item.id], placeId, secondPerson: secondPerson ?? null },
      })}
    >
      <PlaceField />
      {isDear(item) && <SecondPersonFields />}
    </CommandForm>
  );
}

function CarryOutDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useFrame(props, 'carry_out');
  const { item } = props;
  return (
    <CommandForm<typeof moves.carryItemsOutEndpoint, SecondPersonValues>
      {...frame}
      declaration={moves.carryItemsOutEndpoint}
      toRequest={({ secondPerson }) => ({ body: { itemIds: [item.id], secondPerson: secondPerson ?? null } })}
    >
      <p>{t('form.carryOut')}</p>
      {isDear(item) && <SecondPersonFields />}
    </CommandForm>
  );
}

function CarryInDrawer(props: DrawerProps) {
  const frame = useFrame(props, 'carry_in');
  const { item } = props;
  return (
    <CommandForm<typeof moves.carryItemsInEndpoint, PlaceValues>
      {...frame}
      declaration={moves.carryItemsInEndpoint}
      toRequest={({ placeId, secondPerson }) => ({
        body: { itemIds: [item.id], placeId, secondPerson: secondPerson ?? null },
      })}
    >
      <PlaceField />
      {isDear(item) && <SecondPersonFields />}
    </CommandForm>
  );
}

type WithSecond<V> = V & Required<SecondPersonValues>;

function UnsealDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useFrame(props, 'unseal');
  const { item } = props;
  return (
    <CommandForm<typeof moves.unsealItemEndpoint, WithSecond<{ reason: string }>>
      {...frame}
      declaration={moves.unsealItemEndpoint}
      toRequest={({ reason, secondPerson }) => ({ body: { itemId: item.id, reason, secondPerson } })}
    >
      <Form.Item
        name="reason"
        label={t('form.reason')}
        rules={[{ required: true, message: t('form.reasonMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <p className="cc-soft">{t('form.photoToday')}</p>
      <PhotoButton itemId={item.id} />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

function ResealDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useFrame(props, 'reseal');
  const { item } = props;
  return (
    <CommandForm<typeof moves.resealItemEndpoint, WithSecond<{ sealNumber: string }>>
      {...frame}
      declaration={moves.resealItemEndpoint}
      toRequest={({ sealNumber, secondPerson }) => ({ body: { itemId: item.id, sealNumber, secondPerson } })}
    >
      <Form.Item
        name="sealNumber"
        label={t('form.seal')}
        rules={[{ required: true, message: t('form.sealMissing') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <p className="cc-soft">{t('form.photoToday')}</p>
      <PhotoButton itemId={item.id} />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

function ReportDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useFrame(props, 'report_incident');
  const { item } = props;
  return (
    <CommandForm<typeof moves.reportIncidentEndpoint, { kind: IncidentKind; description: string }>
      {...frame}
      isDestructive
      declaration={moves.reportIncidentEndpoint}
      toRequest={({ kind, description }) => ({ body: { itemIds: [item.id], kind, description } })}
    >
      <p>{t('form.incidentHint')}</p>
      <Form.Item
        name="kind"
        label={t('form.incidentKind')}
        rules={[{ required: true, message: t('form.incidentKindMissing') }]}
      >
        <Select<IncidentKind>
          options={INCIDENTS.map((value) => ({ value, label: t(`incident.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="description"
        label={t('form.description')}
        rules={[{ required: true, message: t('form.descriptionMissing') }]}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </CommandForm>
  );
}

function CloseDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useFrame(props, 'close_incident');
  const { item } = props;
  return (
    <CommandForm<typeof moves.closeIncidentEndpoint, { conclusion: string }>
      {...frame}
      declaration={moves.closeIncidentEndpoint}
      toRequest={({ conclusion }) => ({ body: { itemIds: [item.id], conclusion } })}
    >
      <Form.Item
        name="conclusion"
        label={t('form.conclusion')}
        rules={[{ required: true, message: t('form.conclusionMissing') }]}
      >
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </CommandForm>
  );
}

function VoidDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useFrame(props, 'void_entry');
  const { item } = props;
  return (
    <CommandForm<typeof moves.voidItemsEndpoint, WithSecond<{ reason: string }>>
      {...frame}
      isDestructive
      declaration={moves.voidItemsEndpoint}
      toRequest={({ reason, secondPerson }) => ({ body: { itemIds: [item.id], reason, secondPerson } })}
    >
      <Form.Item
        name="reason"
        label={t('form.reason')}
        rules={[{ required: true, message: t('form.reasonMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

/** The form of the action that stands in the address. */
export function ItemDrawers(props: DrawerProps) {
  return (
    <>
      <RelocateDrawer {...props} />
      <CarryOutDrawer {...props} />
      <CarryInDrawer {...props} />
      <UnsealDrawer {...props} />
      <ResealDrawer {...props} />
      <ReportDrawer {...props} />
      <CloseDrawer {...props} />
      <VoidDrawer {...props} />
    </>
  );
}
