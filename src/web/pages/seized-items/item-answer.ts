import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';

/** One item with its life, as the page gets it. */
export type SeizedItem = ResponseOf<typeof readItemEndpoint>;
