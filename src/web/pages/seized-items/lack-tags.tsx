import { useTranslation } from 'react-i18next';
import { KEEPING_NEEDS } from '../../../modules/seized-items/item-fields.ts';
import { isKeepingNeed } from '../../../modules/seized-items/keeping/keeping-fit.rules.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';

/** 缺冷藏、类别不符: what a thing does not find where it lies. */
export function LackTags({
  lack,
}: {
  lack: { readonly unmet: readonly string[]; readonly isCategoryForeign: boolean };
}) {
  const { t } = useTranslation('seized-items');
  const pick = usePickSentence();
  return (
    <>
      {lack.unmet.filter(isKeepingNeed).map((need) => (
        <StatusTag key={need} tone="alarm">
          {t('keptWrongly.lacks', { need: pick(KEEPING_NEEDS[need]) })}
        </StatusTag>
      ))}
      {lack.isCategoryForeign && <StatusTag tone="alarm">{t('keptWrongly.foreignCategory')}</StatusTag>}
    </>
  );
}
