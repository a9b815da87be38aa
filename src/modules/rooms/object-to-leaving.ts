import type { TenantReader } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';
import { CUSTODIAN_ROLE } from './custodianship.rules.ts';
import { countLeftMatters } from './handover.sql.ts';
import { listRoomsOfPerson } from './custodianship.sql.ts';
import { listRoomContents } from './room-contents.ts';

interface LeavingPerson {
  readonly courtId: number;
  readonly personId: string;
  readonly now: Date;
}

/** What a handover left with the person keeps them as well, until it is cleared up (法发〔2017〕6号). */
async function objectForLeftMatters(reader: TenantReader, person: LeavingPerson): Promise<Sentence | null> {
  const count = await countLeftMatters(reader, person);
  if (count === 0) return null;
  return {
    zh: `该人员名下还有 ${count} 项保管交接遗留事项，请先在交接记录中了结。`,
    en: `${count} matter(s) of a handover stayed with the person. Clear them up in the handover first.`,
  };
}

/** Work in rooms that they began without a post there, or went on with after it had ended. */
async function objectForWork(reader: TenantReader, person: LeavingPerson): Promise<Sentence | null> {
  for (const holder of listRoomContents()) {
    const objection = await holder.objectToLeaving?.(reader, { ...person, roomId: null });
    if (objection) return objection;
  }
  return null;
}

async function objectionOf(reader: TenantReader, person: LeavingPerson): Promise<Sentence | null> {
  const rooms = await listRoomsOfPerson(reader, { ...person, at: person.now });
  if (rooms.length === 0)
    return (await objectForLeftMatters(reader, person)) ?? objectForWork(reader, person);
  const names = rooms.map(({ path }) => path);
  return {
    zh: `该人员仍在任${names.join('、')}的保管人或代管人，请先办理保管交接或终止任命。`,
    en: `The person still answers for ${names.join(', ')}. Hand over or end the appointment first.`,
  };
}

/** 未办清交接不得离岗: whoever answers for a room keeps their account until somebody took over. */
export async function objectToClosingCustodian(
  reader: TenantReader,
  subject: { readonly kind: 'department' | 'person'; readonly courtId: number; readonly id: string },
  now: Date,
): Promise<Sentence | null> {
  if (subject.kind !== 'person') return null;
  return objectionOf(reader, { courtId: subject.courtId, personId: subject.id, now });
}

/** The same for the role without which nobody answers for a room. */
export async function objectToEndingCustodianRole(
  reader: TenantReader,
  membership: LeavingPerson & { readonly role: string },
): Promise<Sentence | null> {
  return membership.role === CUSTODIAN_ROLE ? objectionOf(reader, membership) : null;
}
