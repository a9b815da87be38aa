import { useCallback, useRef } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EndpointDeclaration, ResponseOf } from '../../platform/endpoint.ts';
import { isDefinitiveRefusal } from './api-problem.ts';
import { callEndpoint } from './call-endpoint.ts';
import { newIdempotencyKey, type ClientRequest } from './endpoint-request.ts';
import type { CallError } from './use-query-endpoint.ts';

export interface CommandOptions {
  /** Endpoints whose cached answers are stale after success. */
  readonly invalidates?: readonly EndpointDeclaration[];
  /** Version that the person saw, for endpoints that take `If-Match`. */
  readonly ifMatch?: string | number;
}

interface Attempt<E extends EndpointDeclaration> {
  readonly request: ClientRequest<E>;
  readonly dryRun: boolean;
}

export interface Command<E extends EndpointDeclaration> {
  /** Sends; answers undefined when it failed (see `problem`) or when the same submission is still under way. */
  readonly send: (request: ClientRequest<E>) => Promise<ResponseOf<E> | undefined>;
  /** The same without writing anything: the verdict before it is sent. */
  readonly tryOut: (request: ClientRequest<E>) => Promise<ResponseOf<E> | undefined>;
  readonly isSending: boolean;
  readonly problem: CallError | null;
  readonly clearProblem: () => void;
}

/**
 * Sends a command with one `Idempotency-Key` per submission: the key stays the same while the person retries
 * after a lost connection or a server error, so that the server does the work once; it is renewed after success,
 * after a definitive refusal, and when the content changed.
 */
export function useCommand<E extends EndpointDeclaration>(
  declaration: E,
  options: CommandOptions = {},
): Command<E> {
  const client = useQueryClient();
  const submission = useRef<{ key: string; content: string } | null>(null);
  const underWay = useRef(false);
  const { ifMatch, invalidates } = options;
  const version = ifMatch === undefined ? {} : { ifMatch };

  const mutation = useMutation<ResponseOf<E>, CallError, Attempt<E>>({
    mutationFn: ({ request, dryRun }) => {
      if (dryRun) return callEndpoint(declaration, request, { ...version, dryRun });
      const content = JSON.stringify([request, ifMatch]);
      if (submission.current?.content !== content) submission.current = { key: newIdempotencyKey(), content };
      return callEndpoint(declaration, request, {
        idempotencyKey: submission.current.key,
        ...version,
      });
    },
    onSuccess: async (_answer, { dryRun }) => {
      if (dryRun) return;
      submission.current = null;
      const stale = (invalidates ?? []).map((each) => client.invalidateQueries({ queryKey: [each.name] }));
      await Promise.all(stale);
    },
    onError: (error) => {
      if (isDefinitiveRefusal(error)) submission.current = null;
    },
  });

  const { mutateAsync, reset } = mutation;
  const attempt = useCallback(
    async (request: ClientRequest<E>, dryRun: boolean) => {
      if (underWay.current) return undefined;
      underWay.current = true;
      try {
        return await mutateAsync({ request, dryRun });
      } catch {
        return undefined;
      } finally {
        underWay.current = false;
      }
    },
    [mutateAsync],
  );
  const send = useCallback((request: ClientRequest<E>) => attempt(request, false), [attempt]);
  const tryOut = useCallback((request: ClientRequest<E>) => attempt(request, true), [attempt]);
  return { send, tryOut, isSending: mutation.isPending, problem: mutation.error, clearProblem: reset };
}
