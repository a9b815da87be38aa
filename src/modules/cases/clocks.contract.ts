/** Clocks of a case that people start. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, line } from '../../platform/fields.ts';
import { HAND_STARTED_RULES } from '../deadlines/decided-deadlines.rules.ts';
import { caseParams } from './case-fields.ts';

export const startCaseDeadlineEndpoint = declareEndpoint({
  name: 'startCaseDeadline',
  kind: 'command',
  method: 'post',
  path: '/cases/:caseId/deadlines',
  permission: 'deadline.start',
  tag: 'cases',
  summary: {
    zh: '登记起算：执行款到账、解除查封、通知补送等',
    en: 'Start a clock: money arrived, a seizure was lifted, somebody was told',
  },
  params: caseParams,
  body: z.strictObject({
    rule: z.enum(HAND_STARTED_RULES),
    startOn: day(),
    /** The paper that it rests on. */
    document: line(200),
  }),
  response: z.object({ id: z.string(), dueOn: z.string() }),
  refusals: ['CASE_NOT_FOUND', 'CASE_NOT_YOURS', 'CLOCK_STARTS_IN_FUTURE'],
});
