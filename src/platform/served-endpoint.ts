/** Joins a declaration to what it does. A module's `endpoints.ts` consists of these calls and nothing else. */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Clock } from './clock.ts';
import type { EndpointDeclaration, InputOf } from './endpoint.ts';
import type { ReceivedFile } from './received-file.ts';
import type { CommandContext } from './run-command.ts';
import type { QueryContext } from './run-query.ts';
import type { Actor, RequestFacts } from './actor.ts';
import type { AppDependencies } from './app-dependencies.ts';
import type { Download } from './download.ts';

export type { Download };

/** What a public endpoint gets: no tenant, no actor unless someone is signed in. */
export interface OpenContext {
  readonly dependencies: AppDependencies;
  readonly clock: Clock;
  readonly actor: Actor | null;
  readonly request: RequestFacts;
  /** For cookies alone. */
  readonly http: { readonly request: Request; readonly response: Response };
}

type AnyDeclaration = EndpointDeclaration;
type Answer<E extends AnyDeclaration> = z.input<E['response']>;
/** An answer with the version that its ETag carries; plain JSON, because it is kept with its idempotency key. */
export interface Versioned<T> {
  readonly isVersioned: true;
  readonly version: number;
  readonly answer: T;
}

interface ErasedInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

export type ServedEndpoint =
  | {
      kind: 'query';
      declaration: AnyDeclaration;
      run(context: QueryContext, input: ErasedInput): Promise<unknown>;
    }
  | {
      kind: 'command';
      declaration: AnyDeclaration;
      run(context: CommandContext, input: ErasedInput, extra: CommandExtra): Promise<unknown>;
    }
  | {
      kind: 'download';
      declaration: AnyDeclaration;
      run(context: QueryContext, input: ErasedInput): Promise<Download>;
    }
  | {
      kind: 'upload';
      declaration: AnyDeclaration;
      run(context: CommandContext, input: ErasedInput, file: ReceivedFile): Promise<unknown>;
    }
  | {
      kind: 'open';
      declaration: AnyDeclaration;
      run(context: OpenContext, input: ErasedInput): Promise<unknown>;
    };

export interface CommandExtra {
  /** From `If-Match`; present when the declaration asks for it. */
  readonly expectedVersion: number;
}

export function withVersion<T>(version: number, answer: T): Versioned<T> {
  return { isVersioned: true, version, answer };
}

export function isVersioned(value: unknown): value is Versioned<unknown> {
  return typeof value === 'object' && value !== null && 'isVersioned' in value && value.isVersioned === true;
}

/** Reads in one read-only transaction. */
export function answerQuery<E extends AnyDeclaration>(
  declaration: E,
  run: (context: QueryContext, input: InputOf<E>) => Promise<Answer<E> | Versioned<Answer<E>>>,
): ServedEndpoint {
  // why: the adapter parses the input with this very declaration before it calls `run`.
  return { kind: 'query', declaration, run: (context, input) => run(context, input as InputOf<E>) };
}

/** Writes through `runCommand`. */
export function answerCommand<E extends AnyDeclaration>(
  declaration: E,
  run: (
    context: CommandContext,
    input: InputOf<E>,
    extra: CommandExtra,
  ) => Promise<Answer<E> | Versioned<Answer<E>>>,
): ServedEndpoint {
  return {
    kind: 'command',
    declaration,
    run: (context, input, extra) => run(context, input as InputOf<E>, extra),
  };
}

/** Streams a file out of one read-only transaction, or after it when the body is detached. */
export function answerDownload<E extends AnyDeclaration>(
  declaration: E,
  run: (context: QueryContext, input: InputOf<E>) => Promise<Download>,
): ServedEndpoint {
  return { kind: 'download', declaration, run: (context, input) => run(context, input as InputOf<E>) };
}

/** Takes one multipart file, stored before the transaction begins, and writes through `runCommand`. */
export function answerUpload<E extends AnyDeclaration>(
  declaration: E,
  run: (context: CommandContext, input: InputOf<E>, file: ReceivedFile) => Promise<Answer<E>>,
): ServedEndpoint {
  return {
    kind: 'upload',
    declaration,
    run: (context, input, file) => run(context, input as InputOf<E>, file),
  };
}

/** Signing in, the session, set-up: handles its own transaction and cookies. */
export function answerOpen<E extends AnyDeclaration>(
  declaration: E,
  run: (context: OpenContext, input: InputOf<E>) => Promise<Answer<E>>,
): ServedEndpoint {
  return { kind: 'open', declaration, run: (context, input) => run(context, input as InputOf<E>) };
}
