/** What a case, its numbers and its parties can be, as data, and what may be done with a case next. Pure. */

interface Named {
  readonly zh: string;
  readonly en: string;
}

export const CASE_STAGES = {
  first_instance: { zh: '一审', en: 'First instance' },
  second_instance: { zh: '二审', en: 'Second instance' },
  retrial: { zh: '再审', en: 'Retrial' },
  execution: { zh: '执行', en: 'Execution' },
  confiscation: { zh: '没收程序', en: 'Confiscation' },
  preservation: { zh: '保全', en: 'Preservation' },
} as const satisfies Record<string, Named>;
export type CaseStage = keyof typeof CASE_STAGES;

/** In rising order. */
export const SECRECY_LEVELS = {
  open: { zh: '非密', en: 'Open' },
  internal: { zh: '内部', en: 'Internal' },
  confidential: { zh: '秘密', en: 'Confidential' },
  secret: { zh: '机密', en: 'Secret' },
} as const satisfies Record<string, Named>;
export type Secrecy = keyof typeof SECRECY_LEVELS;

export const NUMBER_RELATIONS = {
  first_instance: { zh: '一审', en: 'First instance' },
  appeal: { zh: '二审', en: 'Appeal' },
  remand: { zh: '发回重审', en: 'Remand' },
  retrial: { zh: '再审', en: 'Retrial' },
  execution: { zh: '执行', en: 'Execution' },
  preservation: { zh: '保全', en: 'Preservation' },
  merged: { zh: '并案', en: 'Merged' },
  split: { zh: '分案', en: 'Split' },
  other: { zh: '其他', en: 'Other' },
  formerly_wrong: { zh: '原错号', en: 'Formerly wrong' },
} as const satisfies Record<string, Named>;
export type NumberRelation = keyof typeof NUMBER_RELATIONS;
/** A number becomes wrong by being marked so, never by being added so. */
export type AddedRelation = Exclude<NumberRelation, 'formerly_wrong'>;

export const LINK_KINDS = {
  merged: { zh: '并案', en: 'Merged' },
  split: { zh: '分案', en: 'Split' },
} as const satisfies Record<string, Named>;
export type LinkKind = keyof typeof LINK_KINDS;

export const PARTY_ROLES = {
  defendant: { zh: '被告人', en: 'Defendant' },
  victim: { zh: '被害人', en: 'Victim' },
  outsider: { zh: '案外人', en: 'Person outside the case' },
  execution_applicant: { zh: '申请执行人', en: 'Applicant for execution' },
  execution_subject: { zh: '被执行人', en: 'Subject of execution' },
  interested_party: { zh: '利害关系人', en: 'Interested party' },
  organisation: { zh: '单位', en: 'Organisation' },
} as const satisfies Record<string, Named>;
export type PartyRole = keyof typeof PARTY_ROLES;

export const PARTY_KINDS = {
  person: { zh: '自然人', en: 'Person' },
  organisation: { zh: '单位', en: 'Organisation' },
} as const satisfies Record<string, Named>;
export type PartyKind = keyof typeof PARTY_KINDS;

/** The keys of a table above, for a schema of a contract. */
export function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] {
  // why: every table above is a literal object with at least one key.
  return Object.keys(table) as [K, ...K[]];
}

/** How a case with this type is related to the court that registers it first. */
export function relationOfType(typeCode: string): AddedRelation {
  if (typeCode.includes('保')) return 'preservation';
  if (typeCode.startsWith('执')) return 'execution';
  if (typeCode.endsWith('终')) return 'appeal';
  if (typeCode.endsWith('再')) return 'retrial';
  return typeCode.endsWith('初') ? 'first_instance' : 'other';
}

/** The stage that the type of the number stands for. */
export function stageOfType(typeCode: string): CaseStage {
  const relation = relationOfType(typeCode);
  if (relation === 'appeal') return 'second_instance';
  if (relation === 'execution' || relation === 'preservation' || relation === 'retrial') return relation;
  return typeCode === '刑没' ? 'confiscation' : 'first_instance';
}

export const CASE_ACTIONS = ['correct', 'add_number', 'add_party', 'reassign', 'link'] as const;
export type CaseAction = (typeof CASE_ACTIONS)[number];
export const CASE_ACTION_NAMES = {
  correct: { zh: '更正案件', en: 'Correct the case' },
  add_number: { zh: '增加案号', en: 'Add a number' },
  add_party: { zh: '增加当事人', en: 'Add a party' },
  reassign: { zh: '变更承办人', en: 'Change the handler' },
  link: { zh: '并案、分案', en: 'Merge or split' },
} as const satisfies Record<CaseAction, Named>;

/** Actions that show or write names: whoever sees them masked would write the masks. */
const NEEDS_NAMES: ReadonlySet<CaseAction> = new Set(['correct', 'add_party']);

/** What this person may do with the case: the permissions with their scope already applied, in the acting court. */
export function listCaseActions(may: {
  readonly write: boolean;
  readonly reassign: boolean;
  readonly seeNames: boolean;
}): CaseAction[] {
  return CASE_ACTIONS.filter(
    (action) =>
      (action === 'reassign' ? may.reassign : may.write) && (may.seeNames || !NEEDS_NAMES.has(action)),
  );
}

export type ReassignmentReason = 'HANDLER_UNCHANGED' | 'REASSIGNED_IN_FUTURE' | 'REASSIGNED_BEFORE_LAST';
export type ReassignmentVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: ReassignmentReason };

/** Whether the case changes its handler on that day; days as ISO strings in Asia/Shanghai. */
export function decideReassignment(
  present: { readonly handlerId: string; readonly fromOn: string },
  wanted: { readonly handlerId: string; readonly fromOn: string },
  today: string,
): ReassignmentVerdict {
  if (wanted.handlerId === present.handlerId) return { allowed: false, reason: 'HANDLER_UNCHANGED' };
  if (wanted.fromOn > today) return { allowed: false, reason: 'REASSIGNED_IN_FUTURE' };
  if (wanted.fromOn < present.fromOn) return { allowed: false, reason: 'REASSIGNED_BEFORE_LAST' };
  return { allowed: true };
}
