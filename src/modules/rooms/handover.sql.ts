/** Rows of handovers with their checklists, matters and signatures. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';
import type { HandoverCause, HandoverForm, HandoverState, SigningRole } from './handover.rules.ts';
import { GIVEN_PARTICULARS, PARTICULAR_COLUMNS, PARTICULARS } from './handover-line.sql.ts';
import type { MatterKind } from './handover-matters.ts';
import type { Particulars } from './particulars.ts';

export interface HandoverRow {
  readonly courtId: number;
  readonly id: string;
  readonly roomId: string;
  readonly roomPath: string;
  readonly cause: HandoverCause;
  readonly form: HandoverForm;
  readonly state: HandoverState;
  readonly custodianshipId: string;
  readonly outgoingId: string;
  readonly outgoingName: string;
  readonly incomingId: string;
  readonly incomingName: string;
  readonly supervisorId: string;
  readonly supervisorName: string;
  readonly leadId: string;
  readonly leadName: string;
  readonly leaderId: string | null;
  readonly leaderName: string | null;
  readonly document: string;
  readonly frozenAt: Date;
  readonly openedById: string | null;
  readonly openedByName: string;
  readonly countedAt: Date | null;
  readonly completedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
}

const COLUMNS = sql.raw(`handover.court_id as "courtId", handover.id, handover.room_id as "roomId",
  place.path as "roomPath", handover.cause, handover.form, handover.state,
  handover.custodianship_id as "custodianshipId", handover.outgoing_id as "outgoingId",
  handover.outgoing_name as "outgoingName", handover.incoming_id as "incomingId",
  handover.incoming_name as "incomingName", handover.supervisor_id as "supervisorId",
  handover.supervisor_name as "supervisorName", handover.lead_id as "leadId", handover.lead_name as "leadName",
  handover.leader_id as "leaderId", handover.leader_name as "leaderName", handover.document,
  handover.frozen_at as "frozenAt", handover.opened_by as "openedById",
  handover.opened_by_name as "openedByName", handover.counted_at as "countedAt",
  handover.completed_at as "completedAt", handover.cancelled_at as "cancelledAt",
  handover.cancel_reason as "cancelReason"
  from handovers handover join places place on place.court_id = handover.court_id and place.id = handover.room_id`);

export async function findHandover(
  reader: TenantReader,
  courtIds: readonly number[],
  handoverId: string,
): Promise<HandoverRow | undefined> {
  const { rows } = await sql<HandoverRow>`select ${COLUMNS}
    where handover.court_id = any(${courtIds}::integer[]) and handover.id = ${handoverId}`.execute(reader);
  return rows[0];
}

export async function lockHandover(
  trx: TenantTransaction,
  courtId: number,
  handoverId: string,
): Promise<HandoverRow | undefined> {
  await sql`select from handovers where court_id = ${courtId} and id = ${handoverId} for update`.execute(trx);
  return findHandover(trx, [courtId], handoverId);
}

/** Of a room, the newest first. */
export async function listHandoverRows(
  reader: TenantReader,
  room: { readonly courtId: number; readonly roomId: string },
): Promise<HandoverRow[]> {
  const { rows } = await sql<HandoverRow>`select ${COLUMNS}
    where handover.court_id = ${room.courtId} and handover.room_id = ${room.roomId}
    order by handover.frozen_at desc, handover.id desc`.execute(reader);
  return rows;
}

export type NewHandover = Omit<
  HandoverRow,
  'courtId' | 'roomPath' | 'state' | 'countedAt' | 'completedAt' | 'cancelledAt' | 'cancelReason'
>;

export async function insertHandover(
  trx: TenantTransaction,
  courtId: number,
  handover: NewHandover,
): Promise<void> {
  await trx
    .insertInto('handovers')
    .values({
      court_id: courtId,
      id: handover.id,
      room_id: handover.roomId,
      cause: handover.cause,
      form: handover.form,
      state: 'counting',
      custodianship_id: handover.custodianshipId,
      outgoing_id: handover.outgoingId,
      outgoing_name: handover.outgoingName,
      incoming_id: handover.incomingId,
      incoming_name: handover.incomingName,
      supervisor_id: handover.supervisorId,
      supervisor_name: handover.supervisorName,
      lead_id: handover.leadId,
      lead_name: handover.leadName,
      leader_id: handover.leaderId,
      leader_name: handover.leaderName,
      document: handover.document,
      frozen_at: handover.frozenAt,
      opened_by: handover.openedById,
      opened_by_name: handover.openedByName,
    })
    .execute();
}

export interface HandoverChange {
  readonly state: HandoverState;
  readonly countedAt?: Date | null;
  readonly completedAt?: Date;
  readonly cancelled?: { readonly at: Date; readonly byName: string; readonly reason: string };
}

export async function updateHandover(
  trx: TenantTransaction,
  courtId: number,
  handoverId: string,
  { state, countedAt, completedAt, cancelled }: HandoverChange,
): Promise<void> {
  await trx
    .updateTable('handovers')
    .set({
      state,
      ...(countedAt === undefined ? {} : { counted_at: countedAt }),
      ...(completedAt === undefined ? {} : { completed_at: completedAt }),
      ...(cancelled === undefined
        ? {}
        : {
            cancelled_at: cancelled.at,
            cancelled_by_name: cancelled.byName,
            cancel_reason: cancelled.reason,
          }),
      version: sql<number>`version + 1`,
    })
    .where('court_id', '=', courtId)
    .where('id', '=', handoverId)
    .execute();
}

