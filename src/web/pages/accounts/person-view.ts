import type { ResponseOf } from '../../../platform/endpoint.ts';
import type { findPerson } from '../../../modules/accounts/people.contract.ts';

export type PersonView = ResponseOf<typeof findPerson>;
export type Membership = PersonView['memberships'][number];
