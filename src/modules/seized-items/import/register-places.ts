/** Places that a register names, as the court knows them. Pure but for what it is given. */
import type { NameChoice } from '../../imports/import-settings.ts';
import type { NameFinding } from '../../imports/import-target.ts';
import type { KnownPlace } from './register.sql.ts';

const SEPARATORS = /\s*[/>＞／\\]\s*/u;

function levelsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(SEPARATORS)
    .map((level) => level.replace(/\s+/gu, ''))
    .filter((level) => level !== '');
}

interface NamedPlace {
  readonly label: string;
  rowCount: number;
  readonly place: KnownPlace | null;
  readonly state: NameFinding['state'];
}

/** Finds each name once: by the whole path, by its end, or as the person matched it. */
export class RegisterPlaces {
  private readonly named = new Map<string, NamedPlace>();
  private readonly known: readonly { readonly place: KnownPlace; readonly levels: readonly string[] }[];
  private readonly chosen: ReadonlyMap<string, string>;

  constructor(places: readonly KnownPlace[], choices: readonly NameChoice[]) {
    this.known = places.map((place) => ({ place, levels: levelsOf(place.path) }));
    this.chosen = new Map(
      choices.flatMap((choice) =>
        choice.action === 'match' && choice.kind === 'place' ? [[choice.key, choice.subjectId]] : [],
      ),
    );
  }

  /** null: no place, or more than one, is called so. */
  find(text: string): KnownPlace | null {
    const key = levelsOf(text).join('/');
    const known = this.named.get(key);
    if (known) {
      known.rowCount += 1;
      return known.place;
    }
    const found = this.look(key);
    this.named.set(key, { ...found, label: text, rowCount: 1 });
    return found.place;
  }

  private look(key: string): Pick<NamedPlace, 'place' | 'state'> {
    const chosenId = this.chosen.get(key);
    const chosen = this.known.find(({ place }) => place.id === chosenId);
    if (chosen) return { place: chosen.place, state: 'matched' };
    const wanted = key.split('/');
    const ending = this.known.filter(
      ({ levels }) => levels.slice(-wanted.length).join('/') === key && levels.length >= wanted.length,
    );
    const whole = ending.filter(({ levels }) => levels.length === wanted.length);
    const [only, ...more] = whole.length > 0 ? whole : ending;
    if (only === undefined) return { place: null, state: 'unknown' };
    return more.length > 0 ? { place: null, state: 'ambiguous' } : { place: only.place, state: 'found' };
  }

  /** Names that a person should look at: unknown ones, and those that were matched by hand. */
  listFindings(): NameFinding[] {
    return [...this.named].flatMap(([key, { label, rowCount, place, state }]): NameFinding[] => {
      if (state === 'found') return [];
      const subject = { subjectId: place?.id ?? null, subjectLabel: place?.path ?? null };
      return [{ kind: 'place', key, label, rowCount, state, ...subject, plan: null }];
    });
  }
}
