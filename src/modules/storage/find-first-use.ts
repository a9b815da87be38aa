import type { Facts } from '../../platform/errors.ts';
import type { CommandContext } from '../../platform/run-command.ts';
import type { PlaceRow } from './place.sql.ts';
import { listPlaceUses } from './place-uses.ts';

/** What is kept at the place or below it, by the first module that keeps anything there; null: nothing. */
export async function findFirstUse(
  { trx }: CommandContext,
  place: Pick<PlaceRow, 'id' | 'courtId'>,
): Promise<Facts | null> {
  for (const use of listPlaceUses()) {
    const count = (await use.countAtPlaces(trx, place.courtId, [place.id])).get(place.id) ?? 0;
    if (count > 0) return { count, what: use.label.zh, whatEnglish: use.label.en };
  }
  return null;
}
