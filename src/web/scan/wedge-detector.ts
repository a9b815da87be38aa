/**
 * Tells a keyboard-wedge scanner from a person: a scanner types at least six characters, none more than 100 ms after
 * the one before (slow wireless ones, busy machines), and ends with Enter. Only keys outside fields are fed to it, where
 * nobody types words. Pure, so that it can be tried without a keyboard.
 */
const LONGEST_GAP_MS = 100;
const SHORTEST_SCAN = 6;

export interface WedgeDetector {
  /** Feeds one key; answers the whole scan when this key is the Enter that ends one. */
  readonly push: (key: string, atMs: number) => string | undefined;
}

export function createWedgeDetector(): WedgeDetector {
  let text = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    push(key, atMs) {
      const isFast = atMs - lastMs <= LONGEST_GAP_MS;
      lastMs = atMs;
      if (key === 'Enter') {
        const scan = isFast && text.length >= SHORTEST_SCAN ? text : undefined;
        text = '';
        return scan;
      }
      if (key.length !== 1) return undefined;
      text = isFast ? text + key : key;
      return undefined;
    },
  };
}
