/** The list of a move: what may be chosen of it, what lies in which box, what a scan means. Pure. */
import { readItemCode } from '../../../modules/item-codes/item-code.ts';
import type { MoveWhere } from '../../../modules/seized-items/room-moves/room-move.rules.ts';
import type {
  MovedThing,
  readRoomMoveEndpoint,
  RoomMoveSummary,
} from '../../../modules/seized-items/room-moves/room-moves.contract.ts';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { tellApart } from '../../../modules/storage/place-path.ts';

export type RoomMove = ResponseOf<typeof readRoomMoveEndpoint>;
/** The rooms of a move, for `fromTo`. */
export function roomsOf({ from, to }: Pick<RoomMoveSummary, 'from' | 'to'>): { from: string; to: string } {
  const [ofFrom, ofTo] = tellApart(from.name, to.name);
  return { from: ofFrom, to: ofTo };
}

export type MoveBox = NonNullable<MovedThing['container']>;

/** Where things are chosen, with how many one command takes; the fit of a place is asked for 200 at most. */
export const BATCH_OF = { left: 500, carried: 200 } as const;
export type ChoosingWhere = keyof typeof BATCH_OF;

export function isChoosingWhere(where: MoveWhere): where is ChoosingWhere {
  return where in BATCH_OF;
}

/** What lies in a box moves with the box; what somebody else carries, they put down. */
export function isChoosable(thing: MovedThing): boolean {
  if (thing.container !== null) return false;
  return thing.where === 'left' || (thing.where === 'carried' && thing.isInYourHands);
}

/** Why what is chosen is carried out of this room, or into it, by two; null: one is enough. */
export function whyTwo(
  things: readonly Pick<MovedThing, 'asksForTwo'>[],
  room: Pick<RoomMove['from'], 'requiresTwoPersons'>,
): 'room' | 'dear' | null {
  if (room.requiresTwoPersons) return 'room';
  return things.some(({ asksForTwo }) => asksForTwo) ? 'dear' : null;
}

export type MoveEntry =
  | { readonly box: null; readonly thing: MovedThing }
  | { readonly box: MoveBox; readonly things: readonly MovedThing[] };

/** In the order of the list, what lies in a box together at the place of the first of it. */
export function entriesOf(things: readonly MovedThing[]): MoveEntry[] {
  const seen = new Set<string>();
  return things.flatMap((thing): MoveEntry[] => {
    const box = thing.container;
    if (box === null) return [{ box: null, thing }];
    if (seen.has(box.id)) return [];
    seen.add(box.id);
    return [{ box, things: things.filter(({ container }) => container?.id === box.id) }];
  });
}

export type ScanVerdict =
  | { readonly kind: 'ticked' | 'again' | 'in_other_hands'; readonly thing: MovedThing }
  | { readonly kind: 'other_list'; readonly thing: MovedThing }
  | { readonly kind: 'box'; readonly box: MoveBox }
  | { readonly kind: 'unknown'; readonly text: string };

/** What the code of a thing, of a box, or the number of a seal means for the list that is open. */
export function judgeScan(
  text: string,
  move: Pick<RoomMove, 'things'>,
  where: ChoosingWhere,
  chosen: ReadonlySet<string>,
): ScanVerdict {
  const read = readItemCode(text);
  const code = read.ok ? read.code : undefined;
  const box = move.things.find(({ container }) => container?.code === code && code !== undefined)?.container;
  if (box != null) return { kind: 'box', box };
  const thing = move.things.find((one) => one.code === code || one.sealNumber === text.trim());
  if (thing === undefined) return { kind: 'unknown', text: text.trim() };
  if (thing.where !== where) return { kind: 'other_list', thing };
  if (thing.container !== null) return { kind: 'box', box: thing.container };
  if (!isChoosable(thing)) return { kind: 'in_other_hands', thing };
  return { kind: chosen.has(thing.itemId) ? 'again' : 'ticked', thing };
}
