/** Events of the audit trail that arise outside `runCommand`: while a person is identified, or about their own account. */
import type { Actor, RequestFacts } from '../../platform/actor.ts';
import { appendAuditEvents, type AuditEventRow } from '../../platform/audit-events.ts';
import type { AuthenticationTransaction } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';

export interface AccountEvent {
  readonly command: string;
  readonly outcome: AuditEventRow['outcome'];
  readonly now: Date;
  readonly request: RequestFacts;
  /** The person's court, or 0 when nobody is known by the name. */
  readonly courtId: number;
  readonly actor: Pick<Actor, 'personId' | 'personName' | 'roles' | 'via'> | null;
  readonly subject: { id: string; label: string } | null;
  readonly detail?: Record<string, unknown>;
}

export async function appendAccountEvent(trx: AuthenticationTransaction, event: AccountEvent): Promise<void> {
  await appendAuditEvents(trx, [
    {
      id: newId(event.now.getTime()),
      court_id: event.courtId,
      recorded_at: event.now,
      request_id: event.request.requestId,
      command: event.command,
      outcome: event.outcome,
      actor_id: event.actor?.personId ?? null,
      actor_name: event.actor?.personName ?? '',
      actor_roles: event.actor?.roles ?? [],
      via: event.actor?.via ?? 'anonymous',
      address: event.request.address,
      subject_kind: event.subject === null ? null : 'person',
      subject_id: event.subject?.id ?? null,
      subject_label: event.subject?.label ?? null,
      before: null,
      after: null,
      detail: event.detail ?? {},
    },
  ]);
}
