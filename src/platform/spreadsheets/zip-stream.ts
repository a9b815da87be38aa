/** A zip archive as a stream: entries are deflated while they arrive, nothing is held back but their directory. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export type ZipEntry = {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
};

type Written = { name: Buffer; crc: number; deflatedBytes: number; plainBytes: number; offset: number };

const LIMIT_BYTES = 0xffff_ffff;
const SIZES_FOLLOW_AND_UTF8_NAME = 0x0808;
const DEFLATE = 8;
const ZIP_VERSION = 20;
/** 1980-01-01, the earliest day a zip can name: the same content gives the same bytes. */
const DOS_DATE = 0x0021;

/**
 * Writes the entries in order; each entry's content is read only as fast as the archive is. The archive becomes
 * readable with its last bytes, so an error of an entry's content leaves something that no program opens.
 * Throws a RangeError when an entry or the archive exceeds 4 GiB.
 */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const record: Written = {
      name: Buffer.from(entry.name, 'utf8'),
      crc: 0,
      deflatedBytes: 0,
      plainBytes: 0,
      offset,
    };
    const head = localHeader(record);
    yield head;
    for await (const chunk of deflated(entry.content, record)) {
      record.deflatedBytes += chunk.length;
      yield chunk;
    }
    const tail = sizesRecord(record);
    yield tail;
    offset += head.length + record.deflatedBytes + tail.length;
    written.push(record);
    if (record.plainBytes > LIMIT_BYTES || offset > LIMIT_BYTES) {
      throw new RangeError('The file exceeds 4 GiB; narrow the selection');
    }
  }
  const directory = Buffer.concat(written.map(directoryRecord));
  yield directory;
  yield endRecord(written.length, directory.length, offset);
}

async function* deflated(
  content: AsyncIterable<string> | Iterable<string>,
  record: Written,
): AsyncGenerator<Uint8Array, void, undefined> {
  const deflate = createDeflateRaw({ level: 5 });
  // A failed source destroys `deflate` with its error, which the loop below throws; here it would go unhandled.
  const feeding = pipeline(Readable.from(counted(content, record)), deflate).catch(() => undefined);
  try {
    for await (const chunk of deflate) yield bytesOf(chunk);
  } finally {
    deflate.destroy();
    await feeding;
  }
}

function bytesOf(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError('zlib gave something that is not bytes');
}

async function* counted(content: AsyncIterable<string> | Iterable<string>, record: Written) {
  for await (const text of content) {
    const bytes = Buffer.from(text, 'utf8');
    record.crc = crc32(bytes, record.crc);
    record.plainBytes += bytes.length;
    yield bytes;
  }
}

function localHeader({ name }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(ZIP_VERSION, 4);
  header.writeUInt16LE(SIZES_FOLLOW_AND_UTF8_NAME, 6);
  header.writeUInt16LE(DEFLATE, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function sizesRecord({ crc, deflatedBytes, plainBytes }: Written): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x0807_4b50, 0);
  record.writeUInt32LE(crc, 4);
  record.writeUInt32LE(Math.min(deflatedBytes, LIMIT_BYTES), 8);
  record.writeUInt32LE(Math.min(plainBytes, LIMIT_BYTES), 12);
  return record;
}

function directoryRecord({ name, crc, deflatedBytes, plainBytes, offset }: Written): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x0201_4b50, 0);
  record.writeUInt16LE(ZIP_VERSION, 4);
  record.writeUInt16LE(ZIP_VERSION, 6);
  record.writeUInt16LE(SIZES_FOLLOW_AND_UTF8_NAME, 8);
  record.writeUInt16LE(DEFLATE, 10);
  record.writeUInt16LE(DOS_DATE, 14);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(deflatedBytes, 20);
  record.writeUInt32LE(plainBytes, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, name]);
}

function endRecord(entryCount: number, directoryBytes: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x0605_4b50, 0);
  record.writeUInt16LE(entryCount, 8);
  record.writeUInt16LE(entryCount, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}
