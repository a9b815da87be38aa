import { useTranslation } from 'react-i18next';
import { groupItemCode, ITEM_CODE_KINDS } from '../../../../modules/item-codes/item-code.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { ScanBanner } from '../../../scan/scan-banner.tsx';
import type { PairList, PairSentence } from './pair-list.ts';

/** What became of the last scan. */
export function PairBanner({ last }: Pick<PairList, 'last'>) {
  const { t } = useTranslation('blank-labels');
  const pick = usePickSentence();
  const say = (sentence: PairSentence) =>
    'key' in sentence
      ? t(`bind.said.${sentence.key}`, { title: sentence.title, kind: pick(ITEM_CODE_KINDS[sentence.kind]) })
      : pick(sentence);
  return (
    <ScanBanner result={last?.result ?? 'none'}>
      {last === null ? t('bind.ready') : say(last.sentence)}
    </ScanBanner>
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
