/** The keys as a running process holds them: read anew when the file changes, so that a rotation needs no restart. */
import { Refusal } from '../errors.ts';
import { StartRefused } from '../migrations.ts';
import { addIdentityKey, hasKeyFile, keyFileStamp, readKeyFile, type IdentityKey } from './key-file.ts';

export const IDENTITY_KEY_MISSING = {
  status: 503,
  zh: '证件号码的密钥（{keyId}）不在密钥文件中，请联系系统管理员恢复密钥文件后重试。',
  en: 'The key {keyId} of this document number is not in the file of keys. Ask the system administrator to put the file back.',
} as const;

export interface IdentityKeys {
  /** The key that seals what is written now. */
  newest(): IdentityKey;
  /** Refusal: IDENTITY_KEY_MISSING. */
  get(keyId: string): IdentityKey;
  all(): readonly IdentityKey[];
}

/** Throws StartRefused when the file cannot be read, now or after a change. */
export function openKeyFile(file: string): IdentityKeys {
  let stamp = '';
  let keys: readonly IdentityKey[] = [];
  const all = () => {
    const present = keyFileStamp(file);
    if (present !== stamp) keys = readKeyFile(file);
    stamp = present;
    return keys;
  };
  all();
  return {
    all,
    newest: () => {
      const last = all().at(-1);
      if (!last) throw new Error('a file of keys holds at least one');
      return last;
    },
    get: (keyId) => {
      const found = all().find(({ id }) => id === keyId);
      if (!found) throw new Refusal('IDENTITY_KEY_MISSING', IDENTITY_KEY_MISSING, { keyId });
      return found;
    },
  };
}

/**
 * The keys for a start: made at the first one. Throws StartRefused when rows were sealed with a key that is not there:
 * a new one would not open them, and nobody would notice until it is too late.
 */
export async function openIdentityKeys(
  file: string,
  neededKeyIds: readonly string[],
  now: Date,
): Promise<IdentityKeys> {
  const known = hasKeyFile(file) ? readKeyFile(file).map(({ id }) => id) : [];
  const missing = neededKeyIds.filter((id) => !known.includes(id));
  if (missing.length > 0) {
    throw new StartRefused({
      zh: `数据库中有证件号码以密钥 ${missing.join('、')} 加密，而密钥文件 ${file} 中没有该密钥；请把另行保管的密钥文件放回原处，再启动。`,
      en: `The database holds document numbers sealed with the key ${missing.join(', ')}, which is not in ${file}; put the file of keys back there, then start again.`,
    });
  }
  if (known.length === 0) await addIdentityKey(file, now);
  return openKeyFile(file);
}
