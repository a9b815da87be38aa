/** The append-only record of what happened to codes and their labels, as printing writes it. */
import { sql } from 'kysely';
import type { TenantTransaction } from '../../platform/database.ts';

export interface PrintedEvent {
  readonly id: string;
  readonly code: string;
  readonly version: string;
}

/** One event a label, with the job's reason. */
export async function appendPrintedEvents(
  trx: TenantTransaction,
  courtId: number,
  facts: {
    readonly kind: 'printed' | 'reprinted' | 'replaced';
    readonly occurredAt: Date;
    readonly actorId: string;
    readonly actorName: string;
    readonly jobId: string;
    readonly reason: string | null;
    readonly details: object;
  },
  events: readonly PrintedEvent[],
): Promise<void> {
  await sql`insert into label_events (court_id, id, code, kind, label_version, occurred_at, actor_id, actor_name,
      job_id, reason, details)
    select ${courtId}::integer, event.id, event.code, ${facts.kind}, event.version, ${facts.occurredAt}::timestamptz,
      ${facts.actorId}::uuid, ${facts.actorName}, ${facts.jobId}::uuid, ${facts.reason}::text,
      ${JSON.stringify(facts.details)}::jsonb
    from unnest(${events.map(({ id }) => id)}::uuid[], ${events.map(({ code }) => code)}::text[],
      ${events.map(({ version }) => version)}::text[]) as event(id, code, version)`.execute(trx);
}
