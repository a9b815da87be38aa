/** Which of the things of a case an item is. Pure. */
import type { Sentence } from '../../platform/errors.ts';

/** `（2025）内08刑初12号 第 3 件` / `（2025）内08刑初12号 no. 3`. */
export function pieceOf({
  caseNumber,
  number,
}: {
  readonly caseNumber: string;
  readonly number: number;
}): Sentence {
  return { zh: `${caseNumber} 第 ${number} 件`, en: `${caseNumber} no. ${number}` };
}
