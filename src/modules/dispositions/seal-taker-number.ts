/** Numbers of identity documents of whoever collected something: sealed for the row that holds them, as those of parties are. */
import { identityKeys } from '../../platform/identity-keys/held-keys.ts';
import { openText, sealText, searchHash } from '../../platform/identity-keys/sealed-text.ts';
import {
  foldDocumentNumber,
  isValidDocumentNumber,
  maskDocumentNumber,
  type DocumentKind,
} from '../cases/document-number.ts';
import type { SealedTakerNumber } from './disposition.sql.ts';
import { refuseDisposition } from './disposition-refusals.ts';

const TABLE = 'dispositions';

/** A number that is sealed anew for each row. */
export interface TakerNumber {
  sealFor(dispositionId: string): SealedTakerNumber;
}

/** Refusal: TAKER_NUMBER_INVALID. */
export function readTakerNumber(courtId: number, kind: DocumentKind, typed: string): TakerNumber {
  const number = foldDocumentNumber(typed);
  if (!isValidDocumentNumber(kind, number)) throw refuseDisposition('TAKER_NUMBER_INVALID');
  const key = identityKeys().newest();
  return {
    sealFor: (id) => ({
      kind,
      keyId: key.id,
      sealed: sealText(key, { courtId, table: TABLE, id }, number),
      hash: searchHash(key, courtId, number),
      masked: maskDocumentNumber(number),
    }),
  };
}

/** Refusal: IDENTITY_KEY_MISSING. */
export function openTakerNumber(
  place: { readonly courtId: number; readonly id: string },
  sealed: { readonly keyId: string; readonly sealed: Buffer },
): string {
  return openText(identityKeys().get(sealed.keyId), { ...place, table: TABLE }, sealed.sealed);
}
