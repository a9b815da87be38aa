import type { EndpointDeclaration, ResponseOf } from '../../platform/endpoint.ts';
import { type ApiProblem, ConnectionLost, readProblem } from './api-problem.ts';
import { endpointAddress } from './endpoint-address.ts';
import {
  endpointHeaders,
  type AnyRequest,
  type ClientRequest,
  type SendOptions,
} from './endpoint-request.ts';
import { currentLanguage } from '../i18n/language.ts';
import { sayHiddenInEnglish } from '../../modules/seized-items/say-hidden.ts';
import { reportConnection } from './connection-state.ts';
import { reportSessionLost } from './session-lost.ts';

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text, currentLanguage() === 'en' ? sayHiddenInEnglish : undefined);
    return value;
  } catch {
    return undefined;
  }
}

/** 401 outside sign-in means that the session ended; whoever shows pages is told once. */
export function noteProblem(problem: ApiProblem, declaration: EndpointDeclaration): ApiProblem {
  if (problem.status === 401 && declaration.permission !== 'public') reportSessionLost();
  return problem;
}

/** The address of a command; trying it out is asked for in the query. */
export function commandAddress(
  declaration: EndpointDeclaration,
  request: AnyRequest,
  options: SendOptions,
): string {
  const address = endpointAddress(declaration, request);
  if (options.dryRun !== true) return address;
  return `${address}${address.includes('?') ? '&' : '?'}dryRun=true`;
}

/** The server whitelists answers by the same schema; development parses again to find drift early. */
export function typedResponse<E extends EndpointDeclaration>(declaration: E, body: unknown): ResponseOf<E> {
  if (import.meta.env.DEV) return declaration.response.parse(body) as ResponseOf<E>;
  return body as ResponseOf<E>;
}

/**
 * Sends one request to an endpoint and answers its response. Commands carry the CSRF token and an
 * `Idempotency-Key` (a fresh one unless `options` brings it; `useCommand` keeps one per submission).
 * @throws ApiProblem when the server refuses, ConnectionLost when nothing comes back.
 */
export async function callEndpoint<E extends EndpointDeclaration>(
  declaration: E,
  request: ClientRequest<E>,
  options: SendOptions = {},
): Promise<ResponseOf<E>> {
  const plain: AnyRequest = request;
  const headers = endpointHeaders(declaration, options);
  const hasBody = declaration.method !== 'get' && declaration.method !== 'delete';
  if (hasBody || plain.body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(commandAddress(declaration, plain, options), {
      method: declaration.method.toUpperCase(),
      credentials: 'same-origin',
      headers,
      ...(hasBody || plain.body !== undefined ? { body: JSON.stringify(plain.body ?? {}) } : {}),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    reportConnection('lost');
    throw new ConnectionLost('the server could not be reached', { cause: error });
  }
  reportConnection('up');
  const body = await readJson(response).catch((error: unknown) => {
    throw new ConnectionLost('the answer was cut', { cause: error });
  });
  if (!response.ok || body === undefined) {
    const requestId = response.headers.get('X-Request-Id') ?? '';
    throw noteProblem(
      readProblem(response.status, body, requestId, response.headers.get('Retry-After')),
      declaration,
    );
  }
  return typedResponse(declaration, body);
}
