/**
 * Who may do what: the permissions with their matrix as data, and the one resolver. What the matrix does not name is
 * denied. Runs in the browser too, which uses it to show or hide; the server decides anew on every request.
 */
import { BUSINESS_ROLES, ROLE_IDS, type Role } from './roles.ts';
import { each, OVERSIGHT, type Grants, type PermissionRow } from './permission-row.ts';
import { DISPOSITION_PERMISSIONS } from './disposition-permissions.ts';
import { SEIZED_PROPERTY_PERMISSIONS } from './seized-property-permissions.ts';
import { SCOPES, type Scope } from './scopes.ts';

export type { PermissionRow } from './permission-row.ts';

/** The same and the heads of departments for theirs. */
const OVERSIGHT_AND_HEADS: Grants = { ...OVERSIGHT, department_head: 'department' };
/** Those who put labels on things. */
const TAGGERS: Grants = { equipment_admin: 'court', property_custodian: 'court' };
const EVERY_BUSINESS_ROLE: Grants = each(BUSINESS_ROLES, 'court');
const OWN_OR_WIDER: Grants = { ...each(BUSINESS_ROLES, 'own'), ...OVERSIGHT_AND_HEADS };

export const PERMISSIONS = {
  'asset.read': { zh: '查看资产', en: 'Read assets', grants: OWN_OR_WIDER },
  'asset.write': {
    zh: '资产入库、更正卡片',
    en: 'Stock in assets, correct cards',
    grants: { equipment_admin: 'court' },
  },
  'asset.move': {
    zh: '资产领用、退库、调拨、借用、维修、闲置、移位',
    en: 'Issue, return, transfer, loan, repair, idle and relocate assets',
    grants: { equipment_admin: 'court' },
  },
  'asset.receive': { zh: '签收资产', en: 'Sign for assets received', grants: each(BUSINESS_ROLES, 'own') },
  'asset.export': { zh: '导出资产清单', en: 'Export asset lists', grants: OVERSIGHT_AND_HEADS },
  'import.use': {
    zh: '导入文件',
    en: 'Import files',
    grants: { equipment_admin: 'court', property_custodian: 'court' },
  },
  'asset.import': { zh: '导入资产', en: 'Import assets', grants: { equipment_admin: 'court' } },
  'ledger.read': { zh: '查看出入库台账', en: 'Read the in/out ledger', grants: OVERSIGHT_AND_HEADS },
  'ledger.correct': { zh: '更正台账', en: 'Correct ledger entries', grants: { equipment_admin: 'court' } },
  'depreciation.read': { zh: '查看折旧', en: 'Read depreciation', grants: OVERSIGHT },
  'depreciation.post': { zh: '计提折旧', en: 'Post depreciation', grants: { finance_officer: 'court' } },
  'asset-class.manage': {
    zh: '维护资产分类',
    en: 'Maintain asset classes',
    grants: { equipment_admin: 'court' },
  },
  'place.read': {
    zh: '查看库房与位置',
    en: 'Read places',
    grants: { ...EVERY_BUSINESS_ROLE, supervisor: 'tree' },
  },
  'place.manage': {
    zh: '维护库房与位置',
    en: 'Maintain places',
    grants: { equipment_admin: 'court', property_custodian: 'court' },
  },
  'label.read': {
    zh: '查看贴标进度与打印记录',
    en: 'Read labelling progress and print jobs',
    grants: { ...OVERSIGHT, property_custodian: 'court' },
  },
  'label.print': { zh: '打印标签', en: 'Print labels', grants: TAGGERS },
  'label.bind': { zh: '绑定、作废空白标签', en: 'Bind and void blank labels', grants: TAGGERS },
  'label.design': {
    zh: '设计标签模板',
    en: 'Design label templates',
    grants: { equipment_admin: 'court' },
  },
  'printer.manage': {
    zh: '维护标签打印机',
    en: 'Maintain label printers',
    grants: { equipment_admin: 'court' },
  },
  'approval.read': { zh: '查看审批', en: 'Read requests and their decisions', grants: OWN_OR_WIDER },
  'approval.request': {
    zh: '提交、撤回本人的申请',
    en: 'Hand in and withdraw one’s own requests',
    grants: each(BUSINESS_ROLES, 'own'),
  },
  'approval.decide': {
    zh: '审批、委托审批',
    en: 'Decide on requests that wait for one, and delegate it',
    grants: each(BUSINESS_ROLES, 'own'),
  },
  'approval-policy.manage': {
    zh: '维护审批规则',
    en: 'Maintain approval policies',
    grants: { president: 'court', vice_president: 'court' },
  },
  'directory.read': {
    zh: '查看部门与人员名录',
    en: 'Read the directory of departments and people',
    grants: { ...each(ROLE_IDS, 'court'), supervisor: 'tree' },
  },
  'person.holdings.read': { zh: '查看名下资产', en: 'Read what a person holds', grants: OWN_OR_WIDER },
  'dashboard.read': { zh: '查看总览', en: 'Read the dashboard', grants: OVERSIGHT_AND_HEADS },
  'report.read': { zh: '查看报表', en: 'Read reports', grants: OVERSIGHT_AND_HEADS },
  'court.manage': { zh: '维护法院', en: 'Maintain courts', grants: { system_admin: 'tree' } },
  'department.manage': { zh: '维护部门', en: 'Maintain departments', grants: { system_admin: 'court' } },
  'person.read': {
    zh: '查看账号',
    en: 'Read accounts',
    grants: { system_admin: 'court', security_admin: 'court' },
  },
  'person.manage': { zh: '维护账号', en: 'Maintain accounts', grants: { system_admin: 'court' } },
  'administrator.appoint': {
    zh: '首次任命安全、审计管理员',
    en: 'Appoint the first security and audit administrators',
    grants: { system_admin: 'court' },
  },
  'role.grant': { zh: '授予与终止角色', en: 'Grant and end roles', grants: { security_admin: 'court' } },
  'session.revoke': { zh: '强制下线', en: 'End the sessions of others', grants: { security_admin: 'court' } },
  'sign-in-lock.release': {
    zh: '解除登录锁定',
    en: 'Release sign-in locks',
    grants: { security_admin: 'court' },
  },
  'audit.read': { zh: '查看审计记录', en: 'Read the audit trail', grants: { audit_admin: 'court' } },
  'audit.export': { zh: '导出审计记录', en: 'Export the audit trail', grants: { audit_admin: 'court' } },
  'token.own': { zh: '管理本人的接口令牌', en: 'Manage one’s own API tokens', grants: each(ROLE_IDS, 'own') },
  ...SEIZED_PROPERTY_PERMISSIONS,
  ...DISPOSITION_PERMISSIONS,
} as const satisfies Record<string, PermissionRow>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_IDS = Object.keys(PERMISSIONS).filter(isPermission);

