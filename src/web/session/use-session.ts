import { useCallback } from 'react';
import type { Permission } from '../../modules/accounts/permissions.ts';
import type { ResponseOf } from '../../platform/endpoint.ts';
import { useQueryEndpoint } from '../api/use-query-endpoint.ts';
import { readSession } from '../../modules/accounts/session.contract.ts';

export type Session = ResponseOf<typeof readSession>;

const FIVE_MINUTES = 5 * 60 * 1000;

/** The session as a query: pending, refused (401) or there. Only the gate of the shell needs the first two. */
export function useSessionQuery() {
  return useQueryEndpoint(readSession, {}, { staleTime: FIVE_MINUTES });
}

/**
 * The person who is signed in. Only for components inside the shell, which renders them when the session is there.
 * @throws TypeError outside the shell.
 */
export function useSession(): Session {
  const { data } = useSessionQuery();
  if (data === undefined) throw new TypeError('useSession outside the signed-in shell');
  return data;
}

/** `can('asset.move')`: whether to show a way in. The server decides anew on every request. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return useCallback(
    (permission: Permission) => permissions.some((granted) => granted.permission === permission),
    [permissions],
  );
}
