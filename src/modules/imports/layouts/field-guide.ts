/** What the instructions of our template say about each field, and its example values. Pure data. */
import type { AssetField } from '../asset-fields.ts';

export interface FieldGuide {
  /** A new card needs it; blank in a row that changes a card leaves what is there. */
  readonly required?: true;
  readonly zh: string;
  readonly en: string;
  /** One value for each example row, in Chinese and in English where they differ. */
  readonly examples: readonly [string, string, string];
  readonly examplesEn?: readonly [string, string, string];
}

const DATE_ZH = '日期：2024-03-05、2024年3月5日、2024.3.5 或 20240305；只知月份可写 2024-03';
const DATE_EN = 'Date: 2024-03-05; a month alone is 2024-03';
const AMOUNT_ZH = '金额（元），最多两位小数；可写 1.2万';
const AMOUNT_EN = 'Amount in yuan, at most two decimals';
const TEXT_FORMAT_ZH = '文本格式，防止 Excel 改成科学计数法或日期';
const TEXT_FORMAT_EN = 'Format the cell as text, or Excel may turn it into a number or a date';

export const FIELD_GUIDE: Readonly<Record<AssetField, FieldGuide>> = {
  code: {
    zh: '已有资产填其编码或原系统的资产编号，用于查找和更新；新资产留空，由系统编码',
    en: 'Code or earlier asset number of an asset to be found and changed; blank for a new one, which gets a code',
    examples: ['', '', 'TY2019000123'],
  },
  name: {
    required: true,
    zh: '最多 200 字',
    en: 'At most 200 characters',
    examples: ['台式计算机', '办公椅', '打印机'],
    examplesEn: ['Desktop computer', 'Office chair', 'Printer'],
  },
  classCode: {
    required: true,
    zh: 'GB/T 14885-2022，字母 A 加 8 位数字；旧版 7 位代码不接受',
    en: 'GB/T 14885-2022, A and 8 digits; old codes of 7 digits are refused',
    examples: ['A02010105', 'A05010301', 'A02021000'],
  },
  className: {
    zh: '用于核对分类代码，与代码不符时提示',
    en: 'Checked against the class code; a difference is pointed out',
    examples: ['台式计算机', '办公椅', '打印机'],
  },
  specification: {
    zh: TEXT_FORMAT_ZH,
    en: TEXT_FORMAT_EN,
    examples: ['i5/16G/512G', '610×620×1120 mm', 'A4'],
  },
  brand: {
    zh: '最多 100 字',
    en: 'At most 100 characters',
    examples: ['联想', '', '惠普'],
    examplesEn: ['Lenovo', '', 'HP'],
  },
  model: { zh: TEXT_FORMAT_ZH, en: TEXT_FORMAT_EN, examples: ['M455', '', 'M429'] },
  serialNumber: { zh: TEXT_FORMAT_ZH, en: TEXT_FORMAT_EN, examples: ['SN00012345', '', 'CNB1234567'] },
  oldNumber1: {
    zh: '以前用过的编号，扫描或搜索时仍可找到',
    en: 'An earlier number; scanning or searching still finds it',
    examples: ['', '', '2019-045'],
  },
  oldNumber2: { zh: '同上', en: 'As above', examples: ['', '', ''] },
  unit: {
    zh: '台、把、套等；留空为“件”',
    en: 'Piece, set and so on',
    examples: ['台', '把', '台'],
    examplesEn: ['piece', 'piece', 'piece'],
  },
  quantity: {
    zh: '大于零的数字，最多四位小数；留空为 1；一物一卡时为 1',
    en: 'A number above zero; 1 where blank',
    examples: ['1', '1', '1'],
  },
  acquisitionMethod: {
    required: true,
    zh: '购置、调拨、捐赠、置换、自建、盘盈、其他',
    en: 'purchase, transfer in, donation, exchange, self-built, surplus or other',
    examples: ['购置', '购置', '调拨'],
    examplesEn: ['purchase', 'purchase', 'transfer in'],
  },
  acquiredOn: {
    required: true,
    zh: DATE_ZH,
    en: DATE_EN,
    examples: ['2024-03-05', '2023-11-20', '2019-06-01'],
  },
  inUseOn: { zh: DATE_ZH, en: DATE_EN, examples: ['2024-03-11', '', ''] },
  bookedOn: { zh: DATE_ZH, en: DATE_EN, examples: ['2024-03-31', '2023-11-30', '2019-06-30'] },
  valueKind: {
    zh: '原值、暂估、名义金额、评估；留空为原值',
    en: 'original, provisional, nominal or appraised; original where blank',
    examples: ['原值', '原值', '原值'],
    examplesEn: ['original', 'original', 'original'],
  },
  originalValueFen: {
    required: true,
    zh: AMOUNT_ZH,
    en: AMOUNT_EN,
    examples: ['4899.00', '650.00', '2380.00'],
  },
  fiscalFundsFen: {
    zh: `${AMOUNT_ZH}；与非财政性资金之和等于原值`,
    en: `${AMOUNT_EN}; with non-fiscal funds it makes up the value`,
    examples: ['4899.00', '', ''],
  },
  nonFiscalFundsFen: { zh: AMOUNT_ZH, en: AMOUNT_EN, examples: ['0.00', '', ''] },
  openingDepreciationFen: {
    zh: `接管前已提的折旧；${AMOUNT_ZH}`,
    en: `Depreciation before the takeover; ${AMOUNT_EN}`,
    examples: ['', '', '2380.00'],
  },
  usefulLifeMonths: {
    zh: '月数，也可写 6年；留空按分类的年限',
    en: 'Months, or 6 years; the class decides where blank',
    examples: ['72', '180', '72'],
  },
  voucherNumber: { zh: TEXT_FORMAT_ZH, en: TEXT_FORMAT_EN, examples: ['记-2024-03-0045', '', ''] },
  supplier: {
    zh: '最多 200 字',
    en: 'At most 200 characters',
    examples: ['某某科技有限公司', '', ''],
    examplesEn: ['Some Technology Ltd', '', ''],
  },
  contractNumber: { zh: TEXT_FORMAT_ZH, en: TEXT_FORMAT_EN, examples: ['HT-2024-018', '', ''] },
  invoiceNumber: { zh: TEXT_FORMAT_ZH, en: TEXT_FORMAT_EN, examples: ['24152000000012345678', '', ''] },
  warrantyUntil: { zh: DATE_ZH, en: DATE_EN, examples: ['2027-03-04', '', ''] },
  manufacturer: {
    zh: '最多 200 字',
    en: 'At most 200 characters',
    examples: ['联想（北京）有限公司', '', ''],
    examplesEn: ['Lenovo', '', ''],
  },
  status: {
    zh: '在库、在用、出借、维修、闲置；报废等处置结果不能导入',
    en: 'in stock, in use, on loan, in repair or idle; outcomes of disposal cannot be imported',
    examples: ['在用', '在库', '闲置'],
    examplesEn: ['in use', 'in stock', 'idle'],
  },
  departmentName: {
    zh: '与系统中的部门名称一致；没有的部门会列出，由您选择对应或新建',
    en: 'As in the system; unknown ones are listed to be matched or created',
    examples: ['立案庭', '', '办公室'],
    examplesEn: ['Case filing division', '', 'General office'],
  },
  holderName: {
    zh: '姓名；重名时请同时填写账号',
    en: 'Name; add the username where two people share it',
    examples: ['张三', '', ''],
    examplesEn: ['Zhang San', '', ''],
  },
  holderUsername: { zh: '登录账号', en: 'Sign-in name', examples: ['zhangsan', '', ''] },
  loanDueOn: {
    zh: '借用的资产填写；有使用人和应还日期即按出借导入。日期写法同上',
    en: 'For what is lent: a user and a due day make a loan. A date as above',
    examples: ['', '', ''],
  },
  placePath: {
    zh: '自上而下，用 / 分隔',
    en: 'From the top down, separated by /',
    examples: ['审判楼/3层/301室', '审判楼/1层/库房', '审判楼/2层/205室'],
    examplesEn: ['Main building/3/301', 'Main building/1/Store', 'Main building/2/205'],
  },
  managingDepartmentName: {
    zh: '归口管理的部门',
    en: 'The department that manages it',
    examples: ['装备科', '装备科', '装备科'],
    examplesEn: ['Equipment office', 'Equipment office', 'Equipment office'],
  },
  procurementForm: {
    zh: '如 政府集中采购、分散采购',
    en: 'For instance central procurement',
    examples: ['政府集中采购', '', ''],
    examplesEn: ['Central procurement', '', ''],
  },
  parentCode: {
    zh: '所属主资产的编码或编号',
    en: 'Code or number of the asset it belongs to',
    examples: ['', '', ''],
  },
  notes: { zh: '最多 2000 字', en: 'At most 2000 characters', examples: ['', '', ''] },
  photoNames: {
    zh: '照片文件名，多个用 ; 分隔',
    en: 'Photo file names, separated by ;',
    examples: ['', '', ''],
  },
};
