/** Reads what `tar-writer.ts` writes, one entry after the other, without holding an entry in memory. */
import { TAR_BLOCK_BYTES } from './tar-writer.ts';

export interface TarEntry {
  readonly name: string;
  readonly sizeBytes: number;
  /** The content; what the reader leaves unread is skipped. */
  readonly content: AsyncIterable<Buffer>;
}

/** The file is not a backup, or it was cut or damaged on the way. */
export class TarDamaged extends Error {}

/** Takes byte counts off a stream of chunks. */
class ByteSource {
  private pending: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  private async fill(): Promise<boolean> {
    while (this.pending.length === 0) {
      const next = await this.chunks.next();
      if (next.done === true) return false;
      this.pending = next.value;
    }
    return true;
  }

  /** At most `limitBytes`, at least one byte. */
  async takeSome(limitBytes: number): Promise<Buffer> {
    if (!(await this.fill())) throw new TarDamaged('the file ends too early');
    const taken = this.pending.subarray(0, limitBytes);
    this.pending = this.pending.subarray(taken.length);
    return taken;
  }

  async take(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0;) {
      const part = await this.takeSome(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** Reads to the end, so that the decompressor checks its sum. */
  async drain(): Promise<void> {
    while (await this.fill()) this.pending = Buffer.alloc(0);
  }
}

function text(header: Buffer, from: number, bytes: number): string {
  const field = header.subarray(from, from + bytes);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? bytes : end).toString('utf8');
}

function readHeader(header: Buffer): { name: string; sizeBytes: number } {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (Number.parseInt(text(header, 148, 8), 8) !== sum || text(header, 257, 5) !== 'ustar') {
    throw new TarDamaged('an entry of the file is damaged');
  }
  if (text(header, 156, 1) !== '0') throw new TarDamaged('the file holds something else than files');
  const prefix = text(header, 345, 155);
  const base = text(header, 0, 100);
  return {
    name: prefix === '' ? base : `${prefix}/${base}`,
    sizeBytes: Number.parseInt(text(header, 124, 12), 8),
  };
}

/** Throws TarDamaged when the stream is no such file or ends too early. */
export async function* readTar(stream: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = new ByteSource(stream);
  for (;;) {
    const header = await source.take(TAR_BLOCK_BYTES);
    if (header.every((byte) => byte === 0)) break;
    const { name, sizeBytes } = readHeader(header);
    let left = sizeBytes;
    const content = (async function* () {
      while (left > 0) {
        const part = await source.takeSome(left);
        left -= part.length;
        yield part;
      }
    })();
    yield { name, sizeBytes, content };
    while (left > 0) left -= (await source.takeSome(left)).length;
    await source.take((TAR_BLOCK_BYTES - (sizeBytes % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES);
  }
  await source.drain();
}
