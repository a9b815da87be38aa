import { useCallback, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { EndpointDeclaration, ResponseOf } from '../../platform/endpoint.ts';
import { isDefinitiveRefusal } from './api-problem.ts';
import { newIdempotencyKey, type ClientRequest } from './endpoint-request.ts';
import { uploadFile } from './upload-file.ts';
import type { CallError } from './use-query-endpoint.ts';

export interface Upload<E extends EndpointDeclaration> {
  /** Answers undefined when it failed (see `problem`) or while another transfer is under way. */
  readonly send: (request: ClientRequest<E>, file: File) => Promise<ResponseOf<E> | undefined>;
  /** The same without writing anything: the verdict before it is sent. */
  readonly tryOut: (request: ClientRequest<E>, file: File) => Promise<ResponseOf<E> | undefined>;
  readonly cancel: () => void;
  /** 0…1 of the bytes that left the browser. */
  readonly share: number;
  readonly isSending: boolean;
  readonly problem: CallError | null;
  readonly clearProblem: () => void;
}

interface Attempt<E extends EndpointDeclaration> {
  readonly request: ClientRequest<E>;
  readonly file: File;
  readonly dryRun: boolean;
}

/** Sends one file with progress; a retry of the same file after a cut line carries the same `Idempotency-Key`. */
export function useUpload<E extends EndpointDeclaration>(declaration: E): Upload<E> {
  const submission = useRef<{ key: string; file: File } | null>(null);
  const transfer = useRef<AbortController | null>(null);
  const [share, setShare] = useState(0);
  const mutation = useMutation<ResponseOf<E>, CallError, Attempt<E>>({
    mutationFn: ({ request, file, dryRun }) => {
      transfer.current = new AbortController();
      setShare(0);
      const options = { signal: transfer.current.signal, onProgress: setShare, dryRun };
      if (dryRun) return uploadFile(declaration, request, file, options);
      if (submission.current?.file !== file) submission.current = { key: newIdempotencyKey(), file };
      return uploadFile(declaration, request, file, {
        ...options,
        idempotencyKey: submission.current.key,
      });
    },
    onSuccess: (_answer, { dryRun }) => {
      if (!dryRun) submission.current = null;
    },
    onError: (error) => {
      if (isDefinitiveRefusal(error)) submission.current = null;
    },
    onSettled: () => {
      transfer.current = null;
    },
  });
  const { mutateAsync, reset } = mutation;
  const attempt = useCallback(
    async (request: ClientRequest<E>, file: File, dryRun: boolean) => {
      if (transfer.current !== null) return undefined;
      try {
        return await mutateAsync({ request, file, dryRun });
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') reset();
        return undefined;
      }
    },
    [mutateAsync, reset],
  );
  const send = useCallback(
    (request: ClientRequest<E>, file: File) => attempt(request, file, false),
    [attempt],
  );
  const tryOut = useCallback(
    (request: ClientRequest<E>, file: File) => attempt(request, file, true),
    [attempt],
  );
  const cancel = useCallback(() => transfer.current?.abort(), []);
  return {
    send,
    tryOut,
    cancel,
    share,
    isSending: mutation.isPending,
    problem: mutation.error,
    clearProblem: reset,
  };
}
