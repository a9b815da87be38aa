/** Where modules that know no user of theirs are told who uses them; called once by createApp. */
import { ASSETS_AT_PLACES } from './modules/fixed-assets/assets-at-places.ts';
import { registerPlaceUse } from './modules/storage/place-uses.ts';

export function registerModules(): void {
  registerPlaceUse(ASSETS_AT_PLACES);
}
