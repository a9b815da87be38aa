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
  readonly cancel: () => void;
  /** 0…1 of the bytes that left the browser. */
  readonly share: number;
  readonly isSending: boolean;
  readonly problem: CallError | null;
  readonly clearProblem: () => void;
}

/** Sends one file with progress; a retry of the same file after a cut line carries the same `Idempotency-Key`. */
export function useUpload<E extends EndpointDeclaration>(declaration: E): Upload<E> {
  const submission = useRef<{ key: string; file: File } | null>(null);
  const transfer = useRef<AbortController | null>(null);
  const [share, setShare] = useState(0);
  const mutation = useMutation<ResponseOf<E>, CallError, { request: ClientRequest<E>; file: File }>({
    mutationFn: ({ request, file }) => {
      if (submission.current?.file !== file) submission.current = { key: newIdempotencyKey(), file };
      transfer.current = new AbortController();
      setShare(0);
      return uploadFile(declaration, request, file, {
        idempotencyKey: submission.current.key,
        signal: transfer.current.signal,
        onProgress: setShare,
      });
    },
    onSuccess: () => {
      submission.current = null;
    },
    onError: (error) => {
      if (isDefinitiveRefusal(error)) submission.current = null;
    },
    onSettled: () => {
      transfer.current = null;
    },
  });
  const { mutateAsync, reset } = mutation;
  const send = useCallback(
    async (request: ClientRequest<E>, file: File) => {
      if (transfer.current !== null) return undefined;
      try {
        return await mutateAsync({ request, file });
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') reset();
        return undefined;
      }
    },
    [mutateAsync, reset],
  );
  const cancel = useCallback(() => transfer.current?.abort(), []);
  return { send, cancel, share, isSending: mutation.isPending, problem: mutation.error, clearProblem: reset };
}
