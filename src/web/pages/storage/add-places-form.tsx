import Form from 'antd/es/form';
import Input from 'antd/es/input';
import { useTranslation } from 'react-i18next';
import { addPlacesEndpoint, type PlaceAnswer } from '../../../modules/storage/contract.ts';
import { expandNames } from '../../../modules/storage/name-ranges.ts';
import type { PlaceKind } from '../../../modules/storage/rules.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { KindField, kindsBelow } from './kind-field.tsx';
import { PlannedPlaces } from './planned-places.tsx';
import { STALE_PLACES } from './stale-places.ts';

interface Values {
  kind: PlaceKind;
  names: string;
}

export interface AddPlacesFormProps {
  /** Undefined: at the top. */
  readonly parent: PlaceAnswer | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}

function Verdict({ parent }: { parent: PlaceAnswer | undefined }) {
  const form = Form.useFormInstance<Partial<Values>>();
  const kind = Form.useWatch('kind', form);
  const names = Form.useWatch('names', form);
  if (kind === undefined) return null;
  return <PlannedPlaces parentId={parent?.id ?? null} kind={kind} names={names ?? ''} />;
}

/** 批量新增: names or ranges, a line each; the verdict of every one stands below before anything is written. */
export function AddPlacesForm({ parent, open, onClose }: AddPlacesFormProps) {
  const { t } = useTranslation('places');
  const [first] = kindsBelow(parent);
  return (
    <CommandForm<typeof addPlacesEndpoint, Values>
      declaration={addPlacesEndpoint}
      open={open}
      onClose={onClose}
      title={t('bulk.title')}
      submitLabel={t('bulk.submit')}
      subject={t('add.where', { path: parent?.path ?? t('top') })}
      draftKey={`add-places:${parent?.id ?? 'top'}`}
      {...(first === undefined ? {} : { initialValues: { kind: first } })}
      invalidates={STALE_PLACES}
      toRequest={({ kind, names }) => ({ body: { parentId: parent?.id ?? null, kind, names } })}
      onDone={onClose}
      doneSentence={t('bulk.done')}
    >
      <KindField parent={parent} />
      <Form.Item
        name="names"
        label={t('bulk.names')}
        extra={t('bulk.namesHint')}
        rules={[
          {
            required: true,
            validator: (_rule, value: unknown) =>
              typeof value === 'string' && expandNames(value).length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('bulk.namesMissing'))),
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={60_000} spellCheck={false} />
      </Form.Item>
      <Verdict parent={parent} />
    </CommandForm>
  );
}
