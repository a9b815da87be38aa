/** Who keeps away from a case, in whatever role. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { uuid } from '../../platform/fields.ts';

export const listCaseRecusalsEndpoint = declareEndpoint({
  name: 'listCaseRecusals',
  kind: 'query',
  method: 'get',
  path: '/cases/:caseId/recusals',
  permission: 'item.read',
  tag: 'seized-items',
  summary: { zh: '本案的回避登记', en: 'Who keeps away from a case' },
  params: z.strictObject({ caseId: uuid() }),
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        personId: z.string(),
        personName: z.string(),
        reason: z.string(),
        declaredByName: z.string(),
        declaredAt: z.string(),
        withdrawnAt: z.string().nullable(),
        withdrawnByName: z.string().nullable(),
        withdrawalReason: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['INTAKE_CASE_UNKNOWN'],
});
