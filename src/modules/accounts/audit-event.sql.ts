/** The audit trail, newest first, by filters. */
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';
import type { TenantReader } from '../../platform/database.ts';

export interface AuditEventSummaryRow {
  readonly id: string;
  readonly recorded_at: Date;
  readonly command: string;
  readonly outcome: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly actor_roles: string[];
  readonly via: string;
  readonly address: string | null;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly subject_label: string | null;
  readonly request_id: string;
}

/** The last row of the page before. */
export const auditCursor = z.strictObject({ recordedAt: z.iso.datetime(), id: z.uuid() });

export interface AuditFilter {
  readonly courtIds: readonly number[];
  /** From this instant on, and before that one. */
  readonly from: Date | null;
  readonly before: Date | null;
  readonly actorId: string | null;
  readonly command: string | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly outcome: string | null;
  readonly q: string | null;
  readonly after: { recordedAt: Date; id: string } | null;
  readonly limit: number;
}

function conditionsOf(filter: AuditFilter) {
  const conditions = [sql<SqlBool>`court_id = any (${filter.courtIds}::integer[])`];
  if (filter.from) conditions.push(sql`recorded_at >= ${filter.from}`);
  if (filter.before) conditions.push(sql`recorded_at < ${filter.before}`);
  if (filter.actorId !== null) conditions.push(sql`actor_id = ${filter.actorId}::uuid`);
  if (filter.command !== null) conditions.push(sql`command = ${filter.command}`);
  if (filter.subjectKind !== null) conditions.push(sql`subject_kind = ${filter.subjectKind}`);
  if (filter.subjectId !== null) conditions.push(sql`subject_id = ${filter.subjectId}`);
  if (filter.outcome !== null) conditions.push(sql`outcome = ${filter.outcome}`);
  if (filter.q !== null) {
    const pattern = `%${filter.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    conditions.push(sql`(actor_name ilike ${pattern} or subject_label ilike ${pattern} or address = ${filter.q}
      or request_id = ${filter.q} or command = ${filter.q})`);
  }
  if (filter.after) {
    conditions.push(sql`(recorded_at, id) < (${filter.after.recordedAt}, ${filter.after.id}::uuid)`);
  }
  return sql.join(conditions, sql` and `);
}

export async function listAuditEventRows(
  reader: TenantReader,
  filter: AuditFilter,
): Promise<AuditEventSummaryRow[]> {
  const { rows } = await sql<AuditEventSummaryRow>`
    select id, recorded_at, command, outcome, actor_id, actor_name, actor_roles, via, address, subject_kind,
      subject_id, subject_label, request_id
    from audit_events where ${conditionsOf(filter)}
    order by recorded_at desc, id desc limit ${filter.limit}`.execute(reader);
  return rows;
}

export async function findAuditEventRow(reader: TenantReader, courtIds: readonly number[], eventId: string) {
  return reader
    .selectFrom('audit_events')
    .selectAll()
    .where('court_id', 'in', courtIds)
    .where('id', '=', eventId)
    .executeTakeFirst();
}
