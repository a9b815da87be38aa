/** What the HTTP surface keeps to itself: metrics, logs, dry runs that are not clear, readers who do not read. */
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/platform/logger.ts';
import { ask } from '../support/ask.ts';
import { buildCourt, buildPerson } from '../support/people.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

describe('metrics', () => {
  it.each([
    ['from this machine', 0, {}, 200],
    ['through a proxy that nobody declared', 0, { 'X-Forwarded-For': '203.0.113.7' }, 404],
    [
      'through a proxy that nobody declared, with a made-up origin',
      0,
      { 'X-Forwarded-For': '127.0.0.1' },
      404,
    ],
    ['from elsewhere through a declared proxy', 1, { 'X-Forwarded-For': '127.0.0.1, 203.0.113.7' }, 404],
    ['from this machine through a declared proxy', 1, { 'X-Forwarded-For': '127.0.0.1' }, 200],
  ])('are asked for %s', async (_, trustedProxies, headers, expected) => {
    test = await createTestApp({ trustedProxies });
    expect((await ask(test).get('/metrics').set(headers)).status).toBe(expected);
  });
});

describe('the log', () => {
  it('names the error and its place, and none of the values in it', async () => {
    const lines: string[] = [];
    test = await createTestApp({
      logger: createLogger('error', { write: (line: string) => void lines.push(line) }),
    });
    const court = await buildCourt(test);
    const system = await buildPerson(test, { court, role: 'system_admin' });
    await test.database.ownerPool.query('create unique index one_of_a_name on people (full_name)');
    const register = (username: string) =>
      system.agent
        .post('/api/people')
        .send({ username, fullName: '斯琴高娃', departmentId: court.departmentId });
    expect((await register('first.person')).status).toBe(200);
    expect((await register('second.person')).status).toBe(500);
    const log = lines.join('');
    expect(log).not.toContain('斯琴高娃');
    expect(log).not.toContain('second.person');
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      err: { code: '23505', constraint: 'one_of_a_name', stack: expect.stringContaining('at ') as unknown },
    });
  });
});

describe('dryRun', () => {
  it.each(['1', 'TRUE', 'yes', '', 'true&dryRun=true'])(
    '=%s is refused and nothing is written',
    async (dryRun) => {
      test = await createTestApp();
      const court = await buildCourt(test);
      const system = await buildPerson(test, { court, role: 'system_admin' });
      const body = { username: 'nobody.yet', fullName: '未登记', departmentId: court.departmentId };
      const answer = await system.agent.post(`/api/people?dryRun=${dryRun}`).send(body);
      expect(answer.body).toMatchObject({ code: 'INPUT_INVALID', problems: [{ path: 'query.dryRun' }] });
      const { rows } = await test.database.ownerPool.query(
        "select from people where username = 'nobody.yet'",
      );
      expect(rows).toHaveLength(0);
      expect((await system.agent.post('/api/people?dryRun=false').send(body)).status).toBe(200);
    },
  );

  it('is refused where nothing can be tried', async () => {
    test = await createTestApp();
    const person = await buildPerson(test, { court: await buildCourt(test) });
    const answer = await person.agent.put('/api/session/language?dryRun=true').send({ language: 'en' });
    expect(answer.body).toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('a form that cannot be read', () => {
  const HEAD = 'Content-Disposition: form-data; name="file"; filename="papers.csv"';
  const BROKEN: readonly (readonly [string, string])[] = [
    ['breaks off', `--edge\r\n${HEAD}\r\n\r\nname,value`],
    ['has a head that is none', '--edge\r\nContent-Disposition\r\n\r\nname\r\n--edge--\r\n'],
    ['has a name with a zero in it', `--edge\r\n${HEAD.replace('pap', 'p\0p')}\r\n\r\nx\r\n--edge--\r\n`],
    ['is no form', 'nothing of the kind'],
  ];

  it('is answered, and the server goes on', async () => {
    test = await createTestApp();
    const officer = await buildPerson(test, { court: await buildCourt(test), role: 'equipment_admin' });
    for (const [what, body] of BROKEN) {
      const answer = await officer.agent
        .post('/api/imports')
        .set('Content-Type', 'multipart/form-data; boundary=edge')
        .send(body);
      expect([what, answer.status, (answer.body as { code?: unknown }).code]).toEqual([
        what,
        400,
        'UPLOAD_DAMAGED',
      ]);
    }
    const { port } = new URL(test.origin);
    const socket = net.connect(Number(port), '127.0.0.1');
    socket.write(
      'POST /api/imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n' +
        `Cookie: ${officer.session.cookie}\r\nX-CSRF-Token: ${officer.session.csrfToken}\r\n` +
        `Content-Type: multipart/form-data; boundary=edge\r\n\r\n--edge\r\n${HEAD}\r\n\r\nname`,
    );
    const incoming = path.join(test.dependencies.filesFolder, 'incoming');
    const countIncoming = async () => (await readdir(incoming)).length;
    await expect.poll(countIncoming).toBe(1);
    socket.destroy();
    await expect.poll(countIncoming).toBe(0);
    expect((await officer.agent.get('/api/imports')).status).toBe(200);
  });
});

describe('files of the web', () => {
  it('are asked for in ways that fail without an error of ours', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'web-'));
    await mkdir(path.join(folder, 'bundle'));
    await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>x</title>');
    await writeFile(path.join(folder, 'bundle/a.js'), 'export {};');
    test = await createTestApp({ webFolder: folder });
    const ways: [string, Record<string, string>, number][] = [
      ['/bundle/..%2f..%2f..%2fetc/passwd', {}, 404],
      ['/bundle/a.js', { 'If-Match': '"other"' }, 412],
      ['/bundle/a.js', { Range: 'bytes=9000-' }, 200],
      ['/anything', { 'If-Match': '"other"' }, 412],
      ['/anything', { Range: 'bytes=9000-' }, 200],
    ];
    for (const [address, headers, status] of ways)
      expect([address, (await ask(test).get(address).set(headers)).status]).toEqual([address, status]);
    await rm(folder, { recursive: true });
  });
});

describe('a download that nobody reads', () => {
  it('counts against the limit, is cut off, and gives its connection back', async () => {
    test = await createTestApp({ downloadLimits: { stalledMs: 3000, concurrent: 1 } });
    const { database } = test;
    const court = await buildCourt(test);
    const auditor = await buildPerson(test, { court, role: 'audit_admin' });
    await database.ownerPool.query(
      `insert into audit_events (court_id, id, recorded_at, request_id, command, outcome, actor_name, actor_roles, via,
         subject_label)
       select $1, gen_random_uuid(), now(), 'filling', 'filling', 'done', '某人', '{}', 'system',
         repeat(md5(n::text), 400)
       from generate_series(1, 1200) n`,
      [court.id],
    );
    const server = createServer(test.app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(
      `GET /api/audit-events/export HTTP/1.1\r\nHost: localhost\r\nCookie: ${auditor.session.cookie}\r\n\r\n`,
    );
    await once(socket, 'readable');
    const refused = await auditor.agent.get('/api/audit-events/export');
    expect([refused.status, (refused.body as { code?: unknown }).code]).toEqual([503, 'DOWNLOADS_BUSY']);
    expect(refused.headers['retry-after']).toBe('10');
    const { pool } = test.dependencies;
    while (pool.idleCount < pool.totalCount) await new Promise((resolve) => setTimeout(resolve, 20));
    socket.destroy();
    server.close();
    expect((await auditor.agent.get('/api/audit-events/export')).status).toBe(200);
  });
});
