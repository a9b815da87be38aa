/** 收案审查: what is looked at when a prosecution with property is received, and what is asked for. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { line, uuid } from '../../../platform/fields.ts';
import { choiceOf, optional } from '../item-input.ts';
import { FILING_ANSWERS, FILING_QUESTION_IDS, type FilingAnswer } from './filing-questions.ts';

const TAG = 'seized-items';
const caseParams = z.strictObject({ caseId: uuid() });
const questionId = z.enum(FILING_QUESTION_IDS);
const answer = choiceOf<FilingAnswer>(FILING_ANSWERS);

const checkAnswer = z.object({
  id: z.string(),
  checkedAt: z.string(),
  checkedByName: z.string(),
  answers: z.array(
    z.object({
      question: questionId,
      answer,
      /** What the program had found out; null: nothing. */
      proposed: answer.nullable(),
      itemIds: z.array(z.string()),
      note: z.string().nullable(),
    }),
  ),
  /** What was to be made good, by question. */
  missing: z.array(questionId),
});

export const filingAnswer = z.object({
  /** An open prosecution in first instance. */
  isProsecution: z.boolean(),
  proposals: z.array(
    z.object({ question: questionId, answer: answer.nullable(), itemIds: z.array(z.string()) }),
  ),
  /** The newest first; the first one counts. */
  checks: z.array(checkAnswer),
  /** Until when the procuratorate completes the filing; null: it is asked for nothing. */
  supplementDueOn: z.string().nullable(),
  availableActions: z.array(z.enum(['check'])),
});
export type FilingState = z.output<typeof filingAnswer>;

export const readFilingEndpoint = declareEndpoint({
  name: 'readFiling',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId/filing-checks',
  permission: 'item.read',
  tag: TAG,
  summary: {
    zh: '收案审查：查封扣押冻结、移送、清单、权属、证据',
    en: 'What was checked of the property of a filing, and what can be said without asking',
  },
  params: caseParams,
  response: filingAnswer,
  refusals: ['FILING_CASE_UNKNOWN'],
});

export const recordFilingCheckEndpoint = declareEndpoint({
  name: 'recordFilingCheck',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/filing-checks',
  permission: 'filing.check',
  tag: TAG,
  summary: {
    zh: '登记收案审查，缺少的通知检察院三日内补送',
    en: 'Record a check of a filing; what is missing is to be supplied within three days',
  },
  params: caseParams,
  body: z.strictObject({
    answers: z
      .array(
        z.strictObject({
          question: questionId,
          answer,
          itemIds: z.array(uuid()).max(500).default([]),
          note: optional(line(500)),
        }),
      )
      .min(1)
      .max(20),
  }),
  response: z.object({
    id: z.string(),
    missing: z.array(questionId),
    /** null: nothing is missing. */
    supplementDueOn: z.string().nullable(),
  }),
  refusals: [
    'FILING_CASE_UNKNOWN',
    'FILING_NO_PROSECUTION',
    'FILING_QUESTION_OPEN',
    'FILING_NOTHING_SEIZED',
    'FILING_NOT_ANSWERED',
    'FILING_MISSING_UNNAMED',
    'FILING_ITEM_UNKNOWN',
  ],
});

export const listWaitingFilingsEndpoint = declareEndpoint({
  name: 'listWaitingFilings',
  kind: 'query',
  method: 'get',
  path: '/my/filing-checks',
  permission: 'filing.check',
  tag: TAG,
  summary: {
    zh: '本人待作收案审查、待补送材料的案件',
    en: 'My cases whose filing waits to be checked or completed',
  },
  response: z.object({
    items: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        state: z.enum(['unchecked', 'incomplete']),
        /** Of the review (D02) or of the supplement (D03); null: no clock runs. */
        dueOn: z.string().nullable(),
      }),
    ),
  }),
});
