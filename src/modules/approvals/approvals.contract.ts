/** Requests and their decisions (审批). Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { line, pageOf, pageQuery, paragraph, queryInteger, queryList, uuid } from '../../platform/fields.ts';
import { REQUEST_STATE_KEYS, SEAT_VERDICTS } from './approval-states.ts';

const tag = 'approvals';
const requestParams = z.strictObject({ requestId: uuid() });
const sentence = z.object({ zh: z.string(), en: z.string() });
/** The value is a word of the product in both languages, or what somebody wrote. */
const fact = sentence.extend({ value: z.union([z.string(), sentence]) });
/** Up to 18 decimals: quantities of every kind of thing. */
export const exactQuantity = () => z.string().regex(/^(0|[1-9]\d{0,17})(\.\d{1,18})?$/);

export const approvalItem = z.object({
  id: z.string(),
  /** `2026-000123`. */
  number: z.string(),
  kind: z.string(),
  kindName: sentence,
  state: z.enum(REQUEST_STATE_KEYS),
  title: z.string(),
  /** null: handed in before titles were kept in English too. */
  titleEn: z.string().nullable(),
  applicantId: z.string(),
  applicantName: z.string(),
  applicantDepartment: z.string().nullable(),
  grade: z.string().nullable(),
  amountFen: z.int().nullable(),
  submittedAt: z.string(),
  expiresAt: z.string(),
  /** The step that waits; null when none does. */
  openStep: z.string().nullable(),
});
export type ApprovalItem = z.output<typeof approvalItem>;

export const approvalDetail = approvalItem.extend({
  courtId: z.int(),
  reason: z.string(),
  facts: z.array(fact),
  basis: z.string().nullable(),
  round: z.int(),
  decidedAt: z.string().nullable(),
  usedAt: z.string().nullable(),
  usedByName: z.string().nullable(),
  version: z.int(),
  lines: z.array(
    z.object({
      subjectKind: z.string(),
      subjectId: z.string(),
      label: z.string(),
      quantity: z.string(),
      unit: z.string(),
      usedQuantity: z.string(),
      facts: z.array(fact),
    }),
  ),
  steps: z.array(
    z.object({
      title: z.string(),
      needs: z.enum(['all', 'any']),
      isOpen: z.boolean(),
      seats: z.array(
        z.object({
          name: sentence,
          verdict: z.enum(SEAT_VERDICTS).nullable(),
        }),
      ),
    }),
  ),
  decisions: z.array(
    z.object({
      kind: z.enum(['submit', 'approve', 'reject', 'return', 'resubmit', 'withdraw', 'use', 'expire']),
      stepTitle: z.string().nullable(),
      personName: z.string(),
      onBehalfOfName: z.string().nullable(),
      opinion: z.string().nullable(),
      decidedAt: z.string(),
    }),
  ),
  /** Why whoever is awaited does not decide it; null of anybody else, and of who may. */
  hindrance: sentence.nullable(),
  availableActions: z.array(z.enum(['approve', 'reject', 'return', 'resubmit', 'withdraw'])),
});
export type ApprovalDetail = z.output<typeof approvalDetail>;

export const listApprovalsEndpoint = declareEndpoint({
  name: 'listApprovals',
  kind: 'query',
  method: 'get',
  path: '/approvals',
  permission: 'approval.read',
  tag,
  summary: { zh: '审批记录', en: 'Requests, newest first: one’s own, those one has decided on, or all' },
  query: z.strictObject({
    ...pageQuery,
    view: z.enum(['mine', 'decided', 'all']).default('mine'),
    state: queryList(z.enum(REQUEST_STATE_KEYS)).optional(),
    kind: line(60).optional(),
    /** Requests that concern this thing. */
    subjectId: uuid().optional(),
  }),
  response: pageOf(approvalItem),
  refusals: ['PERMISSION_DENIED'],
});

export const listWaitingApprovalsEndpoint = declareEndpoint({
  name: 'listWaitingApprovals',
  kind: 'query',
  method: 'get',
  path: '/approvals/waiting',
  permission: 'approval.decide',
  tag,
  summary: { zh: '待我审批', en: 'What waits for one’s decision, the longest waiting first' },
  query: z.strictObject({ limit: queryInteger(1, 200).default(100) }),
  response: z.object({ items: z.array(approvalItem), hasMore: z.boolean() }),
});

export const readApprovalEndpoint = declareEndpoint({
  name: 'readApproval',
  kind: 'query',
  method: 'get',
  path: '/approvals/:requestId',
  permission: 'approval.read',
  tag,
  summary: { zh: '一项审批', en: 'One request with its lines, steps and decisions' },
  params: requestParams,
  response: approvalDetail,
  refusals: ['APPROVAL_NOT_FOUND'],
});

export const decideApprovalEndpoint = declareEndpoint({
  name: 'decideApproval',
  kind: 'command',
  method: 'post',
  path: '/approvals/:requestId/decide',
  permission: 'approval.decide',
  tag,
  summary: { zh: '审批', en: 'Approve, reject or return a request' },
  params: requestParams,
  body: z.strictObject({
    verdict: z.enum(SEAT_VERDICTS),
    /** Needed unless it is approved. */
    opinion: paragraph(1000).nullable().default(null),
  }),
  response: approvalDetail,
  ifMatch: true,
  refusals: [
    'APPROVAL_NOT_FOUND',
    'VERSION_STALE',
    'APPROVAL_NOT_PENDING',
    'APPROVAL_EXPIRED',
    'APPROVER_IS_APPLICANT',
    'APPROVER_KEPT_APART',
    'APPROVER_HAS_COUNTED',
    'APPROVER_HAS_DECIDED',
    'APPROVER_NOT_SEATED',
    'OPINION_MISSING',
  ],
});

export const withdrawApprovalEndpoint = declareEndpoint({
  name: 'withdrawApproval',
  kind: 'command',
  method: 'post',
  path: '/approvals/:requestId/withdraw',
  permission: 'approval.request',
  tag,
  summary: { zh: '撤回申请', en: 'Withdraw one’s own request' },
  params: requestParams,
  body: z.strictObject({ reason: paragraph(1000) }),
  response: approvalDetail,
  ifMatch: true,
  refusals: ['APPROVAL_NOT_FOUND', 'VERSION_STALE', 'APPLICANT_ONLY', 'APPROVAL_NOT_OPEN_TO_THIS'],
});

export const resubmitApprovalEndpoint = declareEndpoint({
  name: 'resubmitApproval',
  kind: 'command',
  method: 'post',
  path: '/approvals/:requestId/resubmit',
  permission: 'approval.request',
  tag,
  summary: { zh: '修改后重新提交', en: 'Hand in a returned request again: other reason, less of the things' },
  params: requestParams,
  body: z.strictObject({
    reason: paragraph(1000),
    lines: z
      .array(z.strictObject({ subjectId: uuid(), quantity: exactQuantity() }))
      .min(1)
      .max(500),
  }),
  response: approvalDetail,
  ifMatch: true,
  refusals: [
    'APPROVAL_NOT_FOUND',
    'VERSION_STALE',
    'APPLICANT_ONLY',
    'APPROVAL_NOT_OPEN_TO_THIS',
    'LINE_SUBJECT_TWICE',
    'LINES_NOT_OF_REQUEST',
    'POLICY_WITHOUT_RULE',
  ],
});
