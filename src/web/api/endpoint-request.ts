/** From a declaration and a request to headers and a body; shared by fetch, upload and download. */
import type { z } from 'zod';
import type { EndpointDeclaration } from '../../platform/endpoint.ts';
import { currentLanguage } from '../i18n/language.ts';

type Nothing = Record<never, never>;
type Part<Name extends string, Schema extends z.ZodType> =
  Nothing extends z.input<Schema>
    ? { readonly [key in Name]?: z.input<Schema> }
    : { readonly [key in Name]: z.input<Schema> };

/** `{ params, query, body }` of an endpoint; a part that has no required field may be left out. */
export type ClientRequest<E extends EndpointDeclaration> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']>;

export interface SendOptions {
  readonly idempotencyKey?: string;
  /** Version of the record that the person saw, quoted into `If-Match: "7"`. */
  readonly ifMatch?: string | number;
  readonly signal?: AbortSignal;
  /** The server decides and answers as if it had happened, and writes nothing. */
  readonly dryRun?: boolean;
}

const CSRF_COOKIE = 'court_custody_csrf';

function readCookie(name: string): string | undefined {
  for (const pair of document.cookie.split('; ')) {
    const [key, ...rest] = pair.split('=');
    if (key === name) return decodeURIComponent(rest.join('='));
  }
  return undefined;
}

/** Language, CSRF token, idempotency key and version; never the content type, which depends on the body. */
export function endpointHeaders(
  declaration: EndpointDeclaration,
  options: SendOptions,
): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
  };
  if (declaration.method === 'get') return headers;
  const token = readCookie(CSRF_COOKIE);
  if (token !== undefined) headers['X-CSRF-Token'] = token;
  headers['Idempotency-Key'] = options.idempotencyKey ?? newIdempotencyKey();
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  return headers;
}

/** A UUID; made by hand where `crypto.randomUUID` is missing, which is on plain HTTP from another machine. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The request as the declaration's own type, for callers that are generic over the endpoint. */
export type AnyRequest = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };
