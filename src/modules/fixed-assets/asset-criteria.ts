/** What the list asks the database for: the filters of the request with every word resolved. Pure. */
import { addDays } from '../../platform/days.ts';
import type { AssetFilters } from './asset-list.contract.ts';
import { yearsBefore } from './calendar.ts';
import type { ReadScope } from './read-scope.ts';
import { foldAlias, queryGramsOf } from './search-grams.ts';

/** A range of days, both ends included; null is open. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

export interface AssetSearch {
  /** Pieces of words that a card must all have; empty when the text has none. */
  readonly grams: readonly number[];
  /** The text as a number: what a code, serial number or old number begins or ends with; null when it is none. */
  readonly number: string | null;
}

export interface AssetCriteria {
  readonly scope: ReadScope;
  readonly today: string;
  readonly filters: AssetFilters;
  /** With everything below; null: not filtered. */
  readonly departmentIds: readonly string[] | null;
  readonly managingDepartmentIds: readonly string[] | null;
  readonly placeIds: readonly string[] | null;
  readonly acquired: DayRange;
  readonly search: AssetSearch | null;
}

/** Shorter texts begin or end the numbers of half the register. */
const NUMBER_LENGTH_MIN = 3;
const LOOKS_LIKE_NUMBER = /^[^\p{Script=Han}]*\d[^\p{Script=Han}]*$/u;

/** How a typed text is searched: as words, and as a number when it has a digit and no Chinese. */
export function searchOf(text: string | undefined): AssetSearch | null {
  if (text === undefined) return null;
  const folded = foldAlias(text);
  const isNumber = LOOKS_LIKE_NUMBER.test(folded) && folded.length >= NUMBER_LENGTH_MIN;
  return { grams: queryGramsOf(text), number: isNumber ? folded : null };
}

function laterOf(a: string | null | undefined, b: string | null): string | null {
  if (a === undefined || a === null) return b;
  return b === null || a > b ? a : b;
}

function earlierOf(a: string | null | undefined, b: string | null): string | null {
  if (a === undefined || a === null) return b;
  return b === null || a < b ? a : b;
}

/** The days of acquisition that both the dates and the age in whole years leave. */
export function acquiredRangeOf(filters: AssetFilters, today: string): DayRange {
  const { ageFromYears, ageToYears } = filters;
  const youngest = ageFromYears === undefined ? null : yearsBefore(today, ageFromYears);
  const oldest = ageToYears === undefined ? null : addDays(yearsBefore(today, ageToYears + 1), 1);
  return { from: laterOf(filters.acquiredFrom, oldest), to: earlierOf(filters.acquiredTo, youngest) };
}

/** The codes of GB/T 14885 below a prefix: first and last. */
export function classRangeOf(prefix: string): { readonly first: string; readonly last: string } {
  return { first: prefix.padEnd(9, '0'), last: prefix.padEnd(9, '9') };
}

/** `A02000000` means everything below A02: the zeros at the end of a pair are not part of the prefix. */
export function classPrefixOf(code: string): string {
  return code.length === 9 ? code.replace(/(00)+$/, '') : code;
}
