/** Why a release is not asked for or not carried on. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const RELEASE_REFUSALS = defineRefusals({
  RELEASE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该出库单，可能与您承办的案件无关。',
    en: 'No such release. Its case may not be yours.',
  },
  RELEASE_STATE_WRONG: {
    status: 409,
    zh: '该出库单现为“{state}”，可能刚由他人办理。请刷新查看。',
    en: 'The release is “{stateEnglish}” now; somebody else may have just done this. Reload to see.',
  },
  RELEASE_LINE_UNKNOWN: {
    status: 409,
    zh: '有物品不在该出库单中，或已办结，请刷新后重选。',
    en: 'An item is not on this release, or is done with. Reload and choose again.',
  },
  RELEASE_KIND_WRONG: {
    status: 409,
    zh: '该审批是“{kind}”，不能这样办理。',
    en: 'The approval is for “{kindEnglish}”; this cannot be done with it.',
  },
  BIOHAZARD_ONLY_TO_EXAMINATION: {
    status: 409,
    zh: '“{name}”标有生物危害，不得在法院开启，只能送鉴定、检验、检查。',
    en: '“{name}” is a biohazard and is not opened at court. It goes to an examination only.',
  },
  DUE_IN_PAST: {
    status: 409,
    zh: '归还时限须晚于现在，请重新选择。',
    en: 'It must come back later than now. Choose another time.',
  },
  DUE_BEYOND_APPROVAL: {
    status: 409,
    zh: '归还时限不得晚于批准的 {approved}；需要更久的，请另行申请延期。',
    en: 'It must come back by the approved {approved}. For longer, ask for an extension.',
  },
  EXTENSION_NOT_LATER: {
    status: 409,
    zh: '延期后的时限须晚于原时限 {dueAt}。',
    en: 'The extended time must be later than {dueAt}.',
  },
  RETURN_DIFFERS: {
    status: 409,
    zh: '{count} 件与出库时不符。请复核；确有不符的，写明情况并按异常报告，不能直接入库。',
    en: '{count} item(s) differ from what left. Check again; if so, describe it and report an incident. It is not simply taken in.',
  },
  CONSUMPTION_NEEDS_JUDGE: {
    status: 409,
    zh: '检验消耗须由本案承办人确认，请承办人输入确认码。',
    en: 'The judge of the case confirms what was consumed. Let them type their PIN.',
  },
  RECEIPT_BEFORE_DISPATCH: {
    status: 409,
    zh: '回执日期早于发出日期，请核对。',
    en: 'The receipt is dated before the dispatch. Check it.',
  },
});

export type ReleaseRefusalReason = keyof typeof RELEASE_REFUSALS;

/** To be thrown. */
export function refuseRelease(
  reason: ReleaseRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, RELEASE_REFUSALS[reason], facts, problems);
}
