import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { addPlaceEndpoint, type PlaceAnswer } from '../../../modules/storage/contract.ts';
import { PATH_SEPARATOR, PLACE_NAME_MAX, type PlaceKind } from '../../../modules/storage/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { KindField, kindsBelow } from './kind-field.tsx';
import { STALE_PLACES } from './stale-places.ts';

interface Values {
  kind: PlaceKind;
  name: string;
}

export interface AddPlaceFormProps {
  /** Undefined: at the top. */
  readonly parent: PlaceAnswer | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** 新增位置: one place; its code is issued with it. */
export function AddPlaceForm({ parent, open, onClose }: AddPlaceFormProps) {
  const { t } = useTranslation('places');
  const [first] = kindsBelow(parent);
  return (
    <CommandForm<typeof addPlaceEndpoint, Values>
      declaration={addPlaceEndpoint}
      open={open}
      onClose={onClose}
      title={t('add.title')}
      submitLabel={t('add.submit')}
      subject={t('add.where', { path: parent?.path ?? t('top') })}
      draftKey={`add-place:${parent?.id ?? 'top'}`}
      {...(first === undefined ? {} : { initialValues: { kind: first } })}
      invalidates={STALE_PLACES}
      toRequest={({ kind, name }) => ({ body: { parentId: parent?.id ?? null, kind, name: name.trim() } })}
      onDone={onClose}
      doneSentence={t('add.done')}
    >
      <KindField parent={parent} />
      <Form.Item
        name="name"
        label={t('field.name')}
        extra={t('add.nameHint')}
        rules={[
          { required: true, whitespace: true, message: t('missingName') },
          {
            validator: (_rule, value: unknown) =>
              typeof value === 'string' && value.includes(PATH_SEPARATOR)
                ? Promise.reject(new Error(t('nameHasSeparator')))
                : Promise.resolve(),
          },
        ]}
      >
        <Input autoComplete="off" maxLength={PLACE_NAME_MAX} />
      </Form.Item>
    </CommandForm>
  );
}
