/** Judgments, what carries them out, and papers: their rows of the matrix. Runs in the browser too. */
import { each, type PermissionRow } from './permission-row.ts';
import { CASE_READERS } from './seized-property-permissions.ts';

export const DISPOSITION_PERMISSIONS = {
  'paper.read': {
    zh: '查看文书登记簿',
    en: 'Read the register of papers',
    grants: {
      case_handler: 'own',
      department_head: 'department',
      ...each(CASE_READERS, 'court'),
      supervisor: 'tree',
    },
  },
  'paper.issue': {
    zh: '出具、作废文书，上传签字件',
    en: 'Issue and void papers, upload signed ones',
    grants: {
      case_handler: 'own',
      ...each(['property_custodian', 'equipment_admin', 'enforcement_officer'], 'court'),
    },
  },
  'paper.print': {
    zh: '打印文书（载明真实姓名，逐份登记）',
    en: 'Print papers, which bear real names; every copy is recorded',
    grants: {
      ...{ case_handler: 'own', department_head: 'department' },
      ...each(['property_custodian', 'equipment_admin', 'enforcement_officer'], 'court'),
      ...each(['vice_president', 'president'], 'court'),
    },
  },
  'judgment.enter': {
    zh: '登记裁判处理项',
    en: 'Enter what a judgment orders about items',
    grants: { case_handler: 'own' },
  },
  'judgment.confirm': {
    zh: '确认裁判处理项',
    en: 'Confirm what a judgment orders about items',
    grants: { enforcement_officer: 'court' },
  },
  'disposition.prepare': {
    zh: '转待处置、公告、先行处置、登记冻结处置',
    en: 'Prepare dispositions: await, announce, early disposal, legal holds',
    grants: { case_handler: 'own', enforcement_officer: 'court' },
  },
  'disposition.execute': {
    zh: '返还、销毁、移交、退回涉案财物',
    en: 'Return, destroy, hand over and send back seized items',
    grants: { property_custodian: 'court' },
  },
  'disposition.pay': {
    zh: '上缴国库',
    en: 'Pay seized items into the treasury',
    grants: { property_custodian: 'court', finance_officer: 'court' },
  },
  'disposition.sell': {
    zh: '拍卖变卖、成交入账',
    en: 'Auction items and book the proceeds',
    grants: { property_custodian: 'court', enforcement_officer: 'court' },
  },
  'disposition.reverse': {
    zh: '冲正处置',
    en: 'Take a disposition back',
    grants: { department_head: 'department', vice_president: 'court', president: 'court' },
  },
  'disposition.claim': {
    zh: '登记执行回转与赔偿',
    en: 'Record claims after a reversal',
    grants: { case_handler: 'own', enforcement_officer: 'court' },
  },
  'disposition.recover': {
    zh: '登记回转追回的款项',
    en: 'Record money that came back on a claim',
    grants: { enforcement_officer: 'court', finance_officer: 'court' },
  },
  'case-ledger.close': {
    zh: '案件台账销账',
    en: 'Close the ledger of a case',
    grants: { property_custodian: 'court' },
  },
  'case-ledger.reopen': {
    zh: '恢复已销账的案件台账',
    en: 'Reopen the closed ledger of a case',
    grants: { vice_president: 'court', president: 'court' },
  },
} as const satisfies Record<string, PermissionRow>;
