import { chmod, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A folder below the system's temporary one that the account of an embedded database may pass through. */
export async function makeDataParent(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'court-custody-product-'));
  await chmod(folder, 0o711);
  return folder;
}
