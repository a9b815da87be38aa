/** The port of the embedded server: chosen once, kept, and changed when another program has taken it. */
import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** Below the range from which Linux takes ports for outgoing connections. */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

export async function readKeptPort(file: string): Promise<number | null> {
  const port = Number(await readFile(file, 'utf8').catch(() => ''));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

export function pickPort(): number {
  return randomInt(FIRST_PORT, LAST_PORT);
}

export async function keepPort(file: string, port: number): Promise<void> {
  await writeFile(file, `${port}\n`);
}
