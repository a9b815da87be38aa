/** Modules that keep things at places say here how many; storage itself knows none of them. */
import type { TenantReader } from '../../platform/database.ts';
import type { Sentence } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';

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
  /**
   * A place is about to move within its room with what it holds; what is answered is called once it has moved, and
   * refuses where things would not find there what they need.
   */
  watchMove?(command: CommandContext, placeId: string): Promise<() => Promise<void>>;
}

const uses = new Map<string, PlaceUse>();

/** Registering the same key again replaces it. */
export function registerPlaceUse(use: PlaceUse): void {
  uses.set(use.key, use);
}

export function listPlaceUses(): PlaceUse[] {
  return [...uses.values()];
}
