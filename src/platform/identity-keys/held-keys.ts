/** The keys of this process, told once at its start to whoever seals or opens a number. */
import type { IdentityKeys } from './identity-keys.ts';

let held: IdentityKeys | undefined;

export function useIdentityKeys(keys: IdentityKeys): void {
  held = keys;
}

export function identityKeys(): IdentityKeys {
  if (held === undefined) throw new Error('the process was started without identity keys');
  return held;
}
