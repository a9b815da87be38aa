/** What an entry says, in the words of a paper; what it does not say stays empty, to be written by hand. Pure. */
import { formatWallClockMinute } from '../../../platform/spreadsheets/wall-clock.ts';
import { normaliseQuantity, type ChainedEntry } from '../../ledger/entry.ts';
import { ITEM_RECORDS } from '../../seized-items/item-entry.ts';
import { formatQuantity } from '../../seized-items/item-quantity.ts';
import { ITEM_STATES, isItemState } from '../../seized-items/item-states.ts';
import { ITEM_TRANSITIONS, isItemTransition } from '../../seized-items/item-transitions.ts';

function wordOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value))
    return value
      .map(wordOf)
      .filter((word) => word !== '')
      .join('、');
  if (typeof value === 'object' && value !== null && 'name' in value) return wordOf(value.name);
  return '';
}

function valueAt(details: unknown, path: string): unknown {
  let value = details;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = new Map(Object.entries(value)).get(key);
  }
  return value;
}

/** The first of these details that the entry has, as a text; `taker.name` looks inside. */
export function detailOf(entry: ChainedEntry | undefined, ...paths: readonly string[]): string {
  for (const path of paths) {
    const word = wordOf(valueAt(entry?.details, path));
    if (word !== '') return word;
  }
  return '';
}

const SHA256 = /^[0-9a-f]{64}$/;

/** The SHA-256 of a drawn signature among these details. */
export function signatureOf(entry: ChainedEntry | undefined, ...paths: readonly string[]): string | null {
  const found = paths.map((path) => detailOf(entry, path)).find((word) => SHA256.test(word));
  return found ?? null;
}

/** `2026-11-20 09:30`, of a late entry with the time of its recording. */
export function whenSaid({ occurredAtMs, recordedAtMs, late }: ChainedEntry): string {
  const at = formatWallClockMinute(new Date(occurredAtMs));
  return late ? `${at}（${formatWallClockMinute(new Date(recordedAtMs))} 补录）` : at;
}

/** An instant of a detail, as office people read it; anything else as it stands. */
export function instantSaid(text: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text))
    ? formatWallClockMinute(new Date(text))
    : text;
}

export function kindSaid({ kind }: ChainedEntry): string {
  if (isItemTransition(kind)) return ITEM_TRANSITIONS[kind].zh;
  const records: Readonly<Record<string, { readonly zh: string }>> = ITEM_RECORDS;
  return records[kind]?.zh ?? kind;
}

export function stateSaid(status: string | null): string {
  return isItemState(status) ? ITEM_STATES[status].zh : '';
}

export function quantitySaid(quantity: string | null, unit: string): string {
  return quantity === null || quantity === '' ? '' : formatQuantity(normaliseQuantity(quantity), unit);
}

/** Lines of one text, each once, in the order of their coming. */
export function distinct(words: readonly (string | null)[]): string {
  return [...new Set(words.filter((word): word is string => word !== null && word !== ''))].join('；');
}
