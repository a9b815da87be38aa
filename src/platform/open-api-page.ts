/** `/api/openapi.json`, and `/api/docs` from the swagger-ui files of the server's own disk: there is no internet. */
import { createRequire } from 'node:module';
import path from 'node:path';
import express, { type Router } from 'express';
import { openApiOf } from './open-api.ts';
import type { ServedEndpoint } from './served-endpoint.ts';

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>API</title><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`;

const START = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });`;

export function mountOpenApi(router: Router, endpoints: readonly ServedEndpoint[]): void {
  const swaggerFolder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  let document: string | undefined;
  router.get('/openapi.json', (_request, response) => {
    document ??= JSON.stringify(openApiOf(endpoints.map((endpoint) => endpoint.declaration)));
    response.type('application/json').send(document);
  });
  router.get('/docs', (_request, response) => void response.type('html').send(PAGE));
  router.get(
    '/docs/start.js',
    (_request, response) => void response.type('application/javascript').send(START),
  );
  router.use('/docs', express.static(swaggerFolder, { index: false, maxAge: '1d' }));
}
