import type { EndpointDeclaration, ResponseOf } from '../../platform/endpoint.ts';
import { ConnectionLost, readProblem } from './api-problem.ts';
import { commandAddress, noteProblem, typedResponse } from './call-endpoint.ts';
import { reportConnection } from './connection-state.ts';
import {
  endpointHeaders,
  type AnyRequest,
  type ClientRequest,
  type SendOptions,
} from './endpoint-request.ts';

export interface UploadOptions extends SendOptions {
  /** Called with 0…1 as bytes leave the browser; XMLHttpRequest is used because fetch cannot tell. */
  readonly onProgress?: (share: number) => void;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/**
 * Sends one file as multipart `file`, each field of `body` beside it as text (objects as JSON), fields first so
 * that the server knows them when the file arrives.
 * @throws ApiProblem when the server refuses, ConnectionLost when the transfer is cut.
 */
export function uploadFile<E extends EndpointDeclaration>(
  declaration: E,
  request: ClientRequest<E>,
  file: File,
  options: UploadOptions = {},
): Promise<ResponseOf<E>> {
  const plain: AnyRequest = request;
  const form = new FormData();
  for (const [name, value] of Object.entries(plain.body ?? {})) {
    if (value === undefined || value === null) continue;
    form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const transfer = new XMLHttpRequest();
    transfer.open(declaration.method.toUpperCase(), commandAddress(declaration, plain, options));
    for (const [name, value] of Object.entries(endpointHeaders(declaration, options))) {
      transfer.setRequestHeader(name, value);
    }
    transfer.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    transfer.onerror = () => {
      reportConnection('lost');
      reject(new ConnectionLost('the upload was cut'));
    };
    transfer.onabort = () => reject(new DOMException('upload cancelled', 'AbortError'));
    transfer.onload = () => {
      reportConnection('up');
      const body = parseJson(transfer.responseText);
      if (transfer.status < 200 || transfer.status >= 300 || body === undefined) {
        const requestId = transfer.getResponseHeader('X-Request-Id') ?? '';
        const retryAfter = transfer.getResponseHeader('Retry-After');
        reject(noteProblem(readProblem(transfer.status, body, requestId, retryAfter), declaration));
        return;
      }
      resolve(typedResponse(declaration, body));
    };
    options.signal?.addEventListener('abort', () => transfer.abort(), { once: true });
    transfer.send(form);
  });
}
