import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { movePlaceEndpoint } from '../../../modules/storage/contract.ts';
import { KINDS_BELOW, placePath } from '../../../modules/storage/rules.ts';
import { ChangeList } from '../../components/command-form/change-list.tsx';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { usePlacePaths } from '../../components/pickers/use-place-tree.ts';
import type { ChangePlaceFormProps } from './rename-place-form.tsx';
import { STALE_PLACES } from './stale-places.ts';

interface Values {
  parentId?: string | null;
}

function NewPath({ path, name, isTopAllowed }: { path: string; name: string; isTopAllowed: boolean }) {
  const { t } = useTranslation('places');
  const parentId = Form.useWatch('parentId', Form.useFormInstance<Values>());
  const paths = usePlacePaths(parentId == null ? [] : [parentId]);
  if (parentId == null && !isTopAllowed) return null;
  const to = placePath(parentId == null ? null : (paths.get(parentId) ?? null), name);
  return to === path ? null : <ChangeList changes={[{ label: t('field.path'), from: path, to }]} />;
}

/** 移动: the place with all that lies below it, under another or to the top. */
export function MovePlaceForm({ place, onClose, onReload }: ChangePlaceFormProps) {
  const { t } = useTranslation('places');
  const isTopAllowed = place !== undefined && KINDS_BELOW.court.includes(place.kind);
  return (
    <CommandForm<typeof movePlaceEndpoint, Values>
      declaration={movePlaceEndpoint}
      open={place !== undefined}
      onClose={onClose}
      title={t('move.title')}
      submitLabel={t('move.submit')}
      subject={place?.path}
      {...(place === undefined
        ? {}
        : { ifMatch: place.version, initialValues: { parentId: place.parentId } })}
      invalidates={STALE_PLACES}
      onReload={onReload}
      toRequest={({ parentId }) => ({
        params: { placeId: place?.id ?? '' },
        body: { parentId: parentId ?? null },
      })}
      onDone={onClose}
      doneSentence={t('move.done')}
    >
      <Form.Item
        name="parentId"
        label={t('move.to')}
        extra={t(isTopAllowed ? 'move.topHint' : 'move.hint')}
        rules={isTopAllowed ? [] : [{ required: true, message: t('move.missing') }]}
      >
        <PlacePicker placeholder={t(isTopAllowed ? 'top' : 'move.missing')} />
      </Form.Item>
      {place !== undefined && <NewPath path={place.path} name={place.name} isTopAllowed={isTopAllowed} />}
    </CommandForm>
  );
}
