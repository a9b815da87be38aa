/** Who gets nothing: generated from the list of endpoints, so that a new one is covered when it is declared. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import { endpoints } from '../../src/endpoints.ts';
import { isPermission, PERMISSION_IDS, scopeOfRole } from '../../src/modules/accounts/permissions.ts';
import { ROLE_IDS, type Role } from '../../src/modules/accounts/roles.ts';
import type { EndpointDeclaration } from '../../src/platform/endpoint.ts';
import { buildForeignCourt, FOREIGN_MARK, type ForeignCourt } from '../support/foreign-court.ts';
import {
  buildApiToken,
  buildCourt,
  buildPerson,
  signedInAgent,
  type Agent,
  type TestPerson,
} from '../support/people.ts';
import { sampleInput, samplePath, type Samples } from '../support/sample-input.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

/** Samples of path parameters that belong to no court. */
const COMMON_SAMPLES = { token: 'x'.repeat(43), sequence: '1' };

const declarations = endpoints.map(({ declaration }) => declaration);
const closed = declarations.filter(({ permission }) => permission !== 'public');
const guarded = closed.filter(({ permission }) => permission !== 'signed-in');
const named = (list: readonly EndpointDeclaration[]) =>
  list.map(
    (declaration) => [`${declaration.method.toUpperCase()} ${declaration.path}`, declaration] as const,
  );

let test: TestApp;
let foreign: ForeignCourt;
let samples: Samples;
let foreignIds: readonly string[];
const people = new Map<Role, TestPerson>();

beforeAll(async () => {
  test = await createTestApp();
  const parent = await buildCourt(test, { name: '上级院' });
  foreign = await buildForeignCourt(test, parent);
  samples = { ...COMMON_SAMPLES, ...foreign.samples };
  foreignIds = Object.values(foreign.samples).filter((sample) => /^[0-9a-f-]{36}$/.test(sample));
  const own = await buildCourt(test, { parent, name: '本院' });
  for (const role of ROLE_IDS) people.set(role, await buildPerson(test, { court: own, role }));
});
afterAll(() => test.close());

function personOf(role: Role): TestPerson {
  const person = people.get(role);
  if (!person) throw new Error(`no person with the role ${role}`);
  return person;
}

function rolesWith(permission: string): Role[] {
  if (permission === 'signed-in') return [...ROLE_IDS];
  return ROLE_IDS.filter((role) => isPermission(permission) && scopeOfRole(role, permission) !== null);
}

function isMutating(declaration: EndpointDeclaration): boolean {
  return declaration.method !== 'get';
}

function send(agent: Agent, declaration: EndpointDeclaration, content?: { query?: object; body?: object }) {
  const call = agent[declaration.method](samplePath(declaration, samples)).query(content?.query ?? {});
  if (declaration.ifMatch) call.set('If-Match', '"1"');
  if (declaration.kind === 'upload') return call.attach('file', Buffer.from('x'), 'x.txt');
  return isMutating(declaration) ? call.send(content?.body ?? {}) : call;
}

function codeOf(response: Response): unknown {
  const body: unknown = response.body;
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
}

function textOf(response: Response): string {
  const raw: unknown = response.body;
  return Buffer.isBuffer(raw) ? raw.toString('utf8') : `${response.text ?? ''}${JSON.stringify(raw)}`;
}

describe('every endpoint', () => {
  it.each(named(closed))('%s asks for a permission of the matrix, or for a session', (_, { permission }) => {
    expect(permission === 'signed-in' || isPermission(permission)).toBe(true);
  });

  it.each(PERMISSION_IDS)(
    'the permission %s is asked for somewhere, or guards rows inside a use case',
    (permission) => {
      expect(rolesWith(permission).length).toBeGreaterThan(0);
    },
  );

  it('has a name and a way of its own', () => {
    const ways = declarations.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(new Set(ways).size).toBe(ways.length);
    expect(new Set(declarations.map(({ name }) => name)).size).toBe(declarations.length);
  });
});

