/** The sample courts: one intermediate court and two basic courts below it. Pure data. */

export interface CourtPlan {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly shortName: string;
  readonly divisionNumber: string;
  readonly level: 'intermediate' | 'basic';
  readonly departments: readonly string[];
  readonly staffCount: number;
  readonly assetCount: number;
  readonly caseCount: number;
  /**
   * How many of its rooms keep seized property, about how many items, and whether what judgments ordered is carried out;
   * null: the court keeps nothing.
   */
  readonly custody: {
    readonly rooms: number;
    readonly items: number;
    readonly hasJudgments: boolean;
  } | null;
  readonly buildings: readonly {
    readonly name: string;
    readonly floors: number;
    readonly roomsAFloor: number;
  }[];
  readonly courtrooms: number;
}

const COMMON_DEPARTMENTS = [
  '院领导',
  '立案庭',
  '刑事审判庭',
  '民事审判第一庭',
  '民事审判第二庭',
  '行政审判庭',
  '执行局',
  '司法警察大队',
  '政治部',
  '综合办公室',
  '装备科',
];

export const COURT_PLANS: readonly CourtPlan[] = [
  {
    id: 1,
    parentId: null,
    name: '巴彦淖尔市中级人民法院',
    shortName: '巴彦淖尔中院',
    divisionNumber: '150800',
    level: 'intermediate',
    departments: [
      '院领导',
      '立案庭',
      '刑事审判第一庭',
      '刑事审判第二庭',
      '民事审判第一庭',
      '民事审判第二庭',
      '民事审判第三庭',
      '行政审判庭',
      '审判监督庭',
      '执行局',
      '司法警察支队',
      '审判管理办公室',
      '研究室',
      '政治部',
      '督察室',
      '综合办公室',
      '信息技术科',
      '财务科',
      '装备科',
    ],
    staffCount: 186,
    assetCount: 7_865,
    caseCount: 220,
    custody: { rooms: 3, items: 10_000, hasJudgments: true },
    buildings: [
      { name: '审判综合楼', floors: 9, roomsAFloor: 18 },
      { name: '诉讼服务中心', floors: 3, roomsAFloor: 8 },
    ],
    courtrooms: 14,
  },
  {
    id: 2,
    parentId: 1,
    name: '巴彦淖尔市临河区人民法院',
    shortName: '临河区法院',
    divisionNumber: '150802',
    level: 'basic',
    departments: [...COMMON_DEPARTMENTS, '城关人民法庭', '干召庙人民法庭'],
    staffCount: 112,
    assetCount: 3_400,
    caseCount: 120,
    custody: null,
    buildings: [{ name: '审判楼', floors: 6, roomsAFloor: 14 }],
    courtrooms: 9,
  },
  {
    id: 3,
    parentId: 1,
    name: '五原县人民法院',
    shortName: '五原县法院',
    divisionNumber: '150821',
    level: 'basic',
    departments: [...COMMON_DEPARTMENTS, '隆兴昌人民法庭'],
    staffCount: 74,
    assetCount: 2_100,
    caseCount: 60,
    custody: { rooms: 1, items: 60, hasJudgments: false },
    buildings: [{ name: '审判楼', floors: 5, roomsAFloor: 10 }],
    courtrooms: 6,
  },
];

/** The sample people with an account: one for every role, in the courts where the role is shown. */
export interface AccountPlan {
  readonly username: string;
  readonly courtId: number;
  readonly role: string;
  readonly department: string;
}

export const ACCOUNT_PLANS: readonly AccountPlan[] = [
  account('zbk', 1, 'equipment_admin', '装备科'),
  account('bgy', 1, 'property_custodian', '装备科'),
  account('cbr', 1, 'case_handler', '刑事审判第一庭'),
  account('pdr', 1, 'auditor', '财务科'),
  account('dsf', 1, 'external_auditor', '财务科'),
  account('jsy', 1, 'driver', '综合办公室'),
  account('gj', 1, 'staff', '民事审判第一庭'),
  account('ddy', 1, 'dispatcher', '综合办公室'),
  account('mw', 1, 'gate', '司法警察支队'),
  account('bmfzr', 1, 'department_head', '民事审判第一庭'),
  account('xytz', 1, 'department_head', '刑事审判第一庭'),
  account('fgyz', 1, 'vice_president', '院领导'),
  account('yz', 1, 'president', '院领导'),
  account('zxj', 1, 'enforcement_officer', '执行局'),
  account('dc', 1, 'inspector', '督察室'),
  account('sjjd', 1, 'supervisor', '督察室'),
  account('cw', 1, 'finance_officer', '财务科'),
  account('xtgl', 1, 'system_admin', '信息技术科'),
  account('aqgl', 1, 'security_admin', '信息技术科'),
  account('sjgl', 1, 'audit_admin', '督察室'),
  account('linhe', 2, 'equipment_admin', '装备科'),
  account('linhe-head', 2, 'department_head', '执行局'),
  account('wuyuan', 3, 'equipment_admin', '装备科'),
  account('wuyuan-head', 3, 'department_head', '执行局'),
  account('wuyuan-bgy', 3, 'property_custodian', '装备科'),
];

function account(username: string, courtId: number, role: string, department: string): AccountPlan {
  return { username, courtId, role, department };
}
