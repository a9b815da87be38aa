import type { TenantTransaction } from '../../platform/database.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import { sayQuantity } from '../../platform/quantity.ts';
import { compareLines, updateUsedQuantities, type AskedLine } from './approval-line.sql.ts';
import { refuseApproval } from './approval-refusals.ts';
import { findRequest, lockRequest, type RequestRow } from './approval-request.sql.ts';
import { listSeats } from './approval-seat.sql.ts';
import { recordChange } from './change-request.ts';
import { stateAt } from './describe-request.ts';
import { requestKindOf } from './request-kinds.ts';
import { decidersOf, type Seat } from './seat-rules.ts';

export interface Use {
  readonly requestId: string;
  readonly kind: string;
  /** What is carried out now, in the units of the approval; decimal strings. */
  readonly lines: readonly AskedLine[];
  /** Everybody who carries it out. */
  readonly executors: readonly { readonly personId: string; readonly name: string }[];
}

/** An approval as those who carry it out refer to it. */
export interface Grant {
  readonly requestId: string;
  readonly number: string;
  readonly requestedById: string;
  readonly requestedByName: string;
  /** Whoever approved a step of the round that counts, and in whose name. */
  readonly approvedByIds: readonly string[];
}

function grantOf(row: RequestRow, seats: readonly Seat[]): Grant {
  return {
    requestId: row.id,
    number: row.number,
    requestedById: row.applicantId,
    requestedByName: row.applicantName,
    approvedByIds: [...decidersOf(seats.filter(({ verdict }) => verdict === 'approve'))],
  };
}

type Address = { readonly courtId: number; readonly requestId: string };

/**
 * Everything lies within what was approved, in the unit in which it was. Refusals: APPROVAL_LINE_MISSING,
 * APPROVAL_UNIT_CHANGED, APPROVAL_QUANTITY_EXCEEDED.
 */
async function requireWithin(
  trx: TenantTransaction,
  address: Address,
  { kind, lines }: Pick<Use, 'kind' | 'lines'>,
): Promise<void> {
  for (const line of await compareLines(trx, address, lines)) {
    const label = line.label ?? line.subjectId;
    const what = requestKindOf(kind)?.sayLabel?.(label) ?? label;
    if (line.approved === null) throw refuseApproval('APPROVAL_LINE_MISSING', { what });
    if (line.approvedUnit !== line.unit)
      throw refuseApproval('APPROVAL_UNIT_CHANGED', {
        what,
        approved: sayQuantity(line.approved, line.approvedUnit ?? line.unit),
        asked: sayQuantity(line.quantity, line.unit),
      });
    if (line.isExceeded)
      throw refuseApproval('APPROVAL_QUANTITY_EXCEEDED', {
        what,
        approved: sayQuantity(line.approved, line.unit),
        asked: sayQuantity(line.quantity, line.unit),
      });
  }
}

/**
 * A grant that was used before, for the later steps of what it allowed: what is in another unit since, or more, was not
 * approved. undefined: it was not used. Refusals: APPROVAL_LINE_MISSING, APPROVAL_UNIT_CHANGED,
 * APPROVAL_QUANTITY_EXCEEDED.
 */
export async function recallGrant(
  trx: TenantTransaction,
  { lines, ...address }: Address & Pick<Use, 'lines'>,
): Promise<Grant | undefined> {
  const row = await findRequest(trx, [address.courtId], address.requestId);
  if (row?.state !== 'used') return undefined;
  await requireWithin(trx, address, { kind: row.kind, lines });
  return grantOf(row, await listSeats(trx, address, row.round));
}

function requireApproved(row: RequestRow | undefined, kind: string, now: Date): RequestRow {
  if (!row) throw refuseApproval('APPROVAL_NOT_FOUND');
  if (row.kind !== kind) throw refuseApproval('APPROVAL_OF_OTHER_KIND');
  if (row.state === 'used') throw refuseApproval('APPROVAL_USED');
  if (stateAt(row, now) === 'expired') throw refuseApproval('APPROVAL_EXPIRED');
  if (row.state !== 'approved') throw refuseApproval('APPROVAL_NOT_GRANTED');
  return row;
}

/**
 * Uses an approval up, in the transaction of what is carried out: once, of its own kind, within its lines and
 * quantities, before it expires, and by nobody who decided where the kind keeps them apart. Two at once: one wins.
 * Answers who asked and who approved.
 * Refusals: APPROVAL_NOT_FOUND, APPROVAL_OF_OTHER_KIND, APPROVAL_USED, APPROVAL_EXPIRED, APPROVAL_NOT_GRANTED,
 * EXECUTOR_HAS_DECIDED, APPROVAL_LINE_MISSING, APPROVAL_UNIT_CHANGED,
 * APPROVAL_QUANTITY_EXCEEDED.
 */
export async function useApproval(command: CommandContext, use: Use): Promise<Grant> {
  const { trx, actor, now } = command;
  const row = requireApproved(await lockRequest(trx, actor.courtId, use.requestId), use.kind, now);
  const address = { courtId: row.courtId, requestId: row.id };
  const seats = await listSeats(trx, address, row.round);
  const kind = requestKindOf(row.kind);
  if (kind?.keepsExecutorApart === true) {
    const deciders = decidersOf(seats);
    const executor = use.executors.find(({ personId }) => deciders.has(personId));
    if (executor) throw refuseApproval('EXECUTOR_HAS_DECIDED', { name: executor.name });
  }
  await requireWithin(trx, address, { kind: row.kind, lines: use.lines });
  await updateUsedQuantities(trx, address, use.lines);
  await recordChange(
    command,
    row,
    { state: 'used', usedAt: now, usedByName: actor.personName },
    { kind: 'use' },
  );
  return grantOf(row, seats);
}
