/** What the shipped rules of approval and of keeping rest on, in English beside the words in which it is kept. Pure; runs in the browser too. */
const PARTS: Readonly<Record<string, string>> = {
  '参照公通字〔2015〕21号第11条：办案部门负责人批准（默认规则）':
    'After Gongtongzi [2015] No. 21, art. 11: the head of the department approves (default)',
  '参照公通字〔2015〕21号第11条：逾期须办理延期手续（默认规则）':
    'After Gongtongzi [2015] No. 21, art. 11: what is overdue is extended formally (default)',
  '参照高检发〔2015〕6号：启封须履行审批手续并重新封存（默认规则）':
    'After Gaojianfa [2015] No. 6: opened on approval and sealed again (default)',
  '参照高检发〔2015〕6号：移送、处理须院领导批准（默认规则）':
    'After Gaojianfa [2015] No. 6: the leaders of the court approve what leaves (default)',
  '贵重、特殊物品送检加院领导': 'valuable and special things also by the leaders',
  '贵重、特殊物品加院领导': 'valuable and special things also by the leaders',
  特殊物品加院长: 'special things also by the president',
  估价一百万元以上加院长: 'from a value of a million yuan also by the president',
  刑诉法解释第440条: 'Interpretation of the Criminal Procedure Law, art. 440',
  '移库外由院领导批准（默认规则）': 'the leaders approve what leaves the store (default)',
  '刑诉法解释第438、445条': 'Interpretation of the Criminal Procedure Law, arts. 438 and 445',
  '刑诉法第245条、解释第445条': 'Criminal Procedure Law, art. 245; its Interpretation, art. 445',
  刑诉法解释第449条: 'Interpretation of the Criminal Procedure Law, art. 449',
  '承办部门负责人确认（默认规则）': 'the head of the handling department confirms (default)',
  '刑诉法解释第439条：权利人申请或者同意，并经院长批准':
    'Interpretation of the Criminal Procedure Law, art. 439: the right holder asks or agrees, the president approves',
  '旧台账与首次清点不符，保管人不得自行调账，由院领导认定（默认规则）':
    'A first count that differs from the older register: the keeper adjusts nothing, the leaders decide (default)',
  '系统默认，非法定标准；本院另有规定的从其规定':
    'A default of the product, not the law; what the court lays down itself goes before',
  '院长批准，保管人不得申请（默认规则）': 'The president approves; the keeper may not ask (default)',
  '刑诉法解释第531条：应当退还、赔偿；不再追回的由院领导批准（默认规则）':
    'Judicial interpretation of the Criminal Procedure Law, article 531: what was executed is given back or compensated; leaders approve that nothing more comes back (default rule)',
  '院领导批准，原记录与更正并存（默认规则）':
    'The leaders approve; the record and its correction both stand (default)',
};

/** undefined: not one of the shipped ones, such as a court's own paper. */
export function requestBasisInEnglish(basis: string): string | undefined {
  if (Object.hasOwn(PARTS, basis)) return PARTS[basis];
  const parts = basis.split('；').map((part) => (Object.hasOwn(PARTS, part) ? PARTS[part] : undefined));
  return parts.includes(undefined) ? undefined : parts.join('; ');
}
