/**
 * Bad input for every endpoint, made from its own schema: always 4xx with every problem listed, never 500, and legal
 * text comes back unharmed.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { z } from 'zod';
import { endpoints } from '../../src/endpoints.ts';
import { isPermission, scopeOfRole } from '../../src/modules/accounts/permissions.ts';
import { ROLE_IDS, type Role } from '../../src/modules/accounts/roles.ts';
import type { EndpointDeclaration } from '../../src/platform/endpoint.ts';
import { buildForeignCourt, type ForeignCourt } from '../support/foreign-court.ts';
import { buildCourt, buildPerson, type TestPerson } from '../support/people.ts';
import { sampleInput, samplePath } from '../support/sample-input.ts';
import {
  impossibleYear,
  inputSchemaOf,
  isFreeText,
  spoilLeaves,
  withoutRequired,
  wrongType,
  type Schema,
  type SpoiltInput,
} from '../support/spoilt-input.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const SAMPLES = { token: 'x'.repeat(43), sequence: '1' };
const MADE = z.object({ assets: z.array(z.object({ id: z.string() })) });
/** Written once: a string that is put together anew is copied for each request. */
const TEN_MEGABYTES = Buffer.from(`{"a": "${'x'.repeat(10 * 1024 * 1024)}"}`).toString('latin1');

let test: TestApp;
let foreign: ForeignCourt;
const people = new Map<Role, TestPerson>();

beforeAll(async () => {
  test = await createTestApp();
  const parent = await buildCourt(test, { name: '上级院' });
  foreign = await buildForeignCourt(test, parent);
  const own = await buildCourt(test, { parent });
  for (const role of ROLE_IDS) people.set(role, await buildPerson(test, { court: own, role }));
});
afterAll(() => test.close());

/** Someone who may use the endpoint; a fresh session each time would be thrown out by some of them. */
async function callerOf(declaration: EndpointDeclaration): Promise<TestPerson> {
  const { permission } = declaration;
  const role = ROLE_IDS.find((one) => !isPermission(permission) || scopeOfRole(one, permission) !== null);
  const person = people.get(role ?? 'staff');
  if (!person) throw new Error(`nobody may ${permission}`);
  return /session/i.test(declaration.path)
    ? buildPerson(test, { court: person.court, role: role ?? 'staff' })
    : person;
}

interface Answer {
  readonly status: number;
  readonly code: unknown;
  readonly paths: readonly string[];
  readonly problems: readonly { zh: string; en: string }[];
}

async function send(
  declaration: EndpointDeclaration,
  input: { query?: object; body?: unknown },
): Promise<Answer> {
  const person = await callerOf(declaration);
  const call = person.agent[declaration.method](samplePath(declaration, { ...SAMPLES, ...foreign.samples }));
  if (declaration.ifMatch) call.set('If-Match', '"1"');
  call.query({ ...input.query });
  const response = await (declaration.method === 'get'
    ? call
    : call.set('Content-Type', 'application/json').send(JSON.stringify('body' in input ? input.body : {})));
  const body = response.body as { code?: unknown; problems?: { path: string; zh: string; en: string }[] };
  return {
    status: response.status,
    code: body.code,
    paths: (body.problems ?? []).map(({ path }) => path),
    problems: body.problems ?? [],
  };
}

function codeOf(response: Response): unknown {
  return z.object({ code: z.string() }).safeParse(response.body).data?.code;
}

const declarations = endpoints.map(({ declaration }) => declaration).filter(({ kind }) => kind !== 'upload');
const withBody = declarations.filter(({ method }) => method !== 'get');
const titled = (list: readonly EndpointDeclaration[]) =>
  list.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const);

function validBody(declaration: EndpointDeclaration): unknown {
  return sampleInput(declaration, 'body', { ...SAMPLES, ...foreign.samples }).value;
}

/** A problem is listed at the place itself, or at a place that holds it. */
function expectListed(answer: Answer, where: 'body' | 'query', spoilt: SpoiltInput): void {
  expect(answer.status).toBe(400);
  for (const path of spoilt.paths) {
    const listed = answer.paths.some((one) => `${where}.${path}`.startsWith(one));
    expect([path, listed]).toEqual([path, true]);
  }
  for (const problem of answer.problems) {
    expect(problem.zh.length).toBeGreaterThan(0);
    expect(problem.en.length).toBeGreaterThan(0);
  }
}

const SPOILERS: Record<string, (leaf: Schema) => unknown> = {
  'wrong types': wrongType,
  'control characters': (leaf) => (isFreeText(leaf) ? 'a\u0000b\u0007' : undefined),
  'lone surrogates': (leaf) => (isFreeText(leaf) ? '坏\ud800字' : undefined),
  'far too long': (leaf) =>
    isFreeText(leaf) && leaf.maxLength !== undefined ? '长'.repeat(leaf.maxLength + 1) : undefined,
  'a year that no calendar has': impossibleYear,
};

