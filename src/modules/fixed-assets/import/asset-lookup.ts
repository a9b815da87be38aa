/** Which assets the numbers of a file call. */
import type { TenantReader } from '../../../platform/database.ts';
import { foldAlias } from '../search-grams.ts';
import { numbersOf, readOwnCode, type FileNumbers } from './file-numbers.ts';
import type { DraftRow } from '../../imports/import-target.ts';
import { listCalledAssets, type CalledAsset } from './register.sql.ts';

const CHUNK = 5000;

export class AssetLookup {
  private readonly called = new Map<string, CalledAsset[]>();

  constructor(all: readonly CalledAsset[]) {
    for (const asset of all) {
      const key = `${asset.kind} ${asset.number}`;
      const known = this.called.get(key);
      if (!known) this.called.set(key, [asset]);
      else if (!known.some(({ assetId }) => assetId === asset.assetId)) known.push(asset);
    }
  }

  byCode(code: string): CalledAsset | undefined {
    return this.called.get(`code ${code}`)?.[0];
  }

  /** By one or several old numbers, each asset once. */
  byOldNumbers(numbers: readonly string[]): readonly CalledAsset[] {
    const found = new Map<string, CalledAsset>();
    for (const number of numbers) {
      for (const asset of this.called.get(`old_number ${number}`) ?? []) found.set(asset.assetId, asset);
    }
    return [...found.values()];
  }

  bySerialNumber(number: string): readonly CalledAsset[] {
    return this.called.get(`serial_number ${number}`) ?? [];
  }
}

export interface NumberedRow {
  readonly row: DraftRow;
  readonly numbers: FileNumbers;
}

/** The numbers of all rows, and what they and the numbers of parents call in the court. */
export async function lookUpAssets(
  reader: TenantReader,
  court: { readonly id: number; readonly divisionNumber: string },
  rows: readonly DraftRow[],
): Promise<{ readonly numbered: readonly NumberedRow[]; readonly lookup: AssetLookup }> {
  const codes = new Set<string>();
  const folded = new Set<string>();
  const numbered = rows.map((row) => {
    const numbers = numbersOf(row.draft, court.divisionNumber);
    if (numbers.ownCode !== null) codes.add(numbers.ownCode);
    for (const number of [numbers.foreignCode, numbers.serialNumber, ...numbers.oldNumbers]) {
      if (number !== null) folded.add(number);
    }
    const { parentCode } = row.draft;
    const parent = parentCode === undefined ? null : readOwnCode(parentCode, court.divisionNumber);
    if (parent !== null && typeof parent === 'object') codes.add(parent.code);
    else if (parentCode !== undefined) folded.add(foldAlias(parentCode));
    return { row, numbers };
  });
  const called: CalledAsset[] = [];
  for (const part of chunksOf([...codes])) {
    for (const asset of await listCalledAssets(reader, court.id, { codes: part, folded: [] }))
      called.push(asset);
  }
  for (const part of chunksOf([...folded])) {
    for (const asset of await listCalledAssets(reader, court.id, { codes: [], folded: part }))
      called.push(asset);
  }
  return { numbered, lookup: new AssetLookup(called) };
}

function* chunksOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += CHUNK) yield all.slice(start, start + CHUNK);
}
