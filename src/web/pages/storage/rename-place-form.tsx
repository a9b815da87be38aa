import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { renamePlaceEndpoint, type PlaceAnswer } from '../../../modules/storage/contract.ts';
import { PATH_SEPARATOR, PLACE_NAME_MAX, placePath } from '../../../modules/storage/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { STALE_PLACES } from './stale-places.ts';

interface Values {
  name: string;
}

export interface ChangePlaceFormProps {
  /** The form is open while there is one. */
  readonly place: PlaceAnswer | undefined;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** 改名: the paths of everything below follow. */
export function RenamePlaceForm({ place, onClose, onReload }: ChangePlaceFormProps) {
  const { t } = useTranslation('places');
  const above = place?.path.split(PATH_SEPARATOR).slice(0, -1).join(PATH_SEPARATOR) ?? '';
  const changesOf = ({ name }: Partial<Values>) => {
    const typed = name?.trim() ?? '';
    if (place === undefined || typed === '' || typed === place.name) return [];
    const to = placePath(above === '' ? null : above, typed);
    return [{ label: t('field.path'), from: place.path, to }];
  };
  return (
    <CommandForm<typeof renamePlaceEndpoint, Values>
      declaration={renamePlaceEndpoint}
      open={place !== undefined}
      onClose={onClose}
      title={t('rename.title')}
      submitLabel={t('rename.submit')}
      subject={place?.path}
      draftKey={`rename-place:${place?.id ?? ''}`}
      {...(place === undefined ? {} : { ifMatch: place.version, initialValues: { name: place.name } })}
      changes={changesOf}
      invalidates={STALE_PLACES}
      onReload={onReload}
      toRequest={({ name }) => ({ params: { placeId: place?.id ?? '' }, body: { name: name.trim() } })}
      onDone={onClose}
      doneSentence={t('rename.done')}
    >
      <Form.Item
        name="name"
        label={t('field.name')}
        extra={t('rename.hint')}
        rules={[{ required: true, whitespace: true, message: t('missingName') }]}
      >
        <Input autoComplete="off" maxLength={PLACE_NAME_MAX} />
      </Form.Item>
    </CommandForm>
  );
}
