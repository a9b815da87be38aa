import { refuseFile } from '../refusals.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

export type OpenedFile = { readonly kind: 'xlsx'; readonly archive: ZipArchive } | { readonly kind: 'text' };

const OLE_START = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const ZIP_START = Buffer.from('PK');
const MARKUP_HTML = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b/i;
const MARKUP_XML = /^\s*<\?xml\b/i;
const OTHER_STARTS = ['%PDF', '\x89PNG', '\xff\xd8\xff', 'Rar!', '7z\xbc\xaf', 'GIF8', '\x1f\x8b'];

/**
 * Tells by the content, never by the name, whether a file is a workbook or text; refuses what only looks like a
 * spreadsheet: old xls, xlsb, ods, locked files, web pages named xls, pictures, PDF.
 * Throws one of the IMPORT_FILE_… refusals.
 */
export function openFile(bytes: Uint8Array, fileName: string, unpackedLimitBytes: number): OpenedFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) throw refuseFile('IMPORT_FILE_EMPTY');
  if (file.subarray(0, 8).equals(OLE_START)) {
    throw refuseFile(file.includes(ENCRYPTED_PACKAGE) ? 'IMPORT_FILE_ENCRYPTED' : 'IMPORT_FILE_OLD_XLS');
  }
  if (file.subarray(0, 2).equals(ZIP_START) && [0x0304, 0x0506].includes(file.readUInt16BE(2))) {
    return { kind: 'xlsx', archive: openWorkbookArchive(file, fileName, unpackedLimitBytes) };
  }
  refuseMarkupAndMedia(file, fileName);
  return { kind: 'text' };
}

function openWorkbookArchive(file: Buffer, fileName: string, limitBytes: number): ZipArchive {
  const archive = openZip(file, limitBytes);
  if (archive.has('xl/workbook.bin')) throw refuseFile('IMPORT_FILE_XLSB');
  if (archive.has('mimetype') || archive.has('META-INF/manifest.xml')) throw refuseFile('IMPORT_FILE_ODS');
  if (!archive.has('[Content_Types].xml')) throw refuseFile('IMPORT_FILE_NOT_A_TABLE', { fileName });
  return archive;
}

function refuseMarkupAndMedia(file: Buffer, fileName: string): void {
  const start = file.toString('latin1', 0, 2048);
  if (OTHER_STARTS.some((media) => start.startsWith(media))) {
    throw refuseFile('IMPORT_FILE_NOT_A_TABLE', { fileName });
  }
  // Bytes of a UTF-16 page are read as single characters once the zeros are gone.
  const visible = start.replace(/\0/g, '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (MARKUP_HTML.test(visible)) throw refuseFile('IMPORT_FILE_HTML');
  if (MARKUP_XML.test(visible)) {
    throw refuseFile(/<html\b/i.test(visible) ? 'IMPORT_FILE_HTML' : 'IMPORT_FILE_XML');
  }
}
