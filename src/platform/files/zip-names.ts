/** Names of the entries of a ZIP file, from its central directory; nothing is unpacked. */
import type { FileHandle } from 'node:fs/promises';

const END_RECORD = 0x06054b50;
const ENTRY_RECORD = 0x02014b50;
const END_RECORD_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const DIRECTORY_BYTES_MAX = 4 * 1024 * 1024;

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function namesOf(directory: Buffer): string[] | null {
  const names: string[] = [];
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === ENTRY_RECORD) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const commentBytes = directory.readUInt16LE(at + 32);
    names.push(directory.toString('utf8', at + 46, at + 46 + nameBytes));
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  return at === directory.length ? names : null;
}

/** Null where there is no central directory that can be read, or one of more than 4 MiB. */
export async function readZipNames(handle: FileHandle, sizeBytes: number): Promise<string[] | null> {
  const tailBytes = Math.min(sizeBytes, END_RECORD_BYTES + COMMENT_BYTES_MAX);
  const tail = await readAt(handle, sizeBytes - tailBytes, tailBytes);
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(END_RECORD);
  const end = tail.lastIndexOf(signature);
  if (end < 0 || end + END_RECORD_BYTES > tail.length) return null;
  const directoryBytes = tail.readUInt32LE(end + 12);
  const directoryAt = tail.readUInt32LE(end + 16);
  if (directoryBytes > DIRECTORY_BYTES_MAX || directoryAt + directoryBytes > sizeBytes) return null;
  return namesOf(await readAt(handle, directoryAt, directoryBytes));
}
