import { useQuery } from '@tanstack/react-query';
import type { ResponseOf } from '../../../platform/endpoint.ts';
import { listPeople } from '../../../modules/accounts/people.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';

export type Account = ResponseOf<typeof listPeople>['items'][number];

const PAGE_SIZE = 200;
/** A court of ten times the usual size still fits. */
const PAGES_MAX = 15;

async function readAllPeople(signal: AbortSignal): Promise<readonly Account[]> {
  const people: Account[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = { limit: PAGE_SIZE, ...(after === null ? {} : { after }) };
    const answer: ResponseOf<typeof listPeople> = await callEndpoint(listPeople, { query }, { signal });
    people.push(...answer.items);
    after = answer.nextCursor;
    if (after === null) break;
  }
  return people;
}

/** Every open account of the court, page after page, for what must be counted over all of them. */
export function useAllPeople() {
  return useQuery({
    queryKey: [listPeople.name, 'all'],
    queryFn: ({ signal }) => readAllPeople(signal),
    staleTime: 60_000,
  });
}
