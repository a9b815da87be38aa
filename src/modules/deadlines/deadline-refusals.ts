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
    zh: '该到期事项由{owner}负责，请由其办理；逾期上报后，由其部门负责人、院领导办理。',
    en: '{owner} answers for this. They do it, or those to whom it is told when it is overdue.',
  },
  DEADLINE_ONLY_SEEN: {
    status: 403,
    zh: '督察人员只作知悉，不代为办结，请督促{owner}办理。',
    en: 'The inspector sees this and settles nothing. Urge {owner} to do it.',
  },
  DEADLINE_NOT_TOLD: {
    status: 403,
    zh: '该事项尚未上报，现由{owner}办理；逾期一日报部门负责人，逾期三日报院领导。',
    en: 'It is still with {owner}. The head of department is told a day after its end, the leaders after three.',
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
  DEADLINE_NOT_LOUD: {
    status: 409,
    zh: '该事项尚未到提醒的时候，到时再知悉。',
    en: 'There is no reminder yet to have seen. It comes before the end.',
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
