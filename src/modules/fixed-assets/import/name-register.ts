/** The names that a court knows, ready to be looked up. Pure. */
import type { ReferenceKind } from '../../imports/rules.ts';
import { PATH_SEPARATOR } from '../../storage/rules.ts';
import type { ClassYears } from '../class-years.sql.ts';
import type { RegisteredPerson, RegisteredPlace } from './register.sql.ts';

/** Names are one without regard to case, width and spaces. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** Levels of a typed place, from the top: `审判楼/3层 > 301室`. */
export function placeLevels(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[/>\\]/)
    .map((level) => level.trim())
    .filter((level) => level !== '');
}

export interface RegisteredThing {
  readonly id: string;
  readonly label: string;
  /** false: found by less than its whole name. */
  readonly isExact?: boolean;
}

export interface NamedPerson extends RegisteredThing {
  readonly name: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

function group<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

export class NameRegister {
  private readonly departmentsByName: ReadonlyMap<string, readonly RegisteredThing[]>;
  private readonly placesByPath: ReadonlyMap<string, readonly RegisteredPlace[]>;
  private readonly placesByTail: ReadonlyMap<string, readonly RegisteredPlace[]>;
  private readonly people: ReadonlyMap<string, readonly NamedPerson[]>;
  private readonly usernames: ReadonlyMap<string, NamedPerson>;
  private readonly peopleById: ReadonlyMap<string, NamedPerson>;
  private readonly classCodes: ReadonlyMap<string, ClassYears>;
  private readonly classNames: ReadonlyMap<string, readonly ClassYears[]>;
  private readonly ids: Readonly<Record<ReferenceKind, ReadonlyMap<string, RegisteredThing>>>;

  constructor(facts: {
    readonly departments: readonly { readonly id: string; readonly name: string }[];
    readonly people: readonly RegisteredPerson[];
    readonly places: readonly RegisteredPlace[];
    readonly classes: readonly ClassYears[];
  }) {
    const departments = facts.departments.map(({ id, name }) => ({ id, label: name }));
    const people = facts.people.map((person) => ({ ...person, label: person.name }));
    this.departmentsByName = group(departments, ({ label }) => foldName(label));
    this.placesByPath = group(facts.places, ({ path }) => this.placeKey(path));
    this.placesByTail = group(
      facts.places.flatMap((place) => tailsOf(place)),
      ({ tail }) => tail,
    );
    this.people = group(people, ({ name }) => foldName(name));
    this.usernames = new Map(people.map((person) => [person.username, person]));
    this.peopleById = new Map(people.map((person) => [person.id, person]));
    this.classCodes = new Map(facts.classes.map((each) => [each.code, each]));
    this.classNames = group(facts.classes, ({ name }) => foldName(name));
    this.ids = {
      department: new Map(departments.map((each) => [each.id, each])),
      person: this.peopleById,
      place: new Map(facts.places.map((each) => [each.id, thingOfPlace(each)])),
      class: new Map(facts.classes.map((each) => [each.code, thingOfClass(each)])),
    };
  }

  placeKey(text: string): string {
    return placeLevels(text).map(foldName).join('/');
  }

  byId(kind: ReferenceKind, id: string): RegisteredThing | undefined {
    return this.ids[kind].get(id);
  }

  departments(key: string): readonly RegisteredThing[] {
    return this.departmentsByName.get(key) ?? [];
  }

  /** By the whole path; otherwise by the end of one, where that is enough to tell. */
  places(key: string): readonly RegisteredThing[] {
    const exact = this.placesByPath.get(key);
    if (exact) return exact.map(thingOfPlace);
    return (this.placesByTail.get(key) ?? []).map((place) => ({ ...thingOfPlace(place), isExact: false }));
  }

  placeAt(key: string): RegisteredPlace | undefined {
    return this.placesByPath.get(key)?.[0];
  }

  peopleByName(key: string): readonly NamedPerson[] {
    return this.people.get(key) ?? [];
  }

  personByUsername(username: string): NamedPerson | undefined {
    return this.usernames.get(username);
  }

  personById(id: string): NamedPerson | undefined {
    return this.peopleById.get(id);
  }

  classByCode(code: string): readonly RegisteredThing[] {
    const found = this.classCodes.get(code);
    return found ? [thingOfClass(found)] : [];
  }

  classesByName(key: string): readonly RegisteredThing[] {
    return (this.classNames.get(key) ?? []).map(thingOfClass);
  }

  className(code: string): string {
    return this.classCodes.get(code)?.name ?? '';
  }

  /** The classes beside and below a class, and those of the codes. */
  classesAround(code: string, codes: readonly string[]): { code: string; name: string }[] {
    const branch = code.slice(0, 5);
    return [...this.classCodes.values()].filter(
      (each) => each.code.startsWith(branch) || codes.includes(each.code),
    );
  }
}

function thingOfPlace({ id, path }: RegisteredPlace): RegisteredThing {
  return { id, label: path };
}

function thingOfClass({ code, name }: ClassYears): RegisteredThing {
  return { id: code, label: `${code} ${name}` };
}

function tailsOf(place: RegisteredPlace): (RegisteredPlace & { readonly tail: string })[] {
  const levels = place.path.split(PATH_SEPARATOR).map(foldName);
  return levels.slice(1).map((_, index) => ({ ...place, tail: levels.slice(index + 1).join('/') }));
}
