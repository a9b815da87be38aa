/** `123456` → `¥ 1,234.56`; the amount is in fen (分). */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}¥\u00a0${yuan}.${digits.slice(-2)}`;
}

/** Money from integer fen, right-aligned in a block; `—` when unknown. */
export function Money({ fen, inline = false }: { fen: number | null | undefined; inline?: boolean }) {
  const text = fen === null || fen === undefined ? '—' : formatFen(fen);
  return inline ? <span className="cc-nowrap">{text}</span> : <div className="cc-money">{text}</div>;
}
