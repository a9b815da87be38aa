/**
 * What a court looks at when it receives a public prosecution, as far as property goes (刑诉法解释 218(4)), as data: what is
 * missing is asked of the procuratorate (219). Runs in the browser too.
 */

export interface FilingQuestion {
  readonly zh: string;
  readonly en: string;
  readonly basis: string;
  /** What the procuratorate is asked for where the answer is no; null: a no is a finding and asks for nothing. */
  readonly demand: { readonly zh: string; readonly en: string } | null;
}

const REVIEW = '刑诉法解释（法释〔2021〕1号）第218条第4项';

function question(zh: string, en: string, demand: FilingQuestion['demand']): FilingQuestion {
  return { zh, en, basis: REVIEW, demand };
}

/** In the order of the article; the first one decides whether the others are asked. */
export const FILING_QUESTIONS = {
  measures: question('已查封、扣押、冻结财物', 'Property was seized or frozen', null),
  in_term: question('查封、扣押、冻结未逾期', 'Seizures and freezes are in force', {
    zh: '补送续行查封、扣押、冻结手续，或者书面说明逾期情况',
    en: 'Papers of a renewed seizure, or a statement on why it lapsed',
  }),
  delivered: question('财物随案移送', 'The property came with the case', {
    zh: '移送涉案财物；不宜移送的，附照片、清单和存放地点的说明',
    en: 'The property itself, or photos, a list and where it lies',
  }),
  listed: question('附涉案财物清单', 'A list is attached', {
    zh: '补送涉案财物清单',
    en: 'The list of the property',
  }),
  owned: question('列明财物权属', 'It is stated whose the property is', {
    zh: '列明涉案财物权属情况',
    en: 'A statement on whose the property is',
  }),
  evidenced: question('附财物处理的证据材料', 'Evidence for its disposal is attached', {
    zh: '补送涉案财物处理的相关证据材料',
    en: 'Evidence for what is to become of the property',
  }),
} as const satisfies Record<string, FilingQuestion>;

export type FilingQuestionId = keyof typeof FILING_QUESTIONS;
// why: the keys of a literal object are its questions.
export const FILING_QUESTION_IDS = Object.keys(FILING_QUESTIONS) as [FilingQuestionId, ...FilingQuestionId[]];

export const FILING_ANSWERS = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  not_applicable: { zh: '不适用', en: 'Not asked' },
} as const;
export type FilingAnswer = keyof typeof FILING_ANSWERS;

export function filingQuestion(id: FilingQuestionId): FilingQuestion {
  return FILING_QUESTIONS[id];
}