export function isPermission(value: string): value is Permission {
  return Object.hasOwn(PERMISSIONS, value);
}

export interface HeldGrant {
  readonly permission: string;
  readonly scope: Scope;
  readonly departmentId: string | null;
}

/** Whoever holds grants; an actor is one. */
export interface GrantHolder {
  readonly personId: string;
  readonly courtId: number;
  readonly readableCourtIds: readonly number[];
  readonly grants: readonly HeldGrant[];
}

export interface HeldRole {
  readonly role: string;
  /** The department that a department's scope means. */
  readonly departmentId: string | null;
}

/** Whether one of the role's permissions reaches the courts below. */
export const TREE_ROLES = ROLE_IDS.filter((role) =>
  PERMISSION_IDS.some((permission) => grantsOf(permission)[role] === 'tree'),
);

function grantsOf(permission: Permission): Grants {
  return PERMISSIONS[permission].grants;
}

/** The scope in which a role has a permission, or null. */
export function scopeOfRole(role: Role, permission: Permission): Scope | null {
  return grantsOf(permission)[role] ?? null;
}

/** Asked at every request: what each role may, with its scope. */
const HELD_BY_ROLE: ReadonlyMap<string, readonly { permission: Permission; scope: Scope }[]> = new Map(
  ROLE_IDS.map((role) => [
    role,
    PERMISSION_IDS.flatMap((permission) => {
      const scope = scopeOfRole(role, permission);
      return scope === null ? [] : [{ permission, scope }];
    }),
  ]),
);

