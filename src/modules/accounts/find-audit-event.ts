import type { InputOf, ResponseOf } from '../../platform/endpoint.ts';
import { refuse } from '../../platform/errors.ts';
import type { QueryContext } from '../../platform/run-query.ts';
import { findAuditEventRow } from './audit-event.sql.ts';
import type { findAuditEvent as declaration } from './audit.contract.ts';
import { auditEventViewOf } from './list-audit-events.ts';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One event with what was before and after. Refusal: NOT_FOUND. */
export async function findAuditEvent(
  { reader, actor }: QueryContext,
  { params }: InputOf<typeof declaration>,
): Promise<ResponseOf<typeof declaration>> {
  const row = await findAuditEventRow(reader, actor.readableCourtIds, params.eventId);
  if (!row) throw refuse('NOT_FOUND');
  return {
    ...auditEventViewOf(row),
    before: row.before,
    after: row.after,
    detail: isRecord(row.detail) ? row.detail : {},
  };
}
