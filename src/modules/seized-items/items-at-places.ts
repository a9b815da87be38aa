import type { PlaceUse } from '../storage/place-uses.ts';
import { countContainersBelow } from './containers/container-place.sql.ts';
import { countItemsBelow } from './item-place.sql.ts';
import { watchPlaceMove } from './keeping/watch-place-move.ts';

/** Seized items keep a place from being closed or moved out of its room, and are counted in the tree of places. */
export const ITEMS_AT_PLACES: PlaceUse = {
  key: 'seizedItems',
  label: { zh: '涉案财物', en: 'seized items' },
  countAtPlaces: countItemsBelow,
  watchMove: watchPlaceMove,
};

/** So do boxes and bags, empty ones too. */
export const CONTAINERS_AT_PLACES: PlaceUse = {
  key: 'containers',
  label: { zh: '箱袋', en: 'boxes and bags' },
  countAtPlaces: countContainersBelow,
};
