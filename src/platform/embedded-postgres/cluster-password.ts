/** The password of the cluster, in a file that only we can read. */
import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { errorCodeOf } from '../error-code.ts';

const OWNER_ONLY = 0o600;

/** Null when there is none. Closes the file to others where someone has opened it. */
export async function readPassword(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null || text.trim() === '') return null;
  await chmod(file, OWNER_ONLY);
  return text.trim();
}

export function makePassword(): string {
  return randomBytes(24).toString('base64url');
}

export async function writePassword(file: string, password: string): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, `${password}\n`, { mode: OWNER_ONLY });
  await chmod(unfinished, OWNER_ONLY);
  await rename(unfinished, file);
}
