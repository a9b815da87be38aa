/** Why a check of a filing is not recorded as asked, and what the person does next. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../../platform/errors.ts';

/** In order of precedence. */
export const FILING_REFUSALS = defineRefusals({
  FILING_CASE_UNKNOWN: {
    status: 404,
    zh: '没有找到该案件，或者本案不由您承办；收案审查由承办人或其部门负责人办理。',
    en: 'No such case, or it is not yours. Its handler or the head of department checks the filing.',
  },
  FILING_NO_PROSECUTION: {
    status: 409,
    zh: '本案不是在办的一审公诉案件，不作收案审查；公诉机关未填的，请先更正案件。',
    en: 'This is no open prosecution in first instance. If the procuratorate is missing, correct the case first.',
  },
  FILING_QUESTION_OPEN: {
    status: 422,
    zh: '请对“{question}”作出回答。',
    en: 'Answer this: {question}.',
  },
  FILING_NOTHING_SEIZED: {
    status: 422,
    zh: '没有查封、扣押、冻结财物的，“{question}”请填“不适用”。',
    en: 'Where nothing was seized the rest is not asked: {question}.',
  },
  FILING_NOT_ANSWERED: {
    status: 422,
    zh: '“{question}”请填“是”或者“否”。',
    en: 'Say yes or no: {question}.',
  },
  FILING_MISSING_UNNAMED: {
    status: 422,
    zh: '“{question}”为“否”，请选择所涉物品或者写明缺什么。',
    en: 'Choose the items or say what is missing: {question}.',
  },
  FILING_ITEM_UNKNOWN: {
    status: 409,
    zh: '所选物品不在本案清单中，请刷新后重选。',
    en: 'One of the items is not of this case. Reload and choose again.',
  },
});

export function refuseFiling(reason: keyof typeof FILING_REFUSALS, facts: Facts = {}): Refusal {
  return new Refusal(reason, FILING_REFUSALS[reason], facts);
}
