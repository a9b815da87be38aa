/**
 * What may stand on a label, by kind of thing. Templates name fields as `{field}`. There is no field for the number of
 * an identity document and there must never be one. Plain data, runs in the browser too.
 */
import type { ItemCodeKind } from '../item-codes/item-code.ts';

export interface LabelField {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** What previews and test prints show. */
  readonly sample: string;
}

const field = (id: string, zh: string, en: string, sample: string): LabelField => ({ id, zh, en, sample });

/** On every label, whatever the kind; the printer of labels fills them in and no module need do so. */
export const BUILT_IN_FIELDS: readonly LabelField[] = [
  field('code', '编码（分组）', 'code in groups', ''),
  field('version', '标签版本', 'version of the label', '1'),
];

const court = field('court', '单位名称', 'court', '巴彦淖尔市中级人民法院');
const place = (sample: string) => field('place', '存放地点', 'place', sample);
const caseNumber = field('caseNumber', '案号', 'case number', '（2025）内08刑初12号');
const sealNumber = field('sealNumber', '封条号', 'seal number', 'F2025-00318');
const custodian = field('custodian', '保管员', 'custodian', '乌云其其格');
const warning = (sample: string) =>
  field('warning', '警示标志（易燃、易爆、易腐、贵重、保密…）', 'warning sign', sample);

export const LABEL_FIELDS: Readonly<Record<ItemCodeKind, readonly LabelField[]>> = {
  A: [
    court,
    field('name', '资产名称', 'name', '台式计算机'),
    field('specification', '规格型号', 'specification and model', '联想 开天 M90h G1t'),
    field('className', '资产分类', 'class of assets', '台式计算机'),
    field('department', '使用部门', 'department', '民事审判第一庭'),
    field('holder', '使用人', 'holder', '巴特尔'),
    place('审判楼 / 3层 / 305办公室'),
    field('acquiredOn', '取得日期', 'acquired on', '2024-06-18'),
    field('serialNumber', '序列号', 'serial number', 'PF3K8Z2Q'),
    field('oldNumber', '原资产编号', 'legacy number', 'TY2019000452'),
    field('unit', '计量单位', 'unit', '台'),
  ],
  S: [
    court,
    caseNumber,
    field('name', '物品名称', 'name', '“华为”牌手机（黑色，屏幕有裂纹）'),
    field('features', '特征', 'features', '黑色，128GB，右下角磕损'),
    field('quantity', '数量', 'quantity with unit', '1 部'),
    field('piece', '第几件、共几件', 'piece of pieces', '第 2 件 / 共 5 件'),
    field('pieceNumber', '件号', 'number of the piece', '2'),
    field('pieceCount', '总件数', 'number of pieces', '5'),
    warning('贵重'),
    field('receivedOn', '入库日期', 'received on', '2025-03-27'),
    place('二号库房 / 3架 / 2层'),
    custodian,
    field('handler', '承办人', 'case handler', '苏日娜'),
    sealNumber,
    field('sealedOn', '封存日期', 'sealed on', '2025-03-27'),
    field('sealedBy', '封存人', 'sealed by', '乌云其其格、张建国'),
  ],
  B: [
    court,
    field('name', '箱袋名称', 'name', '3号物证箱'),
    caseNumber,
    field('contents', '内装物品', 'contents', '手机 3 部、笔记本电脑 1 台、U 盘 6 个'),
    field('itemCount', '件数', 'number of items', '10 件'),
    warning('易碎'),
    sealNumber,
    field('packedOn', '装箱日期', 'packed on', '2025-03-27'),
    place('二号库房 / 3架 / 2层'),
    custodian,
  ],
  L: [
    court,
    field('name', '库位名称', 'name', 'A-03-2'),
    field('path', '所在位置', 'where it is', '涉案财物库房 / 二号库房 / A区 3架 2层'),
    field('parent', '上级库位', 'place above', '二号库房'),
    field('placeKind', '库位类型', 'kind of place', '层'),
    custodian,
  ],
  V: [
    court,
    field('plate', '号牌号码', 'number plate', '蒙L·A0158'),
    field('name', '品牌型号', 'make and model', '大众帕萨特 SVW7183'),
    field('vehicleType', '车辆类型', 'type of vehicle', '执法执勤用车'),
    field('department', '使用部门', 'department', '司法警察支队'),
    field('registeredOn', '注册日期', 'registered on', '2021-09-15'),
    field('vin', '车辆识别代号', 'vehicle identification number', 'LSVCA2NP3LN012345'),
  ],
  D: [
    court,
    field('name', '文书名称', 'title', '涉案财物移交清单'),
    field('documentNumber', '文号', 'document number', '巴中法装〔2025〕36号'),
    caseNumber,
    field('issuedOn', '日期', 'date', '2025-03-27'),
    field('department', '部门', 'department', '司法行政装备管理科'),
    field('copies', '份数', 'copies', '一式三份'),
  ],
  P: [
    court,
    field('name', '姓名', 'name', '乌云其其格'),
    field('department', '部门', 'department', '司法行政装备管理科'),
    field('position', '职务', 'position', '涉案财物保管员'),
    field('staffNumber', '工号', 'staff number', '1508-0127'),
  ],
};

/** The fields that a template for all these kinds may name: those that every kind knows. */
export function fieldsOfKinds(kinds: readonly ItemCodeKind[]): LabelField[] {
  const [first = 'A', ...others] = kinds;
  const shared = LABEL_FIELDS[first].filter(({ id }) =>
    others.every((kind) => LABEL_FIELDS[kind].some((each) => each.id === id)),
  );
  return [...BUILT_IN_FIELDS, ...shared];
}

/** What a preview of a label of this kind shows, by field id. */
export function sampleFields(kind: ItemCodeKind): Record<string, string> {
  return Object.fromEntries(LABEL_FIELDS[kind].map(({ id, sample }) => [id, sample]));
}
