import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import * as care from '../../../modules/seized-items/care/care.contract.ts';
import { listTolerancesEndpoint } from '../../../modules/seized-items/tolerances/tolerances.contract.ts';
import { sayShare } from '../../../modules/seized-items/tolerances/tolerances.rules.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields } from '../../components/second-person.tsx';
import { useUnitAfter } from '../../i18n/use-quantity.ts';
import { PhotoButton } from '../seized-items/photo-button.tsx';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { PlaceFit } from '../seized-items/place-fit.tsx';
import {
  orNull,
  QuantityField,
  ReasonField,
  useCareFrame,
  type CareProps,
  type WithSecond,
} from './care-frame.tsx';

const BY = {
  birth: care.recordBirthEndpoint,
  death: care.recordDeathEndpoint,
  natural_loss: care.recordNaturalLossEndpoint,
} as const;

/** What the court allows of the category today; where it allows none, the way to report what is missing. */
function LossHint({ category, onReport }: { category: string; onReport: () => void }) {
  const shipped = useShippedWords();
  const { t } = useTranslation('item-care');
  const { data } = useQueryEndpoint(listTolerancesEndpoint, {});
  if (data === undefined) return null;
  const found = data.items.find((one) => one.kind === 'natural_loss' && one.category === category);
  const share = found?.own?.share ?? found?.shipped ?? null;
  const basis = found?.own?.document ?? found?.basis ?? '';
  if (share !== null) return <p>{t('loss.tolerance', { share: sayShare(share), basis: shipped(basis) })}</p>;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('loss.none')}
      action={
        <Button size="small" onClick={onReport}>
          {t('loss.report')}
        </Button>
      }
    />
  );
}

function Hint({ item, by, command }: CareProps & { readonly by: keyof typeof BY }) {
  const { t } = useTranslation('item-care');
  if (by !== 'natural_loss')
    return (
      <>
        <p className="cc-soft">{t('photoToday')}</p>
        <PhotoButton itemId={item.id} />
      </>
    );
  return <LossHint category={item.category} onReport={() => command.open('report_incident')} />;
}

/** Young are born, animals die, goods dry up: the count changes by an entry. */
export function GrowthForm({ by, ...props }: CareProps & { readonly by: keyof typeof BY }) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('item-care');
  const frame = useCareFrame(props, by);
  const { item, command } = props;
  return (
    <CommandForm<
      (typeof BY)[typeof by],
      WithSecond<{ quantity: string; reason: string; placeReason?: string }>
    >
      {...frame}
      declaration={BY[by]}
      onDone={command.close}
      toRequest={({ quantity, reason, secondPerson, placeReason }) => ({
        params: { itemId: item.id },
        body: {
          ...{ quantity, reason, secondPerson },
          ...(by === 'birth' ? { placeReason: orNull(placeReason) } : {}),
        },
      })}
    >
      {by === 'natural_loss' && <Hint {...props} by={by} />}
      <QuantityField name="quantity" label={t('quantityIn', { unit: unitAfter(item.unit) })} />
      {by === 'birth' && item.place?.id != null && (
        <PlaceFit
          things={{ itemIds: [item.id] }}
          at={{ placeId: item.place.id }}
          reasonName="placeReason"
          offers="none"
        />
      )}
      <ReasonField />
      {by !== 'natural_loss' && <Hint {...props} by={by} />}
      <SecondPersonFields sentence={t('twoPersons')} />
    </CommandForm>
  );
}
