/** Examinations of items: sent out, answered by an opinion, read by item and by case. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { amountFen, day, line, pageOf, pageQuery, paragraph, uuid } from '../../../platform/fields.ts';
import { ITEM_CATEGORY_IDS, ITEM_GRADES, type ItemGrade } from '../item-categories.ts';
import { choiceOf, exactQuantity, optional, secondPersonInput } from '../item-input.ts';
import { EXAMINATION_KINDS, type ExaminationKind } from './examination-rules.ts';

const TAG = 'seized-items';
const kind = choiceOf<ExaminationKind>(EXAMINATION_KINDS);

const opinion = z.object({
  opinionNumber: z.string(),
  concludedOn: z.string(),
  conclusion: z.string(),
  returnedQuantity: z.string().nullable(),
  consumedQuantity: z.string().nullable(),
  valueFen: z.int().nullable(),
  baseDate: z.string().nullable(),
  validUntil: z.string().nullable(),
  /** Of a valuation: whether it may be relied on today. */
  isValid: z.boolean(),
  recordedByName: z.string(),
  secondPersonName: z.string().nullable(),
});

export const examinationAnswer = z.object({
  id: z.string(),
  itemId: z.string(),
  itemCode: z.string(),
  itemNumber: z.int(),
  itemName: z.string(),
  unit: z.string(),
  kind,
  mandateNumber: z.string(),
  institution: z.string(),
  qualification: z.string(),
  examiners: z.string().nullable(),
  question: z.string(),
  sentOn: z.string(),
  sentByName: z.string(),
  secondPersonName: z.string(),
  sampleQuantity: z.string().nullable(),
  opinion: opinion.nullable(),
  /** Whether this person may enter the opinion now. */
  mayConclude: z.boolean(),
});
export type Examination = z.output<typeof examinationAnswer>;

export const listExaminationsEndpoint = declareEndpoint({
  name: 'listExaminations',
  kind: 'query',
  method: 'get',
  path: '/examinations',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '鉴定评估记录', en: 'Examinations of seized items' },
  query: z.strictObject({ itemId: uuid().optional(), caseId: uuid().optional(), ...pageQuery }),
  response: pageOf(examinationAnswer),
});

export const commissionExaminationEndpoint = declareEndpoint({
  name: 'commissionExamination',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/examinations',
  permission: 'item.examine',
  tag: TAG,
  summary: { zh: '委托鉴定评估', en: 'Commission an examination' },
  params: z.strictObject({ itemId: uuid() }),
  body: z.strictObject({
    kind,
    mandateNumber: line(100),
    institution: line(200),
    qualification: line(200),
    examiners: optional(line(200)),
    /** What is asked of the institution. */
    question: paragraph(1000),
    sentOn: day(),
    sampleQuantity: optional(exactQuantity()),
    secondPerson: secondPersonInput,
  }),
  response: z.object({ id: z.string() }),
  refusals: ['ITEM_NOT_FOUND', 'ITEM_ENDED', 'MANDATE_IN_FUTURE', 'QUANTITY_INVALID', 'SAMPLE_EXCEEDS_ITEM'],
});

export const recordOpinionEndpoint = declareEndpoint({
  name: 'recordExaminationOpinion',
  kind: 'command',
  method: 'post',
  path: '/examinations/:examinationId/opinion',
  permission: 'item.examine',
  tag: TAG,
  summary: { zh: '登记鉴定评估意见', en: 'Record the opinion of an examination' },
  params: z.strictObject({ examinationId: uuid() }),
  body: z.strictObject({
    opinionNumber: line(100),
    concludedOn: day(),
    conclusion: paragraph(4000),
    examiners: line(200),
    returnedQuantity: optional(exactQuantity()),
    consumedQuantity: optional(exactQuantity()),
    value: optional(
      z.strictObject({
        fen: amountFen(),
        baseDate: day(),
        /** A year from the base date when nothing is said. */
        validUntil: optional(day()),
      }),
    ),
    /** What the thing turned out to be; null: as it stands. */
    grade: optional(choiceOf<ItemGrade>(ITEM_GRADES)),
    category: optional(z.enum(ITEM_CATEGORY_IDS)),
    /** Needed when grade or value fall. */
    secondPerson: optional(secondPersonInput),
  }),
  response: z.object({ examinationId: z.string(), changesItem: z.boolean() }),
  refusals: [
    'KEY_MATERIAL',
    'EXAMINATION_NOT_FOUND',
    'OPINION_RECORDED',
    'OPINION_IN_FUTURE',
    'OPINION_BEFORE_MANDATE',
    'NO_SAMPLE_WAS_TAKEN',
    'SAMPLE_UNACCOUNTED',
    'SAMPLE_DIFFERS',
    'VALUE_MISSING',
    'BASE_DATE_AFTER_OPINION',
    'VALIDITY_TOO_LONG',
    'MONEY_STAYS_MONEY',
    'FOUND_PROHIBITED',
    'GRADE_BELOW_CATEGORY',
    'DOWNGRADE_NEEDS_TWO',
  ],
});
