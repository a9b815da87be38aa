/** Clocks of an office: whoever holds its role answers for them. One text for the transactions of requests and the sweep. */
import { CompiledQuery } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Role } from '../accounts/roles.ts';
import type { DeadlineRuleId } from './deadline-rules.ts';
import type { OwnerConnection } from './escalation.sql.ts';

export interface OfficeHolder {
  readonly personId: string;
  /** The one for which the role is held, or the person's own in this court. */
  readonly departmentId: string | null;
}

/** The statements of this file in a transaction of a court. */
export function askIn(reader: TenantReader): OwnerConnection {
  return {
    query: async <R>(text: string, values: unknown[]) => {
      const { rows } = await reader.executeQuery<R>(CompiledQuery.raw(text, values));
      return { rows };
    },
  };
}

/** Who holds a role on a day; `court`, `role`, `day`: SQL. */
const holding = (court: string, role: string, day: string) => `memberships held
    join people person on person.id = held.person_id and person.closed_at is null
    where held.court_id = ${court} and held.role = ${role} and held.valid_from <= ${day}::date
      and (held.valid_until is null or held.valid_until > ${day}::date)`;

const HOLDER = (court: string, role: string, day: string) => `select held.person_id as "personId",
    coalesce(held.department_id, case when person.court_id = held.court_id then person.department_id end) as "departmentId"
    from ${holding(court, role, day)} order by held.valid_from, held.id limit 1`;

/** Who has the task the longest; undefined: nobody. */
export async function findOfficeHolder(
  reader: TenantReader,
  { courtId, role, day }: { readonly courtId: number; readonly role: Role; readonly day: string },
): Promise<OfficeHolder | undefined> {
  const { rows } = await askIn(reader).query<OfficeHolder>(HOLDER('$1::integer', '$2', '$3'), [
    ...[courtId, role, day],
  ]);
  return rows[0];
}

export interface ForsakenDeadline extends OfficeHolder {
  readonly courtId: number;
  readonly id: string;
  readonly ownerId: string;
}

/** Open clocks of the rule whose owner does not hold the role, with who does. `courtId` null: of every court. */
export async function listForsakenDeadlines(
  ask: OwnerConnection,
  of: {
    readonly ruleId: DeadlineRuleId;
    readonly role: Role;
    readonly day: string;
    readonly courtId: number | null;
  },
): Promise<ForsakenDeadline[]> {
  const { rows } = await ask.query<ForsakenDeadline>(
    `select d.court_id as "courtId", d.id, d.owner_id as "ownerId", heir."personId", heir."departmentId"
     from courts court
     join deadlines d on d.court_id = court.id and d.rule_id = $1 and d.settled_at is null
     cross join lateral (${HOLDER('d.court_id', '$2', '$3')}) heir
     where ($4::integer is null or court.id = $4)
       and not exists (select from ${holding('d.court_id', '$2', '$3')} and held.person_id = d.owner_id)`,
    [of.ruleId, of.role, of.day, of.courtId],
  );
  return rows;
}

/** Passes the clock on, unless it was settled or passed on meanwhile, and leaves the event. */
export async function handOnForsakenDeadline(
  ask: OwnerConnection,
  { courtId, id, ownerId, personId, departmentId }: ForsakenDeadline,
  by: { readonly personId: string | null; readonly personName: string; readonly now: Date },
): Promise<void> {
  await ask.query(
    `with passed as (
       update deadlines set owner_id = $4, department_id = $5
       where court_id = $1 and id = $2 and owner_id = $3 and settled_at is null
       returning court_id, id, level, due_at)
     insert into deadline_events (court_id, id, deadline_id, kind, level, due_at, occurred_at, actor_id, actor_name)
     select court_id, $6::uuid, id, 'handed_on', level, due_at, $7::timestamptz, $8::uuid, $9 from passed`,
    [
      courtId,
      id,
      ownerId,
      personId,
      departmentId,
      newId(by.now.getTime()),
      by.now,
      by.personId,
      by.personName,
    ],
  );
}
