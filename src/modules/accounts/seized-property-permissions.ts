/** Cases, storage rooms and seized items: their rows of the matrix. Runs in the browser too. */
import { each, OVERSIGHT, type PermissionRow } from './permission-row.ts';
import { BUSINESS_ROLES, type Role } from './roles.ts';

/** Those who read every case of their court; names are masked where they have no clearance. */
export const CASE_READERS: readonly Role[] = [
  ...(['property_custodian', 'equipment_admin', 'auditor', 'finance_officer'] as const),
  ...(['enforcement_officer', 'inspector'] as const),
  ...(['vice_president', 'president'] as const),
];

export const SEIZED_PROPERTY_PERMISSIONS = {
  'room.read': {
    zh: '查看涉案财物库房与保管人',
    en: 'Read storage rooms and who answers for them',
    grants: { ...OVERSIGHT, property_custodian: 'court', case_handler: 'court', department_head: 'court' },
  },
  'room.manage': {
    zh: '设置涉案财物库房',
    en: 'Set up storage rooms',
    grants: { equipment_admin: 'court' },
  },
  'custodian.appoint': {
    zh: '任命保管人、代管人',
    en: 'Appoint custodians and deputies',
    grants: { equipment_admin: 'court', vice_president: 'court', president: 'court' },
  },
  'recusal.declare': {
    zh: '登记回避',
    en: 'Record that somebody must not handle a case',
    grants: {
      equipment_admin: 'court',
      property_custodian: 'court',
      case_handler: 'court',
      ...each(['department_head', 'enforcement_officer', 'finance_officer', 'inspector'], 'court'),
      vice_president: 'court',
      president: 'court',
    },
  },
  'visit.read': {
    zh: '查看人员出入记录',
    en: 'Read the visit log',
    grants: { ...OVERSIGHT, property_custodian: 'court' },
  },
  'visit.record': {
    zh: '登记人员出入',
    en: 'Record visits',
    grants: { equipment_admin: 'court', property_custodian: 'court' },
  },
  'visit.reconcile': {
    zh: '导入门禁记录并核对',
    en: 'Import door events and reconcile them',
    grants: { equipment_admin: 'court' },
  },
  'handover.manage': {
    zh: '发起、取消保管交接',
    en: 'Open and cancel handovers of rooms',
    grants: { equipment_admin: 'court', vice_president: 'court', president: 'court' },
  },
  'handover.count': {
    zh: '参加交接清点与签字',
    en: 'Take part in the count and signing of a handover',
    grants: {
      equipment_admin: 'court',
      property_custodian: 'court',
      auditor: 'court',
      department_head: 'court',
      vice_president: 'court',
      president: 'court',
    },
  },
  'item.read': {
    zh: '查看涉案财物与案件台账',
    en: 'Read seized items and ledgers of cases',
    grants: {
      case_handler: 'own',
      department_head: 'department',
      ...each(CASE_READERS, 'court'),
      supervisor: 'tree',
    },
  },
  'item.preregister': {
    zh: '按清单预登记涉案财物',
    en: 'Preregister seized items from a list',
    grants: { case_handler: 'own', property_custodian: 'court' },
  },
  'item.receive': {
    zh: '接收涉案财物',
    en: 'Receive seized items',
    grants: { property_custodian: 'court' },
  },
  'item.move': {
    zh: '涉案财物移位、封存、启封、作废登记',
    en: 'Move, seal, unseal seized items and void mistaken entries',
    grants: { property_custodian: 'court' },
  },
  'item.examine': {
    zh: '委托鉴定评估、登记意见',
    en: 'Commission examinations and record opinions',
    grants: { case_handler: 'own', property_custodian: 'court' },
  },
  'item.reattribute': {
    zh: '提出、确认更正涉案财物归属',
    en: 'Propose and confirm that an item belongs to another case',
    grants: { case_handler: 'own', property_custodian: 'court' },
  },
  'uncased.read': {
    zh: '查看无主待查物与随身财物',
    en: 'Read things that belong to no case',
    grants: { ...OVERSIGHT, property_custodian: 'court', case_handler: 'court', department_head: 'court' },
  },
  'item.request': {
    zh: '申请办理涉案财物',
    en: 'Ask for something to be done with seized items',
    grants: {
      ...{ case_handler: 'own', department_head: 'department' },
      ...each(['equipment_admin', 'finance_officer', 'enforcement_officer', 'vice_president'], 'court'),
    },
  },
  'item.release': {
    zh: '办理涉案财物出库、归还、移送',
    en: 'Release seized items, take them back and dispatch them',
    grants: { property_custodian: 'court' },
  },
  'item.owner.record': {
    zh: '登记涉案财物权属',
    en: 'Record whose seized items are',
    grants: { case_handler: 'own', department_head: 'department' },
  },
  'filing.check': {
    zh: '登记收案审查',
    en: 'Check the property of a prosecution when it is received',
    grants: { case_handler: 'own', department_head: 'department' },
  },
  'item.money.order': {
    zh: '决定特定现金封存或存款',
    en: 'Order that notes are kept as evidence or deposited',
    grants: { case_handler: 'own', department_head: 'department' },
  },
  'money.read': {
    zh: '查看案款与对账',
    en: 'Read money of cases and its reconciliation',
    grants: { ...each(CASE_READERS, 'court'), external_auditor: 'court' },
  },
  'money.deposit': {
    zh: '款项存入专户',
    en: 'Deposit money at the bank',
    grants: { property_custodian: 'court', finance_officer: 'court' },
  },
  'money.rate.enter': {
    zh: '登记外币汇率',
    en: 'Enter exchange rates',
    grants: { finance_officer: 'court' },
  },
  'money.statement.enter': {
    zh: '填写银行对账单与账面余额',
    en: 'Enter what the bank and the book of finance say',
    grants: { finance_officer: 'court' },
  },
  'money.month.close': {
    zh: '案款月度结账',
    en: 'Close a month of money',
    grants: { property_custodian: 'court', finance_officer: 'court' },
  },
  'item.seizure.renew': {
    zh: '续行查封扣押',
    en: 'Renew seizures',
    grants: { case_handler: 'own', department_head: 'department' },
  },
  'item.hidden.see': {
    zh: '查看淫秽等不予展示物品的照片',
    en: 'See pictures of what is shown to nobody by itself',
    grants: {
      ...{ case_handler: 'own', department_head: 'department', cleared_staff: 'court' },
      ...{ vice_president: 'court', president: 'court' },
    },
  },
  'item.import': {
    zh: '导入涉案财物旧台账',
    en: 'Take over older registers of seized property',
    grants: { property_custodian: 'court' },
  },
  'item.verify': {
    zh: '核对存量涉案财物',
    en: 'Count what was taken over from older registers',
    grants: { property_custodian: 'court' },
  },
  'item.incident.report': {
    zh: '报告涉案财物异常',
    en: 'Report incidents of seized items',
    grants: {
      ...{ case_handler: 'own', department_head: 'department' },
      ...each(['property_custodian', 'equipment_admin', 'auditor', 'vice_president', 'president'], 'court'),
    },
  },
  'item.incident.conclude': {
    zh: '认定涉案财物异常的调查结论',
    en: 'Conclude on incidents of seized items',
    grants: { department_head: 'department', vice_president: 'court', president: 'court' },
  },
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
      department_head: 'department',
    },
  },
  'deadline.start': {
    zh: '登记期限起算',
    en: 'Start clocks of a case',
    grants: {
      ...{ case_handler: 'own', department_head: 'department' },
      ...each(['enforcement_officer', 'finance_officer', 'property_custodian'], 'court'),
    },
  },
  'deadline.extend': {
    zh: '批准延长期限',
    en: 'Let a deadline run longer, where its rule allows that',
    grants: { president: 'court', vice_president: 'court' },
  },
  'custody-policy.manage': {
    zh: '设定本院保管规定（拍照、损耗）',
    en: 'Set the court’s own rules of custody: photos, losses by nature',
    grants: { president: 'court', vice_president: 'court' },
  },
  'deadline-period.manage': {
    zh: '设定本院期限',
    en: 'Set the court’s own periods of deadlines',
    grants: { president: 'court', vice_president: 'court' },
  },
  'calendar.manage': {
    zh: '维护节假日安排',
    en: 'Maintain the calendar of holidays',
    grants: { equipment_admin: 'court' },
  },
} as const satisfies Record<string, PermissionRow>;
