/** 冲正: a disposition that was carried out by mistake is taken back by a contrary entry. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, paragraph, uuid } from '../../platform/fields.ts';
import { secondPersonInput } from '../seized-items/item-input.ts';
import { transitionsAnswer } from '../seized-items/transitions.contract.ts';

const TAG = 'dispositions';
const params = z.strictObject({ dispositionId: uuid() });
const RULES = [
  'DISPOSITION_NOT_FOUND',
  'LEDGER_CLOSED',
  'REVERSED_ALREADY',
  'REVERSAL_IMPOSSIBLE',
  'REVERSAL_NOT_LAST',
];

export const requestReversalEndpoint = declareEndpoint({
  name: 'requestReversal',
  kind: 'command',
  method: 'post',
  path: '/dispositions/:dispositionId/reversal-requests',
  permission: 'item.request',
  tag: TAG,
  summary: { zh: '申请冲正处置', en: 'Ask for a disposition to be taken back' },
  params,
  /** `document`: what shows the mistake. */
  body: z.strictObject({ document: line(200), reason: paragraph(500) }),
  response: z.object({ id: z.string(), number: z.string() }),
  refusals: [...RULES, 'REQUEST_REFUSED', 'REQUEST_NOT_YOURS_TO_ASK'],
});

export const reverseDispositionEndpoint = declareEndpoint({
  name: 'reverseDisposition',
  kind: 'command',
  method: 'post',
  path: '/dispositions/:dispositionId/reversal',
  permission: 'disposition.reverse',
  tag: TAG,
  summary: {
    zh: '冲正处置（原记录保留，另记反向分录）',
    en: 'Take a disposition back by a contrary entry; the record of it stays',
  },
  params,
  body: z.strictObject({
    requestId: uuid(),
    document: line(200),
    reason: paragraph(500),
    secondPerson: secondPersonInput,
  }),
  response: transitionsAnswer,
  refusals: [...RULES, 'LINES_REFUSED'],
});

const itemParams = z.strictObject({ itemId: uuid() });

export const requestEndReversalEndpoint = declareEndpoint({
  name: 'requestEndReversal',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/reversal-requests',
  permission: 'item.request',
  tag: TAG,
  summary: {
    zh: '申请冲正检验耗尽、灭失',
    en: 'Ask for a consumption or a confirmed loss to be taken back',
  },
  params: itemParams,
  body: z.strictObject({ document: line(200), reason: paragraph(500) }),
  response: z.object({ id: z.string(), number: z.string() }),
  refusals: [
    ...['ITEM_NOT_FOUND', 'LEDGER_CLOSED', 'NOT_ENDED_OTHERWISE'],
    ...['REQUEST_REFUSED', 'REQUEST_NOT_YOURS_TO_ASK'],
  ],
});

export const reverseEndEndpoint = declareEndpoint({
  name: 'reverseEnd',
  kind: 'command',
  method: 'post',
  path: '/seized-items/:itemId/reversal',
  permission: 'disposition.reverse',
  tag: TAG,
  summary: {
    zh: '冲正检验耗尽、灭失（另记反向分录，物品待入位）',
    en: 'Take a consumption or a confirmed loss back by a contrary entry; the item waits for a place',
  },
  params: itemParams,
  body: z.strictObject({
    requestId: uuid(),
    document: line(200),
    reason: paragraph(500),
    secondPerson: secondPersonInput,
  }),
  response: transitionsAnswer,
  refusals: ['ITEM_NOT_FOUND', 'LEDGER_CLOSED', 'NOT_ENDED_OTHERWISE', 'LINES_REFUSED'],
});
