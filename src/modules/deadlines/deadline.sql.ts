/** Rows of deadlines and what happened to them. */
import { sql, type SqlBool } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { DeadlineRuleId } from './deadline-rules.ts';
import { toldSince, type Level } from './levels.rules.ts';

export type DeadlineOutcome = 'done' | 'lapsed' | 'replaced';

export interface DeadlineRow {
  readonly courtId: number;
  readonly id: string;
  readonly ruleId: DeadlineRuleId;
  readonly ruleVersion: string;
  /** The court's own paper by which it was counted; null: the edition that ships. */
  readonly basis: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly caseId: string | null;
  /** The room whose custodian answers for it; null: its owner stays. */
  readonly roomId: string | null;
  readonly ownerId: string;
  readonly owner: string;
  readonly departmentId: string | null;
  readonly startOn: string;
  readonly startAt: Date | null;
  readonly dueOn: string;
  readonly dueAt: Date;
  readonly isProvisional: boolean;
  readonly level: Level;
  readonly acknowledgedByName: string | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedLevel: number | null;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly outcome: DeadlineOutcome | null;
  readonly note: string | null;
  /** The paper that started it; null: the program did. */
  readonly matter: string | null;
}

const COLUMNS =
  sql.raw(`d.court_id as "courtId", d.id, d.rule_id as "ruleId", d.rule_version as "ruleVersion", d.basis,
  d.subject_kind as "subjectKind", d.subject_id as "subjectId", d.subject_label as "subjectLabel",
  d.case_id as "caseId", d.room_id as "roomId", d.owner_id as "ownerId", owner.full_name as owner, d.department_id as "departmentId",
  d.start_on as "startOn", d.start_at as "startAt", d.due_on as "dueOn", d.due_at as "dueAt",
  d.is_provisional as "isProvisional", d.level, d.acknowledged_by_name as "acknowledgedByName",
  d.acknowledged_at as "acknowledgedAt", d.acknowledged_level as "acknowledgedLevel", d.settled_at as "settledAt",
  d.settled_by_name as "settledByName", d.outcome, d.note, d.matter`);
const FROM = sql.raw('from deadlines d join people owner on owner.id = d.owner_id');

export interface DeadlineReach {
  readonly isWhole: boolean;
  readonly departmentIds: readonly string[];
  readonly personId: string;
}

