/** Why a deadline is not changed as asked, and what the person does next. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts } from '../../platform/errors.ts';

/** In order of precedence. */
export const DEADLINE_REFUSALS = defineRefusals({
  DEADLINE_NOT_FOUND: {
    status: 404,
    zh: '没有找到该到期事项，可能不由您负责。',
    en: 'No such deadline. It may be another person’s.',
  },
  DEADLINE_NOT_YOURS: {
    status: 403,
    zh: '该到期事项不由您负责，请由责任人或其部门负责人办理。',
    en: 'This deadline is not yours. Its owner or the head of department can do this.',
  },
  DEADLINE_SETTLED: {
    status: 409,
    zh: '该到期事项已经办结，请刷新查看。',
    en: 'The deadline is settled already. Reload to see it.',
  },
  DEADLINE_ENDS_WITH_WORK: {
    status: 409,
    zh: '该事项随业务办理自动了结：归还入库、登记回执、办结公告后停止提醒，不能手工办结。',
    en: 'This ends with the work itself: the thing is given back, its receipt recorded, the notice over. It is not settled by hand.',
  },
  DEADLINE_NOT_EXTENDED: {
    status: 409,
    zh: '该期限不得延长，请按期办结；已届满的，登记期限届满及处理情况。',
    en: 'This period is not extended. Do it in time, or say that it lapsed and what was done.',
  },
  DEADLINE_EXTENDED_BY_OTHERS: {
    status: 403,
    zh: '延长该期限须经{roles}批准，请报请批准。',
    en: 'Only these let it run longer: {rolesEnglish}. Ask them.',
  },
  EXTENSION_NOT_LATER: {
    status: 422,
    zh: '延长后的到期日须晚于今天和原到期日 {dueOn}，请更正。',
    en: 'The new day must be later than today and than {dueOn}. Correct it.',
  },
  DEADLINE_RULE_UNKNOWN: {
    status: 404,
    zh: '没有这一条时限规则，请刷新后重选。',
    en: 'There is no such rule. Reload and choose again.',
  },
  PERIOD_UNIT_OF_LAW: {
    status: 422,
    zh: '法定期限为 {law}，本院规定须用同一单位。',
    en: 'The law says {law}. A court sets its own period in the same unit.',
  },
  PERIOD_BEYOND_LAW: {
    status: 422,
    zh: '法定期限为 {law}，本院规定只能更短。',
    en: 'The law says {law}. A court may only make it shorter.',
  },
  PERIOD_BELOW_LAW: {
    status: 422,
    zh: '法定期限不少于 {law}，本院规定只能更长。',
    en: 'The law says {law} at least. A court may only make it longer.',
  },
  CALENDAR_YEAR_WRONG: {
    status: 422,
    zh: '所填日期不都在 {year} 年，请核对。',
    en: 'Not all days lie in {year}. Check them.',
  },
  CALENDAR_DAY_TWICE: {
    status: 422,
    zh: '{day} 填了两次，请删去一个。',
    en: '{day} is given twice. Remove one.',
  },
});

export type DeadlineRefusalReason = keyof typeof DEADLINE_REFUSALS;

/** To be thrown. */
export function refuseDeadline(reason: DeadlineRefusalReason, facts: Facts = {}): Refusal {
  return new Refusal(reason, DEADLINE_REFUSALS[reason], facts);
}
