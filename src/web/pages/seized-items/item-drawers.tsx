import Form from 'antd/es/form';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { isDear } from '../../../modules/seized-items/dear.rules.ts';
import * as moves from '../../../modules/seized-items/moves.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { UnsealingApproval } from '../releases/unsealing-approval.tsx';
import { FromKeeperDrawer } from './from-keeper-drawer.tsx';
import { PlaceField, useItemFrame, type DrawerProps } from './item-frame.tsx';
import { PlaceFit } from './place-fit.tsx';
import { ReturnPlace, useReturnPlaces } from './return-place.tsx';
import { PhotoButton } from './photo-button.tsx';

type IncidentKind = (typeof moves.INCIDENT_KINDS)[number];

interface TextFieldProps {
  readonly name: 'reason' | 'description' | 'conclusion';
  readonly rows: number;
  readonly maxLength: number;
}

/** What the person must say in their own words. */
function TextField({ name, rows, maxLength }: TextFieldProps) {
  const { t } = useTranslation('seized-items');
  return (
    <Form.Item
      name={name}
      label={t(`form.${name}`)}
      rules={[{ required: true, message: t(`form.${name}Missing`) }]}
    >
      <Input.TextArea rows={rows} maxLength={maxLength} />
    </Form.Item>
  );
}

/** Opening and closing a seal is seen by two, and on a picture of today. */
function SeenByTwo({ itemId }: { itemId: string }) {
  const { t } = useTranslation('seized-items');
  return (
    <>
      <p className="cc-soft">{t('form.photoToday')}</p>
      <div className="cc-photo-first">
        <PhotoButton itemId={itemId} />
      </div>
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </>
  );
}

type PlaceValues = SecondPersonValues & { placeId: string; placeReason?: string };

const TO_PLACE = {
  relocate: moves.relocateItemsEndpoint,
  carry_in: moves.carryItemsInEndpoint,
} as const;

function ToPlaceDrawer({ by, ...props }: DrawerProps & { readonly by: keyof typeof TO_PLACE }) {
  const frame = useItemFrame(props, by);
  const { item } = props;
  const isOpen = props.command.current === by;
  const offers = useReturnPlaces(item.place === null && isOpen ? [item.id] : []);
  return (
    <CommandForm<(typeof TO_PLACE)[typeof by], PlaceValues>
      {...frame}
      declaration={TO_PLACE[by]}
      toRequest={({ placeId, placeReason = null, secondPerson }) => ({
        body: { itemIds: [item.id], placeId, placeReason, secondPerson: secondPerson ?? null },
      })}
    >
      <PlaceField />
      {item.place === null && <ReturnPlace offer={offers[0]} placeName="placeId" />}
      <PlaceFit
        things={{ itemIds: [item.id] }}
        placeName="placeId"
        reasonName="placeReason"
        offers={by === 'relocate' && item.place !== null ? 'room' : 'any'}
      />
      {isDear(item) && <SecondPersonFields />}
    </CommandForm>
  );
}

function CarryOutDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useItemFrame(props, 'carry_out');
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

type WithSecond<V> = V & Required<SecondPersonValues>;

function UnsealDrawer(props: DrawerProps) {
  const frame = useItemFrame(props, 'unseal');
  const { item } = props;
  return (
    <CommandForm<typeof moves.unsealItemEndpoint, WithSecond<{ reason: string }>>
      {...frame}
      declaration={moves.unsealItemEndpoint}
      toRequest={({ reason, secondPerson }) => ({ body: { itemId: item.id, reason, secondPerson } })}
    >
      <UnsealingApproval unsealing={item.unsealing} itemIds={[item.id]} />
      <TextField name="reason" rows={3} maxLength={500} />
      <SeenByTwo itemId={item.id} />
    </CommandForm>
  );
}

function ResealDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useItemFrame(props, 'reseal');
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
      <SeenByTwo itemId={item.id} />
    </CommandForm>
  );
}

/** What kind of incident the address says that it is. */
function useIncidentOfAddress(): IncidentKind | undefined {
  const [search] = useSearchParams();
  return moves.INCIDENT_KINDS.find((kind) => kind === search.get('incident'));
}

function ReportDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const begun = useIncidentOfAddress();
  const frame = useItemFrame(props, 'report_incident');
  const { item } = props;
  return (
    <CommandForm<typeof moves.reportIncidentEndpoint, { kind: IncidentKind; description: string }>
      {...frame}
      isDestructive
      declaration={moves.reportIncidentEndpoint}
      {...(begun === undefined
        ? {}
        : {
            draftKey: `report_incident:${item.id}:${begun}`,
            initialValues: {
              kind: begun,
              ...(begun === 'duplicate_label' && { description: t('form.duplicateLabelBegun') }),
            },
          })}
      toRequest={({ kind, description }) => ({ body: { itemIds: [item.id], kind, description } })}
    >
      <p>{t('form.incidentHint')}</p>
      <Form.Item
        name="kind"
        label={t('form.incidentKind')}
        rules={[{ required: true, message: t('form.incidentKindMissing') }]}
      >
        <Select<IncidentKind>
          options={moves.INCIDENT_KINDS.map((value) => ({ value, label: t(`incident.${value}`) }))}
        />
      </Form.Item>
      <TextField name="description" rows={4} maxLength={1000} />
    </CommandForm>
  );
}

function CloseDrawer(props: DrawerProps) {
  const frame = useItemFrame(props, 'close_incident');
  const { item } = props;
  return (
    <CommandForm<typeof moves.closeIncidentEndpoint, { conclusion: string }>
      {...frame}
      declaration={moves.closeIncidentEndpoint}
      toRequest={({ conclusion }) => ({ body: { itemIds: [item.id], conclusion } })}
    >
      <TextField name="conclusion" rows={4} maxLength={1000} />
    </CommandForm>
  );
}

function VoidDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useItemFrame(props, 'void_entry');
  const { item } = props;
  return (
    <CommandForm<typeof moves.voidItemsEndpoint, WithSecond<{ reason: string }>>
      {...frame}
      isDestructive
      declaration={moves.voidItemsEndpoint}
      toRequest={({ reason, secondPerson }) => ({ body: { itemIds: [item.id], reason, secondPerson } })}
    >
      <TextField name="reason" rows={3} maxLength={500} />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

/** The form of the action that stands in the address. */
export function ItemDrawers(props: DrawerProps) {
  return (
    <>
      <ToPlaceDrawer {...props} by="relocate" />
      <CarryOutDrawer {...props} />
      <ToPlaceDrawer {...props} by="carry_in" />
      <FromKeeperDrawer {...props} />
      <UnsealDrawer {...props} />
      <ResealDrawer {...props} />
      <ReportDrawer {...props} />
      <CloseDrawer {...props} />
      <VoidDrawer {...props} />
    </>
  );
}
