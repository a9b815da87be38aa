import { open, type FileHandle } from 'node:fs/promises';
import { FILE_KINDS, type FileKind } from './file-kinds.ts';
import { readZipNames } from './zip-names.ts';

const HEAD_BYTES = 64;
const CHUNK_BYTES = 256 * 1024;
const HEIF_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** What a ZIP file of a kind must hold. */
const ZIP_MARKS: readonly { readonly name: string; readonly kind: FileKind }[] = [
  { name: 'word/document.xml', kind: FILE_KINDS.docx },
  { name: 'xl/workbook.xml', kind: FILE_KINDS.xlsx },
  { name: 'ppt/presentation.xml', kind: FILE_KINDS.pptx },
  { name: 'OFD.xml', kind: FILE_KINDS.ofd },
];
/** Streams of the old formats of Word, Excel and PowerPoint; an installer is such a file too, without these. */
const OLE_MARKS = ['WordDocument', 'Workbook', 'Book', 'PowerPoint Document'];
const OLE_MACROS = ['_VBA_PROJECT', 'Macros'];

function startsWith(head: Buffer, ...bytes: number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function kindOfHead(head: Buffer): FileKind | 'zip' | 'ole' | null {
  if (startsWith(head, 0xff, 0xd8, 0xff)) return FILE_KINDS.jpeg;
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return FILE_KINDS.png;
  const ascii = head.toString('latin1');
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return FILE_KINDS.webp;
  if (ascii.slice(4, 8) === 'ftyp' && HEIF_BRANDS.has(ascii.slice(8, 12))) return FILE_KINDS.heic;
  if (ascii.startsWith('%PDF-')) return FILE_KINDS.pdf;
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'ole';
  return null;
}

async function kindOfZip(handle: FileHandle, sizeBytes: number): Promise<FileKind | null> {
  const names = await readZipNames(handle, sizeBytes);
  if (names === null || names.some((name) => /vbaProject\.bin$/i.test(name))) return null;
  const kind = ZIP_MARKS.find((mark) => names.includes(mark.name))?.kind ?? null;
  return kind === FILE_KINDS.ofd || names.includes('[Content_Types].xml') ? kind : null;
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function kindOfOle(handle: FileHandle): Promise<FileKind | null> {
  const inUtf16 = (text: string) => Buffer.from(`${text}\0`, 'utf16le');
  const marks = OLE_MARKS.map(inUtf16);
  const macros = OLE_MACROS.map(inUtf16);
  let rest: Buffer = Buffer.alloc(0);
  let isOffice = false;
  for await (const chunk of chunksOf(handle)) {
    const window = Buffer.concat([rest, chunk]);
    if (macros.some((mark) => window.includes(mark))) return null;
    isOffice ||= marks.some((mark) => window.includes(mark));
    rest = window.subarray(-64);
  }
  return isOffice ? FILE_KINDS.doc : null;
}

// oxlint-disable-next-line no-control-regex -- exactly these never stand in a text
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** A page, a drawing or a script: what begins like this is no plain text. */
const MARKUP_OR_SCRIPT = /^(?:<|#!)/;

async function kindOfText(handle: FileHandle): Promise<FileKind | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let beginning = '';
  let isEmpty = true;
  try {
    for await (const chunk of chunksOf(handle)) {
      const text = decoder.decode(chunk, { stream: true });
      if (NOT_TEXT.test(text)) return null;
      isEmpty = false;
      if (beginning.length < 2) beginning = (beginning + text).trimStart().slice(0, 2);
      if (MARKUP_OR_SCRIPT.test(beginning)) return null;
    }
    decoder.decode();
  } catch {
    return null;
  }
  return isEmpty ? null : FILE_KINDS.text;
}

/**
 * The kind of a file by its content; null for everything that is not taken: HTML, SVG and other markup, scripts,
 * programs, archives, documents with macros, text that is not UTF-8, empty files.
 */
export async function sniffFile(filePath: string): Promise<FileKind | null> {
  const handle = await open(filePath, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const kind = kindOfHead(buffer.subarray(0, bytesRead));
    if (kind === 'zip') return await kindOfZip(handle, size);
    if (kind === 'ole') return await kindOfOle(handle);
    return kind ?? (await kindOfText(handle));
  } finally {
    await handle.close();
  }
}
