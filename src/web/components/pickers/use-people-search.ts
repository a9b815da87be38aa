import { useMemo, useState } from 'react';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { listDirectoryPeople, type directoryPerson } from '../../../modules/accounts/directory.contract.ts';
import { readPersonHoldings } from '../../../modules/fixed-assets/holdings.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useSettled } from './use-settled.ts';

export type DirectoryPerson = z.output<typeof directoryPerson>;

const FOUND_MAX = 20;
const NONE: readonly DirectoryPerson[] = [];

/** The people of the acting court that the typed words find; the first of the directory while nothing is typed. */
export function usePeopleSearch() {
  const [search, setSearch] = useState('');
  const q = useSettled(search.trim());
  const { data, isFetching } = useQueryEndpoint(
    listDirectoryPeople,
    { query: { limit: FOUND_MAX, ...(q === '' ? {} : { q }) } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  return { people: data?.items ?? NONE, search, setSearch, isLoading: isFetching };
}

function nameKey(personId: string) {
  return ['person-name', personId];
}

/** The names of picked people, and how to remember one without asking the server again. */
export function usePersonNames(ids: readonly string[]) {
  const client = useQueryClient();
  const answers = useQueries({
    queries: ids.map((personId) => ({
      queryKey: nameKey(personId),
      queryFn: async () => (await callEndpoint(readPersonHoldings, { params: { personId } })).person.name,
      staleTime: Infinity,
    })),
  });
  const names = new Map(ids.map((id, index) => [id, answers[index]?.data ?? '…']));
  const remember = useMemo(
    () => (person: Pick<DirectoryPerson, 'id' | 'name'>) =>
      client.setQueryData(nameKey(person.id), person.name),
    [client],
  );
  return { names, remember };
}
