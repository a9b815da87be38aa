import { createHmac, hkdfSync } from 'node:crypto';
import type { IdentityKey } from './key-file.ts';

const KEY_BYTES = 32;

/** Deriving costs more than hashing, and every command hashes. */
const derived = new WeakMap<IdentityKey, Buffer>();

function keyOf(key: IdentityKey): Buffer {
  const known = derived.get(key);
  if (known) return known;
  const made = Buffer.from(hkdfSync('sha256', key.key, '', 'court-custody command input', KEY_BYTES));
  derived.set(key, made);
  return made;
}

/** Equal for equal inputs under one key; without the key no input can be tried against it. */
export function inputHash(key: IdentityKey, input: string): Buffer {
  return createHmac('sha256', keyOf(key)).update(input, 'utf8').digest();
}
