/** The visit log, by entry. */
import { sql, type RawBuilder } from 'kysely';
import type { TenantReader } from '../../platform/database.ts';
import type { VisitPurpose } from './visit-purposes.ts';
import { selectVisits, type VisitRow } from './visit.sql.ts';

export interface VisitCriteria {
  readonly courtId: number;
  readonly roomIds: readonly string[] | null;
  readonly personId: string | null;
  readonly text: string | null;
  readonly purposes: readonly VisitPurpose[] | null;
  /** From this instant, and before that one. */
  readonly from: Date | null;
  readonly before: Date | null;
  readonly inside: boolean | null;
  readonly alarm: boolean | null;
  readonly visitors: boolean | null;
  readonly late: boolean | null;
  readonly anomaly: boolean | null;
  readonly withCorrected: boolean;
  readonly now: Date;
}

type Condition = RawBuilder<unknown>;

function whenAsked(asked: boolean | null, condition: Condition): Condition[] {
  if (asked === null) return [];
  return [asked ? condition : sql`not coalesce(${condition}, false)`];
}

function conditionsOf(criteria: VisitCriteria): Condition[] {
  const { roomIds, personId, text, purposes, from, before, now } = criteria;
  const pattern = text === null ? null : `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return [
    sql`visit.court_id = ${criteria.courtId}`,
    ...(roomIds === null ? [] : [sql`visit.room_id = any(${roomIds}::uuid[])`]),
    ...(personId === null ? [] : [sql`visit.person_id = ${personId}::uuid`]),
    ...(purposes === null ? [] : [sql`visit.purpose = any(${purposes}::text[])`]),
    ...(from === null ? [] : [sql`visit.entered_at >= ${from}::timestamptz`]),
    ...(before === null ? [] : [sql`visit.entered_at < ${before}::timestamptz`]),
    ...(criteria.withCorrected ? [] : [sql`visit.corrected_by_id is null and not visit.voided`]),
    ...(criteria.inside === true
      ? [sql`visit.left_at is null and visit.corrected_by_id is null and not visit.voided`]
      : whenAsked(criteria.inside, sql`visit.left_at is null`)),
    ...whenAsked(
      criteria.alarm,
      sql`(visit.left_at is null and visit.corrected_by_id is null and not visit.voided and visit.entered_at
        < ${now}::timestamptz - make_interval(mins => settings.visit_alarm_minutes))`,
    ),
    ...whenAsked(criteria.visitors, sql`visit.person_id is null`),
    ...whenAsked(criteria.late, sql`(visit.entered_late or visit.left_late)`),
    ...whenAsked(criteria.anomaly, sql`visit.anomaly is not null`),
    ...(pattern === null
      ? []
      : [
          sql`concat_ws(' ', visit.person_name, visit.person_unit, visit.case_number, visit.note, visit.escort_name)
            ilike ${pattern}`,
        ]),
  ];
}

export interface VisitPosition {
  readonly enteredAt: Date;
  readonly id: string;
}

/** The newest first. */
export async function listVisitRows(
  reader: TenantReader,
  criteria: VisitCriteria,
  page: { readonly after: VisitPosition | null; readonly limit: number },
): Promise<VisitRow[]> {
  const { after, limit } = page;
  const conditions = [
    ...conditionsOf(criteria),
    ...(after === null
      ? []
      : [sql`(visit.entered_at, visit.id) < (${after.enteredAt}::timestamptz, ${after.id}::uuid)`]),
  ];
  const { rows } = await sql<VisitRow>`${selectVisits()} where ${sql.join(conditions, sql` and `)}
    order by visit.entered_at desc, visit.id desc limit ${limit}`.execute(reader);
  return rows;
}
