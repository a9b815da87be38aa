/** The roles that a person can be given, as data: who does business, and the three administrators who do none. */

export type RoleKind = 'business' | 'administrator';

export const ROLES = {
  equipment_admin: { kind: 'business', zh: '装备科管理员', en: 'Equipment officer' },
  property_custodian: { kind: 'business', zh: '涉案财物保管员', en: 'Seized-property custodian' },
  case_handler: { kind: 'business', zh: '承办人', en: 'Case handler' },
  auditor: { kind: 'business', zh: '盘点人', en: 'Stocktaker' },
  external_auditor: { kind: 'business', zh: '第三方审计', en: 'External auditor' },
  driver: { kind: 'business', zh: '驾驶员', en: 'Driver' },
  staff: { kind: 'business', zh: '用车人/普通干警', en: 'Staff' },
  dispatcher: { kind: 'business', zh: '调度员', en: 'Dispatcher' },
  gate: { kind: 'business', zh: '门卫', en: 'Gate' },
  department_head: { kind: 'business', zh: '部门负责人', en: 'Head of department' },
  vice_president: { kind: 'business', zh: '分管院长', en: 'Vice president' },
  president: { kind: 'business', zh: '院长', en: 'President' },
  supervisor: { kind: 'business', zh: '上级监督', en: 'Supervisor of lower courts' },
  finance_officer: { kind: 'business', zh: '财务人员', en: 'Finance officer' },
  enforcement_officer: { kind: 'business', zh: '执行局人员', en: 'Enforcement officer' },
  inspector: { kind: 'business', zh: '督察', en: 'Inspector' },
  cleared_staff: { kind: 'business', zh: '涉密岗位人员', en: 'Cleared for secret cases' },
  system_admin: { kind: 'administrator', zh: '系统管理员', en: 'System administrator' },
  security_admin: { kind: 'administrator', zh: '安全管理员', en: 'Security administrator' },
  audit_admin: { kind: 'administrator', zh: '审计管理员', en: 'Audit administrator' },
} as const satisfies Record<string, { kind: RoleKind; zh: string; en: string }>;

export type Role = keyof typeof ROLES;

/** In the order in which lists show them. */
export const ROLE_IDS = Object.keys(ROLES).filter(isRole);
export const BUSINESS_ROLES = ROLE_IDS.filter((role) => ROLES[role].kind === 'business');
export const ADMINISTRATOR_ROLES = ROLE_IDS.filter((role) => ROLES[role].kind === 'administrator');

export function isRole(value: string): value is Role {
  return Object.hasOwn(ROLES, value);
}

export function isAdministratorRole(value: string): boolean {
  return isRole(value) && ROLES[value].kind === 'administrator';
}
