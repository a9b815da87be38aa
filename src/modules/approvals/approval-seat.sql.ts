/** Seats of a request and the decisions that filled them. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { RequestAction, SeatVerdict } from './approval-states.ts';
import type { Seat } from './seat-rules.ts';

interface Address {
  readonly courtId: number;
  readonly requestId: string;
}

/** `openStep`: whose seats wait for decisions at once. */
export async function insertSeats(
  trx: TenantTransaction,
  { courtId, requestId }: Address,
  round: number,
  seats: readonly Pick<Seat, 'step' | 'seat' | 'role' | 'departmentId' | 'personId'>[],
  openStep: number,
): Promise<void> {
  const rows = seats.map(({ step, seat, role, departmentId, personId }) => ({
    step,
    seat,
    role,
    department_id: departmentId,
    person_id: personId,
  }));
  await sql`insert into approval_seats (court_id, request_id, round, step, seat, role, department_id, person_id,
      is_open)
    select ${courtId}::integer, ${requestId}::uuid, ${round}::integer, step, seat, role, department_id, person_id,
      step = ${openStep}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as seat(step integer, seat integer, role text,
      department_id uuid, person_id uuid)`.execute(trx);
}

/** Of one round, in order. */
export async function listSeats(
  reader: TenantReader,
  { courtId, requestId }: Address,
  round: number,
): Promise<Seat[]> {
  const { rows } = await sql<Seat>`
    select step, seat, role, department_id as "departmentId", seat.person_id as "personId", is_open as "isOpen", verdict,
      decided_by as "decidedBy", (select decision.on_behalf_of_id from approval_decisions decision
        where decision.court_id = seat.court_id and decision.request_id = seat.request_id
          and decision.round = seat.round and decision.person_id = seat.decided_by
          and decision.kind in ('approve', 'reject', 'return') limit 1) as "decidedFor"
    from approval_seats seat where court_id = ${courtId} and request_id = ${requestId} and round = ${round}
    order by step, seat`.execute(reader);
  return rows;
}

export async function updateSeat(
  trx: TenantTransaction,
  { courtId, requestId }: Address,
  at: { readonly round: number; readonly step: number; readonly seat: number },
  filled: { readonly verdict: SeatVerdict; readonly decidedBy: string },
): Promise<void> {
  await sql`update approval_seats set verdict = ${filled.verdict}, decided_by = ${filled.decidedBy}, is_open = false
    where court_id = ${courtId} and request_id = ${requestId} and round = ${at.round} and step = ${at.step}
      and seat = ${at.seat}`.execute(trx);
}

/** Opens the seats of one step and closes all others; null closes all. */
export async function updateOpenStep(
  trx: TenantTransaction,
  { courtId, requestId }: Address,
  round: number,
  step: number | null,
): Promise<void> {
  await sql`update approval_seats
    set is_open = coalesce(round = ${round} and step = ${step}::integer, false) and verdict is null
    where court_id = ${courtId} and request_id = ${requestId}`.execute(trx);
}

export interface DecisionRow {
  readonly id: string;
  readonly kind: Exclude<RequestAction, never> | 'submit';
  readonly round: number;
  readonly stepTitle: string | null;
  readonly personId: string | null;
  readonly personName: string;
  readonly onBehalfOfId: string | null;
  readonly onBehalfOfName: string | null;
  readonly opinion: string | null;
  readonly decidedAt: Date;
}

export async function appendDecision(
  trx: TenantTransaction,
  { courtId, requestId }: Address,
  decision: DecisionRow,
): Promise<void> {
  await sql`insert into approval_decisions (court_id, request_id, id, kind, round, step_title, person_id, person_name,
      on_behalf_of_id, on_behalf_of_name, opinion, decided_at)
    values (${courtId}, ${requestId}, ${decision.id}, ${decision.kind}, ${decision.round}, ${decision.stepTitle},
      ${decision.personId}, ${decision.personName}, ${decision.onBehalfOfId}, ${decision.onBehalfOfName},
      ${decision.opinion}, ${decision.decidedAt})`.execute(trx);
}

/** In the order in which they were made. */
export async function listDecisions(
  reader: TenantReader,
  { courtId, requestId }: Address,
): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select id, kind, round, step_title as "stepTitle", person_id as "personId", person_name as "personName",
      on_behalf_of_id as "onBehalfOfId", on_behalf_of_name as "onBehalfOfName", opinion, decided_at as "decidedAt"
    from approval_decisions where court_id = ${courtId} and request_id = ${requestId}
    order by decided_at, id`.execute(reader);
  return rows;
}
