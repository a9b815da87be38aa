/**
 * The deadlines as a table: what starts them, how long they run, by which article, in which edition from when. A change of
 * the law is another edition with its day; what was counted by an older one stays. Pure data.
 */
import type { Period, PeriodUnit } from './counting.rules.ts';

export interface RuleEdition extends Period {
  /** Stands on every deadline that was counted by it. */
  readonly version: string;
  /** Law, article and edition. */
  readonly basis: string;
  /** From this day on; ISO. */
  readonly effectiveFrom: string;
  /** law: read in the text. practice: another authority’s rule or our default, which a court may change. */
  readonly standing: 'law' | 'practice';
}

export interface DeadlineRule {
  readonly zh: string;
  readonly en: string;
  /** Days before the end at which it is due soon; the first is the earliest. */
  readonly remindDaysBefore: readonly number[];
  /** A time that must have passed, such as a public notice; otherwise a time within which something is done. */
  readonly isAtLeast?: boolean;
  /** Longer for some things, by the same article. */
  readonly alsoFor?: readonly {
    readonly zh: string;
    readonly en: string;
    readonly amount: number;
    readonly unit: PeriodUnit;
  }[];
  /** Done, it begins again with that day: a check, a review. */
  readonly repeats?: boolean;
  /** Newest last. */
  readonly editions: readonly [RuleEdition, ...RuleEdition[]];
}

const CRIMINAL_PROCEDURE = '刑事诉讼法（2018修正）';
const INTERPRETATION = '刑诉法解释（法释〔2021〕1号）';
const PROPERTY_EXECUTION = '刑事裁判涉财产部分执行规定（法释〔2014〕13号）';
const EXECUTION_PROPERTY = '执行款物管理规定（法发〔2017〕6号）';
const FIRST_PRACTICE_DAY = '2015-01-01';

type Standing = RuleEdition['standing'];

function edition(
  amount: number,
  unit: PeriodUnit,
  basis: string,
  effectiveFrom: string,
  standing: Standing = 'law',
  rolls = unit !== 'hour',
): RuleEdition {
  return {
    version: `${effectiveFrom} ${amount} ${unit}`,
    amount,
    unit,
    basis,
    effectiveFrom,
    standing,
    rolls,
  };
}

function rule(
  zh: string,
  en: string,
  remindDaysBefore: readonly number[],
  ...editions: [RuleEdition, ...RuleEdition[]]
): DeadlineRule {
  return { zh, en, remindDaysBefore, editions };
}

const practice = (amount: number, unit: PeriodUnit, basis: string, rolls?: boolean) =>
  edition(amount, unit, basis, FIRST_PRACTICE_DAY, 'practice', rolls);
const interpretation = (amount: number, unit: PeriodUnit, article: number) =>
  edition(amount, unit, `${INTERPRETATION}第${article}条`, '2021-03-01');

