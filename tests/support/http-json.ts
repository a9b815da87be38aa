/** JSON answers of the application for a signed-in person, with the status that the test expects. */
import { expect } from 'vitest';
import type { TestPerson } from './people.ts';
import type { TestApp } from './test-app.ts';

export type Query = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** `/api/fixed-assets?status=idle&status=in_use`; arrays are repeated. */
export function addressOf(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) parameters.append(key, String(each));
  }
  const text = parameters.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
}

export async function getJson<T>(
  person: TestPerson,
  path: string,
  query: Query = {},
  status = 200,
): Promise<T> {
  const address = addressOf(path, query);
  const response = await person.agent.get(address);
  expect([address, response.status]).toEqual([address, status]);
  return response.body as T;
}

export async function sendJson<T>(
  person: TestPerson,
  method: 'post' | 'patch' | 'delete',
  path: string,
  body: object = {},
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const response = await person.agent[method](`/api${path}`).set(headers).send(body);
  const { code, problems } = response.body as { code?: unknown; problems?: unknown };
  expect([path, response.status, ...(status < 300 ? [code, problems] : [])]).toEqual([
    path,
    status,
    ...(status < 300 ? [undefined, undefined] : []),
  ]);
  return response.body as T;
}

/** The bytes of a file. */
export async function getFile(person: TestPerson, path: string, query: Query = {}): Promise<Buffer> {
  const response = await person.agent
    .get(addressOf(path, query))
    .buffer(true)
    .parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect([path, response.status]).toEqual([path, 200]);
  return response.body as Buffer;
}

interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/** Every page of a keyset-paged list, one after the other. */
export async function readPages<T>(person: TestPerson, path: string, query: Query = {}): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await getJson<Page<T>>(person, path, after === null ? query : { ...query, after });
    items.push(...page.items);
    after = page.nextCursor;
  } while (after !== null);
  return items;
}

/** Another time, to which everybody who is signed in stays awake. */
export async function travelTo(test: Pick<TestApp, 'clock' | 'database'>, iso: string): Promise<void> {
  test.clock.set(iso);
  await test.database.ownerPool.query(
    `update sessions set created_at = least(created_at, $1), last_seen_at = $1, expires_at = $1 + interval '7 days'`,
    [new Date(iso)],
  );
}