describe('without a session', () => {
  it.each(named(closed))('%s answers 401', async (_, declaration) => {
    const response = await send(signedInAgent(test), declaration);
    expect([response.status, codeOf(response)]).toEqual([401, 'NOT_SIGNED_IN']);
  });

  it.each([
    ['an unknown session', { cookie: `court_custody_session=${'a'.repeat(43)}`, csrfToken: 'a' }],
    ['a session of a wrong shape', { cookie: 'court_custody_session=%00', csrfToken: 'a' }],
  ])('%s is nobody', async (_, session) => {
    expect((await signedInAgent(test, session).get('/api/session')).status).toBe(401);
  });
});

describe('without the permission', () => {
  it.each(named(guarded))('%s answers 403 to every role outside the matrix', async (_, declaration) => {
    const outside = ROLE_IDS.filter((role) => !rolesWith(declaration.permission).includes(role));
    const answers = await Promise.all(
      outside.map(async (role) => {
        const response = await send(personOf(role).agent, declaration);
        return [role, response.status, codeOf(response)];
      }),
    );
    expect(answers).toEqual(outside.map((role) => [role, 403, 'PERMISSION_DENIED']));
  });

  it.each(named(guarded))('%s lets every role of the matrix come further', async (_, declaration) => {
    const inside = rolesWith(declaration.permission);
    const codes = await Promise.all(
      inside.map(async (role) => codeOf(await send(personOf(role).agent, declaration))),
    );
    expect(codes).not.toContain('PERMISSION_DENIED');
    expect(codes).not.toContain('NOT_SIGNED_IN');
  });
});

describe('without the CSRF token', () => {
  it.each(named(closed.filter(isMutating)))('%s answers 403', async (_, declaration) => {
    const { session } = personOf(rolesWith(declaration.permission)[0] ?? 'staff');
    for (const csrfToken of ['', 'wrong']) {
      const response = await send(signedInAgent(test, { ...session, csrfToken }), declaration);
      expect([response.status, codeOf(response)]).toEqual([403, 'CSRF_TOKEN_INVALID']);
    }
  });
});

describe('with an API token', () => {
  const bearer = (token: string): Agent => {
    const stranger = signedInAgent(test);
    const call = (method: keyof Agent) => (path: string) =>
      stranger[method](path).set('Authorization', `Bearer ${token}`);
    return {
      get: call('get'),
      post: call('post'),
      put: call('put'),
      patch: call('patch'),
      delete: call('delete'),
    };
  };

  it.each(named(closed.filter(({ sessionOnly }) => sessionOnly)))(
    '%s is for sessions only',
    async (_, declaration) => {
      const holder = personOf(rolesWith(declaration.permission)[0] ?? 'staff');
      const token = await buildApiToken(test, holder, PERMISSION_IDS);
      const response = await send(bearer(token), declaration);
      expect([response.status, codeOf(response)]).toEqual([403, 'PERMISSION_DENIED']);
    },
  );

  it.each(named(guarded))(
    '%s is denied when the token does not name the permission',
    async (_, declaration) => {
      const holder = personOf(rolesWith(declaration.permission)[0] ?? 'staff');
      const others = PERMISSION_IDS.filter((permission) => permission !== declaration.permission);
      const response = await send(bearer(await buildApiToken(test, holder, others)), declaration);
      expect([response.status, codeOf(response)]).toEqual([403, 'PERMISSION_DENIED']);
    },
  );
});

