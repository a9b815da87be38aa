/**
 * The file of the keys that numbers of identity documents are sealed with. It is no part of a backup: who has both the
 * rows and the keys can read the numbers. Keys are added and never removed, because backups need the old ones.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { shanghaiInstant } from '../clock.ts';
import { StartRefused } from '../migrations.ts';

const KEY_BYTES = 32;
const keyFile = z.object({
  keys: z
    .array(
      z.object({
        id: z.string().regex(/^[\w-]{1,40}$/),
        createdAt: z.iso.datetime({ offset: true }),
        key: z
          .string()
          .transform((text) => Buffer.from(text, 'base64'))
          .refine((bytes) => bytes.length === KEY_BYTES),
      }),
    )
    .min(1),
});

export interface IdentityKey {
  readonly id: string;
  readonly createdAt: string;
  readonly key: Buffer;
}

/** The keys of a file, oldest first. Throws StartRefused, without anything of the content, when it cannot be read. */
export function readKeyFile(file: string): IdentityKey[] {
  try {
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8'))).keys;
  } catch {
    throw new StartRefused({
      zh: `证件号码密钥文件 ${file} 无法读取或内容不完整，请检查权限，或用另行保管的副本恢复该文件。`,
      en: `The file of identity keys ${file} cannot be read or is damaged. Check its permissions, or put back the copy that is kept elsewhere.`,
    });
  }
}

export function hasKeyFile(file: string): boolean {
  return existsSync(file);
}

/** Changes whenever another file stands under the name. */
export function keyFileStamp(file: string): string {
  const { mtimeMs, ino, size } = statSync(file);
  return `${mtimeMs} ${ino} ${size}`;
}

function newKey(now: Date): IdentityKey {
  const id = `k${shanghaiInstant(now).slice(0, 10).replaceAll('-', '')}-${randomBytes(3).toString('hex')}`;
  return { id, createdAt: shanghaiInstant(now), key: randomBytes(KEY_BYTES) };
}

async function writeKeyFile(file: string, keys: readonly IdentityKey[]): Promise<void> {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.unfinished`;
  const content = { keys: keys.map((each) => ({ ...each, key: each.key.toString('base64') })) };
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    await handle.writeFile(`${JSON.stringify(content, null, 1)}\n`);
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
    await chmod(file, 0o600);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Adds a key, which from then on seals what is written; makes the file where there is none. Complete or unchanged. */
export async function addIdentityKey(file: string, now: Date): Promise<IdentityKey> {
  const added = newKey(now);
  await writeKeyFile(file, [...(hasKeyFile(file) ? readKeyFile(file) : []), added]);
  return added;
}
