import type { AcquisitionMethod, ImportedStatus, ValueKind } from './choices.ts';
import type { AmountField, DateField, IdentifierField, TextField } from './asset-fields.ts';

/** What one row says about an asset. A field that is absent was blank or had no column: nothing is said about it. */
export type AssetDraft = Partial<
  Record<TextField | IdentifierField, string> &
    Record<DateField, string> &
    Record<AmountField, number> & {
      classCode: string;
      /** Decimal string above zero. */
      quantity: string;
      acquisitionMethod: AcquisitionMethod;
      valueKind: ValueKind;
      usefulLifeMonths: number;
      status: ImportedStatus;
      notes: string;
      /** File names of photos to be matched with uploaded files. */
      photoNames: readonly string[];
    }
>;
