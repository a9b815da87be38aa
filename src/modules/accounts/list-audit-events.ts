import { endOfShanghaiDay, shanghaiInstant, startOfShanghaiDay } from '../../platform/clock.ts';
import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { decodeCursor, pageOfRows } from '../../platform/page-cursor.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import {
  auditCursor,
  listAuditEventRows,
  type AuditEventSummaryRow,
  type AuditFilter,
} from './audit-event.sql.ts';
import type { exportAuditEvents, listAuditEvents as declaration } from './audit.contract.ts';

export function auditEventViewOf(row: AuditEventSummaryRow) {
  return {
    id: row.id,
    recordedAt: shanghaiInstant(row.recorded_at),
    command: row.command,
    outcome: row.outcome,
    actorId: row.actor_id,
    actorName: row.actor_name,
    actorRoles: row.actor_roles,
    via: row.via,
    address: row.address,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectLabel: row.subject_label,
    requestId: row.request_id,
  };
}

/** Calendar days, both included, become instants; what is left out does not narrow. */
export function auditFilterOf(
  actor: QueryContext['actor'],
  query: Omit<InputOf<typeof exportAuditEvents>['query'], 'language'>,
): Omit<AuditFilter, 'after' | 'limit'> {
  return {
    courtIds: actor.readableCourtIds,
    from: query.from === undefined ? null : startOfShanghaiDay(query.from),
    before: query.to === undefined ? null : endOfShanghaiDay(query.to),
    actorId: query.actorId ?? null,
    command: query.command ?? null,
    subjectKind: query.subjectKind ?? null,
    subjectId: query.subjectId ?? null,
    outcome: query.outcome ?? null,
    q: query.q ?? null,
  };
}

/** The audit trail of the acting court, newest first; the root court's also names what belongs to nobody. */
export async function listAuditEvents(
  { reader, actor }: QueryContext,
  { query }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const after = decodeCursor(query.after, auditCursor);
  const rows = await listAuditEventRows(reader, {
    ...auditFilterOf(actor, query),
    after: after && { recordedAt: new Date(after.recordedAt), id: after.id },
    limit: query.limit + 1,
  });
  return pageOfRows(rows, query.limit, auditEventViewOf, (row) => ({
    recordedAt: row.recorded_at.toISOString(),
    id: row.id,
  }));
}
