import CheckCircleFilled from '@ant-design/icons/es/icons/CheckCircleFilled';
import CloseCircleFilled from '@ant-design/icons/es/icons/CloseCircleFilled';
import CopyFilled from '@ant-design/icons/es/icons/CopyFilled';
import QuestionCircleFilled from '@ant-design/icons/es/icons/QuestionCircleFilled';
import { useTranslation } from 'react-i18next';
import { groupItemCode, ITEM_CODE_KINDS } from '../../../../modules/item-codes/item-code.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import type { PairList, PairSentence } from './pair-list.ts';

const ICONS = {
  right: CheckCircleFilled,
  wrong: CloseCircleFilled,
  unknown: QuestionCircleFilled,
  duplicate: CopyFilled,
};

/** The last scan, large enough to be read at arm's length; said to screen readers too. */
export function PairBanner({ last }: Pick<PairList, 'last'>) {
  const { t } = useTranslation('blank-labels');
  const pick = usePickSentence();
  const Icon = last === null ? undefined : ICONS[last.result];
  const say = (sentence: PairSentence) =>
    'key' in sentence
      ? t(`bind.said.${sentence.key}`, { title: sentence.title, kind: pick(ITEM_CODE_KINDS[sentence.kind]) })
      : pick(sentence);
  return (
    <div className="cc-scan-last" data-result={last?.result ?? 'none'} role="status">
      {Icon !== undefined && <Icon aria-hidden />}
      <span>{last === null ? t('bind.ready') : say(last.sentence)}</span>
    </div>
  );
}

/** The two halves of the pair that is being made. */
export function PendingPair({ label, thing }: Pick<PairList, 'label' | 'thing'>) {
  const { t } = useTranslation('blank-labels');
  return (
    <dl className="cc-pending-pair">
      <div data-filled={label !== null}>
        <dt>{t('bind.label')}</dt>
        <dd className="cc-code">{label === null ? t('bind.scanLabel') : groupItemCode(label.code)}</dd>
      </div>
      <div data-filled={thing !== null}>
        <dt>{t('bind.thing')}</dt>
        <dd>{thing === null ? t('bind.scanThing') : thing.title}</dd>
      </div>
    </dl>
  );
}
