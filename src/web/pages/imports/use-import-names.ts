import { useQuery } from '@tanstack/react-query';
import type { NameFindingAnswer } from '../../../modules/imports/answers.contract.ts';
import { listImportNamesEndpoint } from '../../../modules/imports/contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import type { CallError } from '../../api/use-query-endpoint.ts';

const PAGE_SIZE = 500;

async function readAllNames(importId: string, signal: AbortSignal): Promise<NameFindingAnswer[]> {
  const all: NameFindingAnswer[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query = { limit: PAGE_SIZE, ...(after === '' ? {} : { after }) };
    const page: { items: NameFindingAnswer[]; nextCursor: string | null } = await callEndpoint(
      listImportNamesEndpoint,
      { params: { importId }, query },
      { signal },
    );
    all.push(...page.items);
    after = page.nextCursor;
  }
  return all;
}

/** Every name of the last check, because a decision for all of them must not depend on what was scrolled to. */
export function useImportNames(importId: string, version: number) {
  return useQuery<NameFindingAnswer[], CallError>({
    queryKey: [listImportNamesEndpoint.name, importId, version],
    queryFn: ({ signal }) => readAllNames(importId, signal),
  });
}
