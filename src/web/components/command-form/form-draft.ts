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

export function writeDraft(key: string, values: unknown): void {
  sessionStorage.setItem(PREFIX + key, JSON.stringify(values));
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(PREFIX + key);
}
