/** Asking for seized items to leave their room, and what was granted and waits for the custodian. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../../platform/endpoint.ts';
import { paragraph } from '../../../platform/fields.ts';
import { extensionTerms, keepingTerms, loanTerms, transferTerms, askedItems } from './release-terms.ts';

const TAG = 'seized-items';
const ANSWER = z.object({ id: z.string(), number: z.string() });
const REFUSALS = [
  'REQUEST_NOT_YOURS_TO_ASK',
  'REQUEST_REFUSED',
  'LINE_SUBJECT_TWICE',
  'POLICY_WITHOUT_RULE',
  'POLICY_PERSON_UNKNOWN',
];

function declareRequest<T extends z.ZodRawShape>(
  name: string,
  path: string,
  summary: { zh: string; en: string },
  terms: z.ZodObject<T>,
  refusals: readonly string[] = [],
) {
  return declareEndpoint({
    name,
    kind: 'command',
    method: 'post',
    path: `/item-requests/${path}`,
    permission: 'item.request',
    tag: TAG,
    summary,
    body: z.strictObject({ items: askedItems, reason: paragraph(1000), ...terms.shape }),
    response: ANSWER,
    refusals: [...REFUSALS, ...refusals],
  });
}

export const requestLoanEndpoint = declareRequest(
  'requestItemLoan',
  'loans',
  { zh: '申请借出、送检', en: 'Ask for items, for a session or an examination' },
  loanTerms,
  ['BIOHAZARD_ONLY_TO_EXAMINATION', 'DUE_IN_PAST'],
);

export const requestExtensionEndpoint = declareRequest(
  'requestItemExtension',
  'extensions',
  { zh: '申请延期', en: 'Ask to keep items longer' },
  extensionTerms,
  ['DUE_IN_PAST', 'EXTENSION_NOT_LATER'],
);

export const requestTransferUpEndpoint = declareRequest(
  'requestItemTransferUp',
  'transfers-up',
  { zh: '申请移送二审', en: 'Ask to send items to the second instance' },
  transferTerms,
);

export const requestUnsealingEndpoint = declareRequest(
  'requestUnsealing',
  'unsealings',
  { zh: '申请启封', en: 'Ask for what lies under one seal to be opened' },
  z.object({}),
  ['APPROVAL_NOT_NEEDED'],
);

export const requestOutsideKeepingEndpoint = declareRequest(
  'requestOutsideKeeping',
  'outside-keeping',
  { zh: '申请委托外部保管', en: 'Ask for an outside keeper' },
  keepingTerms,
);

export const grantedRequest = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(['loan', 'examination', 'extension', 'transfer_up', 'outside_keeping', 'unseal']),
  reason: z.string(),
  applicantName: z.string(),
  applicantDepartment: z.string().nullable(),
  purpose: z.string().nullable(),
  receiver: z.string().nullable(),
  dueAt: z.string().nullable(),
  contractNumber: z.string().nullable(),
  decidedAt: z.string().nullable(),
  expiresAt: z.string(),
  /** Of an unsealing: the box whose seal is to be opened; null: each thing bears its own. */
  box: z.object({ id: z.string(), code: z.string(), name: z.string() }).nullable(),
  items: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: z.string(),
      caseId: z.string(),
      caseNumber: z.string(),
      number: z.int(),
      quantity: z.string(),
      unit: z.string(),
      state: z.string(),
      place: z.string().nullable(),
      sealNumber: z.string().nullable(),
      isDear: z.boolean(),
      isVehicle: z.boolean(),
      /** The last that was read of a vehicle. */
      odometerLast: z.string().nullable(),
      hazards: z.array(z.string()),
      keeping: z.array(z.string()),
    }),
  ),
});
export type GrantedRequest = z.output<typeof grantedRequest>;

export const listGrantedRequestsEndpoint = declareEndpoint({
  name: 'listGrantedItemRequests',
  kind: 'query',
  method: 'get',
  path: '/item-requests/granted',
  permission: 'item.release',
  tag: TAG,
  summary: { zh: '已批准待办理的申请', en: 'Approved requests that wait to be carried out' },
  response: z.object({ items: z.array(grantedRequest) }),
});
