/** The rows of the permission matrix for cases and what is due in them. Pure data. */
import { each, type PermissionRow } from './permission-rows.ts';
import { BUSINESS_ROLES, type Role } from './roles.ts';

/** Those who read every case of their court; names are masked where they have no clearance. */
const CASE_READERS: readonly Role[] = [
  ...(['property_custodian', 'equipment_admin', 'auditor', 'finance_officer'] as const),
  ...(['vice_president', 'president'] as const),
];

export const CASE_PERMISSIONS = {
  'case.read': {
    zh: '查看案件',
    en: 'Read cases',
    grants: {
      case_handler: 'own',
      department_head: 'department',
      ...each(CASE_READERS, 'court'),
      supervisor: 'tree',
    },
  },
  'case.write': {
    zh: '登记、更正案件',
    en: 'Register and correct cases',
    grants: { case_handler: 'own', department_head: 'department', property_custodian: 'court' },
  },
  'case.reassign': {
    zh: '变更承办人',
    en: 'Hand cases to another handler',
    grants: { department_head: 'department', vice_president: 'court', president: 'court' },
  },
  'case.minor-names.read': {
    zh: '查看涉未成年人案件的姓名',
    en: 'Read names in cases of minors',
    grants: {
      ...{ case_handler: 'own', department_head: 'department', property_custodian: 'court' },
      ...{ vice_president: 'court', president: 'court' },
    },
  },
  'case.secret-names.read': {
    zh: '查看涉密案件的姓名与案由',
    en: 'Read names and causes of secret cases',
    grants: {
      ...{ case_handler: 'own', department_head: 'department', cleared_staff: 'court' },
      ...{ vice_president: 'court', president: 'court' },
    },
  },
  'case.identity.reveal': {
    zh: '查看当事人证件号码',
    en: 'See the numbers of parties’ documents',
    grants: { case_handler: 'own', property_custodian: 'court' },
  },
  'case-number-type.manage': {
    zh: '增补案号类型代字',
    en: 'Add types of case numbers',
    grants: { equipment_admin: 'court', property_custodian: 'court' },
  },
  'deadline.read': {
    zh: '查看到期事项',
    en: 'Read what is due',
    grants: {
      ...each(BUSINESS_ROLES, 'own'),
      department_head: 'department',
      ...each(CASE_READERS, 'court'),
      supervisor: 'tree',
    },
  },
  'deadline.settle': {
    zh: '知悉、办结到期事项',
    en: 'Acknowledge and settle what is due',
    grants: {
      ...each(BUSINESS_ROLES, 'own'),
      ...{ department_head: 'department', property_custodian: 'court' },
    },
  },
  'calendar.manage': {
    zh: '维护节假日安排',
    en: 'Maintain the calendar of holidays',
    grants: { equipment_admin: 'court' },
  },
} as const satisfies Record<string, PermissionRow>;
