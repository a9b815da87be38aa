import { listHandoversEndpoint, readHandoverEndpoint } from '../../../modules/rooms/handovers.contract.ts';
import { STALE_ROOMS } from '../rooms/stale-rooms.ts';

/** What is read anew after any step of a handover. */
export const STALE_HANDOVERS = [...STALE_ROOMS, listHandoversEndpoint, readHandoverEndpoint];
