/** Who begins and ends the move of a whole room, and when it may end (situation 15). Pure; runs in the browser too. */

/** Where a thing of the move is now. */
export const MOVE_WHERE = ['left', 'carried', 'arrived', 'elsewhere'] as const;
export type MoveWhere = (typeof MOVE_WHERE)[number];

export type MoveCounts = Readonly<Record<MoveWhere, number>>;
export type RoomMoveOutcome = 'done' | 'called_off';

/** What stands against this end; null: nothing. In order of precedence. */
export function objectToEnd(
  { left, carried }: Pick<MoveCounts, 'left' | 'carried'>,
  { outcome, note }: { readonly outcome: RoomMoveOutcome; readonly note: string | null },
): 'ROOM_MOVE_IN_HANDS' | 'ROOM_MOVE_UNFINISHED' | 'ROOM_MOVE_NOTE_MISSING' | null {
  if (carried > 0) return 'ROOM_MOVE_IN_HANDS';
  if (outcome === 'done') return left > 0 ? 'ROOM_MOVE_UNFINISHED' : null;
  return note === null ? 'ROOM_MOVE_NOTE_MISSING' : null;
}

interface Answering {
  /** Custodian and deputies of the room that is left. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export function answersForOne({ from, to }: Answering, personId: string): boolean {
  return from.includes(personId) || to.includes(personId);
}

/**
 * Whether the two people answer for both rooms; where whoever acts answers for both alone, anybody else witnesses it.
 */
export function signForBoth({ from, to }: Answering, actorId: string, secondId: string): boolean {
  if (actorId === secondId) return false;
  const covers = (room: readonly string[]) => room.includes(actorId) || room.includes(secondId);
  return covers(from) && covers(to);
}
