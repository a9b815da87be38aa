import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { readIntakeEndpoint } from '../../../modules/seized-items/intakes.contract.ts';

/** One delivery with its lines, as the page gets it. */
export type Intake = ResponseOf<typeof readIntakeEndpoint>;
export type IntakeLine = Intake['lines'][number];
