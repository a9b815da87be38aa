/** An item that stands in the books of the wrong case (更正归属): proposed, confirmed by both judges, carried out. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { paragraph, uuid } from '../../../platform/fields.ts';
import { paper, secondPersonInput } from '../item-input.ts';

const TAG = 'seized-items';
const side = z.object({
  caseId: z.string(),
  caseNumber: z.string(),
  handler: z.string(),
  judgeName: z.string().nullable(),
  confirmedAt: z.string().nullable(),
});

export const reattributionAnswer = z.object({
  id: z.string(),
  itemId: z.string(),
  state: z.enum(['proposed', 'done', 'withdrawn']),
  reason: z.string(),
  proposedByName: z.string(),
  proposedAt: z.string(),
  from: side,
  to: side,
  doneByName: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** What this person may do: confirm, withdraw, carry_out. */
  availableActions: z.array(z.enum(['confirm', 'withdraw', 'carry_out'])),
});
export type Reattribution = z.output<typeof reattributionAnswer>;

export const listReattributionsEndpoint = declareEndpoint({
  name: 'listReattributions',
  kind: 'query',
  method: 'get',
  path: '/seized-items/:itemId/reattributions',
  permission: 'item.read',
  tag: TAG,
  summary: { zh: '归属更正记录', en: 'Moves of an item to the right case' },
  params: z.strictObject({ itemId: uuid() }),
  response: z.object({ items: z.array(reattributionAnswer) }),
  refusals: ['ITEM_NOT_FOUND'],
});

export const proposeReattributionEndpoint = declareEndpoint({
  name: 'proposeReattribution',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/reattributions',
  permission: 'item.reattribute',
  tag: TAG,
  summary: { zh: '提出更正归属', en: 'Propose to move an item to another case' },
  params: z.strictObject({ itemId: uuid() }),
  body: z.strictObject({ otherCaseId: uuid(), reason: paragraph(500) }),
  response: z.object({ id: z.string() }),
  refusals: ['ITEM_NOT_FOUND', 'ITEM_STATE_WRONG', 'INTAKE_CASE_UNKNOWN', 'SAME_CASE', 'REATTRIBUTION_OPEN'],
});

function declareStep<B extends z.ZodType>(
  name: string,
  path: string,
  permission: string,
  summary: { zh: string; en: string },
  body: B,
  refusals: readonly string[],
) {
  return declareEndpoint({
    ...{ name, kind: 'command', method: 'post', path: `/reattributions/:reattributionId/${path}` },
    ...{ permission, tag: TAG, summary, body, response: z.object({ id: z.string() }) },
    params: z.strictObject({ reattributionId: uuid() }),
    refusals: ['REATTRIBUTION_NOT_FOUND', ...refusals],
  });
}

export const confirmReattributionEndpoint = declareStep(
  'confirmReattribution',
  'confirm',
  'item.reattribute',
  { zh: '承办人确认更正归属', en: 'Confirm as the handler' },
  z.strictObject({}),
  ['NOT_JUDGE_OF_EITHER'],
);

export const withdrawReattributionEndpoint = declareStep(
  'withdrawReattribution',
  'withdraw',
  'item.reattribute',
  { zh: '撤回更正归属', en: 'Withdraw the proposal' },
  z.strictObject({}),
  [],
);

export const carryOutReattributionEndpoint = declareStep(
  'carryOutReattribution',
  'carry-out',
  'item.move',
  { zh: '办理更正归属', en: 'Carry the move out' },
  z.strictObject({ secondPerson: secondPersonInput, ...paper }),
  ['REATTRIBUTION_UNCONFIRMED', 'LINES_REFUSED'],
);
