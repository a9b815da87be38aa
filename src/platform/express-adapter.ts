/**
 * Express → who → may they → is the input right → the one write or read path → response whitelist → JSON.
 * The only place that turns a declaration into a route.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import express, {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import type { Actor, RequestFacts } from './actor.ts';
import type { AppDependencies } from './app-dependencies.ts';
import { refuse } from './errors.ts';
import type { EndpointDeclaration } from './endpoint.ts';
import type { Identify, Identity } from './identify.ts';
import type { Problem } from './errors.ts';
import { problemsOf, refuseInput } from './problem-details.ts';
import { receiveFile } from './received-file.ts';
import { requestFactsOf } from './request-facts.ts';
import { runCommand, type CommandCall } from './run-command.ts';
import { runQuery, type QueryContext } from './run-query.ts';
import { createDownloadSender, DOWNLOAD_LIMITS, type DownloadSender } from './send-download.ts';
import { isVersioned, type ServedEndpoint } from './served-endpoint.ts';

export interface AdapterDependencies extends AppDependencies {
  readonly identify: Identify;
  /** Whether the actor has the permission in any scope; the use case narrows it to its rows. */
  readonly mayUse: (actor: Actor, permission: string) => boolean;
  /** Told of work after a commit, and of long work, that failed. */
  readonly onAfterCommitError: (error: unknown) => void;
}

interface ServingDependencies extends AdapterDependencies {
  readonly downloads: DownloadSender;
}

interface ParsedInput {
  params: unknown;
  query: unknown;
  body: unknown;
}

const SAFE_METHODS = new Set(['get', 'head']);
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,200}$/;

/** `/cases/:caseId/items` → `cases`; of an address as of a declaration, whose first segment is never a parameter. */
function areaOf(path: string): string {
  const end = path.indexOf('/', 1);
  return path.slice(1, end < 0 ? undefined : end);
}

/**
 * A route for every served endpoint, below `/api`. A router compares an address with one route after the other, so each
 * area of the API has one of its own.
 */
export function mountEndpoints(
  router: Router,
  endpoints: readonly ServedEndpoint[],
  dependencies: AdapterDependencies,
): void {
  const downloads = createDownloadSender(dependencies.downloadLimits ?? DOWNLOAD_LIMITS);
  const serving = { ...dependencies, downloads };
  const areas = new Map<string, Router>();
  const routerOf = (area: string): Router => {
    const known = areas.get(area) ?? express.Router({ caseSensitive: true });
    areas.set(area, known);
    return known;
  };
  router.use((request, response, next) => {
    const area = areas.get(areaOf(request.path));
    if (area) area(request, response, next);
    else next();
  });
  for (const endpoint of endpoints) {
    const { declaration } = endpoint;
    const takesJson = declaration.method !== 'get' && endpoint.kind !== 'upload';
    const parsers: RequestHandler[] = takesJson
      ? [express.json({ limit: declaration.bodyLimitBytes, strict: true, type: () => true })]
      : [];
    routerOf(areaOf(declaration.path))[declaration.method](
      declaration.path,
      identifyFirst(declaration, dependencies),
      ...parsers,
      (request, response, next) => {
        serve(endpoint, serving, request, response).catch(next);
      },
    );
  }
}

/** Before the body is read: nobody unknown makes us parse ten megabytes. */
function identifyFirst(declaration: EndpointDeclaration, dependencies: AdapterDependencies): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    admit(declaration, dependencies, request)
      .then((identity) => {
        response.locals['identity'] = identity;
        next();
      })
      .catch(next);
  };
}

async function admit(
  declaration: EndpointDeclaration,
  dependencies: AdapterDependencies,
  request: Request,
): Promise<Identity | null> {
  const identity = await dependencies.identify(request);
  if (declaration.permission === 'public') return identity;
  if (!identity) throw refuse('NOT_SIGNED_IN');
  const { actor } = identity;
  if (!SAFE_METHODS.has(declaration.method) && identity.csrfToken !== null) {
    if (request.get('x-csrf-token') !== identity.csrfToken) throw refuse('CSRF_TOKEN_INVALID');
  }
  if (declaration.sessionOnly && actor.via !== 'session') throw refuse('PERMISSION_DENIED');
  if (identity.mustChangePassword && !declaration.beforePasswordChange)
    throw refuse('FIRST_PASSWORD_UNCHANGED');
  if (declaration.permission !== 'signed-in' && !dependencies.mayUse(actor, declaration.permission)) {
    throw refuse('PERMISSION_DENIED');
  }
  return identity;
}

const DRY_RUN_PROBLEM: Problem = {
  path: 'query.dryRun',
  code: 'DRY_RUN_UNCLEAR',
  zh: 'dryRun 只能为 true（试算，不保存）或 false（保存）。',
  en: 'dryRun is either true (try, save nothing) or false (save).',
};

