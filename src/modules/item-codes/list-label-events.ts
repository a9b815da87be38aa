import { z } from 'zod';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { listLabelEventRows } from './label-event.sql.ts';
import type { LabelEvent } from './label-events.contract.ts';

const details = z.object({
  formerCode: z.string().nullable().default(null).catch(null),
  newCode: z.string().nullable().default(null).catch(null),
});

/** What happened to the labels of a thing, newest first: from `from` on and before `until`; null: without an end. */
export async function listLabelEvents(
  reader: TenantReader,
  thing: { readonly courtId: number; readonly id: string },
  span: { readonly from: Date | null; readonly until: Date | null },
): Promise<LabelEvent[]> {
  const rows = await listLabelEventRows(reader, thing.courtId, thing.id, span);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: row.code,
    labelVersion: row.labelVersion,
    occurredAt: shanghaiInstant(row.occurredAt),
    actorName: row.actorName,
    reason: row.reason,
    ...details.parse(row.details),
  }));
}