export const DEADLINE_RULES = {
  D01: rule(
    '与本案无关的财物解除、退还',
    'Release of property that is unrelated',
    [1],
    edition(3, 'day', `${CRIMINAL_PROCEDURE}第145条`, '2018-10-26'),
  ),
  D02: rule('公诉案件收案审查', 'Review of a public prosecution', [2], interpretation(7, 'day', 219)),
  D03: rule(
    '通知检察院补送材料、清单',
    'Papers that the procuratorate completes',
    [1],
    interpretation(3, 'day', 219),
  ),
  D04: rule(
    '检察院移送赃证物到库',
    'Delivery of exhibits by the procuratorate',
    [3],
    practice(15, 'day', '北京高院赃证物管理工作暂行规定第7条'),
  ),
  D05: rule('接收后登记入账', 'Entry after receipt', [], practice(1, 'workday', '本院管理要求')),
  D06: rule(
    '现金交财务',
    'Cash handed to finance',
    [],
    edition(1, 'day', EXECUTION_PROPERTY, '2017-05-01', 'law', false),
  ),
  D07: rule(
    '执行款到账后发放',
    'Payment after execution money arrived',
    [7, 3],
    edition(30, 'day', EXECUTION_PROPERTY, '2017-05-01'),
  ),
  D08: rule(
    '延缓事由消失后发放',
    'Payment after the reason for delay ended',
    [3],
    edition(10, 'day', EXECUTION_PROPERTY, '2017-05-01', 'practice'),
  ),
  D09: rule(
    '物品交付申请执行人',
    'Delivery of goods to the applicant',
    [7, 3],
    edition(30, 'day', EXECUTION_PROPERTY, '2017-05-01', 'practice'),
  ),
  D10: rule(
    '解除查封后发还',
    'Return after the seizure was lifted',
    [3],
    edition(10, 'day', EXECUTION_PROPERTY, '2017-05-01', 'practice'),
  ),
  D11: rule(
    '财务、保管、执行月度对账',
    'Monthly reconciliation',
    [3],
    practice(1, 'month', '执行款物月度对账'),
  ),
  D12: rule(
    '判决生效后送扣押机关',
    'Judgment sent to the seizing organ',
    [3],
    interpretation(10, 'day', 447),
  ),
  D13: rule('扣押机关送回执行回单', 'Receipt of the seizing organ', [7, 3], interpretation(1, 'month', 447)),
  D14: rule('冻结财产上缴回单', 'Receipt for frozen property', [3], interpretation(15, 'day', 448)),
  D15: rule(
    '移送执行后立案',
    'Filing after referral for execution',
    [2],
    edition(7, 'day', `${PROPERTY_EXECUTION}第7条`, '2014-11-06'),
  ),
  D16: rule(
    '涉财产部分执行完毕',
    'Execution of the part on property',
    [30, 7],
    edition(6, 'month', `${PROPERTY_EXECUTION}第3条`, '2014-11-06'),
  ),
  D17: {
    ...rule('认领公告期满', 'End of the public notice', [30, 7], interpretation(12, 'month', 445)),
    isAtLeast: true,
  },
  D18: rule(
    '动产查封、扣押到期',
    'Seizure of movables lapses',
    [60, 30, 7],
    edition(24, 'month', '民诉法解释（2022修正）第485条', '2022-04-10', 'law', false),
  ),
  D19: {
    ...rule(
      '存款冻结、不动产查封到期',
      'Freezing of deposits or seizure of real estate lapses',
      [60, 30, 7],
      edition(12, 'month', '民诉法解释（2022修正）第485条', '2022-04-10', 'law', false),
    ),
    alsoFor: [{ zh: '不动产及其他财产权', en: 'Real estate and other rights', amount: 36, unit: 'month' }],
  },
  D20: rule(
    '启动确定参考价',
    'Start of fixing the reference price',
    [7],
    edition(30, 'day', '确定财产处置参考价规定（法释〔2018〕15号）', '2018-09-01'),
  ),
  D21: rule(
    '评估结果失效',
    'Valuation expires',
    [30, 7],
    edition(12, 'month', '确定财产处置参考价规定（法释〔2018〕15号）', '2018-09-01', 'law', false),
  ),
  D22: rule(
    '流拍后再次拍卖',
    'Second auction',
    [7],
    edition(30, 'day', '网络司法拍卖规定（法释〔2016〕18号）', '2017-01-01'),
  ),
  D23: rule(
    '借出归还',
    'Give back what was released',
    [1],
    practice(1, 'day', '公安机关涉案财物管理若干规定（公通字〔2015〕21号）第11条', false),
  ),
  D24: {
    ...rule('封条与状态巡检', 'Check of seals and condition', [7], practice(1, 'month', '本院管理要求')),
    repeats: true,
  },
  D25: rule(
    '涉案财物全面盘点',
    'Full stocktake of seized property',
    [30, 7],
    practice(12, 'month', '本院管理要求'),
  ),
  D26: rule('固定资产盘点', 'Stocktake of fixed assets', [30, 7], practice(12, 'month', '财资〔2020〕97号')),
  D27: rule(
    '移送二审证据',
    'Exhibits sent to the second instance',
    [1],
    practice(3, 'day', `${INTERPRETATION}第440条`),
  ),
  D28: rule(
    '易腐、有期限物品先行处置复核',
    'Review of perishables',
    [15, 7, 1],
    practice(1, 'month', '本院管理要求', false),
  ),
  D29: rule(
    '车辆年检、保险、驾照、保养',
    'Vehicle inspection, insurance, licence, service',
    [30, 7],
    practice(12, 'month', '本院管理要求', false),
  ),
  D30: {
    ...rule('处置审查', 'Review of disposition', [14, 3], practice(180, 'day', '本院管理要求')),
    repeats: true,
  },
} as const satisfies Record<string, DeadlineRule>;

export type DeadlineRuleId = keyof typeof DEADLINE_RULES;
export const DEADLINE_RULE_IDS = Object.keys(DEADLINE_RULES).filter(isDeadlineRuleId);

export function isDeadlineRuleId(value: string): value is DeadlineRuleId {
  return Object.hasOwn(DEADLINE_RULES, value);
}

export function deadlineRule(id: DeadlineRuleId): DeadlineRule {
  return DEADLINE_RULES[id];
}

/** The edition in force on the day; before the first one, the first. */
export function editionOn(id: DeadlineRuleId, day: string): RuleEdition {
  const { editions } = deadlineRule(id);
  return editions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? editions[0];
}
