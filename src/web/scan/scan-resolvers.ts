/**
 * Who turns a scan into an address. Modules add theirs here; the first that answers wins. A resolver gets text that
 * is trimmed and half-width (NFKC) but otherwise as scanned or typed, and answers an address of this application or
 * undefined when the text is nothing of its own.
 */
export type ScanResolver = (text: string) => Promise<string | undefined>;

export const SCAN_RESOLVERS: readonly ScanResolver[] = [];
