import type { AcquisitionMethod, ImportedStatus, ValueKind } from './choices.ts';
import type { AmountField, DateField, IdentifierField, TextField } from './asset-fields.ts';

import type { RegisterOnlyField } from './register-fields.ts';

/** What one row says that only a register of seized property says. */
type RegisterDraft = Record<Exclude<RegisterOnlyField, 'estimatedValueFen'>, string> & {
  estimatedValueFen: number;
};

/** What one row says about a thing. A field that is absent was blank or had no column: nothing is said about it. */
export type AssetDraft = Partial<
  Record<TextField | IdentifierField, string> &
    Record<DateField, string> &
    Record<AmountField, number> &
    RegisterDraft & {
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
