/** The numbers by which a row of a file calls an asset, and which of them tells one asset from another. Pure. */
import type { AssetDraft } from '../../imports/asset-draft.ts';
import { foldCodeText, readItemCode } from '../../item-codes/item-code.ts';
import { foldAlias } from '../search-grams.ts';

export interface FileNumbers {
  /** An item code of ours. */
  readonly ownCode: string | null;
  /** The number that the file's own system gave, folded. */
  readonly foreignCode: string | null;
  /** Earlier numbers, folded, without the foreign code. */
  readonly oldNumbers: readonly string[];
  /** A serial number that tells one thing from another, folded. */
  readonly serialNumber: string | null;
  readonly problem: 'CODE_CHECK_DIGITS_WRONG' | null;
}

const SHORTEST_SERIAL = 4;
/** What people write where there is no serial number. */
const PLACEHOLDERS = new Set([
  'NONE',
  'NULL',
  'NIL',
  'UNKNOWN',
  '没有',
  '无序列号',
  '暂无',
  '不详',
  '未知',
  '见铭牌',
]);

function foldedOrNull(text: string | undefined): string | null {
  const folded = text === undefined ? '' : foldAlias(text);
  return folded === '' ? null : folded;
}

/** Placeholders and runs of one digit, such as 0000 or 无, tell nothing. */
export function identifyingSerial(text: string | undefined): string | null {
  const folded = foldedOrNull(text);
  if (folded === null || folded.length < SHORTEST_SERIAL || PLACEHOLDERS.has(folded)) return null;
  return /^(.)\1*$/u.test(folded) ? null : folded;
}

const OUR_SHAPE = /^A(\d{6})\d{9}$/;

/** Whether a text is an item code of ours: right check digits, or this court's number before a mistyped rest. */
export function readOwnCode(
  text: string,
  divisionNumber: string,
): { readonly code: string } | 'CODE_CHECK_DIGITS_WRONG' | null {
  const read = readItemCode(text);
  if (read.ok) return read.kind === 'A' ? { code: read.code } : null;
  const shape = OUR_SHAPE.exec(foldCodeText(text).replace(/-/g, ''));
  return read.reason === 'CHECK_DIGITS_WRONG' && shape?.[1] === divisionNumber
    ? 'CODE_CHECK_DIGITS_WRONG'
    : null;
}

/** The numbers of a row; `divisionNumber` is the court's. */
export function numbersOf(draft: AssetDraft, divisionNumber: string): FileNumbers {
  const own = draft.code === undefined ? null : readOwnCode(draft.code, divisionNumber);
  const foreignCode = own === null ? foldedOrNull(draft.code) : null;
  const oldNumbers = [draft.oldNumber1, draft.oldNumber2]
    .flatMap((text) => foldedOrNull(text) ?? [])
    .filter((number, index, all) => number !== foreignCode && all.indexOf(number) === index);
  return {
    ownCode: own !== null && typeof own === 'object' ? own.code : null,
    foreignCode,
    oldNumbers,
    serialNumber: identifyingSerial(draft.serialNumber),
    problem: own === 'CODE_CHECK_DIGITS_WRONG' ? own : null,
  };
}

/** The numbers that no other row of the file may have: the strongest kind that the row has. */
export function identityKeys(numbers: FileNumbers): readonly string[] {
  if (numbers.ownCode !== null) return [`code ${numbers.ownCode}`];
  if (numbers.foreignCode !== null) return [`number ${numbers.foreignCode}`];
  if (numbers.oldNumbers.length > 0) return numbers.oldNumbers.map((number) => `number ${number}`);
  return numbers.serialNumber === null ? [] : [`serial ${numbers.serialNumber}`];
}

/** Whether nothing but what it says tells the row from others. */
export function isNumberless(numbers: FileNumbers): boolean {
  return numbers.problem === null && identityKeys(numbers).length === 0;
}
