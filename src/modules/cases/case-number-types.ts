/**
 * Type characters (类型代字) of case numbers, as data: 法〔2015〕137号 (in force 2016-01-01) with its amendment 法〔2018〕335号;
 * bankruptcy by 法〔2016〕237号, mediation before filing by practice. A court adds its own in `case_number_types`.
 */

export interface CaseNumberTypeGroup {
  readonly zh: string;
  readonly en: string;
  readonly codes: readonly string[];
}

export const CASE_NUMBER_TYPE_GROUPS: readonly CaseNumberTypeGroup[] = [
  {
    zh: '管辖案件',
    en: 'Jurisdiction',
    codes: ['刑辖', '民辖', '民辖终', '民辖监', '行辖', '行辖终', '赔辖', '赔辖终'],
  },
  {
    zh: '刑事案件',
    en: 'Criminal',
    codes: [
      ...[
        '刑初',
        '刑终',
        '刑监',
        '刑申',
        '刑抗',
        '刑再',
        '刑没',
        '刑核',
        '刑医',
        '刑医解',
        '刑医复',
        '刑医监',
      ],
      ...['刑止', '刑止调', '刑止核', '刑更', '刑更监', '刑更备', '刑他'],
    ],
  },
  {
    zh: '民事案件',
    en: 'Civil',
    codes: [
      ...['民初', '民终', '民监', '民申', '民抗', '民再', '民撤', '民特', '民特监', '民催', '民督', '民督监'],
      ...['民破', '民算', '民他', '民诉前调', '诉前调'],
    ],
  },
  {
    zh: '行政案件',
    en: 'Administrative',
    codes: [
      ...['行初', '行终', '行监', '行申', '行抗', '行再', '行审', '行审复', '行他'],
      ...['行赔初', '行赔终', '行赔监', '行赔申', '行赔抗', '行赔再'],
    ],
  },
  {
    zh: '国家赔偿与司法救助案件',
    en: 'State compensation and judicial assistance',
    codes: [
      ...['法赔', '委赔', '委赔监', '委赔提', '委赔再', '赔他'],
      ...['司救刑', '司救民', '司救行', '司救赔', '司救执', '司救访', '司救他'],
    ],
  },
  {
    zh: '区际司法协助案件',
    en: 'Assistance between regions',
    codes: [
      ...['认台', '认港', '认澳', '认复', '认他', '请台送', '请港送', '请澳送', '台请送', '港请送', '澳请送'],
      ...['请台调', '请港调', '请澳调', '台请调', '港请调', '澳请调', '请移管', '助移管', '请移赃', '助移赃'],
    ],
  },
  {
    zh: '国际司法协助案件',
    en: 'International assistance',
    codes: [
      ...['协外认', '协他', '协外送', '请外送', '协外调', '请外调', '请外移', '协外移', '请外引', '协外引'],
    ],
  },
  { zh: '司法制裁案件', en: 'Sanctions', codes: ['司惩', '司惩复'] },
  { zh: '非诉保全审查案件', en: 'Preservation outside a suit', codes: ['财保', '行保', '行保复', '证保'] },
  {
    zh: '执行类案件',
    en: 'Execution',
    codes: ['执', '执恢', '执保', '执异', '执复', '执监', '执协', '执他'],
  },
  { zh: '强制清算与破产案件', en: 'Liquidation and bankruptcy', codes: ['破申', '破', '强清', '强清申'] },
];

/** The types that ship with the program. */
export const CASE_NUMBER_TYPES: readonly string[] = CASE_NUMBER_TYPE_GROUPS.flatMap(({ codes }) => codes);

/** Second instance, commutation, confiscation and review are no matter of a basic court. */
export const NEVER_IN_BASIC_COURTS: ReadonlySet<string> = new Set([
  ...['刑终', '民终', '行终', '刑更', '刑没', '刑核'],
]);

/** Numbers of this type are eight random digits (法〔2015〕137号 第十条). */
export const RANDOM_NUMBER_TYPE = '刑核';
export const RANDOM_NUMBER_DIGITS = 8;
