import { useTranslation } from 'react-i18next';
import { LineField } from '../item-care/care-frame.tsx';

export interface WithPlaceReason {
  placeReason?: string;
}

/** Why things come to lie where there is not what they need; nothing where the place has it. */
export function PlaceReason() {
  const { t } = useTranslation('containers');
  return (
    <LineField name="placeReason" label={t('placeReason')} extra={t('placeReasonHint')} isNeeded={false} />
  );
}
