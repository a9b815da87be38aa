import CheckCircleFilled from '@ant-design/icons/es/icons/CheckCircleFilled';
import CloseCircleFilled from '@ant-design/icons/es/icons/CloseCircleFilled';
import CopyFilled from '@ant-design/icons/es/icons/CopyFilled';
import QuestionCircleFilled from '@ant-design/icons/es/icons/QuestionCircleFilled';
import { useTranslation } from 'react-i18next';
import { ASSET_MOVES, ASSET_STATUSES } from '../../../../modules/fixed-assets/rules.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { OfferedMove } from '../moves/move-forms.ts';
import type { LastScan } from './scanned-list.ts';

const ICONS = {
  right: CheckCircleFilled,
  wrong: CloseCircleFilled,
  unknown: QuestionCircleFilled,
  duplicate: CopyFilled,
};

export interface LastScanBannerProps {
  readonly last: LastScan | null;
  readonly move: OfferedMove;
  /** The shape is that of a code, but its check digits are wrong. */
  readonly misread: boolean;
}

/** The last scan, large enough to be read at arm's length; said to screen readers too. */
export function LastScanBanner({ last, move, misread }: LastScanBannerProps) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const Icon = last === null ? undefined : ICONS[last.result];
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
  return (
    <div className="cc-scan-last" data-result={last?.result ?? 'none'} role="status">
      {Icon !== undefined && <Icon aria-hidden />}
      <span>{sentence()}</span>
    </div>
  );
}