/**
 * The grants of the roles held in one court, each once. A department's scope without a department grants nothing.
 * `onlyPermissions` narrows them to what a token names.
 */
export function grantsOfRoles(held: readonly HeldRole[], onlyPermissions?: readonly string[]): HeldGrant[] {
  const grants = new Map<string, HeldGrant>();
  for (const { role, departmentId } of held) {
    for (const { permission, scope } of HELD_BY_ROLE.get(role) ?? []) {
      if (scope === 'department' && departmentId === null) continue;
      if (onlyPermissions !== undefined && !onlyPermissions.includes(permission)) continue;
      const grant = { permission, scope, departmentId: scope === 'department' ? departmentId : null };
      grants.set(`${permission} ${scope} ${grant.departmentId ?? ''}`, grant);
    }
  }
  return [...grants.values()];
}

/** Whether the permission is held in any scope. */
export function mayUse(holder: Pick<GrantHolder, 'grants'>, permission: string): boolean {
  return holder.grants.some((grant) => grant.permission === permission);
}

export interface HeldScope {
  readonly scope: Scope;
  /** The departments, when the widest scope is `department`; what concerns the person alone comes on top. */
  readonly departmentIds: readonly string[];
}

/** The widest scope in which the permission is held, or null when it is not held at all. */
export function scopeOf(holder: Pick<GrantHolder, 'grants'>, permission: Permission): HeldScope | null {
  const held = holder.grants.filter((grant) => grant.permission === permission);
  const scope = SCOPES.find((candidate) => held.some((grant) => grant.scope === candidate));
  if (scope === undefined) return null;
  const departmentIds =
    scope === 'department'
      ? held.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId]))
      : [];
  return { scope, departmentIds: [...new Set(departmentIds)] };
}

export interface PermissionSubject {
  readonly courtId: number;
  readonly departmentId?: string | null;
  /** The person whom the thing concerns: its holder, its receiver. */
  readonly personId?: string | null;
}

/** In order of precedence. */
export const PERMISSION_DENIALS = ['NOT_GRANTED', 'OTHER_COURT', 'OTHER_DEPARTMENT', 'NOT_OWN'] as const;
export type PermissionDenial = (typeof PERMISSION_DENIALS)[number];
export type PermissionVerdict =
  | { readonly allowed: true; readonly scope: Scope }
  | { readonly allowed: false; readonly reason: PermissionDenial };

/**
 * Whether the holder may use the permission on this subject. Writing happens in the acting court only, whatever the
 * scope; the scope `tree` reads the courts below.
 */
export function decidePermission(
  holder: GrantHolder,
  permission: Permission,
  subject: PermissionSubject,
  access: 'read' | 'write',
): PermissionVerdict {
  const held = scopeOf(holder, permission);
  if (held === null) return { allowed: false, reason: 'NOT_GRANTED' };
  const { scope } = held;
  const reachesCourt =
    subject.courtId === holder.courtId ||
    (access === 'read' && scope === 'tree' && holder.readableCourtIds.includes(subject.courtId));
  if (!reachesCourt) return { allowed: false, reason: 'OTHER_COURT' };
  if (scope === 'tree' || scope === 'court') return { allowed: true, scope };
  if (subject.personId === holder.personId) return { allowed: true, scope: 'own' };
  if (scope === 'own') return { allowed: false, reason: 'NOT_OWN' };
  const inDepartment = subject.departmentId != null && held.departmentIds.includes(subject.departmentId);
  return inDepartment ? { allowed: true, scope } : { allowed: false, reason: 'OTHER_DEPARTMENT' };
}
