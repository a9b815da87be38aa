/** What a ledger entry is, and its place in the hash chain. Pure. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/canonical-json.ts';

export type HashAlgorithm = 'sha256' | 'sm3';
export type BookKind = 'fixed_asset' | 'case' | 'supply' | 'vehicle';

/** A place, holder, department and status at one side of a movement; names are snapshots of the moment. */
export interface Position {
  readonly status: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly holderId: string | null;
  readonly holder: string | null;
  readonly placeId: string | null;
  readonly place: string | null;
}

export const NOWHERE: Position = {
  status: null,
  departmentId: null,
  department: null,
  holderId: null,
  holder: null,
  placeId: null,
  place: null,
};

/** Everything of an entry but its hash. Instants are UTC milliseconds, quantities normalised decimal strings. */
export interface EntryContent {
  readonly courtId: number;
  readonly bookId: string;
  readonly sequence: number;
  readonly id: string;
  readonly bookKind: BookKind;
  readonly kind: string;
  readonly occurredAtMs: number;
  readonly recordedAtMs: number;
  readonly late: boolean;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorDepartment: string | null;
  readonly secondPersonId: string | null;
  readonly secondPersonName: string | null;
  readonly counterparty: string | null;
  readonly basis: string | null;
  readonly note: string | null;
  readonly from: Position;
  readonly to: Position;
  readonly quantity: string;
  readonly unit: string;
  readonly amountFen: number;
  readonly currency: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly correctsSequence: number | null;
}

export interface ChainedEntry extends EntryContent {
  readonly previousHash: Buffer;
  readonly hash: Buffer;
}

/** The hash that the first entry of a book follows, unless it quotes the last hash of another court's book. */
export const GENESIS_HASH = Buffer.alloc(32);

/** `1.5000` → `1.5`, `2.0000` → `2`: one text for one quantity. */
export function normaliseQuantity(text: string): string {
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** SHA-256 or SM3 over the RFC 8785 form of the entry and the hash before it. */
export function hashEntry(algorithm: HashAlgorithm, entry: EntryContent, previousHash: Buffer): Buffer {
  const form = canonicalJson({ ...entry, previousHash: previousHash.toString('hex') });
  return createHash(algorithm).update(form).digest();
}
