/** createApp(dependencies): the whole HTTP surface. The server and the tests use the same function. */
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { endpoints } from './endpoints.ts';
import type { AppDependencies } from './platform/app-dependencies.ts';
import { refuse, Refusal } from './platform/errors.ts';
import { mountEndpoints } from './platform/express-adapter.ts';
import { createMetrics } from './platform/metrics.ts';
import { mountOpenApi } from './platform/open-api-page.ts';
import { refusalOf, sendProblem } from './platform/problem-details.ts';
import { keepRequestFacts, languageOf, requestFactsOf } from './platform/request-facts.ts';
import { identifyRequest } from './modules/accounts/identify-request.ts';
import { mayUse } from './modules/accounts/permissions.ts';
import { registerModules } from './registrations.ts';

const REQUEST_ID = /^[\w.-]{8,64}$/;

const requestIds: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const requestId = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
  keepRequestFacts(request, response, requestId);
  response.setHeader('X-Request-Id', requestId);
  next();
};

function requestLog(dependencies: AppDependencies): RequestHandler {
  return (request, response, next) => {
    const startedAt = process.hrtime.bigint();
    response.on('finish', () => {
      const durationMs = Number(process.hrtime.bigint() - startedAt) / 1e6;
      const route: unknown = (request.route as { path?: unknown } | undefined)?.path;
      const { requestId } = requestFactsOf(response);
      dependencies.logger.info({
        requestId,
        method: request.method,
        route,
        status: response.statusCode,
        durationMs,
      });
    });
    next();
  };
}

function problemHandler(dependencies: AppDependencies): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const refusal = refusalOf(error);
    const { requestId } = requestFactsOf(response);
    if (refusal.status >= 500) dependencies.logger.error({ requestId, err: error });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(response, refusal, requestId, languageOf(request));
  };
}

function limitRequests(dependencies: AppDependencies): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: dependencies.requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // why: `creationStack` makes a stack, and with it every start reads the source map of the whole program.
    validate: { trustProxy: false, creationStack: false },
    handler: (_request, _response, next) => {
      const seconds = 60;
      const problem = refuse('RATE_LIMITED', { seconds });
      next(
        new Refusal(
          problem.code,
          { status: problem.status, ...problem.sentence },
          problem.facts,
          [],
          seconds,
        ),
      );
    },
  });
}

function securityHeaders(dependencies: AppDependencies): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: dependencies.secureCookies
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/**
 * From this machine, or with the token that the configuration names. Behind a proxy on this machine every connection
 * comes from it, so what a proxy handed on is local only when a trusted one says so.
 */
function mayReadMetrics(
  request: Request,
  { metricsToken, trustedProxies }: Pick<AppDependencies, 'metricsToken' | 'trustedProxies'>,
): boolean {
  const given = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  if (metricsToken !== undefined && given !== undefined) {
    const [a, b] = [given, metricsToken].map((text) => createHash('sha256').update(text).digest());
    return a !== undefined && b !== undefined && timingSafeEqual(a, b);
  }
  const isForwarded = ['x-forwarded-for', 'forwarded'].some((name) => request.get(name) !== undefined);
  if (trustedProxies === 0 && isForwarded) return false;
  const address = request.ip ?? '';
  return address === '::1' || address.replace('::ffff:', '').startsWith('127.');
}

function serveWeb(app: Express, webFolder: string): void {
  const bundle = path.join(webFolder, 'bundle');
  app.use(/^\/(?!api\/)/, compression());
  const whole = { acceptRanges: false, redirect: false };
  app.use('/bundle', express.static(bundle, { ...whole, immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static(webFolder, { ...whole, index: false, maxAge: '1h' }));
  app.get(/^\/(?!api\/).*/, (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(path.join(webFolder, 'index.html'), { acceptRanges: false });
  });
}

export function createApp(dependencies: AppDependencies): Express {
  registerModules(dependencies);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', dependencies.trustedProxies);
  app.set('query parser', 'simple');
  const metrics = createMetrics(dependencies.pool);
  app.use(requestIds, requestLog(dependencies), metrics.measure, securityHeaders(dependencies));

  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', (_request, response, next) => {
    dependencies.pool
      .query('select 1')
      .then(() => response.json({ status: 'ready' }))
      .catch(next);
  });
  app.get('/metrics', (request, response, next) => {
    if (!mayReadMetrics(request, dependencies)) {
      next(refuse('NOT_FOUND'));
      return;
    }
    metrics.registry
      .metrics()
      .then((text) => response.type(metrics.registry.contentType).send(text))
      .catch(next);
  });

  const api = express.Router({ caseSensitive: true });
  api.use(limitRequests(dependencies));
  mountOpenApi(api, endpoints);
  mountEndpoints(api, endpoints, {
    ...dependencies,
    identify: identifyRequest(dependencies),
    mayUse,
    onAfterCommitError: (error) => dependencies.logger.error({ err: error }),
  });
  api.use((_request, _response, next) => next(refuse('NOT_FOUND')));
  app.use('/api', api);
  if (dependencies.webFolder !== undefined) serveWeb(app, dependencies.webFolder);
  app.use((_request, _response, next) => next(refuse('NOT_FOUND')));
  app.use(problemHandler(dependencies));
  return app;
}
