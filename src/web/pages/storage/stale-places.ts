import { listPlacesEndpoint, readPlaceEndpoint } from '../../../modules/storage/contract.ts';

/** What is read anew after any change of a place. */
export const STALE_PLACES = [listPlacesEndpoint, readPlaceEndpoint];
