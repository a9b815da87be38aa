/** Every module's endpoints: the router, the OpenAPI document and the denial tests read this one list. */
import type { ServedEndpoint } from './platform/served-endpoint.ts';

export const endpoints: readonly ServedEndpoint[] = [];
