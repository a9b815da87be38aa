import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { mergeItemsBackEndpoint } from '../../../modules/seized-items/care/care.contract.ts';
import { oneTicked, TickedField } from '../../components/fields/ticked-field.tsx';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { PlaceFit } from '../seized-items/place-fit.tsx';
import { orNull, ReasonField, useCareFrame, type CareProps, type WithSecond } from './care-frame.tsx';

type MergeValues = WithSecond<{ partIds: string[]; reason: string; placeReason?: string }>;

/** Parts that lie elsewhere come to lie where the item does. */
function PartsFit({ item }: Pick<CareProps, 'item'>) {
  const form = Form.useFormInstance<MergeValues>();
  const itemIds = Form.useWatch('partIds', form) ?? [];
  if (itemIds.length === 0 || item.place?.id == null) return null;
  return (
    <PlaceFit
      things={{ itemIds }}
      skipsThere
      at={{ placeId: item.place.id }}
      reasonName="placeReason"
      offers="none"
    />
  );
}

/** What is left of a sample goes back into what it was taken from. */
export function MergeForm(props: CareProps) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, 'merge_back');
  const { item, command } = props;
  const parts = item.family.filter(({ relation, state }) => relation === 'child' && state === 'in_store');
  return (
    <CommandForm<typeof mergeItemsBackEndpoint, MergeValues>
      {...frame}
      declaration={mergeItemsBackEndpoint}
      onDone={command.close}
      toRequest={({ partIds, reason, secondPerson, placeReason }) => ({
        params: { itemId: item.id },
        body: { partIds, reason, secondPerson, placeReason: orNull(placeReason) },
      })}
    >
      <p>{t('merge.hint')}</p>
      <TickedField
        name="partIds"
        label={t('merge.parts')}
        className="cc-care-choices"
        options={parts.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))}
        objectTo={oneTicked(t('merge.none'))}
      />
      <PartsFit item={item} />
      <ReasonField />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
