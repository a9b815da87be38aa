/** Which of the things of a case an item is, and what it is called where its name is hidden. Pure; runs in the browser too. */
import type { Sentence } from '../../platform/errors.ts';

export const SECRET_ITEM = { zh: '涉密物品', en: 'Secret item' } as const;

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
