/** Clocks that follow a room: whoever is its custodian answers for them. */
import { sql } from 'kysely';
import { sendAhead, type TenantTransaction } from '../../platform/database.ts';
import { rowSetJson } from '../../platform/row-set-json.ts';
import type { DeadlineRow } from './deadline.sql.ts';

/** The department of the person in the court, today: their own, or one in which they have a role. */
function departmentOf(courtId: number, personId: ReturnType<typeof sql>, day: string) {
  return sql`(select coalesce(case when person.court_id = ${courtId} then person.department_id end,
      (select membership.department_id from memberships membership
        where membership.court_id = ${courtId} and membership.person_id = person.id
          and membership.department_id is not null and membership.valid_from <= ${day}::date
          and (membership.valid_until is null or membership.valid_until > ${day}::date)
        order by membership.department_id limit 1))
    from people person where person.id = ${personId})`;
}

/** Open clocks of the room pass to the person; answers those that were another's. */
export async function updateRoomClocksOwner(
  trx: TenantTransaction,
  courtId: number,
  { roomId, ownerId, day }: { readonly roomId: string; readonly ownerId: string; readonly day: string },
): Promise<Pick<DeadlineRow, 'id' | 'level' | 'dueAt'>[]> {
  const { rows } = await sql<Pick<DeadlineRow, 'id' | 'level' | 'dueAt'>>`update deadlines d
    set owner_id = ${ownerId}, department_id = ${departmentOf(courtId, sql`${ownerId}::uuid`, day)}
    where d.court_id = ${courtId} and d.room_id = ${roomId} and d.settled_at is null and d.owner_id <> ${ownerId}
    returning d.id, d.level, d.due_at as "dueAt"`.execute(trx);
  return rows;
}

export interface ClockMove {
  readonly subjectId: string;
  readonly ruleId: string;
  readonly roomId: string;
  readonly ownerId: string;
  /** Of what is recorded of it. */
  readonly eventId: string;
}

/** Open clocks of things that follow a room follow them into another; sent ahead, nobody waits for it. */
export async function updateClocksOfMoved(
  trx: TenantTransaction,
  courtId: number,
  subjectKind: string,
  moves: readonly ClockMove[],
  by: { readonly personId: string; readonly personName: string; readonly now: Date; readonly day: string },
): Promise<void> {
  const rows = moves.map(({ subjectId, ruleId, roomId, ownerId, eventId }) => ({
    ...{ subject_id: subjectId, rule_id: ruleId, room_id: roomId, owner_id: ownerId, event_id: eventId },
  }));
  const changed = sql`update deadlines d
      set room_id = moved.room_id, owner_id = moved.owner_id,
        department_id = ${departmentOf(courtId, sql`moved.owner_id`, by.day)}
      from json_to_recordset(${rowSetJson(rows)}::json) as moved(subject_id uuid, rule_id text, room_id uuid,
        owner_id uuid, event_id uuid)
      where d.court_id = ${courtId} and d.subject_kind = ${subjectKind} and d.settled_at is null
        and d.room_id is not null and d.room_id <> moved.room_id
        and d.rule_id = any(${[...new Set(moves.map(({ ruleId }) => ruleId))]}::text[])
        and d.subject_id = any(${[...new Set(moves.map(({ subjectId }) => subjectId))]}::uuid[])
        and d.rule_id = moved.rule_id and d.subject_id = moved.subject_id
      returning d.court_id, moved.event_id, d.id, d.level, d.due_at`;
  await sendAhead(
    trx,
    sql`with changed as (${changed})
      insert into deadline_events (court_id, id, deadline_id, kind, level, due_at, occurred_at, actor_id, actor_name)
      select court_id, event_id, id, 'handed_on', level, due_at, ${by.now}::timestamptz, ${by.personId}::uuid,
        ${by.personName} from changed`,
  );
}