describe('a bad body', () => {
  it.each(titled(withBody))('%s lists everything that is wrong with it', async (_title, declaration) => {
    const schema = inputSchemaOf(declaration.body);
    for (const spoil of Object.values(SPOILERS)) {
      const spoilt = spoilLeaves(schema, validBody(declaration), spoil);
      if (spoilt.paths.length > 0)
        expectListed(await send(declaration, { body: spoilt.value }), 'body', spoilt);
    }
    const missing = withoutRequired(schema);
    if (missing.paths.length > 0)
      expectListed(await send(declaration, { body: missing.value }), 'body', missing);
    for (const body of [[], 'text', 7, null]) {
      expect((await send(declaration, { body })).status).toBe(400);
    }
    const unknown = { ...(validBody(declaration) as object), surprise: 1 };
    expect((await send(declaration, { body: unknown })).status).toBe(400);
  });

  it.each(titled(withBody))('%s refuses what is no JSON, and ten megabytes', async (_title, declaration) => {
    const person = await callerOf(declaration);
    const path = samplePath(declaration, { ...SAMPLES, ...foreign.samples });
    const broken = await person.agent[declaration.method](path)
      .set('Content-Type', 'application/json')
      .send('{"a": ');
    expect([broken.status, codeOf(broken)]).toEqual([400, 'BODY_NOT_JSON']);
    const refused = await person.agent[declaration.method](path)
      .set('Content-Type', 'application/json')
      .send(TEN_MEGABYTES);
    expect([refused.status, codeOf(refused)]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it.each(titled(withBody))('%s takes SQL and HTML as plain text', async (_title, declaration) => {
    const schema = inputSchemaOf(declaration.body);
    for (const text of [
      "'; drop table people; --",
      '<script>alert(1)</script>',
      '${7*7} {{x}} %s \\',
      '𠮷😀',
    ]) {
      const spoilt = spoilLeaves(schema, validBody(declaration), (leaf) =>
        isFreeText(leaf) ? text : undefined,
      );
      if (spoilt.paths.length === 0) continue;
      const answer = await send(declaration, { body: spoilt.value });
      expect([answer.status, answer.status < 500]).toEqual([answer.status, true]);
    }
  });
});

describe('a bad address', () => {
  it.each(titled(declarations))('%s refuses it with a listed problem', async (_title, declaration) => {
    const schema = inputSchemaOf(declaration.query);
    for (const text of [
      '\u0000',
      "'; drop table people; --",
      '<img src=x onerror=alert(1)>',
      'x'.repeat(5000),
      '%',
      '-1',
      '1e9',
    ]) {
      const query = Object.fromEntries(Object.keys(schema.properties ?? {}).map((name) => [name, text]));
      if (Object.keys(query).length > 0)
        expect((await send(declaration, { query })).status).toBeLessThan(500);
    }
    const years = spoilLeaves(schema, {}, impossibleYear);
    if (years.paths.length > 0) expectListed(await send(declaration, { query: years.value }), 'query', years);
    expect((await send(declaration, { query: { surprise: '1' } })).status).toBeLessThan(500);
    const person = await callerOf(declaration);
    for (const text of ['%00', '%27%3B--', '%ED%A0%80', 'x'.repeat(3000)]) {
      const path = `/api${declaration.path.replace(/:\w+/g, text)}`;
      const response = await person.agent[declaration.method](path);
      expect([path, response.status < 500]).toEqual([path, true]);
    }
  });

  it('what is no endpoint is a problem, too', async () => {
    const person = people.get('staff');
    for (const path of ['/api/nothing', '/api/%', '/api/fixed-assets/%E0%A4%A']) {
      const response = await person?.agent.get(path);
      expect([path, response?.status, response?.type]).toEqual([path, 404, 'application/problem+json']);
    }
  });
});

describe('legal text', () => {
  it.each([
    "'; drop table people; --",
    '<script>alert(1)</script>',
    '𠮷野家 😀 ＡＢＣ',
    '  前后空格  ',
    '=1+1',
    '"引号" \\ /',
  ])('comes back unharmed: %s', async (name) => {
    const keeper = people.get('equipment_admin');
    if (!keeper) throw new Error('there is an equipment administrator');
    const card = {
      name,
      classCode: 'A05010301',
      acquisitionMethod: 'purchase',
      acquiredOn: '2026-01-01',
      originalValueFen: 1,
    };
    const made = await keeper.agent.post('/api/fixed-assets').send({ card, basis: name, note: name });
    expect(made.status).toBe(200);
    const { assets } = MADE.parse(made.body);
    const read = await keeper.agent.get(`/api/fixed-assets/${assets[0]?.id ?? ''}`);
    expect(read.type).toBe('application/json');
    expect(JSON.stringify(read.body)).toContain(JSON.stringify(name).slice(1, -1));
  });
});
