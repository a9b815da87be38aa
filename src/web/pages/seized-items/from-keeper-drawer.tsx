import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { bringFromKeeperEndpoint } from '../../../modules/seized-items/moves.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { SignaturePad } from '../fixed-assets/moves/signature-pad.tsx';
import { PlaceField, useItemFrame, type DrawerProps } from './item-frame.tsx';
import { PhotoButton } from './photo-button.tsx';
import { PlaceFit } from './place-fit.tsx';

interface Values extends Required<SecondPersonValues> {
  placeId: string;
  placeReason?: string;
  condition: string;
  sealNumber?: string;
  keeperPerson: string;
  keeperSignature: string;
}

/** What a keeper had since the receipt comes into the room: seen by two, handed over by the keeper. */
export function FromKeeperDrawer(props: DrawerProps) {
  const { t } = useTranslation('seized-items');
  const frame = useItemFrame(props, 'from_keeper');
  const { item } = props;
  const needed = (key: 'condition' | 'keeperPerson' | 'keeperSignature' | 'seal') => [
    { required: true, message: t(`form.${key}Missing`) },
  ];
  return (
    <CommandForm<typeof bringFromKeeperEndpoint, Values>
      {...frame}
      declaration={bringFromKeeperEndpoint}
      toRequest={({ placeReason = null, sealNumber = null, ...values }) => ({
        body: { ...values, itemId: item.id, placeReason, sealNumber },
      })}
    >
      <p>{t('form.fromKeeper')}</p>
      <PlaceField />
      <PlaceFit things={{ itemIds: [item.id] }} placeName="placeId" reasonName="placeReason" offers="any" />
      <Form.Item name="condition" label={t('form.condition')} rules={needed('condition')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      {item.sealNumber !== null && (
        <Form.Item name="sealNumber" label={t('form.seal')} rules={needed('seal')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="keeperPerson" label={t('form.keeperPerson')} rules={needed('keeperPerson')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="keeperSignature" label={t('form.keeperSignature')} rules={needed('keeperSignature')}>
        <SignaturePad label={t('form.keeperSignature')} />
      </Form.Item>
      <p className="cc-soft">{t('form.photoToday')}</p>
      <div className="cc-photo-first">
        <PhotoButton itemId={item.id} />
      </div>
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}
