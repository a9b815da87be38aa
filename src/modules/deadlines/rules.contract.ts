/** The rules of deadlines with what a court sets of them. Runs in the browser too. */
import { z } from 'zod';
import { declareEndpoint } from '../../platform/endpoint.ts';
import { day, line, reason } from '../../platform/fields.ts';
import { PERIOD_UNITS } from './counting.rules.ts';

const tag = 'deadlines';
// why: the keys of a literal object are its units.
const units = Object.keys(PERIOD_UNITS) as [keyof typeof PERIOD_UNITS, ...(keyof typeof PERIOD_UNITS)[]];
const unit = () => z.enum(units);

const ownPeriod = z.object({
  amount: z.int(),
  unit: unit(),
  effectiveFrom: z.string(),
  document: z.string(),
  reason: z.string(),
  setByName: z.string(),
  setAt: z.string(),
});

export const deadlineRuleAnswer = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  /** What ships, as in force today. */
  shipped: z.object({
    amount: z.int(),
    unit: unit(),
    basis: z.string(),
    effectiveFrom: z.string(),
    isLaw: z.boolean(),
    /** The time is a minimum: a court may only lengthen it. Otherwise it may only shorten what is law. */
    isAtLeast: z.boolean(),
  }),
  /** Longer for some things, by the same article. */
  alsoFor: z.array(z.object({ zh: z.string(), en: z.string(), amount: z.int(), unit: unit() })),
  remindDaysBefore: z.array(z.int()),
  /** What counts today, when the court set it itself. */
  own: ownPeriod.nullable(),
  /** What the court set, that of today included, the latest first. */
  history: z.array(ownPeriod),
});
export type DeadlineRuleAnswer = z.output<typeof deadlineRuleAnswer>;

export const listDeadlineRulesEndpoint = declareEndpoint({
  name: 'listDeadlineRules',
  kind: 'query',
  method: 'get',
  path: '/deadline-rules',
  permission: 'deadline.read',
  tag,
  summary: { zh: '时限规则', en: 'The rules of deadlines with the periods that the court set' },
  response: z.object({ items: z.array(deadlineRuleAnswer) }),
});

export const setDeadlinePeriodEndpoint = declareEndpoint({
  name: 'setDeadlinePeriod',
  kind: 'command',
  method: 'post',
  path: '/deadline-rules/:rule/periods',
  permission: 'deadline-period.manage',
  tag,
  summary: {
    zh: '设定本院期限（附文件，自某日起施行）',
    en: 'Set the court’s own period by a paper, from a day on; what runs already keeps its day',
  },
  params: z.strictObject({ rule: z.string().regex(/^D\d{2}$/) }),
  body: z.strictObject({
    amount: z.int().min(1).max(10_000),
    unit: unit(),
    effectiveFrom: day(),
    document: line(200),
    reason: reason(),
  }),
  response: deadlineRuleAnswer,
  refusals: ['DEADLINE_RULE_UNKNOWN', 'PERIOD_UNIT_OF_LAW', 'PERIOD_BEYOND_LAW', 'PERIOD_BELOW_LAW'],
});
