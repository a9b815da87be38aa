/** `1,234.5` → 123450; undefined when it is no amount of at most two decimals. Never goes through a float. */
export function parseYuan(text: string): number | null | undefined {
  const clean = text.normalize('NFKC').replaceAll(/[\s,¥]/g, '');
  if (clean === '') return null;
  const match = /^(\d{1,14})(?:\.(\d{0,2}))?$/.exec(clean);
  if (match === null) return undefined;
  const fen = Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(fen) ? fen : undefined;
}

/** 123450 → `1234.50`, as one types it. */
export function yuanText(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
