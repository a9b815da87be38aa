/** OpenAPI 3.1 made of the same declarations that the router uses. */
import { z } from 'zod';
import type { EndpointDeclaration } from './endpoint.ts';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  });
  return json;
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const json = schemaOf(schema, 'input');
  const properties = (json['properties'] ?? {}) as Record<string, Json>;
  const required = new Set((json['required'] as string[] | undefined) ?? []);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }));
}

const COMMAND_HEADERS: Json[] = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 8, maxLength: 200 },
    description: 'The same key with the same input answers what the first call answered.',
  },
  {
    name: 'dryRun',
    in: 'query',
    required: false,
    schema: { type: 'string', enum: ['true', 'false'] },
    description: 'Takes the same path and is rolled back at its end.',
  },
];

function bodyOf(declaration: EndpointDeclaration): Json {
  if (declaration.method === 'get') return {};
  if (declaration.kind === 'upload') {
    const file = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } };
  }
  const schema = schemaOf(declaration.body, 'input');
  const empty =
    Object.keys(schema['properties'] ?? {}).length === 0 && !('anyOf' in schema || 'oneOf' in schema);
  return empty ? {} : { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function operationOf(declaration: EndpointDeclaration): Json {
  const writes = declaration.kind === 'command' || declaration.kind === 'upload';
  const ifMatch = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } };
  const problem = {
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const answer =
    declaration.kind === 'download'
      ? { content: { 'application/octet-stream': {} } }
      : { content: { 'application/json': { schema: schemaOf(declaration.response, 'output') } } };
  return {
    operationId: declaration.name,
    tags: [declaration.tag],
    summary: `${declaration.summary.zh} / ${declaration.summary.en}`,
    description: [
      `Permission: \`${declaration.permission}\`.`,
      declaration.refusals.length > 0
        ? `Refusals: ${declaration.refusals.map((code) => `\`${code}\``).join(', ')}.`
        : '',
    ].join(' '),
    security: declaration.permission === 'public' ? [] : [{ session: [] }, { token: [] }],
    parameters: [
      ...parametersOf(declaration.params, 'path'),
      ...parametersOf(declaration.query, 'query'),
      ...(writes ? COMMAND_HEADERS : []),
      ...(declaration.ifMatch ? [ifMatch] : []),
    ],
    ...bodyOf(declaration),
    responses: { 200: { description: 'Done', ...answer }, default: { description: 'Refused', ...problem } },
  };
}

const PROBLEM_SCHEMA: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'sentences', 'problems', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; see the refusals of each operation.' },
    sentences: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    facts: { type: 'object' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          path: { type: 'string' },
          code: { type: 'string' },
          zh: { type: 'string' },
          en: { type: 'string' },
        },
      },
    },
    requestId: { type: 'string' },
  },
};

/** The whole document. */
export function openApiOf(declarations: readonly EndpointDeclaration[]): Json {
  const paths: Record<string, Json> = {};
  for (const declaration of declarations) {
    const template = `/api${declaration.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[template] = { ...paths[template], [declaration.method]: operationOf(declaration) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '法院装备管理系统 API / Court Custody API',
      version: '1',
      description: 'Commands take an Idempotency-Key; errors are RFC 9457 problem+json with stable codes.',
    },
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'court_custody_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
