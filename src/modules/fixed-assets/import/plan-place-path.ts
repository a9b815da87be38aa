/** What creating a typed place would make, level by level. Pure. */
import { decidePlacement, PLACE_NAME_MAX, placePath, type PlaceKind } from '../../storage/rules.ts';
import { placeLevels, type NameRegister } from './name-register.ts';

export interface PlannedLevel {
  readonly name: string;
  readonly path: string;
  readonly kind: PlaceKind | 'department';
}

const KIND_WORDS: readonly { readonly words: RegExp; readonly kind: PlaceKind }[] = [
  { words: /院区|校区|园区|基地$|\bcampus\b|\bsite\b/i, kind: 'site' },
  { words: /车场|停车|车库|\byard\b|\bgarage\b|parking/i, kind: 'yard' },
  { words: /楼$|号楼|栋|幢|大厦|\bbuilding\b|\btower\b/i, kind: 'building' },
  { words: /层$|楼层|^\d{1,2}F$|^F\d{1,2}$|^B\d$|\bfloor\b|\blevel\b/i, kind: 'floor' },
  { words: /库区$|\bzone\b/i, kind: 'zone' },
  { words: /暂存柜|储物柜|\blocker\b/i, kind: 'locker' },
  { words: /架$|货架|密集柜|\brack\b/i, kind: 'rack' },
  { words: /层板|\bshelf\b/i, kind: 'shelf' },
  { words: /格$|格位|\bcell\b|\bbin\b/i, kind: 'cell' },
  { words: /室$|房$|库$|厅$|间$|处$|\broom\b/i, kind: 'room' },
];
/** Where no word tells: what is usual below a kind, with more below it and as the last level. */
const USUAL: Readonly<Record<PlaceKind | 'court', readonly [withBelow: PlaceKind, last: PlaceKind]>> = {
  court: ['building', 'room'],
  site: ['building', 'room'],
  building: ['floor', 'room'],
  floor: ['room', 'room'],
  room: ['rack', 'shelf'],
  zone: ['rack', 'shelf'],
  locker: ['shelf', 'cell'],
  rack: ['shelf', 'shelf'],
  shelf: ['cell', 'cell'],
  cell: ['cell', 'cell'],
  yard: ['rack', 'cell'],
  external_keeper: ['room', 'room'],
};

function isAllowedBelow(kind: PlaceKind, parent: PlaceKind | null): boolean {
  const above = parent === null ? null : { id: '', kind: parent, isClosed: false, ancestorIds: [] };
  return decidePlacement(kind, above).allowed;
}

function kindOfLevel(name: string, parent: PlaceKind | null, isLast: boolean): PlaceKind | null {
  const usual = USUAL[parent ?? 'court'];
  const candidates = [
    KIND_WORDS.find(({ words }) => words.test(name))?.kind,
    isLast ? usual[1] : usual[0],
    usual[1],
  ];
  return candidates.find((kind) => kind !== undefined && isAllowedBelow(kind, parent)) ?? null;
}

/**
 * The levels of a path that the court lacks, with the kind that each would be; null where one of them cannot lie
 * there, or has too long a name.
 */
export function planPlacePath(text: string, register: NameRegister): PlannedLevel[] | null {
  const levels = placeLevels(text);
  const planned: PlannedLevel[] = [];
  let above: { kind: PlaceKind; path: string } | null = null;
  for (const [index, name] of levels.entries()) {
    const known =
      planned.length > 0
        ? undefined
        : register.placeAt(register.placeKey(levels.slice(0, index + 1).join('/')));
    if (known) {
      above = known;
      continue;
    }
    const kind = kindOfLevel(name, above?.kind ?? null, index === levels.length - 1);
    if (kind === null || name.length > PLACE_NAME_MAX) return null;
    const path = placePath(above?.path ?? null, name);
    planned.push({ name, path, kind });
    above = { kind, path };
  }
  return planned.length === 0 ? null : planned;
}
