/** Which asset each row means: by our code, by an old number, by a serial number, or by what it said before. Pure. */
import type { DraftRow, RowFinding } from '../../imports/import-target.ts';
import type { RememberedRow } from '../../imports/remember-rows.ts';
import type { AssetLookup, NumberedRow } from './asset-lookup.ts';
import { identityKeys, isNumberless, type FileNumbers } from './file-numbers.ts';
import type { FindingTeller } from './row-findings.ts';
import type { RowHash } from './row-hashes.ts';
import type { CalledAsset } from './register.sql.ts';

const LISTED = 5;

export type RowMeaning =
  | { readonly kind: 'new' }
  | { readonly kind: 'existing'; readonly assetId: string }
  | { readonly kind: 'refused' };

export interface MatchedRow extends NumberedRow {
  readonly meaning: RowMeaning;
}

/** Rows with numbers; those without any are still to be told by what they say. */
export function matchByNumbers(
  rows: readonly NumberedRow[],
  lookup: AssetLookup,
  teller: FindingTeller,
): { readonly matched: MatchedRow[]; readonly findings: RowFinding[] } {
  const findings: RowFinding[] = [];
  const repeated = repeatedKeys(rows);
  const matched = rows.map(({ row, numbers }): MatchedRow => {
    const finding = repetitionOf(row, numbers, repeated, teller) ?? problemOf(row, numbers, lookup, teller);
    if (finding !== null) {
      findings.push(finding);
      return { row, numbers, meaning: { kind: 'refused' } };
    }
    const asset = calledBy(numbers, lookup);
    return {
      row,
      numbers,
      meaning: asset === undefined ? { kind: 'new' } : { kind: 'existing', assetId: asset.assetId },
    };
  });
  return { matched: refuseSharedAssets(matched, lookup, teller, findings), findings };
}

function listed(all: readonly (string | number)[], separator = '、'): string {
  const shown = all.slice(0, LISTED).join(separator);
  return all.length > LISTED ? `${shown} …` : shown;
}

/** Keys that stand in several rows, with their row numbers. */
function repeatedKeys(rows: readonly NumberedRow[]): ReadonlyMap<string, readonly number[]> {
  const first = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  for (const { row, numbers } of rows) {
    for (const key of new Set(identityKeys(numbers))) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row.rowNumber);
      else repeated.set(key, [...(repeated.get(key) ?? [earlier]), row.rowNumber]);
    }
  }
  return repeated;
}

function repetitionOf(
  row: DraftRow,
  numbers: FileNumbers,
  repeated: ReadonlyMap<string, readonly number[]>,
  teller: FindingTeller,
): RowFinding | null {
  const key = identityKeys(numbers).find((each) => repeated.has(each));
  if (key === undefined) return null;
  const field = key.startsWith('serial ')
    ? 'serialNumber'
    : row.draft.code !== undefined
      ? 'code'
      : 'oldNumber1';
  return teller.refuse(row, field, 'NUMBER_TWICE_IN_FILE', { rows: listed(repeated.get(key) ?? []) });
}

/** The asset that the numbers call, when nothing stands against it. */
function calledBy(numbers: FileNumbers, lookup: AssetLookup): CalledAsset | undefined {
  if (numbers.ownCode !== null) return lookup.byCode(numbers.ownCode);
  return candidatesOf(numbers, lookup)[0];
}

/** By the file's own number; failing that by earlier numbers; failing that by the serial number. */
function candidatesOf(numbers: FileNumbers, lookup: AssetLookup): readonly CalledAsset[] {
  const byForeign = numbers.foreignCode === null ? [] : lookup.byOldNumbers([numbers.foreignCode]);
  if (byForeign.length > 0) return byForeign;
  const byOld = lookup.byOldNumbers(numbers.oldNumbers);
  if (byOld.length > 0 || numbers.serialNumber === null) return byOld;
  return lookup.bySerialNumber(numbers.serialNumber);
}

