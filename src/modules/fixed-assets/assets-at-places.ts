import type { PlaceUse } from '../storage/place-uses.ts';
import { countAssetsAtPlaces } from './assets-at-places.sql.ts';

/** Fixed assets keep a place from being closed, and are counted in the tree of places. */
export const ASSETS_AT_PLACES: PlaceUse = {
  key: 'fixedAssets',
  label: { zh: '固定资产', en: 'fixed assets' },
  countAtPlaces: countAssetsAtPlaces,
};
