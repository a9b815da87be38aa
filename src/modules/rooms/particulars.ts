/**
 * What a checklist says of a thing beside its name: kept by its parts, said in the language of the reader. Pure; runs in
 * the browser too.
 */
import type { Sentence } from '../../platform/errors.ts';
import { sayQuantity } from '../../platform/quantity.ts';

export interface Particulars {
  readonly caseNumber: string;
  /** Which of the things of the case. */
  readonly number: number;
  readonly quantity: string;
  readonly unit: string;
  readonly sealNumber: string | null;
  /** The box or bag in which it lies. */
  readonly container: string | null;
}

/** Its case, which thing of it, how much; its seal and box where it has them. */
export function sayParticulars(
  particulars: Particulars,
  parts: { readonly seal: boolean } = { seal: true },
): Sentence {
  const { caseNumber, number, quantity, unit, sealNumber, container } = particulars;
  const amount = sayQuantity(quantity, unit);
  const seal = parts.seal ? sealNumber : null;
  const join = (piece: string, said: string, sealed: string, boxed: string) =>
    [
      `${caseNumber} ${piece}`,
      said,
      ...(seal === null ? [] : [`${sealed} ${seal}`]),
      ...(container === null ? [] : [`${boxed} ${container}`]),
    ].join(' · ');
  return {
    zh: join(`第 ${number} 件`, amount.zh, '封条', '箱袋'),
    en: join(`no. ${number}`, amount.en, 'seal', 'in'),
  };
}
