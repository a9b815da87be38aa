import { useTranslation } from 'react-i18next';
import { ITEM_STATES, isItemState, type ItemState } from '../../../modules/seized-items/item-states.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

const TONES: Partial<Record<ItemState, StatusTone>> = {
  preregistered: 'soon',
  awaiting_check: 'soon',
  discrepancy: 'alarm',
  in_store: 'settled',
  awaiting_release: 'open',
  on_loan: 'open',
  in_transit: 'open',
  kept_elsewhere: 'calm',
  awaiting_disposition: 'soon',
  public_notice: 'soon',
  under_investigation: 'alarm',
};

/** Where the thing is, as a word; what has ended is grey. */
export function ItemStateTag({ state }: { state: string }) {
  const pick = usePickSentence();
  if (!isItemState(state)) return null;
  return <StatusTag tone={TONES[state] ?? 'closed'}>{pick(ITEM_STATES[state])}</StatusTag>;
}

/** Others keep the thing from being disposed of. */
export function HeldTag({ isHeld }: { isHeld: boolean }) {
  const { t } = useTranslation('seized-items');
  return isHeld ? <StatusTag tone="alarm">{t('held')}</StatusTag> : null;
}