export interface DeadlineFilter {
  readonly courtId: number;
  readonly reach: DeadlineReach;
  readonly state: 'open' | 'soon' | 'overdue' | 'unseen' | 'escalated' | 'settled';
  readonly ownerId: string | null;
  readonly caseId: string | null;
  readonly now: Date;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** Due within seven days and not overdue. */
function isSoon(now: Date) {
  return sql<SqlBool>`due_at > ${now} and due_at <= ${now}::timestamptz + interval '7 days'`;
}

/** Louder than when it was last said that it was seen, also where the sweep has yet to raise it. */
export function isUnseen(now: Date) {
  return sql<SqlBool>`(d.level > coalesce(d.acknowledged_level, 0)
    or (d.next_level_at <= ${now} and coalesce(d.acknowledged_level, 0) <= d.level))`;
}

/** Told upwards by now: to the owner and the head of the department first, then to whoever reads the whole court. */
export function isEscalated({ personId, departmentIds, isWhole }: DeadlineReach, now: Date) {
  const since = toldSince(now);
  return sql<SqlBool>`((d.due_at <= ${since.head} and (d.owner_id = ${personId}
      or d.department_id = any(${departmentIds}::uuid[]))) or (${isWhole} and d.due_at <= ${since.leaders}))`;
}

function conditionsOf(filter: DeadlineFilter) {
  const { reach, state, after } = filter;
  const isSettled = state === 'settled';
  return [
    sql<SqlBool>`d.court_id = ${filter.courtId}`,
    isSettled ? sql<SqlBool>`d.settled_at is not null` : sql<SqlBool>`d.settled_at is null`,
    ...(state === 'soon' ? [isSoon(filter.now)] : []),
    ...(state === 'overdue' ? [sql<SqlBool>`d.due_at <= ${filter.now}`] : []),
    ...(state === 'unseen' ? [isUnseen(filter.now)] : []),
    ...(state === 'escalated' ? [isEscalated(reach, filter.now)] : []),
    ...(reach.isWhole
      ? []
      : [
          sql<SqlBool>`(d.owner_id = ${reach.personId} or d.department_id = any(${reach.departmentIds}::uuid[]))`,
        ]),
    ...(filter.ownerId === null ? [] : [sql<SqlBool>`d.owner_id = ${filter.ownerId}`]),
    ...(filter.caseId === null ? [] : [sql<SqlBool>`d.case_id = ${filter.caseId}`]),
    ...(after === null
      ? []
      : [
          isSettled
            ? sql<SqlBool>`(d.settled_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
            : sql<SqlBool>`(d.due_at, d.id) > (${after.at}::timestamptz, ${after.id}::uuid)`,
        ]),
  ];
}

/** The next due first; of settled ones the latest settled first. */
export async function listDeadlineRows(reader: TenantReader, filter: DeadlineFilter): Promise<DeadlineRow[]> {
  const order = filter.state === 'settled' ? sql`d.settled_at desc, d.id desc` : sql`d.due_at, d.id`;
  const { rows } = await sql<DeadlineRow>`select ${COLUMNS} ${FROM}
    where ${sql.join(conditionsOf(filter), sql` and `)} order by ${order} limit ${filter.limit}`.execute(
    reader,
  );
  return rows;
}

export async function findDeadlineRow(
  reader: TenantReader,
  courtId: number,
  id: string,
): Promise<DeadlineRow | undefined> {
  const { rows } = await sql<DeadlineRow>`select ${COLUMNS} ${FROM}
    where d.court_id = ${courtId} and d.id = ${id}`.execute(reader);
  return rows[0];
}

/** Held until the end of the transaction. */
export async function lockDeadlineRow(
  trx: TenantTransaction,
  courtId: number,
  id: string,
): Promise<DeadlineRow | undefined> {
  await sql`select from deadlines where court_id = ${courtId} and id = ${id} for no key update`.execute(trx);
  return findDeadlineRow(trx, courtId, id);
}

export interface RunningKey {
  readonly ruleId: DeadlineRuleId;
  readonly subjectKind: string;
  readonly subjectId: string;
}

export function runningKeyOf({ ruleId, subjectKind, subjectId }: RunningKey): string {
  return `${ruleId} ${subjectKind} ${subjectId}`;
}

/** The clocks that run for the things, held, by `runningKeyOf`. */
export async function lockRunningDeadlines(
  trx: TenantTransaction,
  courtId: number,
  keys: readonly RunningKey[],
): Promise<Map<string, DeadlineRow>> {
  if (keys.length === 0) return new Map();
  const { rows: held } = await sql<{ id: string }>`select d.id from deadlines d
    join unnest(${keys.map(({ ruleId }) => ruleId)}::text[], ${keys.map(({ subjectKind }) => subjectKind)}::text[],
      ${keys.map(({ subjectId }) => subjectId)}::uuid[]) as wanted(rule_id, subject_kind, subject_id)
      on d.rule_id = wanted.rule_id and d.subject_kind = wanted.subject_kind and d.subject_id = wanted.subject_id
    where d.court_id = ${courtId} and d.settled_at is null order by d.id for no key update of d`.execute(trx);
  if (held.length === 0) return new Map();
  const { rows } = await sql<DeadlineRow>`select ${COLUMNS} ${FROM}
    where d.court_id = ${courtId} and d.id = any(${held.map(({ id }) => id)}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [runningKeyOf(row), row]));
}

export interface NewDeadline extends RunningKey {
  readonly id: string;
  readonly ruleVersion: string;
  /** The court's own paper; null: the edition that ships. */
  readonly basis: string | null;
  readonly subjectLabel: string;
  readonly caseId: string | null;
  readonly roomId: string | null;
  readonly ownerId: string;
  readonly departmentId: string | null;
  readonly startOn: string;
  readonly startAt: Date | null;
  readonly dueOn: string;
  readonly dueAt: Date;
  readonly isProvisional: boolean;
  readonly level: Level;
  readonly nextLevelAt: Date | null;
  readonly matter: string | null;
}

export async function insertDeadlines(
  trx: TenantTransaction,
  courtId: number,
  now: Date,
  deadlines: readonly NewDeadline[],
): Promise<void> {
  await sql`
    insert into deadlines (court_id, id, rule_id, rule_version, basis, subject_kind, subject_id, subject_label, case_id,
      room_id, owner_id, department_id, start_on, start_at, due_on, due_at, is_provisional, level, next_level_at, matter,
      created_at)
    select ${courtId}, id, "ruleId", "ruleVersion", basis, "subjectKind", "subjectId", "subjectLabel", "caseId", "roomId", "ownerId",
      "departmentId", "startOn", "startAt", "dueOn", "dueAt", "isProvisional", level, "nextLevelAt", matter, ${now}
    from jsonb_to_recordset(${JSON.stringify(deadlines)}::jsonb) as new(id uuid, "ruleId" text, "ruleVersion" text, basis text,
      "subjectKind" text, "subjectId" uuid, "subjectLabel" text, "caseId" uuid, "roomId" uuid, "ownerId" uuid, "departmentId" uuid,
      "startOn" date, "startAt" timestamptz, "dueOn" date, "dueAt" timestamptz, "isProvisional" boolean,
      level integer, "nextLevelAt" timestamptz, matter text)`.execute(trx);
}

export async function updateDeadlinesSettled(
  trx: TenantTransaction,
  courtId: number,
  ids: readonly string[],
  settled: {
    readonly at: Date;
    readonly personId: string;
    readonly personName: string;
    readonly outcome: DeadlineOutcome;
    readonly note: string | null;
  },
): Promise<void> {
  await sql`update deadlines set settled_at = ${settled.at}, settled_by = ${settled.personId},
      settled_by_name = ${settled.personName}, outcome = ${settled.outcome}, note = ${settled.note}
    where court_id = ${courtId} and id = any(${ids}::uuid[])`.execute(trx);
}

export async function updateDeadlineAcknowledged(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  by: {
    readonly personId: string;
    readonly personName: string;
    readonly at: Date;
    readonly level: Level;
    readonly nextAt: Date | null;
  },
): Promise<void> {
  // why: a reminder that has just been seen is not said again by the sweep; a level that it has yet to raise is.
  await sql`update deadlines set acknowledged_by = ${by.personId}, acknowledged_by_name = ${by.personName},
      acknowledged_at = ${by.at}, acknowledged_level = ${by.level},
      next_level_at = case when level = ${by.level} then ${by.nextAt} else next_level_at end
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

export async function updateDeadlineDue(
  trx: TenantTransaction,
  courtId: number,
  id: string,
  due: Pick<NewDeadline, 'dueOn' | 'dueAt' | 'isProvisional' | 'level' | 'nextLevelAt'>,
): Promise<void> {
  await sql`update deadlines set due_on = ${due.dueOn}, due_at = ${due.dueAt}, is_provisional = ${due.isProvisional},
      level = ${due.level}, next_level_at = ${due.nextLevelAt}
    where court_id = ${courtId} and id = ${id}`.execute(trx);
}

/** Every open deadline of a court, or of one case of it. */
export async function listOpenDeadlines(
  trx: TenantTransaction,
  courtId: number,
  caseId: string | null,
): Promise<DeadlineRow[]> {
  const { rows } = await sql<DeadlineRow>`select ${COLUMNS} ${FROM}
    where d.court_id = ${courtId} and d.settled_at is null
      and (${caseId === null} or d.case_id = ${caseId}::uuid) order by d.id`.execute(trx);
  return rows;
}

export interface DeadlineEvent {
  readonly id: string;
  readonly deadlineId: string;
  readonly kind: 'set' | 'counted_anew' | 'escalated' | 'acknowledged' | 'handed_on' | 'extended' | 'settled';
  readonly level: Level;
  readonly dueAt: Date;
  readonly note: string | null;
}

export async function appendDeadlineEvents(
  trx: TenantTransaction,
  courtId: number,
  by: { readonly personId: string; readonly personName: string; readonly now: Date },
  events: readonly DeadlineEvent[],
): Promise<void> {
  await sql`
    insert into deadline_events (court_id, id, deadline_id, kind, level, due_at, occurred_at, actor_id, actor_name, note)
    select ${courtId}, id, "deadlineId", kind, level, "dueAt", ${by.now}, ${by.personId}, ${by.personName}, note
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as new(id uuid, "deadlineId" uuid, kind text,
      level integer, "dueAt" timestamptz, note text)`.execute(trx);
}
