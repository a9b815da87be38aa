import { inflateRawSync } from 'node:zlib';
import { refuseFile } from '../refusals.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SEARCH_BYTES = 65_557;
const IN_ZIP64_EXTRA = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const MEBIBYTE = 1024 * 1024;

interface Entry {
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerOffset: number;
}

export interface ZipArchive {
  has(name: string): boolean;
  /** The part unpacked, or null where there is none of that name (case and leading slash ignored). */
  read(name: string): Buffer | null;
}

/**
 * Opens a zip archive in memory (PKWARE APPNOTE 4.3). Sizes are checked before anything is unpacked and enforced while
 * unpacking, so that an archive whose directory lies is refused as well.
 * Throws IMPORT_FILE_DAMAGED, IMPORT_FILE_UNPACKS_TOO_LARGE, IMPORT_FILE_ENCRYPTED.
 */
export function openZip(bytes: Uint8Array, limitBytes: number): ZipArchive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(file);
  let total = 0;
  for (const entry of entries.values()) total += entry.unpackedBytes;
  if (total > limitBytes) throw tooLarge(limitBytes);
  return {
    has: (name) => entries.has(keyOf(name)),
    read(name) {
      const entry = entries.get(keyOf(name));
      return entry === undefined ? null : unpack(file, name, entry, limitBytes);
    },
  };
}

function keyOf(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

function tooLarge(limitBytes: number) {
  return refuseFile('IMPORT_FILE_UNPACKS_TOO_LARGE', { limitMegabytes: Math.floor(limitBytes / MEBIBYTE) });
}

function damaged(part: string) {
  return refuseFile('IMPORT_FILE_DAMAGED', { part });
}

function readDirectory(file: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  try {
    const end = findEnd(file);
    const count = file.readUInt16LE(end + 10);
    let at = file.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged('zip');
      const nameBytes = file.readUInt16LE(at + 28);
      const extraBytes = file.readUInt16LE(at + 30);
      const encrypted = (file.readUInt16LE(at + 8) & 1) === 1;
      if (encrypted) throw refuseFile('IMPORT_FILE_ENCRYPTED');
      const name = file.toString('utf8', at + 46, at + 46 + nameBytes);
      entries.set(keyOf(name), readEntry(file, at, at + 46 + nameBytes, extraBytes));
      at += 46 + nameBytes + extraBytes + file.readUInt16LE(at + 32);
    }
  } catch (error) {
    throw hasCode(error, ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS']) ? damaged('zip') : error;
  }
  return entries;
}

function findEnd(file: Buffer): number {
  const lowest = Math.max(0, file.length - END_SEARCH_BYTES);
  for (let at = file.length - 22; at >= lowest; at -= 1) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw damaged('zip');
}

/** Some writers put the three numbers into the zip64 extra field even where they are small. */
function readEntry(file: Buffer, at: number, extraAt: number, extraBytes: number): Entry {
  let zip64At = -1;
  for (let extra = extraAt; extra + 4 <= extraAt + extraBytes; extra += 4 + file.readUInt16LE(extra + 2)) {
    if (file.readUInt16LE(extra) === 1) zip64At = extra + 4;
  }
  const wide = (value: number): number => {
    if (value !== IN_ZIP64_EXTRA) return value;
    if (zip64At < 0) throw damaged('zip');
    zip64At += 8;
    return Number(file.readBigUInt64LE(zip64At - 8));
  };
  const unpackedBytes = wide(file.readUInt32LE(at + 24));
  const packedBytes = wide(file.readUInt32LE(at + 20));
  const headerOffset = wide(file.readUInt32LE(at + 42));
  return { method: file.readUInt16LE(at + 10), packedBytes, unpackedBytes, headerOffset };
}

function unpack(file: Buffer, name: string, entry: Entry, limitBytes: number): Buffer {
  const at = entry.headerOffset;
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL_HEADER) throw damaged(name);
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const packed = file.subarray(start, start + entry.packedBytes);
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED) throw damaged(name);
  try {
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(1, Math.min(limitBytes, entry.unpackedBytes)),
    });
  } catch (error) {
    if (hasCode(error, ['ERR_BUFFER_TOO_LARGE'])) throw tooLarge(limitBytes);
    throw damaged(name);
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && codes.includes(code);
}
