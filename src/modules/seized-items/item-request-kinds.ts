/**
 * What can be asked for to be done with seized items, as data: who may ask, from where, and who must decide until the
 * court has rules of its own. Levels marked 默认规则 are ours, after the rules of the police and the procuratorates; no
 * text for courts sets them. Pure; runs in the browser too.
 */
import type { PolicyRule, PolicyStep } from '../approvals/policy-rules.ts';
import type { Role } from '../accounts/roles.ts';
import { ITEM_GRADES } from './item-categories.ts';
import { ITEM_STATE_IDS, type ItemState } from './item-states.ts';

interface RequestKindRow {
  readonly zh: string;
  readonly en: string;
  readonly askedBy: readonly Role[];
  readonly from: readonly ItemState[];
  readonly rules: readonly PolicyRule[];
  /** Not asked for while a first count of the item that differs from the older register is not settled. */
  readonly stopsAtOpenCount?: boolean;
  /** It settles a first count that differs from the older register: whoever counted does not decide on it. */
  readonly restsOnCount?: boolean;
  /** A court may do without an approval. */
  readonly mayBeWaived?: boolean;
}

const HEAD: PolicyStep = {
  title: '部门负责人',
  needs: 'all',
  seats: [{ role: 'department_head', of: 'applicant' }],
};
const VICE: PolicyStep = {
  title: '分管院长',
  needs: 'any',
  seats: [{ role: 'vice_president', of: 'court' }],
};
const PRESIDENT: PolicyStep = { title: '院长', needs: 'any', seats: [{ role: 'president', of: 'court' }] };

const DEAR = [ITEM_GRADES.valuable.zh, ITEM_GRADES.special.zh];
const rule = (
  when: PolicyRule['when'],
  steps: readonly PolicyStep[],
  basis: string,
  validDays = 15,
): PolicyRule => ({ when, steps: [...steps], basis, validDays });

/** The head of the applicant's department; of a head's own request the vice president. */
const byHead = (basis: string): PolicyRule[] => [
  rule({ applicantRoles: ['department_head'] }, [VICE], basis),
  rule({}, [HEAD], basis),
];
const byHeadAndVice = (basis: string, validDays = 30): PolicyRule[] => [
  rule({ applicantRoles: ['department_head'] }, [VICE], basis, validDays),
  rule({}, [HEAD, VICE], basis, validDays),
];
const byAll = (basis: string, validDays = 30): PolicyRule[] => [
  rule({ applicantRoles: ['vice_president'] }, [PRESIDENT], basis, validDays),
  rule({ applicantRoles: ['department_head'] }, [VICE, PRESIDENT], basis, validDays),
  rule({}, [HEAD, VICE, PRESIDENT], basis, validDays),
];

/** Heads of departments are left to carry it out. */
const byLeaders = (basis: string): PolicyRule[] => [
  rule({ applicantRoles: ['vice_president'] }, [PRESIDENT], basis, 30),
  rule({}, [VICE, PRESIDENT], basis, 30),
];

const JUDGES_SIDE: readonly Role[] = ['case_handler', 'department_head'];
const OR_EQUIPMENT: readonly Role[] = [...JUDGES_SIDE, 'equipment_admin'];
const DISPOSERS: readonly Role[] = [...JUDGES_SIDE, 'enforcement_officer'];
const DISPOSERS_OR_EQUIPMENT: readonly Role[] = [...OR_EQUIPMENT, 'enforcement_officer'];
const TO_DISPOSE_OF: readonly ItemState[] = ['awaiting_disposition', 'in_store', 'kept_elsewhere'];

/** A box is opened whatever its things wait for, as long as they lie in the room. */
const UNDER_SEAL: readonly ItemState[] = [
  ...(['discrepancy', 'in_store', 'awaiting_release', 'kept_elsewhere'] as const),
  ...(['awaiting_disposition', 'public_notice', 'under_investigation'] as const),
];

const BORROWING = '参照公通字〔2015〕21号第11条：办案部门负责人批准（默认规则）';
const OPENING = '参照高检发〔2015〕6号：启封须履行审批手续并重新封存（默认规则）';
const LEAVING = '参照高检发〔2015〕6号：移送、处理须院领导批准（默认规则）';
const FIRST_COUNT = '旧台账与首次清点不符，保管人不得自行调账，由院领导认定（默认规则）';

