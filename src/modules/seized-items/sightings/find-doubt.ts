import { shanghaiInstant } from '../../../platform/clock.ts';
import type { TenantReader } from '../../../platform/database.ts';
import { findPresentRoom } from '../../rooms/find-present-room.ts';
import { listContainerSeals } from '../containers/container.sql.ts';
import type { ItemRow } from '../item-page.sql.ts';
import { openRoomBook } from '../load-grounds.ts';
import { findSightingDoubt, type SightingDoubt, type SightingGrounds } from './sighting.rules.ts';
import { findLastDoubtful } from './sighting.sql.ts';

export interface Sighting {
  readonly doubt: SightingDoubt | null;
  readonly scannedIn: SightingGrounds['scannedIn'];
}

/** What speaks against a label of the item being where this person scanned it now. */
export async function findDoubt(
  reader: TenantReader,
  item: Pick<ItemRow, 'courtId' | 'id' | 'state' | 'placeId' | 'holder' | 'keeper' | 'containerId'>,
  by: { readonly personId: string; readonly now: Date },
): Promise<Sighting> {
  const { courtId, id, state, placeId, holder, keeper, containerId } = item;
  const scannedIn = await findPresentRoom(reader, { courtId, personId: by.personId, at: by.now });
  const room = await openRoomBook(reader, courtId, by.now).roomOf(placeId);
  const seals = await listContainerSeals(reader, courtId, containerId === null ? [] : [containerId]);
  const last = await findLastDoubtful(reader, courtId, id);
  const doubt = findSightingDoubt({
    ...{ state, with: holder ?? keeper, scannedIn },
    room: room === null ? null : { id: room.roomId, name: room.name },
    containerSeal: seals.get(containerId ?? '') ?? null,
    lastDoubtful:
      last === undefined
        ? null
        : { ...last, at: shanghaiInstant(last.seenAt).slice(0, 16).replace('T', ' ') },
  });
  return { doubt, scannedIn };
}
