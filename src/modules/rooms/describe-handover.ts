import type { Actor } from '../../platform/actor.ts';
import { shanghaiInstant } from '../../platform/clock.ts';
import type { TenantReader } from '../../platform/database.ts';
import { decidePermission } from '../accounts/permissions.ts';
import {
  decideHandoverStep,
  HANDOVER_TRANSITION_KEYS,
  signingRolesOf,
  type HandoverFacts,
  type HandoverPart,
  type SigningRole,
} from './handover.rules.ts';
import { listLineRows, type LineRow } from './handover-line.sql.ts';
import {
  listMatterRows,
  listSignatureRows,
  type HandoverRow,
  type MatterRow,
  type SignatureRow,
} from './handover.sql.ts';
import type { HandoverAnswer } from './handovers.contract.ts';

const instantOrNull = (at: Date | null) => at && shanghaiInstant(at);

/** Every part that the person has in the handover. */
export function partsOf(row: HandoverRow, actor: Actor): HandoverPart[] {
  const named: [HandoverPart, string | null][] = [
    ['outgoing', row.outgoingId],
    ['incoming', row.incomingId],
    ['supervisor', row.supervisorId],
    ['lead', row.leadId],
    ['leader', row.leaderId],
  ];
  const parts = named.flatMap(([part, id]) => (id === actor.personId ? [part] : []));
  const mayManage = decidePermission(actor, 'handover.manage', { courtId: row.courtId }, 'write').allowed;
  return mayManage && row.outgoingId !== actor.personId ? [...parts, 'manager'] : parts;
}

export interface HandoverDetails {
  readonly lines: readonly LineRow[];
  readonly matters: readonly MatterRow[];
  readonly signatures: readonly SignatureRow[];
}

export async function readHandoverDetails(reader: TenantReader, row: HandoverRow): Promise<HandoverDetails> {
  return {
    lines: await listLineRows(reader, row.courtId, row.id),
    matters: await listMatterRows(reader, row.courtId, row.id),
    signatures: await listSignatureRows(reader, row.courtId, row.id),
  };
}

export function handoverFactsOf(row: HandoverRow, details: HandoverDetails, actor: Actor): HandoverFacts {
  return {
    state: row.state,
    parts: partsOf(row, actor),
    pendingLines: details.lines.filter(({ result }) => result === 'pending').length,
    openMatters: details.matters.filter(({ outcome }) => outcome === null).length,
    signatures: details.signatures.length,
  };
}

/** Who signs in which role. */
export function signerOf(row: HandoverRow, role: SigningRole): { id: string; name: string } {
  if (role === 'outgoing') return { id: row.outgoingId, name: row.outgoingName };
  if (role === 'incoming') return { id: row.incomingId, name: row.incomingName };
  if (role === 'supervisor') return { id: row.supervisorId, name: row.supervisorName };
  return { id: row.leaderId ?? '', name: row.leaderName ?? '' };
}

export function handoverSummaryOf(row: HandoverRow) {
  return {
    id: row.id,
    roomId: row.roomId,
    roomPath: row.roomPath,
    cause: row.cause,
    form: row.form,
    state: row.state,
    outgoing: { id: row.outgoingId, name: row.outgoingName },
    incoming: { id: row.incomingId, name: row.incomingName },
    supervisor: { id: row.supervisorId, name: row.supervisorName },
    lead: { id: row.leadId, name: row.leadName },
    leader: row.leaderId === null ? null : { id: row.leaderId, name: row.leaderName ?? '' },
    document: row.document,
    frozenAt: shanghaiInstant(row.frozenAt),
    openedByName: row.openedByName,
    countedAt: instantOrNull(row.countedAt),
    completedAt: instantOrNull(row.completedAt),
    cancelledAt: instantOrNull(row.cancelledAt),
    cancelReason: row.cancelReason,
  };
}

/** The handover as the wire shows it, with the steps that this actor may take now. */
export async function describeHandover(
  { reader, actor }: { readonly reader: TenantReader; readonly actor: Actor },
  row: HandoverRow,
): Promise<HandoverAnswer> {
  const details = await readHandoverDetails(reader, row);
  const facts = handoverFactsOf(row, details, actor);
  const mayWrite = decidePermission(actor, 'handover.count', { courtId: row.courtId }, 'write').allowed;
  return {
    ...handoverSummaryOf(row),
    lines: details.lines.map((line) => ({ ...line })),
    matters: details.matters.map((matter) => ({ ...matter, clearedAt: instantOrNull(matter.clearedAt) })),
    signatures: signingRolesOf(row.form).map((role) => {
      const given = details.signatures.find((one) => one.role === role);
      const signedAt = instantOrNull(given?.signedAt ?? null);
      return { role, person: signerOf(row, role), signedAt, note: given?.note ?? null };
    }),
    availableActions: mayWrite
      ? HANDOVER_TRANSITION_KEYS.filter((step) => decideHandoverStep(step, facts).allowed)
      : [],
  };
}
