/** What was typed survives closing, reloading and a lost session; it goes when the command succeeded or is cleared. */
const PREFIX = 'court-custody.draft.';

export function readDraft(key: string): Record<string, unknown> | undefined {
  const stored = sessionStorage.getItem(PREFIX + key);
  if (stored === null) return undefined;
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** What proves who somebody is stays in the form alone, however deep in it. */
const NEVER_KEPT: ReadonlySet<string> = new Set([
  ...['pin', 'password', 'currentPassword', 'newPassword'],
  ...['documentNumber', 'receiverDocument', 'takerDocument', 'delivererDocument'],
  ...['takerSignature', 'officerSignature'],
]);

export function writeDraft(key: string, values: unknown): void {
  const kept = JSON.stringify(values, (name, value: unknown) => (NEVER_KEPT.has(name) ? undefined : value));
  sessionStorage.setItem(PREFIX + key, kept);
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(PREFIX + key);
}
