import { useTranslation } from 'react-i18next';
import * as care from '../../../modules/seized-items/care/care.contract.ts';
import { toleranceOn, sayShare } from '../../../modules/seized-items/care/tolerances.rules.ts';
import { isItemCategoryId } from '../../../modules/seized-items/item-categories.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { PhotoButton } from '../seized-items/photo-button.tsx';
import { QuantityField, ReasonField, useCareFrame, type CareProps, type WithSecond } from './care-frame.tsx';

const BY = {
  birth: care.recordBirthEndpoint,
  death: care.recordDeathEndpoint,
  natural_loss: care.recordNaturalLossEndpoint,
} as const;

function Hint({ item, by }: { item: CareProps['item']; by: keyof typeof BY }) {
  const { t } = useTranslation('item-care');
  if (by !== 'natural_loss')
    return (
      <>
        <p className="cc-soft">{t('photoToday')}</p>
        <PhotoButton itemId={item.id} />
      </>
    );
  const { naturalLoss, basis } = toleranceOn(item.stateSince.slice(0, 10));
  const share = isItemCategoryId(item.category) ? naturalLoss[item.category] : undefined;
  return (
    <p>{share === undefined ? t('loss.none') : t('loss.tolerance', { share: sayShare(share), basis })}</p>
  );
}

/** Young are born, animals die, goods dry up: the count changes by an entry. */
export function GrowthForm({ by, ...props }: CareProps & { readonly by: keyof typeof BY }) {
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, by);
  const { item, command } = props;
  return (
    <CommandForm<(typeof BY)[typeof by], WithSecond<{ quantity: string; reason: string }>>
      {...frame}
      declaration={BY[by]}
      onDone={command.close}
      toRequest={({ quantity, reason, secondPerson }) => ({
        params: { itemId: item.id },
        body: { quantity, reason, secondPerson },
      })}
    >
      <QuantityField name="quantity" label={t('quantityIn', { unit: item.unit })} />
      <ReasonField />
      <Hint item={item} by={by} />
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
