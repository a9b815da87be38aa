/** Random secrets and the hashes under which they are stored. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Without the letters and digits that are taken for one another. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const TOKEN_BYTES = 32;
const API_TOKEN_LENGTH = 43;

export const SECRET_TOKEN = /^[A-Za-z0-9_-]{43}$/;
export const API_TOKEN = /^cct_[A-Za-z0-9]{43}$/;

/** 256 random bits for a cookie or a link. */
export function newSecretToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** `cct_` and 256 random bits in base 62: a double click selects it, a scanner of leaked secrets knows it. */
export function newApiToken(): string {
  let value = BigInt(`0x${randomBytes(TOKEN_BYTES).toString('hex')}`);
  let text = '';
  while (text.length < API_TOKEN_LENGTH) {
    text = BASE62.charAt(Number(value % 62n)) + text;
    value /= 62n;
  }
  return `cct_${text}`;
}

/** Three groups of four, 59 bits: easy to read aloud, good until the first sign-in. */
export function newFirstPassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE.charAt(randomInt(READABLE.length))).join('');
  return `${group()}-${group()}-${group()}`;
}

/** What is stored of a random secret: it has 256 bits, so one round of SHA-256 is enough. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
