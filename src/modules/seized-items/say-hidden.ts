/** What answers hold in place of a name or a cause that the reader is not cleared for. Pure; runs in the browser too. */
import { HIDDEN_CAUSE } from '../cases/mask-names.ts';
import { SECRET_ITEM } from './item-piece.ts';
import { keptSentenceInEnglish } from './kept-sentences.ts';

/** Where names and causes are answered; papers hold theirs in lists of cells, and stay word by word. */
const NAMED: ReadonlySet<string> = new Set(['name', 'itemName', 'title', 'label', 'subjectLabel', 'cause']);
const LABEL = new RegExp(`^(\\S+) ${SECRET_ITEM.zh}$`, 'u');

/** A reviver of `JSON.parse`: in English what the product wrote; what somebody wrote stays as it is. */
export function sayHiddenInEnglish(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !NAMED.has(key)) return value;
  if (value === HIDDEN_CAUSE.zh) return HIDDEN_CAUSE.en;
  if (!value.includes(SECRET_ITEM.zh)) return value;
  return keptSentenceInEnglish(value) ?? value.replace(LABEL, `$1 ${SECRET_ITEM.en}`);
}
