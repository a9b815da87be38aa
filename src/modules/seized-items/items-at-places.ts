import type { PlaceUse } from '../storage/place-uses.ts';
import { countItemsBelow } from './item-place.sql.ts';

/** Seized items keep a place from being closed, and are counted in the tree of places. */
export const ITEMS_AT_PLACES: PlaceUse = {
  key: 'seizedItems',
  label: { zh: '涉案财物', en: 'seized items' },
  countAtPlaces: countItemsBelow,
};