/** Only what runs through the one write path can be tried; elsewhere `dryRun` is as unknown as any other name. */
function parseInput({ declaration, kind }: ServedEndpoint, request: Request): ParsedInput {
  const problems: Problem[] = [];
  const parse = (where: 'params' | 'query' | 'body', value: unknown): unknown => {
    const parsed = declaration[where].safeParse(value);
    if (parsed.success) return parsed.data;
    problems.push(...problemsOf(parsed.error, where));
    return undefined;
  };
  const canTry = kind === 'command' || kind === 'upload';
  const { dryRun, ...query } = request.query;
  if (canTry && dryRun !== undefined && dryRun !== 'true' && dryRun !== 'false')
    problems.push(DRY_RUN_PROBLEM);
  const input = {
    params: parse('params', request.params),
    query: parse('query', canTry ? query : request.query),
    body: parse('body', request.body ?? {}),
  };
  if (problems.length > 0) throw refuseInput(problems);
  return input;
}

function callOf(declaration: EndpointDeclaration, request: Request, input: unknown): CommandCall {
  const idempotencyKey = request.get('idempotency-key');
  if (idempotencyKey !== undefined && !IDEMPOTENCY_KEY.test(idempotencyKey))
    throw refuse('IDEMPOTENCY_KEY_INVALID');
  const dryRun = request.query['dryRun'] === 'true';
  return { name: declaration.name, input, idempotencyKey, dryRun, isByKey: declaration.isByKey };
}

function expectedVersionOf(declaration: EndpointDeclaration, request: Request): number {
  if (!declaration.ifMatch) return 0;
  const header = request.get('if-match');
  if (header === undefined) throw refuse('VERSION_REQUIRED');
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw refuse('VERSION_STALE');
  return Number(version);
}

async function serve(
  endpoint: ServedEndpoint,
  dependencies: ServingDependencies,
  request: Request,
  response: Response,
): Promise<void> {
  const { declaration } = endpoint;
  const identity = response.locals['identity'] as Identity | null;
  const facts = requestFactsOf(response);
  if (endpoint.kind === 'open') {
    const input = parseInput(endpoint, request);
    const actor = identity?.actor ?? null;
    const open = {
      dependencies,
      clock: dependencies.clock,
      actor,
      request: facts,
      http: { request, response },
    };
    sendAnswer(declaration, response, await endpoint.run(open, input));
    return;
  }
  if (!identity) throw refuse('NOT_SIGNED_IN');
  const { actor } = identity;
  if (endpoint.kind === 'upload') {
    sendAnswer(declaration, response, await serveUpload(endpoint, dependencies, request, actor, facts));
    return;
  }
  const input = parseInput(endpoint, request);
  if (endpoint.kind === 'query') {
    const read = (context: QueryContext) => endpoint.run(context, input);
    const answer = await runQuery(dependencies, actor, facts, read, declaration);
    sendAnswer(declaration, response, answer, request);
  } else if (endpoint.kind === 'command') {
    const expectedVersion = expectedVersionOf(declaration, request);
    const call = callOf(declaration, request, { ...input, expectedVersion });
    const answer = await runCommand(dependencies, actor, facts, call, (context) =>
      endpoint.run(context, input, { expectedVersion }),
    );
    sendAnswer(declaration, response, answer);
  } else {
    const { downloads } = dependencies;
    const download = await runQuery(dependencies, actor, facts, async (context) => {
      const made = await endpoint.run(context, input);
      if (made.isDetached !== true) await downloads.sendReading(response, made);
      return made;
    });
    if (download.isDetached === true) await downloads.send(response, download);
  }
}

async function serveUpload(
  endpoint: Extract<ServedEndpoint, { kind: 'upload' }>,
  dependencies: AdapterDependencies,
  request: Request,
  actor: Actor,
  facts: RequestFacts,
): Promise<unknown> {
  const input = parseInput(endpoint, request);
  const folder = path.join(dependencies.filesFolder, 'incoming');
  const file = await receiveFile(request, folder, endpoint.declaration.bodyLimitBytes);
  try {
    const call = callOf(endpoint.declaration, request, {
      ...input,
      sha256: file.sha256,
      fields: file.fields,
    });
    return await runCommand(dependencies, actor, facts, call, (context) =>
      endpoint.run(context, input, file),
    );
  } finally {
    await rm(file.temporaryPath, { force: true });
  }
}

/** The response schema is a whitelist: what it does not name never leaves. */
function sendAnswer(
  declaration: EndpointDeclaration,
  response: Response,
  answer: unknown,
  request?: Request,
): void {
  const content = isVersioned(answer) ? answer.answer : answer;
  if (isVersioned(answer)) response.setHeader('ETag', `"${answer.version}"`);
  const body: unknown = declaration.response.parse(content);
  response.setHeader('Cache-Control', 'no-store');
  if (isVersioned(answer) && request?.get('if-none-match') === `"${answer.version}"`) {
    response.status(304).end();
    return;
  }
  response
    .status(200)
    .type('application/json')
    .send(JSON.stringify(body ?? null));
}
