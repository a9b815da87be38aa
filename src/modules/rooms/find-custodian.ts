import type { TenantReader } from '../../platform/database.ts';
import { listResponsible } from './custodianship.sql.ts';

export interface PersonInOffice {
  readonly custodianshipId: string;
  readonly personId: string;
  readonly name: string;
  readonly kind: 'custodian' | 'deputy';
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly document: string;
}

export interface RoomResponsibility {
  /** null: nobody answered for the room at that moment. */
  readonly custodian: PersonInOffice | null;
  readonly deputies: readonly PersonInOffice[];
}

/** Who answers, or answered, for a storage room at a moment. */
export async function findCustodian(
  reader: TenantReader,
  at: { readonly courtId: number; readonly roomId: string; readonly at: Date },
): Promise<RoomResponsibility> {
  const rows = await listResponsible(reader, { courtId: at.courtId, roomIds: [at.roomId], at: at.at });
  const people = rows.map(({ id, personId, personName, kind, startsAt, endsAt, document }) => ({
    custodianshipId: id,
    personId,
    name: personName,
    kind,
    startsAt,
    endsAt,
    document,
  }));
  return {
    custodian: people.find(({ kind }) => kind === 'custodian') ?? null,
    deputies: people.filter(({ kind }) => kind === 'deputy'),
  };
}
