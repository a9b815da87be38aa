/** Whether a movement of items in a room falls inside visits of the people who do it. Pure. */

export interface PresenceFacts {
  readonly personIds: readonly string[];
  /** People with a visit in the room that covers the moment of the movement. */
  readonly presentIds: readonly string[];
  /** The two-person rule held at that moment. */
  readonly requiresTwoPersons: boolean;
  /** Recorded later: what is missing is marked instead of refused. */
  readonly isLateEntry: boolean;
}

export type PresenceDenial = 'MOVEMENT_OUTSIDE_VISIT' | 'MOVEMENT_NEEDS_TWO_PERSONS';

export type PresenceVerdict =
  | { readonly allowed: true; readonly isFlagged: boolean }
  | { readonly allowed: false; readonly reason: PresenceDenial; readonly absentIds: readonly string[] };

/** Everybody who does it is inside; in a two-person room that is two people or more. */
export function decidePresence(facts: PresenceFacts): PresenceVerdict {
  const people = [...new Set(facts.personIds)];
  const absentIds = people.filter((id) => !facts.presentIds.includes(id));
  const reason: PresenceDenial | null =
    people.length === 0 || absentIds.length > 0
      ? 'MOVEMENT_OUTSIDE_VISIT'
      : facts.requiresTwoPersons && people.length < 2
        ? 'MOVEMENT_NEEDS_TWO_PERSONS'
        : null;
  if (reason === null) return { allowed: true, isFlagged: false };
  return facts.isLateEntry ? { allowed: true, isFlagged: true } : { allowed: false, reason, absentIds };
}
