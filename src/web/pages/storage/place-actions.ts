import { useTranslation } from 'react-i18next';
import type { PlaceAnswer } from '../../../modules/storage/contract.ts';
import type { RowAction } from '../../components/row-menu.tsx';

/** What may be done with the place, as entries that open its command forms. */
export function usePlaceActions(place: PlaceAnswer, onOpen: (command: string) => void): RowAction[] {
  const { t } = useTranslation('places');
  return place.availableActions.flatMap((action): RowAction[] => {
    const entry = (verb: string, label: string): RowAction => ({
      key: verb,
      label,
      onClick: () => onOpen(`${verb}-${place.id}`),
      isDestructive: verb === 'close',
    });
    if (action === 'add_below') return [entry('add', t('addBelow')), entry('bulk', t('bulk.title'))];
    return [entry(action, t(`${action}.title`))];
  });
}
