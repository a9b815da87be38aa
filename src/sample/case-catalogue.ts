/** What sample cases are about. Pure data. */
import type { PartyRole, Secrecy } from '../modules/cases/rules.ts';

export interface SampleCaseKind {
  readonly weight: number;
  readonly typeCode: string;
  /** Departments whose people handle it, by the start of the name. */
  readonly departments: readonly string[];
  readonly causes: readonly string[];
  readonly roles: readonly PartyRole[];
}

const CRIMES = [
  ...[
    '盗窃罪',
    '诈骗罪',
    '故意伤害罪',
    '危险驾驶罪',
    '寻衅滋事罪',
    '开设赌场罪',
    '非法吸收公众存款罪',
    '抢劫罪',
  ],
  ...['走私、贩卖、运输、制造毒品罪', '掩饰、隐瞒犯罪所得罪', '非法狩猎罪', '滥伐林木罪', '非法占用农用地罪'],
  ...[
    '帮助信息网络犯罪活动罪',
    '生产、销售不符合安全标准的食品罪',
    '贪污罪',
    '受贿罪',
    '组织、领导传销活动罪',
  ],
];
/** In which minors take part now and then. */
export const CRIMES_OF_MINORS: ReadonlySet<string> = new Set([
  '盗窃罪',
  '故意伤害罪',
  '寻衅滋事罪',
  '抢劫罪',
]);
const DISPUTES = [
  '买卖合同纠纷',
  '民间借贷纠纷',
  '金融借款合同纠纷',
  '土地承包经营权纠纷',
  '机动车交通事故责任纠纷',
];

/** `typeCode` as the court’s level has it; a basic court has no second instance. */
export const SAMPLE_CASE_KINDS: Readonly<Record<'intermediate' | 'basic', readonly SampleCaseKind[]>> = {
  intermediate: [
    { weight: 46, typeCode: '刑初', departments: ['刑事'], causes: CRIMES, roles: ['defendant', 'victim'] },
    { weight: 22, typeCode: '刑终', departments: ['刑事'], causes: CRIMES, roles: ['defendant', 'victim'] },
    {
      weight: 4,
      typeCode: '刑没',
      departments: ['刑事'],
      causes: ['违法所得没收'],
      roles: ['interested_party'],
    },
    {
      weight: 18,
      typeCode: '执',
      departments: ['执行局'],
      causes: DISPUTES,
      roles: ['execution_applicant', 'execution_subject'],
    },
    {
      weight: 10,
      typeCode: '财保',
      departments: ['民事'],
      causes: DISPUTES,
      roles: ['execution_applicant', 'execution_subject'],
    },
  ],
  basic: [
    { weight: 58, typeCode: '刑初', departments: ['刑事'], causes: CRIMES, roles: ['defendant', 'victim'] },
    {
      weight: 26,
      typeCode: '执',
      departments: ['执行局'],
      causes: DISPUTES,
      roles: ['execution_applicant', 'execution_subject'],
    },
    {
      weight: 6,
      typeCode: '执恢',
      departments: ['执行局'],
      causes: DISPUTES,
      roles: ['execution_applicant', 'execution_subject'],
    },
    {
      weight: 10,
      typeCode: '财保',
      departments: ['民事'],
      causes: DISPUTES,
      roles: ['execution_applicant', 'execution_subject'],
    },
  ],
};

export const SAMPLE_SECRECY: readonly { readonly weight: number; readonly secrecy: Secrecy }[] = [
  { weight: 92, secrecy: 'open' },
  { weight: 5, secrecy: 'internal' },
  { weight: 2, secrecy: 'confidential' },
  { weight: 1, secrecy: 'secret' },
];

export const SAMPLE_ORGANISATIONS: readonly string[] = [
  ...[
    '巴彦淖尔市恒源商贸有限公司',
    '临河区惠民农资经营部',
    '内蒙古河套面业销售有限公司',
    '五原县葵丰种植专业合作社',
  ],
  ...['中国农业银行巴彦淖尔分行', '乌拉特草原肉业有限公司', '巴彦淖尔市宏达汽车租赁有限公司'],
];
