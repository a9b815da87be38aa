/** What the names of a file stand for: by themselves, by a person's choice, or not at all. Pure. */
import type { Sentence } from '../../../platform/errors.ts';
import type { AssetDraft } from '../../imports/asset-draft.ts';
import type { NameChoice } from '../../imports/import-settings.ts';
import type { NameFinding } from '../../imports/import-target.ts';
import type { ReferenceKind, ReferenceState } from '../../imports/rules.ts';
import { PLACE_KINDS } from '../../storage/rules.ts';
import { planPlacePath, type PlannedLevel } from './plan-place-path.ts';
import { foldName, type NameRegister } from './name-register.ts';

/** A name of the file. Several rows share one. */
export interface Name {
  readonly kind: ReferenceKind;
  readonly key: string;
  readonly label: string;
  state: ReferenceState | 'exact';
  subjectId: string | null;
  subjectLabel: string | null;
  /** How many things it may be. */
  readonly candidateCount: number;
  /** Levels that creating it would make; null where it cannot be created. */
  readonly plan: readonly PlannedLevel[] | null;
  rowCount: number;
}

interface Thing {
  readonly id: string;
  readonly label: string;
}

export class NameBook {
  private readonly names = new Map<string, Name>();
  private readonly choices: ReadonlyMap<string, NameChoice>;

  constructor(
    private readonly register: NameRegister,
    choices: readonly NameChoice[],
  ) {
    this.choices = new Map(choices.map((choice) => [`${choice.kind} ${choice.key}`, choice]));
  }

  /** Every name that was asked for. */
  all(): readonly Name[] {
    return [...this.names.values()];
  }

  department(text: string): Name {
    return this.lookUp('department', foldName(text), text, () => this.register.departments(foldName(text)));
  }

  place(text: string): Name {
    const key = this.register.placeKey(text);
    return this.lookUp('place', key, text, () => this.register.places(key));
  }

  /** By code where the row has one, otherwise by the class's name. */
  assetClass(code: string | undefined, name: string | undefined): Name | null {
    if (code !== undefined) {
      const label = name === undefined ? code : `${code} ${name}`;
      return this.lookUp('class', code, label, () => this.register.classByCode(code));
    }
    if (name === undefined) return null;
    return this.lookUp('class', foldName(name), name, () => this.register.classesByName(foldName(name)));
  }

  /** By username, then by name; of namesakes the one of the department that the row names. */
  person(draft: AssetDraft, departmentId: string | null): Name | null {
    const { holderName, holderUsername } = draft;
    const username = holderUsername?.trim().toLowerCase();
    const byUsername = username === undefined ? undefined : this.register.personByUsername(username);
    if (username !== undefined && (byUsername !== undefined || holderName === undefined))
      return this.lookUp('person', `@${username}`, username, () => (byUsername ? [byUsername] : []));
    if (holderName === undefined) return null;
    const namesakes = this.register.peopleByName(foldName(holderName));
    if (namesakes.length < 2) return this.lookUp('person', foldName(holderName), holderName, () => namesakes);
    const department = draft.departmentName;
    const key = `${foldName(holderName)}|${department === undefined ? '' : foldName(department)}`;
    const label = department === undefined ? holderName : `${holderName} / ${department}`;
    return this.lookUp('person', key, label, () => {
      const there = namesakes.filter(
        (person) => departmentId !== null && person.departmentId === departmentId,
      );
      return there.length === 1 ? there : namesakes;
    });
  }

  private lookUp(
    kind: ReferenceKind,
    key: string,
    label: string,
    find: () => readonly (Thing & { readonly isExact?: boolean })[],
  ): Name {
    const address = `${kind} ${key}`;
    const known = this.names.get(address);
    if (known) return known;
    const name = this.decide(kind, key, label, find(), this.choices.get(address));
    this.names.set(address, name);
    return name;
  }

  private decide(
    kind: ReferenceKind,
    key: string,
    label: string,
    things: readonly (Thing & { readonly isExact?: boolean })[],
    choice: NameChoice | undefined,
  ): Name {
    const [thing] = things;
    const isOne = thing !== undefined && things.length === 1;
    const base = { kind, key, label, candidateCount: things.length, plan: null, rowCount: 0 };
    const chosen = choice?.action === 'match' ? this.register.byId(kind, choice.subjectId) : undefined;
    if (chosen) return { ...base, state: 'matched', subjectId: chosen.id, subjectLabel: chosen.label };
    if (isOne) {
      const state = thing.isExact === false ? 'found' : 'exact';
      return { ...base, state, subjectId: thing.id, subjectLabel: thing.label };
    }
    const plan = things.length > 0 ? null : this.planOf(kind, label);
    const isWanted = choice?.action === 'create' && plan !== null;
    const state = isWanted ? 'created' : things.length > 0 ? 'ambiguous' : 'unknown';
    return { ...base, plan, state, subjectId: null, subjectLabel: null };
  }

  private planOf(kind: ReferenceKind, label: string): readonly PlannedLevel[] | null {
    if (kind === 'place') return planPlacePath(label, this.register);
    const name = label.trim();
    if (kind !== 'department' || name === '') return null;
    return [{ name, path: name, kind: 'department' }];
  }
}

const DEPARTMENT: Sentence = { zh: '部门', en: 'department' };
const OPEN_FIRST: Record<Name['state'], number> = {
  ambiguous: 0,
  unknown: 0,
  found: 1,
  matched: 2,
  created: 2,
  exact: 3,
};

/** The names that a person should see: those that need a decision, then those worth a look, then those decided. */
export function namesToShow(names: readonly Name[]): NameFinding[] {
  return names
    .flatMap((name): NameFinding[] => {
      const { state } = name;
      if (state === 'exact' || name.rowCount === 0) return [];
      const plan =
        name.plan?.map(({ path, kind }) => {
          const title = kind === 'department' ? DEPARTMENT : PLACE_KINDS[kind];
          return { zh: `${path}（${title.zh}）`, en: `${path} (${title.en})` };
        }) ?? null;
      const { kind, key, label, rowCount, subjectId, subjectLabel } = name;
      return [{ kind, key, label, rowCount, state, subjectId, subjectLabel, plan }];
    })
    .sort((one, other) => OPEN_FIRST[one.state] - OPEN_FIRST[other.state] || other.rowCount - one.rowCount);
}
