import { useTranslation } from 'react-i18next';
import { ASSET_MOVES, ASSET_STATUSES } from '../../../../modules/fixed-assets/rules.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { ScanBanner } from '../../../scan/scan-banner.tsx';
import type { OfferedMove } from '../moves/move-forms.ts';
import type { LastScan } from './scanned-list.ts';

export interface LastScanBannerProps {
  readonly last: LastScan | null;
  readonly move: OfferedMove;
  /** The shape is that of a code, but its check digits are wrong. */
  readonly misread: boolean;
}

/** What became of the last scan. */
export function LastScanBanner({ last, move, misread }: LastScanBannerProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const sentence = () => {
    if (last === null) return t('bulk.ready');
    const { subject, result } = last;
    if (subject === null) return t(misread ? 'bulk.misread' : 'bulk.unknown', { text: last.text });
    if (result === 'wrong') {
      const status = pick(ASSET_STATUSES[subject.status]);
      return t('bulk.wrong', { name: subject.name, status, verb: pick(ASSET_MOVES[move]) });
    }
    return t(result === 'duplicate' ? 'bulk.duplicate' : 'bulk.right', { name: subject.name });
  };
  return <ScanBanner result={last?.result ?? 'none'}>{sentence()}</ScanBanner>;
}
