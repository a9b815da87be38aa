/** What happened to codes and their labels. */
import { sql } from 'kysely';
import type { TenantReader, TenantTransaction } from '../../platform/database.ts';
import type { LabelEventKind } from './label-events.contract.ts';

export interface NewLabelEvent {
  readonly id: string;
  readonly code: string;
  readonly kind: LabelEventKind;
  readonly labelVersion: string | null;
  readonly jobId: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export async function insertLabelEvents(
  trx: TenantTransaction,
  stamp: {
    readonly courtId: number;
    readonly occurredAt: Date;
    readonly actorId: string;
    readonly actorName: string;
  },
  events: readonly NewLabelEvent[],
): Promise<void> {
  await sql`
    insert into label_events (court_id, id, code, kind, label_version, occurred_at, actor_id, actor_name, job_id, reason,
      details)
    select ${stamp.courtId}::integer, id, code, kind, "labelVersion", ${stamp.occurredAt}::timestamptz,
      ${stamp.actorId}::uuid, ${stamp.actorName}, "jobId", reason, details
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as event(id uuid, code text, kind text,
      "labelVersion" text, "jobId" uuid, reason text, details jsonb)`.execute(trx);
}

export interface LabelEventRow extends NewLabelEvent {
  readonly occurredAt: Date;
  readonly actorName: string;
}

/** Of every code that the thing carries or carried, newest first: from `from` on, before `until`. */
export async function listLabelEventRows(
  reader: TenantReader,
  courtId: number,
  subjectId: string,
  span: { readonly from: Date | null; readonly until: Date | null },
): Promise<LabelEventRow[]> {
  const { rows } = await sql<LabelEventRow>`
    select event.id, event.code, event.kind, event.label_version as "labelVersion", event.job_id as "jobId", event.reason,
      event.details, event.occurred_at as "occurredAt", event.actor_name as "actorName"
    from item_codes code
    join label_events event on event.court_id = code.court_id and event.code = code.code
    where code.court_id = ${courtId} and code.subject_id = ${subjectId}::uuid
      and (${span.from}::timestamptz is null or event.occurred_at >= ${span.from}::timestamptz)
      and (${span.until}::timestamptz is null or event.occurred_at < ${span.until}::timestamptz)
    order by event.occurred_at desc, event.id desc limit 500`.execute(reader);
  return rows;
}
