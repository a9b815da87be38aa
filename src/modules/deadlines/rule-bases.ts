/** What the shipped rules rest on, in English beside the words in which it is kept. Pure; runs in the browser too. */
import type { Sentence } from '../../platform/errors.ts';

/** Laws, interpretations and papers by the name under which rules cite them. */
const SOURCES: Readonly<Record<string, string>> = {
  '刑事诉讼法（2018修正）': 'Criminal Procedure Law (2018)',
  '刑诉法解释（法释〔2021〕1号）': 'Interpretation of the Criminal Procedure Law (Fashi [2021] No. 1)',
  '刑事裁判涉财产部分执行规定（法释〔2014〕13号）':
    'Provisions on executing the property part of criminal judgments (Fashi [2014] No. 13)',
  '执行款物管理规定（法发〔2017〕6号）': 'Provisions on execution money and goods (Fafa [2017] No. 6)',
  北京高院赃证物管理工作暂行规定: 'Interim provisions of the Beijing High Court on exhibits',
  本院管理要求: 'The court’s own management',
  执行款物月度对账: 'Monthly reconciliation of execution money and goods',
  '民诉法解释（2022修正）': 'Interpretation of the Civil Procedure Law (2022)',
  '确定财产处置参考价规定（法释〔2018〕15号）': 'Provisions on the reference price (Fashi [2018] No. 15)',
  '网络司法拍卖规定（法释〔2016〕18号）': 'Provisions on online judicial auctions (Fashi [2016] No. 18)',
  '公安机关涉案财物管理若干规定（公通字〔2015〕21号）':
    'Provisions on seized property held by the police (Gongtongzi [2015] No. 21)',
  '财资〔2020〕97号': 'Caizi [2020] No. 97',
};
const ARTICLE = /^(.+?)第(\d+)条(?:第(\d+)项)?$/;

/** In both languages; a court's own paper as the court wrote it. */
export function sayRuleBasis(basis: string): Sentence {
  return { zh: basis, en: ruleBasisInEnglish(basis) ?? basis };
}

/** undefined: not one of the shipped ones, such as a court's own paper. */
export function ruleBasisInEnglish(basis: string): string | undefined {
  const [, source = basis, article, point] = ARTICLE.exec(basis) ?? [];
  const said = Object.hasOwn(SOURCES, source) ? SOURCES[source] : undefined;
  if (said === undefined || article === undefined) return said;
  return `${said}, art. ${article}${point === undefined ? '' : ` (${point})`}`;
}
