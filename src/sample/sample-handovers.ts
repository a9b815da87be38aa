/** How the rooms of the sample court were handed over in the middle of the two years: counted in full, with differences. */
import { insertLines, type NewLine } from '../modules/rooms/handover-line.sql.ts';
import {
  insertHandover,
  insertMatters,
  insertSignature,
  updateHandover,
  updateMatterCleared,
  updateMattersSettled,
} from '../modules/rooms/handover.sql.ts';
import { ITEMS_IN_ROOMS, particularsOf } from '../modules/seized-items/items-in-rooms.ts';
import { newId } from '../platform/ids.ts';
import type { CommandContext } from '../platform/run-command.ts';
import { findChangeOfCustodian, listLyingSince } from './sample-custody.sql.ts';
import type { SampleStructure } from './sample-court-structure.ts';
import type { SamplePerson } from './sample-world.ts';

const HOUR_MS = 3_600_000;
const LINES_MAX = 600;
/** Every so many-th was not where the list has it. */
const DIFFERENCE_EACH = 97;
const EXPLANATIONS = ['清点时在三架，已移回', '标签脱落，已补贴', '数量不足，待查'] as const;

interface Parties {
  readonly room: { readonly id: string; readonly path: string };
  readonly incoming: SamplePerson;
  readonly supervisor: { readonly id: string; readonly name: string };
}

async function listChecked(
  command: CommandContext,
  { room, supervisor }: Parties,
  at: Date,
): Promise<NewLine[]> {
  const { trx, actor } = command;
  const lying = await listLyingSince(trx, actor.courtId, { path: room.path, before: at, limit: LINES_MAX });
  return lying.map(({ subjectId, code, title, placePath, ...item }, index) => {
    const isDifferent = index % DIFFERENCE_EACH === 41;
    const explanation = EXPLANATIONS[Math.floor(index / DIFFERENCE_EACH) % EXPLANATIONS.length] ?? null;
    return {
      ...{ id: newId(), position: index + 1, source: ITEMS_IN_ROOMS.key },
      ...{ subjectId, code, title, placePath, detail: null },
      particulars: particularsOf({ ...item, container: null }),
      ...{ result: isDifferent ? 'explained' : 'found', checkedAt: at, checkedByName: supervisor.name },
      explanation: isDifferent ? explanation : null,
    };
  });
}

async function handOver(command: CommandContext, parties: Parties): Promise<boolean> {
  const { trx, actor } = command;
  const { courtId } = actor;
  const { incoming, supervisor } = parties;
  const { id: roomId } = parties.room;
  const before = await findChangeOfCustodian(trx, courtId, roomId);
  if (!before) return false;
  const hours = (count: number) => new Date(before.endsAt.getTime() + count * HOUR_MS);
  const id = newId();
  await insertHandover(trx, courtId, {
    ...{
      id,
      roomId,
      cause: 'transfer',
      form: 'regular',
      custodianshipId: before.id,
      document: before.document,
    },
    ...{ outgoingId: before.personId, outgoingName: before.name, leaderId: null, leaderName: null },
    ...{
      incomingId: incoming.id,
      incomingName: incoming.name,
      leadId: supervisor.id,
      leadName: supervisor.name,
    },
    ...{ supervisorId: supervisor.id, supervisorName: supervisor.name },
    ...{ frozenAt: hours(-9), openedById: null, openedByName: actor.personName },
  });
  const lines = await listChecked(command, parties, hours(-3));
  await insertLines(trx, courtId, id, lines);
  const differing = lines.filter(({ result }) => result === 'explained');
  const matters = differing.map(({ title, explanation }, index) => ({
    ...{ id: newId(), position: index + 1, kind: 'difference' as const, title, outcome: null },
    detail: explanation,
  }));
  await insertMatters(trx, courtId, id, matters);
  for (const { id: matterId, detail } of matters) {
    const isLeft = detail === EXPLANATIONS[2];
    const by = { byName: supervisor.name, at: hours(-2), note: detail };
    const outcome = isLeft ? ('stays_with_outgoing' as const) : ('taken_over' as const);
    await updateMattersSettled(trx, courtId, { handoverId: id, matterIds: [matterId] }, { ...by, outcome });
    if (!isLeft) continue;
    const cleared = { note: '调取监控查明，原系登记数量有误', byName: supervisor.name, at: hours(24 * 12) };
    await updateMatterCleared(trx, courtId, { handoverId: id, matterId }, cleared);
  }
  const signers = [
    { role: 'outgoing', personId: before.personId, personName: before.name },
    { role: 'incoming', personId: incoming.id, personName: incoming.name },
    { role: 'supervisor', personId: supervisor.id, personName: supervisor.name },
  ] as const;
  for (const signer of signers)
    await insertSignature(trx, courtId, id, {
      ...signer,
      signedAt: hours(-1),
      note: signer.role === 'incoming' ? '门锁、门禁权限已于交接当日更换' : null,
    });
  await updateHandover(trx, courtId, id, { state: 'completed', countedAt: hours(-2), completedAt: hours(0) });
  return true;
}

/** Answers how many there are. */
export async function addSampleHandovers(
  command: CommandContext,
  structure: SampleStructure,
): Promise<number> {
  const { accounts, custodians, propertyRooms, scribe, world } = structure;
  const inspector = accounts.find(({ role }) => role === 'inspector');
  if (!inspector) return 0;
  const supervisor = { id: inspector.personId, name: inspector.fullName };
  const actor = { ...command.actor, courtId: world.courtId, personId: scribe.id, personName: scribe.name };
  let count = 0;
  for (const [index, room] of propertyRooms.entries()) {
    const incoming = custodians[index * 2];
    if (incoming && (await handOver({ ...command, actor }, { room, incoming, supervisor }))) count += 1;
  }
  return count;
}
