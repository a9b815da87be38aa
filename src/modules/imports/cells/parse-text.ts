import { hasControlCharacters, isWellFormedText } from '../../../platform/fields.ts';
import { accept, refuseCell, type Verdict } from '../problems.ts';
import { trimOuter, type RawCell } from '../raw-table.ts';
import { errorVerdict, plainText, typedText } from './cell-value.ts';

export interface TextLimit {
  readonly maxLength: number;
}

const OUTER_BREAKS = /^[\r\n\t]+|[\r\n\t]+$/g;
const REPLACEMENT_CHARACTER = '\ufffd';

/** One line as typed; line breaks at its ends, which nobody sees in a cell, are dropped. The cell is not blank. */
export function parseLine(cell: RawCell, limit: TextLimit): Verdict<string> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  const text = typedText(cell).replace(OUTER_BREAKS, '');
  return /[\r\n\t]/.test(text) ? refuseCell('TEXT_HAS_LINE_BREAKS') : checkText(text, limit);
}

/** Several lines as typed; line ends become LF. The cell is not blank. */
export function parseParagraph(cell: RawCell, limit: TextLimit): Verdict<string> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  return checkText(typedText(cell).replace(/\r\n?/g, '\n'), limit);
}

function checkText(text: string, { maxLength }: TextLimit): Verdict<string> {
  if (!isWellFormedText(text) || text.includes(REPLACEMENT_CHARACTER)) return refuseCell('TEXT_DAMAGED');
  if (hasControlCharacters(text)) return refuseCell('TEXT_HAS_CONTROL_CHARACTERS');
  if (text.length > maxLength) return refuseCell('TEXT_TOO_LONG', { count: text.length, limit: maxLength });
  return accept(text);
}

/** What Excel shows for a number too long for its cell, and what Java writes: 1.23E+15, 1.23E15. But 1E10 may be real. */
const SCIENTIFIC = /^[-+]?(?:\d\.\d+E\+?\d{1,3}|\dE\+\d{2,3})$/i;
const FIRST_LOST_DIGIT = 1e15;

/**
 * A number of a thing or a paper: serial, model, voucher, old number. Kept as typed, without outer space. Refused where
 * Excel has already destroyed it: 1.23E+15 (IDENTIFIER_SCIENTIFIC), a numeric cell of 16 digits, of which Excel keeps
 * 15 (IDENTIFIER_DIGITS_LOST), a date made of something like 3-5 (IDENTIFIER_BECAME_DATE). The cell is not blank.
 */
export function parseIdentifier(cell: RawCell, limit: TextLimit): Verdict<string> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  if (typeof cell !== 'string') {
    if (cell.kind === 'date') return refuseCell('IDENTIFIER_BECAME_DATE');
    if (cell.kind === 'number' && Math.abs(cell.value) >= FIRST_LOST_DIGIT)
      return refuseCell('IDENTIFIER_DIGITS_LOST');
  }
  if (SCIENTIFIC.test(plainText(cell))) return refuseCell('IDENTIFIER_SCIENTIFIC');
  const line = parseLine(cell, limit);
  return line.ok ? accept(trimOuter(line.value)) : line;
}

const NAME_SEPARATORS = /[;；,，、|\n\r]+/;
const MOST_NAMES = 50;

/** Several names in one cell, separated by ; , 、 | or line breaks. The cell is not blank. */
export function parseNames(cell: RawCell, limit: TextLimit): Verdict<readonly string[]> {
  const paragraph = parseParagraph(cell, { maxLength: limit.maxLength * MOST_NAMES });
  if (!paragraph.ok) return paragraph;
  const names = paragraph.value
    .split(NAME_SEPARATORS)
    .map(trimOuter)
    .filter((name) => name !== '');
  const long = names.find((name) => name.length > limit.maxLength);
  if (long !== undefined) return refuseCell('TEXT_TOO_LONG', { count: long.length, limit: limit.maxLength });
  return accept(names);
}

const CURRENT_CLASS_CODE = /^A\d{8}$/;

/**
 * A class code of GB/T 14885-2022: A and 8 digits, in capitals. Old and short codes are refused and never completed,
 * because codes of the 2010 edition and of the procurement catalogue look alike and mean other things.
 * The cell is not blank.
 */
export function parseClassCode(cell: RawCell): Verdict<string> {
  const error = errorVerdict(cell);
  if (error !== null) return error;
  const text = plainText(cell).toUpperCase();
  if (CURRENT_CLASS_CODE.test(text)) return accept(text);
  if (/^\d{7}$/.test(text)) return refuseCell('CLASS_CODE_OF_2010');
  return refuseCell(/^A\d{2,7}$/.test(text) ? 'CLASS_CODE_INCOMPLETE' : 'CLASS_CODE_UNREADABLE');
}
