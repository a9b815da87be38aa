/** Modules that keep things at places say here how many; storage itself knows none of them. */
import type { TenantReader } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';

export interface PlaceUse {
  /** The key under which the count stands in `contents`: `fixedAssets`. */
  readonly key: string;
  /** What is counted, in the middle of a sentence. */
  readonly label: Sentence;
  /** Things at each place or anywhere below it; a place without any may be absent. */
  countAtPlaces(
    reader: TenantReader,
    courtId: number,
    placeIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>>;
}

const uses = new Map<string, PlaceUse>();

/** Registering the same key again replaces it. */
export function registerPlaceUse(use: PlaceUse): void {
  uses.set(use.key, use);
}

export function listPlaceUses(): PlaceUse[] {
  return [...uses.values()];
}
