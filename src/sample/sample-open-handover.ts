/** A room of the smallest sample court that is being handed over: frozen, its list waiting to be counted. */
import { openHandover } from '../modules/rooms/open-handover.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { actingAs } from './acting-as.ts';
import type { SampleStructure } from './sample-court-structure.ts';

/** The custodian of the first room goes to another post; whoever was before takes it over again. */
export async function openSampleHandover(
  command: CommandContext,
  { accounts, custodians, propertyRooms, scribe, world }: SampleStructure,
): Promise<void> {
  const [room] = propertyRooms;
  const [, incoming] = custodians;
  const head = accounts.find(({ role }) => role === 'department_head');
  if (!room || !incoming || !head) return;
  await command.writeInCourt(world.courtId);
  const acting = { ...actingAs(command, world.courtId, scribe, 'equipment_admin'), audit: () => {} };
  await openHandover(acting, {
    ...{ roomId: room.id, cause: 'transfer', form: 'regular', document: '装备〔2026〕9号' },
    ...{ incomingId: incoming.id, supervisorId: head.personId, leadId: scribe.id, leaderId: null },
  });
}
