/** Entries of one asset's book, as corrections and receipts need them. */
import { sql } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { Position } from '../ledger/entry.ts';
import type { AssetEntryKind, AssetStatus } from './rules.ts';

export type AssetPosition = Position & { readonly status: AssetStatus };

interface OriginRow {
  status: AssetStatus;
  departmentId: string | null;
  department: string | null;
  holderId: string | null;
  holder: string | null;
  placeId: string | null;
  place: string | null;
}

/** Where an entry took the asset from. Throws when the book has no such entry: the receipt points at it. */
export async function findEntryOrigin(
  reader: TenantReader,
  courtId: number,
  bookId: string,
  sequence: number,
): Promise<AssetPosition> {
  const { rows } = await sql<OriginRow>`
    select from_status as status, from_department_id as "departmentId", from_department as department,
      from_holder_id as "holderId", from_holder as holder, from_place_id as "placeId", from_place as place
    from ledger_entries
    where court_id = ${courtId} and book_id = ${bookId} and sequence = ${sequence}`.execute(reader);
  const row = rows[0];
  if (!row) throw new Error(`book ${bookId} has no entry ${sequence}`);
  return row;
}

export interface CorrectableEntry {
  readonly sequence: number;
  readonly kind: AssetEntryKind;
  readonly occurredAt: Date;
  readonly basis: string | null;
  readonly note: string | null;
  readonly counterparty: string | null;
  readonly from: Position;
  readonly to: Position;
  readonly correctedBy: number | null;
  /** A later entry moves the asset on from where this one, or the first of those it corrects, put it. */
  readonly laterMoveExists: boolean;
}

/** One entry with what stands on it; undefined when the book has none of that number. */
export async function findCorrectableEntry(
  reader: TenantReader,
  courtId: number,
  bookId: string,
  sequence: number,
): Promise<CorrectableEntry | undefined> {
  const { rows } = await sql<
    Omit<CorrectableEntry, 'from' | 'to'> & { positions: { from: Position; to: Position } }
  >`
    select entry.sequence, entry.kind, entry.occurred_at as "occurredAt", entry.basis, entry.note, entry.counterparty,
      (select max(correction.sequence) from ledger_entries correction
        where correction.court_id = entry.court_id and correction.book_id = entry.book_id
          and correction.corrects_sequence = entry.sequence) as "correctedBy",
      exists (
        with recursive origin as (
          select entry.sequence, entry.corrects_sequence
          union all
          select earlier.sequence, earlier.corrects_sequence from origin
          join ledger_entries earlier on earlier.court_id = entry.court_id and earlier.book_id = entry.book_id
            and earlier.sequence = origin.corrects_sequence)
        select from ledger_entries later
        where later.court_id = entry.court_id and later.book_id = entry.book_id
          and later.sequence > (select min(sequence) from origin)
          and later.corrects_sequence is null
          and later.kind not in ('correct_card', 'sign_receipt', 'change_code')) as "laterMoveExists",
      jsonb_build_object(
        'from', jsonb_build_object('status', from_status, 'departmentId', from_department_id,
          'department', from_department, 'holderId', from_holder_id, 'holder', from_holder,
          'placeId', from_place_id, 'place', from_place),
        'to', jsonb_build_object('status', to_status, 'departmentId', to_department_id, 'department', to_department,
          'holderId', to_holder_id, 'holder', to_holder, 'placeId', to_place_id, 'place', to_place)) as positions
    from ledger_entries entry
    where entry.court_id = ${courtId} and entry.book_id = ${bookId} and entry.sequence = ${sequence}`.execute(
    reader,
  );
  const row = rows[0];
  if (!row) return undefined;
  const { positions, ...entry } = row;
  return { ...entry, ...positions };
}
