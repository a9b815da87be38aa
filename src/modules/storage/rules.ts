/** Places in one tree: which kind may lie below which, and when a place may be added, moved or closed. Pure. */
import type { PlaceRefusalReason } from './place-refusals.ts';

export const PLACE_KINDS = {
  site: { zh: '院区', en: 'Site' },
  building: { zh: '楼栋', en: 'Building' },
  floor: { zh: '楼层', en: 'Floor' },
  room: { zh: '房间/库房', en: 'Room' },
  zone: { zh: '库区', en: 'Zone' },
  locker: { zh: '柜/暂存柜', en: 'Locker' },
  rack: { zh: '货架', en: 'Rack' },
  shelf: { zh: '层板', en: 'Shelf' },
  cell: { zh: '格位', en: 'Cell' },
  yard: { zh: '院落/车场', en: 'Yard' },
  external_keeper: { zh: '外部保管单位', en: 'External keeper' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type PlaceKind = keyof typeof PLACE_KINDS;

/** What may lie directly below each kind; `court` is the top. No kind ever lies below itself. */
export const KINDS_BELOW: Readonly<Record<PlaceKind | 'court', readonly PlaceKind[]>> = {
  court: ['site', 'building', 'room', 'yard', 'external_keeper'],
  site: ['building', 'room', 'yard'],
  building: ['floor', 'room', 'locker'],
  floor: ['room', 'locker'],
  room: ['zone', 'locker', 'rack', 'shelf', 'cell'],
  zone: ['locker', 'rack', 'shelf', 'cell'],
  locker: ['shelf', 'cell'],
  rack: ['shelf', 'cell'],
  shelf: ['cell'],
  cell: [],
  yard: ['zone', 'rack', 'cell'],
  external_keeper: [],
};

/** Kinds by which one says where a thing is: it goes from one of them to another only by an entry of its own. */
export const ROOM_PLACE_KINDS = ['room', 'yard', 'external_keeper'] as const satisfies readonly PlaceKind[];

/** The room in which a place lies, or which it is, of the places from the root to itself; null: it lies in none. */
export function roomAmong(way: readonly { readonly id: string; readonly kind: PlaceKind }[]): string | null {
  return way.findLast(({ kind }) => ROOM_PLACE_KINDS.some((each) => each === kind))?.id ?? null;
}

export const PATH_SEPARATOR = ' / ';

export function placePath(parentPath: string | null, name: string): string {
  return parentPath === null ? name : parentPath + PATH_SEPARATOR + name;
}

/** Sorts before everything that a name may hold. */
const LOWEST = '\u0001';

/** Numbers padded to ten digits and names parted by the lowest character, so that text order is tree order. */
export function placeSortKey(parentSortKey: string | null, name: string): string {
  const own = name.normalize('NFKC').replace(/\d+/g, (digits) => digits.padStart(10, '0'));
  return parentSortKey === null ? own : parentSortKey + LOWEST + own;
}

/** Characters of a name; seven levels of it fit an index. */
export const PLACE_NAME_MAX = 50;

export interface PlaceAbove {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly isClosed: boolean;
  /** From the root to the place itself. */
  readonly ancestorIds: readonly string[];
}

export type PlaceVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: PlaceRefusalReason };

const ALLOWED: PlaceVerdict = { allowed: true };

/** Whether a place of the kind may be put below `parent`, null being the top; `id` when it exists already. */
export function decidePlacement(kind: PlaceKind, parent: PlaceAbove | null, id?: string): PlaceVerdict {
  if (parent?.isClosed === true) return { allowed: false, reason: 'PLACE_PARENT_CLOSED' };
  if (id !== undefined && parent?.ancestorIds.includes(id) === true)
    return { allowed: false, reason: 'PLACE_BELOW_ITSELF' };
  if (!KINDS_BELOW[parent?.kind ?? 'court'].includes(kind))
    return { allowed: false, reason: 'PLACE_KIND_NOT_ALLOWED_HERE' };
  return ALLOWED;
}

export interface PlaceActionGrounds {
  readonly kind: PlaceKind;
  readonly isClosed: boolean;
  readonly mayManage: boolean;
}

export const PLACE_ACTIONS = ['add_below', 'rename', 'move', 'close', 'reopen'] as const;
export type PlaceAction = (typeof PLACE_ACTIONS)[number];

/** What this person may do with the place next. */
export function listPlaceActions(grounds: PlaceActionGrounds): PlaceAction[] {
  if (!grounds.mayManage) return [];
  if (grounds.isClosed) return ['reopen'];
  const canHold = KINDS_BELOW[grounds.kind].length > 0;
  return [...(canHold ? (['add_below'] as const) : []), 'rename', 'move', 'close'];
}