function problemOf(
  row: DraftRow,
  numbers: FileNumbers,
  lookup: AssetLookup,
  teller: FindingTeller,
): RowFinding | null {
  if (numbers.problem !== null) return teller.refuse(row, 'code', numbers.problem);
  if (numbers.ownCode !== null) {
    const asset = lookup.byCode(numbers.ownCode);
    return asset === undefined ? teller.refuse(row, 'code', 'CODE_NOT_FOUND') : null;
  }
  const candidates = candidatesOf(numbers, lookup);
  const [one] = candidates;
  if (one === undefined) return null;
  const bySerial = one.kind === 'serial_number';
  const codes = listed(candidates.map(({ code }) => code));
  const field = bySerial ? 'serialNumber' : row.draft.code !== undefined ? 'code' : 'oldNumber1';
  const hasOtherNumber = numbers.foreignCode !== null || numbers.oldNumbers.length > 0;
  if (bySerial && hasOtherNumber && candidates.some(({ hasOldNumbers }) => hasOldNumbers))
    return teller.refuse(row, field, 'SERIAL_NUMBER_TAKEN', { codes });
  if (candidates.length > 1)
    return teller.refuse(row, field, 'NUMBER_AMBIGUOUS', { count: candidates.length, codes });
  return null;
}

/** Two rows with different numbers may mean one asset: neither is taken. */
function refuseSharedAssets(
  matched: readonly MatchedRow[],
  lookup: AssetLookup,
  teller: FindingTeller,
  findings: RowFinding[],
): MatchedRow[] {
  const rowsOf = new Map<string, number[]>();
  for (const { row, meaning } of matched) {
    if (meaning.kind !== 'existing') continue;
    const known = rowsOf.get(meaning.assetId);
    if (known) known.push(row.rowNumber);
    else rowsOf.set(meaning.assetId, [row.rowNumber]);
  }
  return matched.map((each) => {
    const { row, numbers, meaning } = each;
    const rows = meaning.kind === 'existing' ? (rowsOf.get(meaning.assetId) ?? []) : [];
    if (rows.length < 2) return each;
    const others = listed(rows.filter((rowNumber) => rowNumber !== row.rowNumber));
    const codes = calledBy(numbers, lookup)?.code ?? '';
    findings.push(teller.refuse(row, null, 'ASSET_TWICE_IN_FILE', { rows: others, codes }));
    return { ...each, meaning: { kind: 'refused' } };
  });
}

/**
 * Rows without any number: first those that say exactly what a row of an earlier file said, then those that mean a
 * thing that is the same in what makes it what it is. Each earlier thing is taken once, in the order of the file, so
 * that thirty chairs alike stay thirty chairs.
 */
export function matchByContent(
  rows: readonly MatchedRow[],
  hashesOf: (row: DraftRow) => RowHash,
  remembered: readonly RememberedRow[],
): MatchedRow[] {
  const taken = new Set(
    rows.flatMap(({ meaning }) => (meaning.kind === 'existing' ? [meaning.assetId] : [])),
  );
  const free = remembered.filter(({ subjectId }) => !taken.has(subjectId));
  const meanings = new Map<DraftRow, RowMeaning>();
  const pair = (keyOfRow: (row: DraftRow) => string, keyOfRemembered: (one: RememberedRow) => string) => {
    const queues = new Map<string, RememberedRow[]>();
    for (const one of free) {
      if (taken.has(one.subjectId)) continue;
      const queue = queues.get(keyOfRemembered(one));
      if (queue) queue.push(one);
      else queues.set(keyOfRemembered(one), [one]);
    }
    for (const { row, numbers, meaning } of rows) {
      if (meaning.kind !== 'new' || !isNumberless(numbers) || meanings.has(row)) continue;
      const one = queues.get(keyOfRow(row))?.shift();
      if (!one) continue;
      taken.add(one.subjectId);
      meanings.set(row, { kind: 'existing', assetId: one.subjectId });
    }
  };
  pair(
    (row) => hashesOf(row).rowHash,
    (one) => one.rowHash,
  );
  pair(
    (row) => hashesOf(row).identityHash ?? '',
    (one) => one.identityHash ?? '',
  );
  return rows.map((each) => ({ ...each, meaning: meanings.get(each.row) ?? each.meaning }));
}

/** Serial numbers that stand in several rows which other numbers tell apart: worth a look. */
export function noticeRepeatedSerials(rows: readonly NumberedRow[], teller: FindingTeller): RowFinding[] {
  const rowsOf = new Map<string, NumberedRow[]>();
  for (const each of rows) {
    const { serialNumber } = each.numbers;
    if (serialNumber === null || identityKeys(each.numbers)[0]?.startsWith('serial ') === true) continue;
    const known = rowsOf.get(serialNumber);
    if (known) known.push(each);
    else rowsOf.set(serialNumber, [each]);
  }
  return [...rowsOf.values()].flatMap((same) =>
    same.length < 2
      ? []
      : same.map(({ row }) =>
          teller.notice(row, 'serialNumber', 'SERIAL_NUMBER_TWICE', {
            rows: listed(same.map((other) => other.row.rowNumber)),
          }),
        ),
  );
}
