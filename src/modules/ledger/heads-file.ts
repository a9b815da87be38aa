/** Heads of books as a text file, one a line, kept away from the database: `court book sequence hash`. */
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { BookHead } from './book.ts';
import type { SavedHead } from './verify-chain.ts';

const LINE = /^(\d+) ([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/;

/** Throws on a line that is no head: a damaged file proves nothing. */
export async function readHeads(file: string): Promise<Map<string, SavedHead>> {
  const heads = new Map<string, SavedHead>();
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    const match = LINE.exec(line);
    const [, courtId, bookId, sequence, hash] = match ?? [];
    if (courtId === undefined || bookId === undefined || sequence === undefined || hash === undefined) {
      throw new Error(`not a heads file: ${line.slice(0, 80)}`);
    }
    heads.set(`${courtId}/${bookId}`, { courtId: Number(courtId), bookId, sequence: Number(sequence), hash });
  }
  return heads;
}

export interface HeadsWriter {
  write(head: BookHead): Promise<void>;
  close(): Promise<void>;
}

export function openHeadsWriter(file: string): HeadsWriter {
  const stream = createWriteStream(file, { mode: 0o600 });
  return {
    async write(head) {
      const line = `${head.courtId} ${head.id} ${head.lastSequence} ${head.lastHash.toString('hex')}\n`;
      if (!stream.write(line)) await once(stream, 'drain');
    },
    async close() {
      stream.end();
      await once(stream, 'finish');
    },
  };
}
