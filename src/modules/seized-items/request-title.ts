/** What a request is called: its kind, the first of its things, how many more there are, and its case. Pure. */
import type { Sentence } from '../../platform/errors.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { keptSentenceInEnglish } from './kept-sentences.ts';

export interface TitledRequest {
  /** As the approver may read it. */
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly caseNumber: string;
  readonly itemCount: number;
  readonly caseCount: number;
}

/** `借出：手机 2 部，（2025）内08刑初12号` / `Loan: 手机 2 units, （2025）内08刑初12号`. */
export function titleOfRequest(
  kind: Sentence,
  { name, quantity, unit, ...request }: TitledRequest,
): Sentence {
  const { caseNumber, itemCount, caseCount } = request;
  const amount = sayQuantity(quantity, unit);
  const nameEn = keptSentenceInEnglish(name) ?? name;
  const what =
    itemCount === 1
      ? { zh: `${name} ${amount.zh}`, en: `${nameEn} ${amount.en}` }
      : { zh: `${name}等 ${itemCount} 件`, en: `${nameEn} and ${itemCount - 1} more` };
  const cases =
    caseCount === 1 ? { zh: '', en: '' } : { zh: ` 等 ${caseCount} 案`, en: ` and ${caseCount - 1} more` };
  return {
    zh: `${kind.zh}：${what.zh}，${caseNumber}${cases.zh}`,
    en: `${kind.en}: ${what.en}, ${caseNumber}${cases.en}`,
  };
}
