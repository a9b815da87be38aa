import iconv from 'iconv-lite';
import type { TextEncodingName } from '../raw-table.ts';
import { refuseFile } from '../refusals.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncodingName;
  readonly byteOrderMark: boolean;
}

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16LE_MARK = Buffer.from([0xff, 0xfe]);
const UTF16BE_MARK = Buffer.from([0xfe, 0xff]);
const SAMPLE_BYTES = 256 * 1024;
const PLAUSIBLE_SHARE = 0.8;

/**
 * Bytes of a csv file as text: byte order mark, then UTF-16 by its zero bytes, then strict UTF-8, then GB18030 where
 * most of it is common Chinese. `chosen` overrules all of it but the mark itself, which is never part of the text.
 * Throws IMPORT_ENCODING_UNKNOWN with the first line that is not UTF-8.
 */
export function decodeText(bytes: Uint8Array, chosen?: TextEncodingName): DecodedText {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marked = markedEncoding(file);
  const encoding = chosen ?? marked ?? unmarkedUtf16(file);
  if (encoding !== null) {
    const text = iconv.decode(file, encoding, { stripBOM: true });
    return { text, encoding, byteOrderMark: marked === encoding };
  }
  const utf8 = strictUtf8(file);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', byteOrderMark: false };
  if (isPlausibleChinese(file)) {
    return { text: iconv.decode(file, 'gb18030'), encoding: 'gb18030', byteOrderMark: false };
  }
  throw refuseFile('IMPORT_ENCODING_UNKNOWN', { line: firstLineThatIsNotUtf8(file) });
}

function markedEncoding(file: Buffer): TextEncodingName | null {
  if (file.subarray(0, 3).equals(UTF8_MARK)) return 'utf-8';
  if (file.subarray(0, 2).equals(UTF16LE_MARK)) return 'utf-16le';
  if (file.subarray(0, 2).equals(UTF16BE_MARK)) return 'utf-16be';
  return null;
}

const SEPARATORS = new Set([0x09, 0x0a, 0x0d, 0x2c, 0x3b]);

/**
 * Separators and line ends of UTF-16 always bring a zero byte, which no text in another encoding has; on which side
 * tells the order. Other zeros tell nothing: 一 is U+4E00.
 */
function unmarkedUtf16(file: Buffer): TextEncodingName | null {
  const sample = file.subarray(0, SAMPLE_BYTES);
  if (!sample.includes(0) || file.length % 2 !== 0) return null;
  let littleEndian = 0;
  let bigEndian = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const first = sample[at] ?? 0;
    const second = sample[at + 1] ?? 0;
    if (second === 0 && SEPARATORS.has(first)) littleEndian += 1;
    if (first === 0 && SEPARATORS.has(second)) bigEndian += 1;
  }
  if (littleEndian === bigEndian) return null;
  return littleEndian > bigEndian ? 'utf-16le' : 'utf-16be';
}

function strictUtf8(file: Buffer): string | null {
  if (file.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return null;
  }
}

/**
 * Western single-byte text decodes as GB18030 too, into rare characters. Real Chinese text lies nearly all in the
 * rows of GB 2312: 01–09 signs, 16–87 characters.
 */
function isPlausibleChinese(file: Buffer): boolean {
  let common = 0;
  let other = 0;
  const end = Math.min(file.length, SAMPLE_BYTES);
  for (let at = 0; at < end; at += 1) {
    const lead = file[at] ?? 0;
    if (lead === 0) return false;
    if (lead < 0x80) continue;
    const trail = file[at + 1] ?? 0;
    if (at + 1 < file.length && !isTrail(trail)) return false;
    const inGb2312 = trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7));
    if (inGb2312) common += 1;
    else other += 1;
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return common / (common + other) >= PLAUSIBLE_SHARE;
}

function isTrail(byte: number): boolean {
  return (byte >= 0x40 && byte <= 0xfe && byte !== 0x7f) || (byte >= 0x30 && byte <= 0x39);
}

function firstLineThatIsNotUtf8(file: Buffer): number {
  const lines = file.toString('utf8').split('\ufffd', 1)[0] ?? '';
  return lines.split(/\r\n|\r|\n/).length;
}
