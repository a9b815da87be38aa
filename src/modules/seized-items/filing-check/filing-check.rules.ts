/** What of a filing can be found out without asking, and whether the answers hold together. Pure. */
import {
  FILING_QUESTION_IDS,
  filingQuestion,
  type FilingAnswer,
  type FilingQuestionId,
} from './filing-questions.ts';

/** A thing of the lists that came with the case. */
export interface FiledItem {
  readonly id: string;
  readonly hasArrived: boolean;
  readonly listNumber: string | null;
  /** The day on which its seizure lapses; null: nobody wrote one. */
  readonly seizureExpiresOn: string | null;
  readonly isOwnerStated: boolean;
}

export interface FilingProposal {
  readonly question: FilingQuestionId;
  /** null: only a person can say. */
  readonly answer: FilingAnswer | null;
  /** The things for which it is no, or for which nobody can say. */
  readonly itemIds: readonly string[];
}

export interface FilingAnswered {
  readonly question: FilingQuestionId;
  readonly answer: FilingAnswer;
  readonly itemIds: readonly string[];
  readonly note: string | null;
}

const idsOf = (items: readonly FiledItem[]) => items.map(({ id }) => id);

/** Yes where it holds for every item, no with those for which it does not. */
function ofEach(
  question: FilingQuestionId,
  items: readonly FiledItem[],
  holds: (item: FiledItem) => boolean,
): FilingProposal {
  const without = items.filter((item) => !holds(item));
  return { question, answer: without.length === 0 ? 'yes' : 'no', itemIds: idsOf(without) };
}

/** A seizure is in force up to and with its last day; a day that nobody wrote is asked for. */
function inTerm(items: readonly FiledItem[], today: string): FilingProposal {
  const lapsed = items.filter(({ seizureExpiresOn: on }) => on !== null && on < today);
  if (lapsed.length > 0) return { question: 'in_term', answer: 'no', itemIds: idsOf(lapsed) };
  const undated = items.filter(({ seizureExpiresOn }) => seizureExpiresOn === null);
  return { question: 'in_term', answer: undated.length === 0 ? 'yes' : null, itemIds: idsOf(undated) };
}

/** One proposal for each question, in their order; without a thing on record nothing is proposed. */
export function proposeAnswers(items: readonly FiledItem[], today: string): readonly FilingProposal[] {
  if (items.length === 0)
    return FILING_QUESTION_IDS.map((question) => ({ question, answer: null, itemIds: [] }));
  return [
    { question: 'measures', answer: 'yes', itemIds: [] },
    inTerm(items, today),
    ofEach('delivered', items, ({ hasArrived }) => hasArrived),
    ofEach('listed', items, ({ listNumber }) => listNumber !== null),
    ofEach('owned', items, ({ isOwnerStated }) => isOwnerStated),
    { question: 'evidenced', answer: null, itemIds: [] },
  ];
}

/** In order of precedence. */
export const FILING_DENIALS = [
  'FILING_QUESTION_OPEN',
  'FILING_NOTHING_SEIZED',
  'FILING_NOT_ANSWERED',
  'FILING_MISSING_UNNAMED',
] as const;
export type FilingDenial = (typeof FILING_DENIALS)[number];

export type FilingVerdict =
  | { readonly allowed: true; readonly missing: readonly FilingQuestionId[] }
  | { readonly allowed: false; readonly reason: FilingDenial; readonly question: FilingQuestionId };

/** Which of the answers are to be made good by the procuratorate. */
export function missingOf(
  answers: readonly Pick<FilingAnswered, 'question' | 'answer'>[],
): FilingQuestionId[] {
  return answers
    .filter(({ question, answer }) => answer === 'no' && filingQuestion(question).demand !== null)
    .map(({ question }) => question);
}

/**
 * Every question is answered once. Where nothing was seized the others are not asked, otherwise each is yes or no; what is
 * missing is said by its things or in words, so that the procuratorate knows what to bring.
 */
export function decideFilingCheck(answers: readonly FilingAnswered[]): FilingVerdict {
  const deny = (reason: FilingDenial, question: FilingQuestionId) =>
    ({ allowed: false, reason, question }) as const;
  for (const question of FILING_QUESTION_IDS)
    if (answers.filter((one) => one.question === question).length !== 1)
      return deny('FILING_QUESTION_OPEN', question);
  const isSeized = answers.some(({ question, answer }) => question === 'measures' && answer === 'yes');
  for (const { question, answer, itemIds, note } of answers) {
    const isSkipped = answer === 'not_applicable';
    if (question !== 'measures' && !isSeized && !isSkipped) return deny('FILING_NOTHING_SEIZED', question);
    if ((question === 'measures' || isSeized) && isSkipped) return deny('FILING_NOT_ANSWERED', question);
    const isMissing = answer === 'no' && filingQuestion(question).demand !== null;
    if (isMissing && itemIds.length === 0 && note === null) return deny('FILING_MISSING_UNNAMED', question);
  }
  return { allowed: true, missing: missingOf(answers) };
}
