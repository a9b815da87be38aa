/** The people, departments and rooms of one sample court, as the simulation draws from them. Pure. */
import type { Random } from './random.ts';

export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string;
  readonly department: string;
  readonly office: { readonly id: string; readonly path: string };
}

/** Where an asset can stand: a person's office, a department's room, or a courtroom. */
export interface SampleDesk {
  readonly departmentId: string;
  readonly department: string;
  readonly personId: string | null;
  readonly person: string | null;
  readonly placeId: string;
  readonly place: string;
  /** Someone of the same department who could borrow it. */
  readonly borrowerId: string;
  readonly borrower: string;
}

export interface SampleWorld {
  readonly courtId: number;
  readonly people: readonly SamplePerson[];
  readonly stockRoom: { readonly id: string; readonly path: string };
  readonly sharedRooms: readonly { readonly id: string; readonly path: string }[];
  pickDesk(random: Random, use: 'person' | 'room' | 'department'): SampleDesk;
}

export function createWorld(world: Omit<SampleWorld, 'pickDesk'>): SampleWorld {
  return {
    ...world,
    pickDesk(random, use) {
      const person = random.pick(world.people);
      const room = use === 'room' ? random.pick(world.sharedRooms) : person.office;
      return {
        departmentId: person.departmentId,
        department: person.department,
        personId: use === 'person' ? person.id : null,
        person: use === 'person' ? person.name : null,
        placeId: room.id,
        place: room.path,
        borrowerId: person.id,
        borrower: person.name,
      };
    },
  };
}
