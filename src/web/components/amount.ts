/** Large amounts and counts as a report shows them. Pure. */
import type { Language } from '../i18n/language.ts';

const FEN_PER_YUAN = 100;

/** `13365` → `13,365`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** A decimal string, `1025.5` → `1,025.5`. */
export function formatQuantity(quantity: string): string {
  const [whole = '', decimals] = quantity.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

const compact: Record<Language, Intl.NumberFormat> = {
  zh: new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 }),
};

/** Fen rounded for charts, `¥ 1,234.6万`, `¥ 12.3M`; the exact amount stands in the list behind it. */
export function formatRoundedFen(fen: number, language: Language): string {
  return `¥\u00a0${compact[language].format(fen / FEN_PER_YUAN)}`;
}