describe('with a first password that is not changed yet', () => {
  const open = closed.filter(({ beforePasswordChange }) => beforePasswordChange);

  it('only the session, the password, the language and signing out are open', () => {
    expect(open.map(({ name }) => name).toSorted()).toEqual([
      'changeLanguage',
      'changePassword',
      'readSession',
      'signOut',
      'signOutEverywhere',
    ]);
  });

  it.each(named(closed.filter((declaration) => !open.includes(declaration))))(
    '%s answers 403',
    async (_, declaration) => {
      const { court } = personOf('staff');
      const role = rolesWith(declaration.permission)[0] ?? 'staff';
      const newcomer = await buildPerson(test, { court, role, mustChangePassword: true });
      const response = await send(newcomer.agent, declaration);
      expect([response.status, codeOf(response)]).toEqual([403, 'FIRST_PASSWORD_UNCHANGED']);
    },
  );

  it.each(named(open))('%s is not kept back', async (_, declaration) => {
    const { court } = personOf('staff');
    const newcomer = await buildPerson(test, { court, role: 'staff', mustChangePassword: true });
    expect((await send(newcomer.agent, declaration)).status).not.toBe(403);
  });
});

let stateQuery: string | undefined;
let stateBefore: string | undefined;

/** A fingerprint of every row of the foreign court, in whatever table. */
async function foreignRows(): Promise<string> {
  const owner = test.database.ownerPool;
  if (stateQuery === undefined) {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'court_id' order by 1`,
    );
    stateQuery = rows
      .map(
        ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) as state
        from ${name} t where court_id = $1`,
      )
      .join(' union all ');
  }
  // Planning so many tables takes longer than reading them.
  const { rows } = await owner.query({ name: 'foreign rows', text: stateQuery, values: [foreign.court.id] });
  return JSON.stringify(rows);
}

describe('from another court', () => {
  const reading = closed.filter(({ kind }) => kind === 'query' || kind === 'download');

  it('the samples are real: their own court gets them', async () => {
    const { equipment, system, audit } = foreign.people;
    const find = (agent: Agent, path: string) => agent.get(path).then(textOf);
    expect(await find(system.agent, `/api/people/${foreign.samples['personId']}`)).toContain(FOREIGN_MARK);
    expect(await find(equipment.agent, `/api/places/${foreign.samples['placeId']}`)).toContain(FOREIGN_MARK);
    expect(await find(equipment.agent, `/api/directory/badges/${foreign.samples['badgeCode']}`)).toContain(
      FOREIGN_MARK,
    );
    expect(await find(audit.agent, `/api/audit-events/${foreign.samples['eventId']}`)).toContain(
      foreign.samples['eventId'],
    );
  });

  it.each(named(reading))('%s gives nobody anything of it', async (_, declaration) => {
    const withIds = sampleInput(declaration, 'query', samples);
    for (const role of rolesWith(declaration.permission)) {
      for (const query of [{}, Object(withIds.value) as object]) {
        const response = await send(personOf(role).agent, declaration, { query });
        const text = textOf(response);
        expect(text).not.toContain(FOREIGN_MARK);
        if (response.status === 200) {
          expect(foreignIds.filter((id) => text.includes(id))).toEqual([]);
        }
        expect(response.status).toBeLessThan(500);
      }
    }
  });

  it.each(named(closed.filter(isMutating)))('%s changes nothing in it', async (_, declaration) => {
    const body = sampleInput(declaration, 'body', samples);
    const query = sampleInput(declaration, 'query', samples);
    stateBefore ??= await foreignRows();
    const isForeign = body.isForeign || query.isForeign || /:\w+Id\b/.test(declaration.path);
    const court = personOf('staff').court;
    const roles =
      declaration.permission === 'signed-in' ? (['staff'] as const) : rolesWith(declaration.permission);
    for (const role of roles) {
      const actor = await buildPerson(test, { court, role });
      const response = await send(actor.agent, declaration, {
        query: Object(query.value) as object,
        body: Object(body.value) as object,
      });
      expect(textOf(response)).not.toContain(FOREIGN_MARK);
      if (isForeign) expect([400, 403, 404, 409, 412, 422]).toContain(response.status);
      expect(response.status).toBeLessThan(500);
    }
    expect(await foreignRows()).toBe(stateBefore);
  });
});
