import { findRequest } from '../modules/approvals/approval-request.sql.ts';
import { listSeats } from '../modules/approvals/approval-seat.sql.ts';
import { decideRequest } from '../modules/approvals/decide-request.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { actingAs } from './acting-as.ts';
import type { SampleStructure } from './sample-court-structure.ts';

/** Approved by whoever of the accounts sits in the seat of each step, as long as somebody does. */
export async function approveRequest(
  command: CommandContext,
  { world, accounts }: SampleStructure,
  { requestId, opinion }: { readonly requestId: string; readonly opinion: string },
): Promise<void> {
  const { courtId } = world;
  for (let row = await findRequest(command.trx, [courtId], requestId); row?.state === 'pending';) {
    const seats = await listSeats(command.trx, { courtId, requestId }, row.round);
    const seat = seats.find(({ isOpen }) => isOpen);
    const people = world.people.filter(
      ({ departmentId }) => seat?.departmentId == null || departmentId === seat.departmentId,
    );
    const decider = accounts.find(
      ({ role, personId }) => role === seat?.role && people.some(({ id }) => id === personId),
    );
    const person = people.find(({ id }) => id === decider?.personId);
    if (!decider || !person) return;
    const acting = { ...actingAs(command, courtId, person, decider.role), audit: () => {} };
    const expectedVersion = row.version;
    await decideRequest(acting, { requestId, verdict: 'approve', opinion, expectedVersion });
    row = await findRequest(command.trx, [courtId], requestId);
  }
}
