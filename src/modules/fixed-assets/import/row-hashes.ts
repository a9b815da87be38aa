/** What a row says, as hashes: to know a row again that says the same, and a thing without a number. */
import { ASSET_FIELDS, type AssetField } from '../../imports/asset-fields.ts';
import type { DraftRow } from '../../imports/import-target.ts';
import { hashOfParts } from '../../imports/remember-rows.ts';
import { isNumberless, type FileNumbers } from './file-numbers.ts';

/** What makes a thing what it is, apart from where it is and what is noted about it. */
const IDENTITY_FIELDS: readonly AssetField[] = [
  'name',
  'classCode',
  'className',
  'specification',
  'brand',
  'model',
  'unit',
  'quantity',
  'acquiredOn',
  'originalValueFen',
];

export interface RowHash {
  readonly rowHash: string;
  /** null where a number tells the thing. */
  readonly identityHash: string | null;
}

export class HashedRows {
  private readonly hashes = new Map<DraftRow, RowHash>();

  /** `chosen`: the names of the row that a person matched by hand. */
  add(row: DraftRow, numbers: FileNumbers, chosen: readonly (string | null)[]): void {
    const said = (fields: readonly AssetField[]) => fields.map((field) => row.draft[field] ?? null);
    this.hashes.set(row, {
      rowHash: hashOfParts([...said(ASSET_FIELDS), ...chosen]),
      identityHash: isNumberless(numbers) ? hashOfParts(said(IDENTITY_FIELDS)) : null,
    });
  }

  of(row: DraftRow): RowHash {
    const hash = this.hashes.get(row);
    if (!hash) throw new Error('every row of the file has its hash');
    return hash;
  }
}
