import { useState } from 'react';
import { useQueries } from '@tanstack/react-query';
import { findDirectoryBadge, listDirectoryPeople } from '../../modules/accounts/directory.contract.ts';
import type { Role } from '../../modules/accounts/roles.ts';
import { readItemCode } from '../../modules/item-codes/item-code.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { callEndpoint } from '../api/call-endpoint.ts';
import { endpointKey } from '../api/use-query-endpoint.ts';
import type { DirectoryPerson } from './pickers/use-people-search.ts';
import { useSettled } from './pickers/use-settled.ts';

const FOUND_MAX = 20;

/** People who may confirm, by what is typed; of any of the roles where roles are given. */
export function useSecondPersonSearch(typed: string, roles: readonly Role[] | undefined): DirectoryPerson[] {
  const q = useSettled(typed.trim());
  const common = { limit: FOUND_MAX, ...(q === '' ? {} : { q }) };
  const queries = roles === undefined ? [common] : roles.map((role) => ({ ...common, role }));
  const answers = useQueries({
    queries: queries.map((query) => ({
      queryKey: endpointKey(listDirectoryPeople, { query }),
      queryFn: () => callEndpoint(listDirectoryPeople, { query }),
      staleTime: 60_000,
    })),
  });
  const people = answers.flatMap(({ data }) => data?.items ?? []);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

type BadgeProblem = 'notABadge' | 'unknownBadge' | 'badgeNotAllowed' | 'badgeUnread';

/** Whose badge was scanned; otherwise `problem` says why it helps nothing. */
export function useBadgeLookup() {
  const [problem, setProblem] = useState<BadgeProblem>();
  const find = async (text: string, exceptIds: readonly string[]): Promise<DirectoryPerson | undefined> => {
    const scanned = readItemCode(text);
    if (!scanned.ok || scanned.kind !== 'P') {
      setProblem('notABadge');
      return undefined;
    }
    try {
      const person = await callEndpoint(findDirectoryBadge, { params: { badgeCode: scanned.code } });
      const isExcepted = exceptIds.includes(person.id);
      setProblem(isExcepted ? 'badgeNotAllowed' : undefined);
      return isExcepted ? undefined : person;
    } catch (error) {
      setProblem(error instanceof ApiProblem && error.status === 404 ? 'unknownBadge' : 'badgeUnread');
      return undefined;
    }
  };
  return { find, problem };
}