export interface MatterRow {
  readonly id: string;
  readonly kind: MatterKind;
  readonly subjectId: string | null;
  readonly title: string;
  readonly condition: Sentence | null;
  readonly detail: string | null;
  readonly particulars: Particulars | null;
  readonly outcome: 'taken_over' | 'stays_with_outgoing' | null;
  readonly note: string | null;
  readonly clearedAt: Date | null;
  readonly clearedNote: string | null;
}

export async function listMatterRows(
  reader: TenantReader,
  courtId: number,
  handoverId: string,
): Promise<MatterRow[]> {
  const { rows } =
    await sql<MatterRow>`select id, kind, subject_id as "subjectId", title, condition, detail, ${PARTICULARS}, outcome, note, cleared_at as "clearedAt",
      cleared_note as "clearedNote"
    from handover_matters where court_id = ${courtId} and handover_id = ${handoverId}
    order by position, id`.execute(reader);
  return rows;
}

export interface NewMatter {
  readonly id: string;
  readonly position: number;
  readonly kind: MatterKind;
  readonly subjectId?: string;
  readonly title: string;
  readonly condition?: Sentence;
  readonly detail: string | null;
  readonly particulars?: Particulars | null;
  readonly outcome: MatterRow['outcome'];
}

export async function insertMatters(
  trx: TenantTransaction,
  courtId: number,
  handoverId: string,
  matters: readonly NewMatter[],
): Promise<void> {
  await sql`insert into handover_matters (court_id, handover_id, id, position, kind, subject_id, title, condition, detail,
      ${PARTICULAR_COLUMNS}, outcome)
    select ${courtId}::integer, ${handoverId}::uuid, id, position, kind, "subjectId", title, condition, detail,
      ${GIVEN_PARTICULARS}, outcome
    from jsonb_to_recordset(${JSON.stringify(matters)}::jsonb) as matter(id uuid, position integer, kind text,
      "subjectId" uuid, title text, condition jsonb, detail text, particulars jsonb, outcome text)`.execute(
    trx,
  );
}

/** What the count itself found to differ goes when the count begins again. */
export async function deleteDifferences(
  trx: TenantTransaction,
  courtId: number,
  handoverId: string,
): Promise<void> {
  await sql`delete from handover_matters where court_id = ${courtId} and handover_id = ${handoverId}
    and kind = 'difference'`.execute(trx);
}

export async function updateMattersSettled(
  trx: TenantTransaction,
  courtId: number,
  matters: { readonly handoverId: string; readonly matterIds: readonly string[] },
  settled: {
    readonly outcome: 'taken_over' | 'stays_with_outgoing';
    readonly note: string | null;
    readonly byName: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`update handover_matters set outcome = ${settled.outcome}, note = ${settled.note},
      settled_by_name = ${settled.byName}, settled_at = ${settled.at}
    where court_id = ${courtId} and handover_id = ${matters.handoverId}
      and id = any(${matters.matterIds}::uuid[])`.execute(trx);
}

export async function updateMatterCleared(
  trx: TenantTransaction,
  courtId: number,
  matter: { readonly handoverId: string; readonly matterId: string },
  cleared: { readonly note: string; readonly byName: string; readonly at: Date },
): Promise<void> {
  await sql`update handover_matters set cleared_at = ${cleared.at}, cleared_by_name = ${cleared.byName},
      cleared_note = ${cleared.note}
    where court_id = ${courtId} and handover_id = ${matter.handoverId} and id = ${matter.matterId}`.execute(
    trx,
  );
}

/** What stayed with the person from completed handovers and is not cleared up. */
export async function countLeftMatters(
  reader: TenantReader,
  person: { readonly courtId: number; readonly personId: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count
    from handovers handover
    join handover_matters matter on matter.court_id = handover.court_id and matter.handover_id = handover.id
    where handover.court_id = ${person.courtId} and handover.outgoing_id = ${person.personId}
      and handover.state = 'completed' and matter.outcome = 'stays_with_outgoing'
      and matter.cleared_at is null`.execute(reader);
  return rows[0]?.count ?? 0;
}

export interface SignatureRow {
  readonly role: SigningRole;
  readonly personId: string;
  readonly personName: string;
  readonly signedAt: Date;
  /** Of the incoming custodian: what was done about locks, keys, codes and the door. */
  readonly note: string | null;
}

export async function listSignatureRows(
  reader: TenantReader,
  courtId: number,
  handoverId: string,
): Promise<SignatureRow[]> {
  const { rows } = await sql<SignatureRow>`select role, person_id as "personId", person_name as "personName",
      signed_at as "signedAt", note
    from handover_signatures where court_id = ${courtId} and handover_id = ${handoverId}`.execute(reader);
  return rows;
}

export async function insertSignature(
  trx: TenantTransaction,
  courtId: number,
  handoverId: string,
  signature: SignatureRow,
): Promise<void> {
  await trx
    .insertInto('handover_signatures')
    .values({
      court_id: courtId,
      handover_id: handoverId,
      role: signature.role,
      person_id: signature.personId,
      person_name: signature.personName,
      signed_at: signature.signedAt,
      note: signature.note,
    })
    .execute();
}
