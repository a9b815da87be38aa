/**
 * Which codes a misread or mistyped text may have meant: the valid ones one slip away. Nobody chooses among them but
 * the person who holds the label. Pure; runs on the device, so that a slip needs no server.
 */
import { foldCodeText, ITEM_CODE_KINDS, readItemCode } from './item-code.ts';

const KIND_LETTERS = Object.keys(ITEM_CODE_KINDS);
const DIGITS = [...'0123456789'];
const CODE_LENGTH = 16;

/** Letters that are read where a digit stands. */
const LETTER_AS_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
};
/** What is read where the kind's letter stands. */
const AS_KIND: Readonly<Record<string, readonly string[]>> = {
  '0': ['D'],
  O: ['D'],
  '1': ['L'],
  I: ['L'],
  '4': ['A'],
  '5': ['S'],
  '8': ['B'],
  U: ['V'],
  Y: ['V'],
  F: ['P'],
  R: ['P'],
};
/** Digits that are taken for each other when they are worn or written by hand. */
const ALIKE_DIGITS: Readonly<Record<string, string>> = {
  '0': '689',
  '1': '74',
  '2': '7',
  '3': '85',
  '4': '19',
  '5': '36',
  '6': '058',
  '7': '12',
  '8': '0369',
  '9': '048',
};

/** How the slip happened, likeliest first. */
const SLIPS = ['look_alike', 'swapped', 'alike_digit', 'other'] as const;
export type Slip = (typeof SLIPS)[number];

export interface IntendedCode {
  readonly code: string;
  readonly slip: Slip;
}

/** The text as sixteen characters without its label version; undefined when it cannot be a code with one slip. */
function codeLike(text: string): string | undefined {
  const folded = foldCodeText(text)
    .replace(/^.*\/C\//, '')
    .replace(/^(.{16})-.$/, '$1')
    .replace(/-/g, '');
  return folded.length === CODE_LENGTH && /^[0-9A-Z]+$/.test(folded) ? folded : undefined;
}

function replaceAt(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

/** Letters among the digits become the digits that they look like, all of them. */
function withDigits(text: string): string {
  return text.charAt(0) + text.slice(1).replace(/[A-Z]/g, (letter) => LETTER_AS_DIGIT[letter] ?? letter);
}

function lookAlikes(text: string): string[] {
  const digits = withDigits(text);
  const kinds = AS_KIND[text.charAt(0)] ?? [];
  return [digits, ...kinds.map((letter) => replaceAt(digits, 0, letter))];
}

function swaps(text: string): string[] {
  return Array.from(
    { length: CODE_LENGTH - 1 },
    (_, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  );
}

function substitutions(text: string): { code: string; slip: Slip }[] {
  return Array.from({ length: CODE_LENGTH }, (_, at) => at).flatMap((at) => {
    const read = text.charAt(at);
    const characters = at === 0 ? KIND_LETTERS : DIGITS;
    return characters.map((character) => ({
      code: replaceAt(text, at, character),
      slip:
        at > 0 && ALIKE_DIGITS[read]?.includes(character) === true
          ? ('alike_digit' as const)
          : ('other' as const),
    }));
  });
}

/**
 * The valid codes that differ from the text by one wrong character or one swap of neighbours, or by characters that
 * look like others; likeliest first, at most `limit`. Empty when the text is a valid code, or nothing like one.
 */
export function listIntendedCodes(text: string, limit = 12): IntendedCode[] {
  const read = codeLike(text);
  if (read === undefined || readItemCode(read).ok) return [];
  const digits = withDigits(read);
  const slipped = [
    ...lookAlikes(read).map((code) => ({ code, slip: 'look_alike' as const })),
    ...swaps(digits).map((code) => ({ code, slip: 'swapped' as const })),
    ...substitutions(digits),
  ];
  const found = new Map<string, Slip>();
  for (const slip of SLIPS) {
    for (const candidate of slipped) {
      const isNew = candidate.slip === slip && !found.has(candidate.code);
      if (isNew && readItemCode(candidate.code).ok) found.set(candidate.code, slip);
    }
  }
  return [...found].slice(0, limit).map(([code, slip]) => ({ code, slip }));
}

/** Whether the text was meant to be a code: one with wrong check digits, or one slip away from a valid one. */
export function isLikeCode(text: string): boolean {
  const scanned = readItemCode(text);
  if (scanned.ok) return false;
  if (scanned.reason === 'CHECK_DIGITS_WRONG') return true;
  const read = codeLike(text);
  const digitCount = read?.replace(/\D/g, '').length ?? 0;
  return digitCount >= CODE_LENGTH / 2 && listIntendedCodes(text, 1).length > 0;
}
