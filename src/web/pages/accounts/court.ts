import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { listCourts } from '../../../modules/accounts/courts.contract.ts';

export type Court = ResponseOf<typeof listCourts>['items'][number];
