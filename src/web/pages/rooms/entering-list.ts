/** Who is about to enter, before it is recorded. Pure. */

export interface EnteringPerson {
  readonly personId: string;
  readonly name: string;
  readonly unit: string | null;
  /** The badge that was scanned; null: chosen by name. */
  readonly badgeCode: string | null;
}

export interface EnteringVisitor {
  readonly name: string;
  readonly unit: string;
  readonly documentNumber: string | null;
}

export interface EnteringList {
  readonly people: readonly EnteringPerson[];
  readonly visitors: readonly EnteringVisitor[];
}

export const NOBODY: EnteringList = { people: [], visitors: [] };

/** Who was chosen by name and then scans the badge is there once, with the badge. */
export function withPerson(list: EnteringList, person: EnteringPerson): EnteringList {
  const known = list.people.find(({ personId }) => personId === person.personId);
  const next = { ...person, badgeCode: person.badgeCode ?? known?.badgeCode ?? null };
  const others = list.people.filter(({ personId }) => personId !== person.personId);
  return { ...list, people: [...others, next] };
}

export function withoutPerson(list: EnteringList, personId: string): EnteringList {
  return { ...list, people: list.people.filter((person) => person.personId !== personId) };
}

export function withVisitor(list: EnteringList, visitor: EnteringVisitor): EnteringList {
  return { ...list, visitors: [...list.visitors, visitor] };
}

export function withoutVisitor(list: EnteringList, index: number): EnteringList {
  return { ...list, visitors: list.visitors.filter((_, at) => at !== index) };
}

export function isNobody({ people, visitors }: EnteringList): boolean {
  return people.length === 0 && visitors.length === 0;
}
