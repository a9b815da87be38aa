import { useTranslation } from 'react-i18next';
import { ASSET_STATUSES, type AssetStatus } from '../../../modules/fixed-assets/rules.ts';
import { StatusTag, type StatusTone } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

const TONES: Record<AssetStatus, StatusTone> = {
  in_stock: 'calm',
  in_use: 'calm',
  on_loan: 'open',
  in_repair: 'open',
  idle: 'calm',
  disposed: 'closed',
};

/** The status of an asset as a word; a loan past its day says so in red. */
export function AssetStatusTag({ status, isOverdue = false }: { status: AssetStatus; isOverdue?: boolean }) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  if (isOverdue) return <StatusTag tone="alarm">{t('overdue')}</StatusTag>;
  return <StatusTag tone={TONES[status]}>{pick(ASSET_STATUSES[status])}</StatusTag>;
}
