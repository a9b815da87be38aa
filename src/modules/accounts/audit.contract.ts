import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, instant, line, pageOf, pageQuery, uuid } from '../../platform/fields.ts';

const tag = 'audit';

const filters = {
  /** Calendar days, both included. */
  from: day().optional(),
  to: day().optional(),
  actorId: uuid().optional(),
  command: line(100).optional(),
  subjectKind: line(60).optional(),
  subjectId: line(100).optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
  /** Part of the actor's name, the subject, the address or the request number. */
  q: line(100).optional(),
};

export const auditEventSummary = z.object({
  id: uuid(),
  recordedAt: instant(),
  command: z.string(),
  outcome: z.string(),
  actorId: uuid().nullable(),
  actorName: z.string(),
  actorRoles: z.array(z.string()),
  via: z.string(),
  address: z.string().nullable(),
  subjectKind: z.string().nullable(),
  subjectId: z.string().nullable(),
  subjectLabel: z.string().nullable(),
  requestId: z.string(),
});

export const listAuditEvents = declareEndpoint({
  name: 'listAuditEvents',
  kind: 'query',
  method: 'get',
  path: '/audit-events',
  permission: 'audit.read',
  tag,
  summary: { zh: '审计记录', en: 'The audit trail, newest first' },
  query: z.strictObject({ ...pageQuery, ...filters }),
  response: pageOf(auditEventSummary),
});

export const exportAuditEvents = declareEndpoint({
  name: 'exportAuditEvents',
  kind: 'download',
  method: 'get',
  path: '/audit-events/export',
  permission: 'audit.export',
  tag,
  summary: { zh: '导出审计记录（CSV）', en: 'The filtered audit trail as CSV' },
  query: z.strictObject({ ...filters, language: z.enum(['zh', 'en']).default('zh') }),
  response: z.unknown(),
});

export const findAuditEvent = declareEndpoint({
  name: 'findAuditEvent',
  kind: 'query',
  method: 'get',
  path: '/audit-events/:eventId',
  permission: 'audit.read',
  tag,
  summary: { zh: '一条审计记录', en: 'One event with what was before and after' },
  params: z.strictObject({ eventId: uuid() }),
  response: auditEventSummary.extend({
    before: z.unknown(),
    after: z.unknown(),
    detail: z.record(z.string(), z.unknown()),
  }),
  refusals: ['NOT_FOUND'],
});
