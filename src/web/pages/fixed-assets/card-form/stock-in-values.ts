/** The form of stocking in, its request, and what it remembers for the next card. */
import type { stockInAssetsEndpoint } from '../../../../modules/fixed-assets/contract.ts';
import type { ClientRequest } from '../../../api/endpoint-request.ts';
import { instantOfWallClock } from '../../../court-day.ts';
import { cardOfValues, valuesForNext, type CardValues } from './card-values.ts';

export interface StockInValues {
  readonly card: CardValues;
  readonly copies?: number | null;
  /** One a line. */
  readonly serialNumbers?: string;
  /** Codes of labels that were printed first, one a line. */
  readonly blankCodes?: string;
  readonly placeId?: string | null;
  readonly departmentId?: string | null;
  readonly occurredAt?: string | null;
  readonly basis?: string;
  readonly note?: string;
}

export const COPIES_MAX = 500;

/** What was scanned or typed into a field that takes one a line. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function textOrNull(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text;
}

export function stockInRequest(values: StockInValues): ClientRequest<typeof stockInAssetsEndpoint> {
  const copies = values.copies ?? 1;
  return {
    body: {
      card: cardOfValues(copies > 1 ? { ...values.card, serialNumber: null } : values.card),
      copies,
      serialNumbers: copies > 1 ? linesOf(values.serialNumbers) : [],
      blankCodes: linesOf(values.blankCodes),
      placeId: values.placeId ?? null,
      departmentId: values.departmentId ?? null,
      basis: textOrNull(values.basis),
      note: textOrNull(values.note),
      ...(values.occurredAt == null ? {} : { occurredAt: instantOfWallClock(values.occurredAt) }),
    },
  };
}

const LAST_KEY = 'court-custody.last-stock-in';

/** Kept on this device, so that the next of a delivery is quickly typed. */
export function rememberLast(values: StockInValues): void {
  const { placeId, departmentId, basis } = values;
  const kept: StockInValues = {
    card: valuesForNext(values.card),
    ...(placeId == null ? {} : { placeId }),
    ...(departmentId == null ? {} : { departmentId }),
    ...(basis === undefined ? {} : { basis }),
  };
  localStorage.setItem(LAST_KEY, JSON.stringify(kept));
}

export function recallLast(): Partial<StockInValues> | undefined {
  const stored = localStorage.getItem(LAST_KEY);
  if (stored === null) return undefined;
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
