import { useTranslation } from 'react-i18next';
import { ITEM_CODE_KINDS } from '../../../../modules/item-codes/item-code.ts';
import { REPLACEMENT_REASONS } from '../../../../modules/item-codes/label-version.ts';
import { PRINT_PURPOSES } from '../../../../modules/labels/print-job.rules.ts';
import type { PrintJobAnswer } from '../../../../modules/labels/print-jobs.contract.ts';
import { usePickSentence } from '../../../i18n/use-language.ts';

/** 「固定资产标签 12 张」. */
export function useJobTitle(): (job: PrintJobAnswer) => string {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  return ({ kind, labelCount }) => t('job.titleOf', { kind: pick(ITEM_CODE_KINDS[kind]), count: labelCount });
}

/** What for and why: 「换发 · 损坏 · 被水浸过」. */
export function useJobPurpose(): (job: PrintJobAnswer) => string {
  const pick = usePickSentence();
  return ({ purpose, replacementReason, reason }) => {
    const why = replacementReason === null ? null : pick(REPLACEMENT_REASONS[replacementReason]);
    return [pick(PRINT_PURPOSES[purpose]), why, reason].filter((part) => part !== null).join(' · ');
  };
}

/** The printer, or what kind of file it is. */
export function useJobTarget(): (job: PrintJobAnswer) => string {
  const { t } = useTranslation('printing');
  return ({ printer, output }) => printer?.name ?? t('job.file', { output: output.toUpperCase() });
}

/** 「资产标签 70×40 第 3 版」; what ships with the program has no number. */
export function useTemplateWords(): (template: PrintJobAnswer['template']) => string {
  const { t } = useTranslation('printing');
  const pick = usePickSentence();
  return ({ name, version }) =>
    version === 0 ? pick(name) : t('template.withVersion', { name: pick(name), version });
}
