/** What the map of a room shows of each rack, and how full a place counts against the fullest. Pure. */
import type { MappedPlace } from '../../../modules/seized-items/room-map.contract.ts';

export const FILL_LEVELS = ['none', 'few', 'some', 'many', 'most'] as const;
export type FillLevel = (typeof FILL_LEVELS)[number];

export interface Tile {
  readonly id: string;
  /** Names below the rack, `2 层 / 3 格`; empty for the rack itself. */
  readonly label: string;
  readonly itemCount: number;
}

export function fillLevel(count: number, fullest: number): FillLevel {
  if (count === 0 || fullest === 0) return 'none';
  const quarter = Math.min(4, Math.ceil((count / fullest) * 4));
  return FILL_LEVELS[quarter] ?? 'most';
}

/** Places at the ends of the tree below a rack, and those above where something lies all the same, in walking order. */
export function tilesOf(rack: MappedPlace, places: readonly MappedPlace[]): Tile[] {
  const children = new Map<string, MappedPlace[]>();
  for (const place of places) children.set(place.parentId, [...(children.get(place.parentId) ?? []), place]);
  const tiles: Tile[] = [];
  const walk = (place: MappedPlace, names: readonly string[]) => {
    const below = children.get(place.id) ?? [];
    if (below.length === 0 || place.itemCount > 0)
      tiles.push({ id: place.id, label: names.join(' / '), itemCount: place.itemCount });
    for (const child of below) walk(child, [...names, child.name]);
  };
  walk(rack, []);
  return tiles;
}
