/**
 * What an endpoint is, as plain data: the router, the OpenAPI document, the web client and the generated
 * denial tests all read the same declaration. Runs in the browser too, so it imports nothing but zod.
 */
import { z } from 'zod';

export type HttpMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * `query` reads and answers JSON, `command` writes and answers JSON, `download` reads and streams a file,
 * `upload` takes one multipart file and is a command otherwise.
 */
export type EndpointKind = 'query' | 'command' | 'download' | 'upload';

/** `public`: no session. `signed-in`: any session. Otherwise a permission of the matrix. */
export type EndpointPermission = 'public' | 'signed-in' | (string & {});

export interface EndpointDeclaration<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** Unique, camelCase; the OpenAPI operationId. */
  readonly name: string;
  readonly kind: EndpointKind;
  readonly method: HttpMethod;
  /** Below `/api`, parameters as `:assetId`. */
  readonly path: string;
  readonly permission: EndpointPermission;
  readonly tag: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  /** Codes of refusals this endpoint can answer with, for the OpenAPI page. */
  readonly refusals: readonly string[];
  /** The command takes `If-Match` and refuses a stale version with 412. */
  readonly ifMatch: boolean;
  /** A public or signed-in command that only the browser session itself uses is left out of token access. */
  readonly sessionOnly: boolean;
  /** Open to a person who must change their first password before anything else. */
  readonly beforePasswordChange: boolean;
  /** Touches few rows, by their keys: the database keeps one plan of its prepared statements for all values. */
  readonly isByKey: boolean;
  /** Largest JSON body in bytes, or largest file of an upload. */
  readonly bodyLimitBytes: number;
}

type Optional<T extends z.ZodType> = { readonly schema?: T };

export const NO_INPUT = z.strictObject({});
export type NoInput = typeof NO_INPUT;

const JSON_LIMIT_BYTES = 1024 * 1024;

interface Options<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  name: string;
  kind: EndpointKind;
  method: HttpMethod;
  path: string;
  permission: EndpointPermission;
  tag: string;
  summary: { zh: string; en: string };
  params?: Optional<P>['schema'];
  query?: Optional<Q>['schema'];
  body?: Optional<B>['schema'];
  response: R;
  refusals?: readonly string[];
  ifMatch?: boolean;
  sessionOnly?: boolean;
  beforePasswordChange?: boolean;
  isByKey?: boolean;
  bodyLimitBytes?: number;
}

/** Fills in the defaults of a declaration: no params, no query, no body, 1 MiB. */
export function declareEndpoint<
  R extends z.ZodType,
  P extends z.ZodType = NoInput,
  Q extends z.ZodType = NoInput,
  B extends z.ZodType = NoInput,
>(options: Options<P, Q, B, R>): EndpointDeclaration<P, Q, B, R> {
  return {
    ...options,
    // why: a default type parameter cannot be tied to a default value without saying so once, here.
    params: options.params ?? (NO_INPUT as unknown as P),
    query: options.query ?? (NO_INPUT as unknown as Q),
    body: options.body ?? (NO_INPUT as unknown as B),
    refusals: options.refusals ?? [],
    ifMatch: options.ifMatch ?? false,
    sessionOnly: options.sessionOnly ?? false,
    beforePasswordChange: options.beforePasswordChange ?? false,
    isByKey: options.isByKey ?? false,
    bodyLimitBytes: options.bodyLimitBytes ?? JSON_LIMIT_BYTES,
  };
}

export type InputOf<E extends EndpointDeclaration> = {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
};
export type ResponseOf<E extends EndpointDeclaration> = z.output<E['response']>;
