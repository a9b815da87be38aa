/** What a transition of a seized item consists of: flows, evidence, people. Pure; runs in the browser too. */
import type { Role } from '../accounts/roles.ts';
import type { ItemState } from './item-states.ts';

/** What an entry does to what is on hand. The sign is that of the quantity. */
export const ITEM_FLOWS = {
  none: { sign: 0, zh: '', en: '' },
  received: { sign: 1, zh: '接收', en: 'Received' },
  born: { sign: 1, zh: '增殖', en: 'Born' },
  proceeds: { sign: 1, zh: '变价款、残余物', en: 'Proceeds and residue' },
  recovered: { sign: 1, zh: '回转追回', en: 'Recovered after a reversal' },
  part_in: { sign: 1, zh: '拆并转入', en: 'Parts in' },
  part_out: { sign: -1, zh: '拆并转出', en: 'Parts out' },
  reattributed_in: { sign: 1, zh: '更正归属转入', en: 'From another case' },
  reattributed_out: { sign: -1, zh: '更正归属转出', en: 'To another case' },
  reclassified: { sign: -1, zh: '改列', en: 'Listed otherwise' },
  consumed: { sign: -1, zh: '检验消耗', en: 'Consumed' },
  natural_loss: { sign: -1, zh: '自然损耗', en: 'Natural loss' },
  converted_in: { sign: 1, zh: '结汇转入', en: 'Converted in' },
  converted_out: { sign: -1, zh: '结汇转出', en: 'Converted out' },
  baseline_more: { sign: 1, zh: '存量核增', en: 'Baseline above the register' },
  baseline_less: { sign: -1, zh: '存量核减', en: 'Baseline below the register' },
  lost: { sign: -1, zh: '灭失', en: 'Lost' },
  disposed: { sign: -1, zh: '处置', en: 'Disposed' },
} as const satisfies Record<string, { sign: -1 | 0 | 1; zh: string; en: string }>;
export type ItemFlow = keyof typeof ITEM_FLOWS;

/** Papers and proofs that a transition may ask for. */
export const EVIDENCE_KINDS = {
  handover_list: { zh: '移送清单扫描件', en: 'the list scanned' },
  deliverer_identity: { zh: '移送人姓名、单位、证件', en: 'name, unit and papers of the deliverer' },
  deliverer_signature: { zh: '移送人签名', en: "the deliverer's signature" },
  photo: { zh: '照片', en: 'a photo' },
  difference_record: { zh: '差异记录', en: 'a record of the difference' },
  supplement: { zh: '补正材料或盖章说明', en: 'a supplement or a stamped explanation' },
  keeper_papers: { zh: '封存手续与保管人签名', en: 'sealing papers and the signature of the keeper' },
  request: { zh: '申请单', en: 'the request' },
  taker_identity: { zh: '领取人身份核验', en: 'the identity of the taker' },
  taker_signature: { zh: '领取人签名', en: "the taker's signature" },
  due_time: { zh: '归还时限', en: 'the time by which it comes back' },
  comparison: { zh: '归还比对记录', en: 'the comparison with what left' },
  opinion: { zh: '鉴定意见书', en: 'the written opinion' },
  receiving_organ: { zh: '接收机关', en: 'the receiving organ' },
  receipt: { zh: '回执', en: 'the receipt' },
  judgment: { zh: '生效裁判或批准文书', en: 'an effective judgment or approval' },
  notice: { zh: '认领公告', en: 'the public notice' },
  notice_expired: { zh: '公告期满证明', en: 'proof that the notice has run out' },
  payment_slip: { zh: '缴款书或存款回单', en: 'the payment or deposit slip' },
  destruction_record: { zh: '销毁记录与录像编号', en: 'the record of destruction with its video' },
  valuation: { zh: '有效的评估报告', en: 'a valid valuation' },
  split_record: { zh: '拆分单', en: 'the record of the split' },
  incident_report: { zh: '异常报告', en: 'the report of the incident' },
  conclusion: { zh: '调查结论', en: 'the conclusion of the investigation' },
  reason: { zh: '原因', en: 'the reason' },
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

/** `valuable`: for valuable and special items and for cash. */
export type SecondPersonRule = 'never' | 'valuable' | 'always';
/** A state; `same`; what it was before an incident or an end; in store or with the keeper, wherever it is kept. */
export type TransitionTarget = ItemState | 'same' | 'state_before' | 'where_kept';

export interface Transition {
  readonly number: string | null;
  readonly zh: string;
  readonly en: string;
  /** Empty: starts a life. */
  readonly from: readonly ItemState[];
  readonly to: TransitionTarget;
  readonly flow: ItemFlow;
  /** May concern a part: the rest stays where it is. Otherwise a part is split off first. */
  readonly isDivisible?: boolean;
  readonly roles: readonly Role[];
  readonly secondPerson: SecondPersonRule;
  /** The kind of request that must have been approved. */
  readonly approval?: 'release' | 'disposition' | 'loss' | 'reversal' | 'baseline';
  readonly evidence: readonly EvidenceKind[];
  /** Refused while another court, the inspectors or the discipline office hold the item. */
  readonly stopsAtHold?: boolean;
  /** Refused while nobody has settled a first count that differs from the older register: how much there is, is open. */
  readonly stopsAtOpenCount?: boolean;
}

export const CUSTODIAN: readonly Role[] = ['property_custodian'];
/** Who carries judgments out decides with the judge when a thing is disposed of. */
export const JUDGE_OR_ENFORCEMENT: readonly Role[] = ['case_handler', 'enforcement_officer'];
export const CUSTODIAN_OR_JUDGE: readonly Role[] = ['property_custodian', 'case_handler'];
/** Those who conclude on an incident: never the custodian. */
export const LEADERS: readonly Role[] = ['department_head', 'vice_president', 'president'];
export const ANYONE_AROUND: readonly Role[] = [
  'property_custodian',
  'case_handler',
  'equipment_admin',
  'auditor',
  ...LEADERS,
];
