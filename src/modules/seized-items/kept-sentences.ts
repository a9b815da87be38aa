/**
 * What entries keep as a Chinese sentence of the product, in English beside the words in which it is kept: the approval
 * on which something rests, two figures that differ, what a thing was taken for, the name of what is hidden. Pure; runs in the browser too.
 */
import { sayQuantity, unitOfWord } from '../../platform/quantity.ts';
import { SECRET_ITEM } from './item-piece.ts';
import { ITEM_STATES } from './item-states.ts';
import { RELEASE_PURPOSES } from './releases/release-kinds.ts';

const WORDS: ReadonlyMap<string, string> = new Map(
  [...Object.values(ITEM_STATES), ...Object.values(RELEASE_PURPOSES), SECRET_ITEM].map(({ zh, en }) => [
    zh,
    en,
  ]),
);
const HIDDEN = /^涉密物品（第 (\d+) 件）$/u;
const APPROVAL = /^审批 (\d{4}-\d+)$/u;
const COUNTED = /^台账 ([\d.]+) (\S+)，实点 ([\d.]+) ([^\s，]+)(，认定以实点为基准)?$/u;

/** undefined: none of the product's, such as what somebody wrote. */
export function keptSentenceInEnglish(text: string): string | undefined {
  const approval = APPROVAL.exec(text)?.[1];
  if (approval !== undefined) return `Approval ${approval}`;
  const hidden = HIDDEN.exec(text)?.[1];
  if (hidden !== undefined) return `${SECRET_ITEM.en} (no. ${hidden})`;
  const [, booked, bookedUnit, counted, countedUnit, settled] = COUNTED.exec(text) ?? [];
  if (booked === undefined || counted === undefined) return WORDS.get(text);
  const said = (quantity: string, word = '') => sayQuantity(quantity, unitOfWord(word)).en;
  const end = settled === undefined ? '' : '; the count is the baseline';
  return `${said(booked, bookedUnit)} in the register, ${said(counted, countedUnit)} counted${end}`;
}
