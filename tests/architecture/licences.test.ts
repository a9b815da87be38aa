import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from './source-tree.ts';

const PERMISSIVE = new Set([
  ...[
    'MIT',
    'MIT/X11',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Zlib',
    'Unlicense',
  ],
  ...['CC0-1.0', 'BlueOak-1.0.0', 'Python-2.0', 'PostgreSQL', 'OFL-1.1'],
]);

/** Packages whose licence is not permissive, with the reason why they may be installed all the same. */
const REASONED: Readonly<Record<string, { licence: string; reason: string }>> = {
  lightningcss: {
    licence: 'MPL-2.0',
    reason:
      'Vite’s style compiler: runs while the web is built, is used unchanged, and no part of it is handed out.',
  },
};

/** Packages that name their licence in a file only. */
const NAMED_IN_A_FILE: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

const LOCKFILE = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), license: z.string().optional() })),
});
const NAMED = z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]);
const MANIFEST = z.object({ license: NAMED.optional(), licenses: z.array(NAMED).optional() });

interface Installed {
  readonly name: string;
  readonly licence: string;
}

/** The production packages: what `npm ci --omit=dev` installs on any machine. */
function listProductionPackages(): Installed[] {
  const { packages } = LOCKFILE.parse(readJson('package-lock.json'));
  return Object.entries(packages)
    .filter(([location, { dev }]) => location !== '' && dev !== true)
    .map(([location, { license }]) => {
      const name = location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, licence: license ?? NAMED_IN_A_FILE[name] ?? licenceInManifest(location) };
    });
}

function licenceInManifest(location: string): string {
  const file = `${location}/package.json`;
  if (!existsSync(path.join(ROOT, file))) return 'unknown';
  const { license, licenses } = MANIFEST.parse(readJson(file));
  return license ?? licenses?.join(' AND ') ?? 'unknown';
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));
}

/** Of `A OR B` one is enough, of `A AND B` each is needed. */
function isPermissive(licence: string): boolean {
  const plain = licence.replace(/^\((.*)\)$/, '$1');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.has(one)));
}

/** `lightningcss-linux-x64-gnu` is the machine's part of `lightningcss`. */
function reasonFor({ name, licence }: Installed): string | undefined {
  const found = Object.entries(REASONED).find(([known]) => name === known || name.startsWith(`${known}-`));
  return found?.[1].licence === licence ? found[1].reason : undefined;
}

describe('licences', () => {
  const installed = listProductionPackages();

  it('are read of every production package', () => expect(installed.length).toBeGreaterThan(100));

  it('let a court use, change and pass on all of it', () =>
    expect(installed.filter((each) => !isPermissive(each.licence) && reasonFor(each) === undefined)).toEqual(
      [],
    ));

  it.each([
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-2.0', false],
    ['AGPL-3.0', false],
    ['unknown', false],
  ])('of %s are permissive: %s', (licence, permissive) => expect(isPermissive(licence)).toBe(permissive));
});
