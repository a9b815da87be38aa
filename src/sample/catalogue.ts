/** What a court owns: believable names, national class codes, models, prices and who uses it. Pure data. */

/** `person`: stands with one person; `room`: belongs to a room; `department`: shared by a department. */
export type SampleUse = 'person' | 'room' | 'department';

export interface SampleKind {
  readonly name: string;
  readonly classCode: string;
  readonly unit: string;
  readonly use: SampleUse;
  readonly weight: number;
  readonly priceYuan: readonly [number, number];
  readonly models: readonly (readonly [brand: string, model: string, specification: string])[];
  /** Serial numbers are on the thing. */
  readonly hasSerial: boolean;
}

export const SAMPLE_KINDS: readonly SampleKind[] = [
  kind('台式计算机', 'A02010105', '台', 'person', 90, [3800, 5000], true, [
    ['联想', '开天 M90h', '国产处理器/16G/512G'],
    ['清华同方', '超翔 TF830', '国产处理器/8G/512G'],
    ['长城', '世恒 TD120A2', '国产处理器/16G/1T'],
    ['浪潮', '英政 CE520F', '国产处理器/8G/256G'],
  ]),
  kind('便携式计算机', 'A02010108', '台', 'person', 38, [5600, 7000], true, [
    ['联想', '昭阳 N4620Z', '14 英寸/16G/512G'],
    ['华为', '擎云 L420', '14 英寸/8G/512G'],
    ['ThinkPad', 'T14 Gen 3', '14 英寸/16G/512G'],
  ]),
  kind('服务器', 'A02010104', '台', 'department', 3, [38000, 96000], true, [
    ['华为', 'TaiShan 200', '2U/双路/256G'],
    ['浪潮', 'NF5280M6', '2U/双路/128G'],
  ]),
  kind('路由器', 'A02010201', '台', 'room', 2, [2800, 9800], true, [['华为', 'AR6120', '企业路由']]),
  kind('交换机', 'A02010202', '台', 'room', 8, [2100, 16800], true, [
    ['华三', 'S5130S-52P', '48 口千兆'],
    ['锐捷', 'RG-S2910', '24 口千兆'],
  ]),
  kind('防火墙', 'A02010300', '台', 'department', 1, [28000, 86000], true, [['天融信', 'NGFW4000', '千兆']]),
  kind('A4 黑白打印机', 'A02021003', '台', 'department', 24, [1050, 1980], true, [
    ['奔图', 'P3370DN', '双面/网络'],
    ['惠普', 'LaserJet M405d', '双面'],
  ]),
  kind('A4 彩色打印机', 'A02021004', '台', 'department', 6, [1900, 2900], true, [
    ['奔图', 'CP5165DN', '双面/网络'],
  ]),
  kind('多功能一体机', 'A02020400', '台', 'department', 10, [2600, 6900], true, [
    ['奔图', 'M7160DW', '打印/复印/扫描'],
    ['兄弟', 'MFC-8540DN', '打印/复印/扫描/传真'],
  ]),
  kind('复印机', 'A02020100', '台', 'department', 4, [16800, 34500], true, [
    ['震旦', 'AD289s', 'A3/双面'],
    ['理光', 'IM 2702', 'A3/双面'],
  ]),
  kind('高速扫描仪', 'A02021118', '台', 'department', 9, [3200, 7800], true, [
    ['紫光', 'Q400', 'A4/双面/40ppm'],
    ['富士通', 'fi-7140', 'A4/双面'],
  ]),
  kind('碎纸机', 'A02021301', '台', 'department', 8, [1050, 2300], false, [['科密', 'C-838', '四级保密']]),
  kind('投影仪', 'A02020200', '台', 'room', 5, [4200, 9800], true, [['爱普生', 'CB-FH52', '4000 流明']]),
  kind('触控一体机', 'A02020800', '台', 'room', 3, [13800, 28500], true, [['希沃', 'FV75EA', '75 英寸']]),
  kind('照相机', 'A02020500', '台', 'department', 3, [4800, 12800], true, [
    ['佳能', 'EOS 850D', '含 18-135 镜头'],
  ]),
  kind('执法记录仪', 'A02020600', '台', 'person', 16, [1200, 2600], true, [
    ['海康威视', 'DS-MCW405', '64G'],
    ['警翼', 'X8', '128G'],
  ]),
  kind('电视机', 'A02091001', '台', 'room', 7, [2600, 6900], true, [
    ['海信', '65E3F', '65 英寸'],
    ['TCL', '55V8', '55 英寸'],
  ]),
  kind('视频监控设备', 'A02091107', '套', 'room', 22, [1000, 3600], true, [
    ['海康威视', 'DS-2CD3T46', '400 万像素'],
    ['大华', 'IPC-HFW2433', '400 万像素'],
  ]),
  kind('科技法庭主机', 'A02080805', '套', 'room', 4, [46000, 128000], true, [
    ['华宇', 'TC-3000', '高清庭审主机'],
  ]),
  kind('视频会议终端', 'A02080805', '台', 'room', 2, [26000, 58000], true, [['华为', 'TE40', '1080P60']]),
  kind('壁挂式空调机', 'A02061804', '台', 'room', 22, [2200, 3600], true, [
    ['格力', 'KFR-35GW', '1.5 匹'],
    ['美的', 'KFR-26GW', '大 1 匹'],
  ]),
  kind('柜式空调机', 'A02061804', '台', 'room', 9, [4900, 8200], true, [['格力', 'KFR-72LW', '3 匹']]),
  kind('不间断电源', 'A02061504', '台', 'room', 3, [3600, 18600], true, [['科华', 'YTR1110', '10kVA']]),
  kind('办公桌', 'A05010201', '张', 'person', 96, [1000, 2900], false, [
    ['震旦', '1.4 米', '三聚氰胺板'],
    ['圣奥', '1.6 米', '油漆贴面'],
  ]),
  kind('办公椅', 'A05010301', '把', 'person', 118, [320, 780], false, [
    ['震旦', '网布转椅', '可升降'],
    ['西昊', '职员椅', '网布'],
  ]),
  kind('会议桌', 'A05010202', '张', 'room', 5, [3600, 16800], false, [['圣奥', '4.8 米', '油漆贴面']]),
  kind('会议椅', 'A05010303', '把', 'room', 96, [260, 680], false, [['圣奥', '弓形椅', '皮面']]),
  kind('旁听椅', 'A05010399', '组', 'room', 22, [680, 1560], false, [['鸿基', '三人位', '钢架']]),
  kind('茶几', 'A05010204', '张', 'department', 12, [420, 980], false, [['圣奥', '1.2 米', '油漆贴面']]),
  kind('三人沙发', 'A05010400', '组', 'department', 12, [1800, 3800], false, [['圣奥', '三人位', '西皮']]),
  kind('书柜', 'A05010501', '组', 'person', 44, [980, 2200], false, [['震旦', '两门', '三聚氰胺板']]),
  kind('文件柜', 'A05010502', '组', 'department', 76, [560, 1260], false, [
    ['花都', '五节柜', '0.8 mm 钢板'],
    ['洛阳', '器械柜', '0.7 mm 钢板'],
  ]),
  kind('更衣柜', 'A05010503', '组', 'department', 10, [520, 980], false, [['花都', '六门', '0.8 mm 钢板']]),
  kind('保密柜', 'A05010504', '台', 'department', 12, [1500, 2900], false, [['威盾', '双门', '电子锁']]),
  kind('密集架', 'A05010600', '列', 'room', 9, [3600, 5800], false, [['宁波圣达', '手动', '钢制双面']]),
  kind('轻金属床', 'A05010103', '张', 'room', 8, [480, 960], false, [['花都', '上下铺', '钢制']]),
  kind('轿车', 'A02030501', '辆', 'department', 0.9, [126000, 178000], true, [['一汽红旗', 'H5', '1.5T']]),
  kind('越野车', 'A02030502', '辆', 'department', 0.7, [198000, 248000], true, [
    ['一汽丰田', '普拉多', '3.5L'],
  ]),
  kind('囚车', 'A02030600', '辆', 'department', 0.5, [218000, 286000], true, [
    ['江铃全顺', 'JX5049', '执法勤务'],
  ]),
  kind('办公软件', 'A08060301', '套', 'department', 6, [1200, 5600], true, [
    ['金山', 'WPS 专业版', '场地授权'],
  ]),
];

export const SAMPLE_SUPPLIERS = [
  '巴彦淖尔市恒信办公设备有限公司',
  '内蒙古蒙维科技有限公司',
  '临河区新华家具城',
  '内蒙古政采云电子商城',
  '呼和浩特市鼎盛信息技术有限公司',
  '包头市天元制冷设备有限公司',
  '北京华宇信息技术有限公司',
];

export const SAMPLE_REPAIRERS = [
  '恒信办公设备维修部',
  '联想授权服务站（临河）',
  '格力空调售后服务中心',
  '蒙维科技售后',
];
export const SAMPLE_FAULTS = [
  '无法开机',
  '屏幕花屏',
  '卡纸',
  '制冷效果差',
  '硬盘异响',
  '椅轮损坏',
  '电源故障',
];
export const SAMPLE_IDLE_REASONS = ['人员调离后无人使用', '已更换新设备', '科室合并后富余', '法庭撤并腾退'];

function kind(
  name: string,
  classCode: string,
  unit: string,
  use: SampleUse,
  weight: number,
  priceYuan: readonly [number, number],
  hasSerial: boolean,
  models: SampleKind['models'],
): SampleKind {
  return { name, classCode, unit, use, weight, priceYuan, hasSerial, models };
}
