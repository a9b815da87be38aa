/**
 * What people decide about clocks: which begin with something that happens outside the program, and which may end later on
 * a leader's decision. Pure data; runs in the browser too.
 */
import type { Role } from '../accounts/roles.ts';
import type { DeadlineRuleId } from './deadline-rules.ts';

/** Begun by a person, who says on which day this happened and on what paper. Every other clock the program begins. */
export const STARTED_BY_HAND = {
  D03: { zh: '通知检察院补送之日', en: 'the procuratorate was told' },
  D07: { zh: '执行款到账之日', en: 'the money arrived at the account' },
  D08: { zh: '延缓发放的事由消失之日', en: 'the reason for the delay ended' },
  D09: { zh: '应向申请执行人交付之日', en: 'the goods were to be delivered' },
  D10: { zh: '解除查封、扣押之日', en: 'the seizure was lifted' },
  D14: { zh: '通知金融机构上缴之日', en: 'the bank was told to pay' },
} as const satisfies Partial<Record<DeadlineRuleId, { zh: string; en: string }>>;
export type HandStartedRule = keyof typeof STARTED_BY_HAND;
// why: the keys of a literal object are its rules.
export const HAND_STARTED_RULES = Object.keys(STARTED_BY_HAND) as [HandStartedRule, ...HandStartedRule[]];

/** Ended by what is done and by nothing else: a word does not bring back what is out, nor shorten a notice. */
const ENDED_BY_WORK: readonly DeadlineRuleId[] = ['D17', 'D23', 'D27'];

export function isEndedByHand(rule: DeadlineRuleId): boolean {
  return !ENDED_BY_WORK.includes(rule);
}

/** Who may let a clock run longer, by the text that sets it (法释〔2014〕13号 3; 执行款物管理规定: 延缓发放). */
const EXTENDED_BY: Partial<Record<DeadlineRuleId, readonly Role[]>> = {
  D07: ['president', 'vice_president'],
  D16: ['president'],
};

/** Nobody: what the law sets is not extended. */
export function rolesThatExtend(rule: DeadlineRuleId): readonly Role[] {
  return EXTENDED_BY[rule] ?? [];
}

export function mayExtend(rule: DeadlineRuleId, roles: readonly string[]): boolean {
  return rolesThatExtend(rule).some((role) => roles.includes(role));
}
