/**
 * Sealing a short text: AES-256-GCM under a key derived for one court (HKDF-SHA-256), bound to the row it belongs to, so
 * that a sealed text opens nowhere else. A keyed hash finds equal texts without opening any.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { IdentityKey } from './key-file.ts';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The row that holds the text. */
export interface SealedPlace {
  readonly courtId: number;
  readonly table: string;
  readonly id: string;
}

function derive(key: IdentityKey, courtId: number, use: 'seal' | 'search'): Buffer {
  return Buffer.from(hkdfSync('sha256', key.key, '', `court-custody identity ${use} ${courtId}`, KEY_BYTES));
}

function boundTo({ courtId, table, id }: SealedPlace): Buffer {
  return Buffer.from(`${courtId} ${table} ${id}`, 'utf8');
}

/** Nonce, tag and cipher text, in this order. */
export function sealText(key: IdentityKey, place: SealedPlace, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, derive(key, place.courtId, 'seal'), nonce);
  cipher.setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the text was sealed with another key or for another row, or was changed. */
export function openText(key: IdentityKey, place: SealedPlace, sealed: Buffer): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, derive(key, place.courtId, 'seal'), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString('utf8');
}

/** Equal for equal texts of one court under one key, and for nothing else. */
export function searchHash(key: IdentityKey, courtId: number, text: string): Buffer {
  return createHmac('sha256', derive(key, courtId, 'search'))
    .update(text, 'utf8')
    .digest();
}
