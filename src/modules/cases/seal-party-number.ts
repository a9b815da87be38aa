import { identityKeys } from '../../platform/identity-keys/held-keys.ts';
import { openText, sealText, searchHash } from '../../platform/identity-keys/sealed-text.ts';
import type { SealedNumber } from './case-party.sql.ts';
import { refuseCase } from './case-refusals.ts';
import {
  foldDocumentNumber,
  isValidDocumentNumber,
  maskDocumentNumber,
  type DocumentKind,
} from './document-number.ts';

const TABLE = 'case_parties';

/** What is kept of a typed number; null without one. Refusals: DOCUMENT_KIND_MISSING, DOCUMENT_NUMBER_INVALID. */
export function sealPartyNumber(
  party: { readonly courtId: number; readonly id: string },
  kind: DocumentKind | null,
  typed: string | null,
): SealedNumber | null {
  if (typed === null) return null;
  if (kind === null) throw refuseCase('DOCUMENT_KIND_MISSING');
  const number = foldDocumentNumber(typed);
  if (!isValidDocumentNumber(kind, number)) throw refuseCase('DOCUMENT_NUMBER_INVALID');
  const key = identityKeys().newest();
  return {
    keyId: key.id,
    sealed: sealText(key, { ...party, table: TABLE }, number),
    hash: searchHash(key, party.courtId, number),
    masked: maskDocumentNumber(number),
  };
}

/** Refusal: IDENTITY_KEY_MISSING. */
export function openPartyNumber(
  party: { readonly courtId: number; readonly id: string },
  sealed: { readonly keyId: string; readonly sealed: Buffer },
): string {
  return openText(identityKeys().get(sealed.keyId), { ...party, table: TABLE }, sealed.sealed);
}

/** Under each key that rows may have been written with. */
export function partyNumberHashes(courtId: number, typed: string): Buffer[] {
  const number = foldDocumentNumber(typed);
  return identityKeys()
    .all()
    .map((key) => searchHash(key, courtId, number));
}
