/**
 * Who acts on clocks beside their owner: modules that know them say so here. Of a case its handler and its clerk, of a room
 * its deputies.
 */
import type { TenantReader } from '../../platform/database.ts';

/** What a module needs to know of a clock. */
export interface AccompaniedDeadline {
  readonly id: string;
  readonly courtId: number;
  readonly caseId: string | null;
  readonly roomId: string | null;
}

export interface DeadlineCompanions {
  readonly key: string;
  /** People by clock; clocks without any may be absent. */
  find(
    reader: TenantReader,
    deadlines: readonly AccompaniedDeadline[],
    at: Date,
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}

const kinds = new Map<string, DeadlineCompanions>();

/** Registering the same key again replaces it. */
export function registerDeadlineCompanions(companions: DeadlineCompanions): void {
  kinds.set(companions.key, companions);
}

/** Everybody who acts beside the owners, by clock. */
export async function listCompanions(
  reader: TenantReader,
  deadlines: readonly AccompaniedDeadline[],
  at: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const people = new Map<string, string[]>();
  if (deadlines.length === 0) return people;
  for (const kind of kinds.values())
    for (const [id, personIds] of await kind.find(reader, deadlines, at))
      people.set(id, [...(people.get(id) ?? []), ...personIds]);
  return people;
}
