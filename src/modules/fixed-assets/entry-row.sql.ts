/** One entry of the ledger as lists show it, with what corrects it and who signed. Expects `entry`, `receipt`, `receiver`. */
import { sql } from 'kysely';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { AssetEntryKind, AssetStatus } from './rules.ts';

export interface EntryRow {
  readonly courtId: number;
  readonly id: string;
  readonly bookId: string;
  readonly sequence: number;
  readonly kind: AssetEntryKind;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly late: boolean;
  readonly actorName: string;
  readonly actorDepartment: string | null;
  readonly secondPersonName: string | null;
  readonly counterparty: string | null;
  readonly basis: string | null;
  readonly note: string | null;
  readonly fromStatus: AssetStatus | null;
  readonly fromDepartmentId: string | null;
  readonly fromDepartment: string | null;
  readonly fromHolderId: string | null;
  readonly fromHolder: string | null;
  readonly fromPlaceId: string | null;
  readonly fromPlace: string | null;
  readonly toStatus: AssetStatus | null;
  readonly toDepartmentId: string | null;
  readonly toDepartment: string | null;
  readonly toHolderId: string | null;
  readonly toHolder: string | null;
  readonly toPlaceId: string | null;
  readonly toPlace: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly amountFen: number;
  readonly correctsSequence: number | null;
  readonly correctedBySequence: number | null;
  readonly receiptState: 'pending' | 'signed' | 'refused' | 'void' | null;
  readonly receiver: string | null;
}

export function entryColumns() {
  return sql.raw(`entry.court_id as "courtId", entry.id, entry.book_id as "bookId", entry.sequence, entry.kind,
    entry.occurred_at as "occurredAt", entry.recorded_at as "recordedAt", entry.late,
    entry.actor_name as "actorName", entry.actor_department as "actorDepartment",
    entry.second_person_name as "secondPersonName", entry.counterparty, entry.basis, entry.note,
    entry.from_status as "fromStatus", entry.from_department_id as "fromDepartmentId",
    entry.from_department as "fromDepartment", entry.from_holder_id as "fromHolderId",
    entry.from_holder as "fromHolder", entry.from_place_id as "fromPlaceId", entry.from_place as "fromPlace",
    entry.to_status as "toStatus", entry.to_department_id as "toDepartmentId",
    entry.to_department as "toDepartment", entry.to_holder_id as "toHolderId", entry.to_holder as "toHolder",
    entry.to_place_id as "toPlaceId", entry.to_place as "toPlace", trim_scale(entry.quantity)::text as quantity,
    entry.unit, entry.amount_fen as "amountFen", entry.corrects_sequence as "correctsSequence",
    (select max(correction.sequence) from ledger_entries correction where correction.court_id = entry.court_id
      and correction.book_id = entry.book_id and correction.corrects_sequence = entry.sequence)
      as "correctedBySequence",
    receipt.state as "receiptState", receiver.full_name as receiver`);
}

/** What the entry says apart from its positions, as it goes over the wire. */
export function entryPartsOf(row: EntryRow) {
  return {
    id: row.id,
    sequence: row.sequence,
    kind: row.kind,
    occurredAt: shanghaiInstant(row.occurredAt),
    recordedAt: shanghaiInstant(row.recordedAt),
    late: row.late,
    actorName: row.actorName,
    actorDepartment: row.actorDepartment,
    secondPersonName: row.secondPersonName,
    counterparty: row.counterparty,
    basis: row.basis,
    note: row.note,
    from: {
      status: row.fromStatus,
      departmentId: row.fromDepartmentId,
      department: row.fromDepartment,
      holderId: row.fromHolderId,
      holder: row.fromHolder,
      placeId: row.fromPlaceId,
      place: row.fromPlace,
    },
    to: {
      status: row.toStatus,
      departmentId: row.toDepartmentId,
      department: row.toDepartment,
      holderId: row.toHolderId,
      holder: row.toHolder,
      placeId: row.toPlaceId,
      place: row.toPlace,
    },
    quantity: row.quantity,
    unit: row.unit,
    amountFen: row.amountFen,
    correctsSequence: row.correctsSequence,
    correctedBySequence: row.correctedBySequence,
  };
}