export const ITEM_REQUEST_KINDS = {
  loan: {
    zh: '涉案财物借出',
    en: 'Loan of seized items',
    askedBy: JUDGES_SIDE,
    from: ['in_store'],
    rules: byHead(BORROWING),
  },
  examination: {
    zh: '涉案财物送检',
    en: 'Seized items to an examination',
    askedBy: JUDGES_SIDE,
    from: ['in_store'],
    rules: [
      rule({ applicantRoles: ['department_head'] }, [VICE], BORROWING),
      rule({ grades: DEAR }, [HEAD, VICE], `${BORROWING}；贵重、特殊物品送检加院领导`),
      rule({}, [HEAD], BORROWING),
    ],
  },
  extension: {
    zh: '借出延期',
    en: 'Extension of a loan',
    askedBy: JUDGES_SIDE,
    from: ['on_loan'],
    rules: byHead('参照公通字〔2015〕21号第11条：逾期须办理延期手续（默认规则）'),
  },
  unseal: {
    zh: '启封',
    en: 'Unsealing',
    askedBy: OR_EQUIPMENT,
    from: UNDER_SEAL,
    rules: [
      rule({ grades: DEAR, applicantRoles: ['department_head'] }, [VICE], OPENING),
      rule({ grades: DEAR }, [HEAD, VICE], `${OPENING}；贵重、特殊物品加院领导`),
      ...byHead(OPENING),
    ],
    mayBeWaived: true,
  },
  transfer_up: {
    zh: '移送二审',
    en: 'To the court of second instance',
    askedBy: JUDGES_SIDE,
    from: ['in_store'],
    stopsAtOpenCount: true,
    rules: byHeadAndVice('刑诉法解释第440条；移库外由院领导批准（默认规则）'),
  },
  outside_keeping: {
    zh: '委托外部保管',
    en: 'To an outside keeper',
    askedBy: OR_EQUIPMENT,
    from: ['in_store'],
    rules: byHeadAndVice(LEAVING),
  },
  return: {
    zh: '返还',
    en: 'Return',
    askedBy: DISPOSERS,
    from: [...TO_DISPOSE_OF, 'public_notice'],
    stopsAtOpenCount: true,
    rules: byHeadAndVice(`刑诉法解释第438、445条；${LEAVING}`),
  },
  treasury: {
    zh: '上缴国库',
    en: 'Payment into the treasury',
    askedBy: [...DISPOSERS, 'finance_officer'],
    from: [...TO_DISPOSE_OF, 'public_notice'],
    stopsAtOpenCount: true,
    rules: byHeadAndVice(`刑诉法第245条、解释第445条；${LEAVING}`),
  },
  destroy: {
    zh: '销毁',
    en: 'Destruction',
    askedBy: DISPOSERS_OR_EQUIPMENT,
    from: TO_DISPOSE_OF,
    stopsAtOpenCount: true,
    rules: [
      rule({ grades: [ITEM_GRADES.special.zh] }, [HEAD, VICE, PRESIDENT], `${LEAVING}；特殊物品加院长`, 30),
      ...byHeadAndVice(LEAVING),
    ],
  },
  sell: {
    zh: '拍卖变卖',
    en: 'Sale',
    askedBy: DISPOSERS_OR_EQUIPMENT,
    from: TO_DISPOSE_OF,
    stopsAtOpenCount: true,
    rules: [
      rule({ minAmountFen: 1_000_000_00 }, [HEAD, VICE, PRESIDENT], `${LEAVING}；估价一百万元以上加院长`, 60),
      ...byHeadAndVice(LEAVING, 60),
    ],
  },
  send_back: {
    zh: '退回移送机关',
    en: 'Back to the organ that handed over',
    askedBy: DISPOSERS,
    from: TO_DISPOSE_OF,
    stopsAtOpenCount: true,
    rules: byHead('刑诉法解释第449条；承办部门负责人确认（默认规则）'),
  },
  hand_over: {
    zh: '移交其他机关',
    en: 'Hand-over to another organ',
    askedBy: DISPOSERS_OR_EQUIPMENT,
    from: TO_DISPOSE_OF,
    stopsAtOpenCount: true,
    rules: byHeadAndVice(LEAVING),
  },
  early_disposal: {
    zh: '先行处置',
    en: 'Disposal before judgment',
    askedBy: JUDGES_SIDE,
    from: ['in_store', 'kept_elsewhere'],
    stopsAtOpenCount: true,
    rules: byAll('刑诉法解释第439条：权利人申请或者同意，并经院长批准'),
  },
  loss: {
    zh: '确认灭失',
    en: 'Confirmation of a loss',
    askedBy: ['department_head', 'equipment_admin', 'vice_president'],
    from: ['under_investigation'],
    restsOnCount: true,
    rules: byLeaders('院长批准，保管人不得申请（默认规则）'),
  },
  baseline: {
    zh: '认定存量差异',
    en: 'Baseline of a first count that differs',
    askedBy: OR_EQUIPMENT,
    from: ['in_store', 'kept_elsewhere', 'on_loan', 'awaiting_disposition', 'public_notice'],
    restsOnCount: true,
    rules: [
      rule({ grades: [ITEM_GRADES.special.zh] }, [VICE, PRESIDENT], `${FIRST_COUNT}；特殊物品加院长`, 30),
      ...byHeadAndVice(FIRST_COUNT),
    ],
  },
  claim_end: {
    zh: '未足额终结回转、赔偿',
    en: 'End of a claim though not all of it came back',
    askedBy: DISPOSERS,
    from: ITEM_STATE_IDS,
    rules: byLeaders('刑诉法解释第531条：应当退还、赔偿；不再追回的由院领导批准（默认规则）'),
  },
  reversal: {
    zh: '冲正',
    en: 'Reversal of an end',
    askedBy: JUDGES_SIDE,
    from: ['returned', 'to_treasury', 'destroyed', 'handed_over', 'sent_back', 'consumed', 'lost'],
    rules: byLeaders('院领导批准，原记录与更正并存（默认规则）'),
  },
} as const satisfies Record<string, RequestKindRow>;

export type ItemRequestKind = keyof typeof ITEM_REQUEST_KINDS;
// why: the keys of a literal object are its kinds.
export const ITEM_REQUEST_KIND_IDS = Object.keys(ITEM_REQUEST_KINDS) as [
  ItemRequestKind,
  ...ItemRequestKind[],
];

export function itemRequestKindOf(id: ItemRequestKind): RequestKindRow {
  return ITEM_REQUEST_KINDS[id];
}

/** As the approvals know it: `seized_item_loan`. */
export function approvalKindOf(id: ItemRequestKind): string {
  return `seized_item_${id}`;
}

/** The kind of a request of the approvals, when it is one about seized items. */
export function itemRequestKindOfApproval(kind: string): ItemRequestKind | null {
  return ITEM_REQUEST_KIND_IDS.find((id) => approvalKindOf(id) === kind) ?? null;
}
