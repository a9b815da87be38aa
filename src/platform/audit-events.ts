/** The audit trail: what a command did, by whom, before and after, in the command's own transaction. */
import { sql, type Transaction } from 'kysely';
import { PREPARED, sendAhead, type DB } from './database.ts';

export interface AuditedChange {
  /** `fixed_asset`, `person`, …; null when the command has no single subject. */
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  /** What a person recognises: the code and name. */
  readonly subjectLabel?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly detail?: Record<string, unknown>;
  /** Another court in whose trail the change stands as well, because it concerns that court. */
  readonly alsoInCourtId?: number;
}

export interface AuditEventRow {
  readonly id: string;
  readonly court_id: number;
  readonly recorded_at: Date;
  readonly request_id: string;
  readonly command: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly actor_roles: readonly string[];
  readonly via: 'session' | 'token' | 'system' | 'anonymous';
  readonly address: string | null;
  readonly subject_kind: string | null;
  readonly subject_id: string | null;
  readonly subject_label: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly detail: Record<string, unknown>;
}

/** One statement for any number of events. */
export async function appendAuditEvents(trx: Transaction<DB>, rows: readonly AuditEventRow[]): Promise<void> {
  const statement = sql`${PREPARED}
    insert into audit_events (court_id, id, recorded_at, request_id, command, outcome, actor_id, actor_name,
      actor_roles, via, address, subject_kind, subject_id, subject_label, before, after, detail)
    select court_id, id, recorded_at, request_id, command, outcome, actor_id, actor_name,
      actor_roles, via, address, subject_kind, subject_id, subject_label, before, after, detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as event(court_id integer, id uuid,
      recorded_at timestamptz, request_id text, command text, outcome text, actor_id uuid, actor_name text,
      actor_roles text[], via text, address text, subject_kind text, subject_id text, subject_label text,
      before jsonb, after jsonb, detail jsonb)`;
  await sendAhead(trx, statement);
}
