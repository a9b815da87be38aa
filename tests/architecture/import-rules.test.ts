import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/** The importing file, the imported file or package (`type:` before it: types only), the rules it must break. */
type Edge = readonly [from: string, to: string, ...rules: string[]];

const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGES = ['express', 'kysely', 'pg', 'zod', 'react', 'supertest', 'undeclared'];
const A = 'src/modules/accounts';
const L = 'src/modules/ledger';
const S = 'src/modules/storage';
const F = 'src/modules/fixed-assets';
const WEB_REACH = 'web-reaches-no-server-code';
const PURE_REACH = 'contract-and-rules-reach-no-server-code';

const ALLOWED: Edge[] = [
  [`${F}/issue-asset.ts`, `${F}/asset.sql.ts`],
  [`${F}/transfer-asset.ts`, `${L}/append-entry.ts`],
  [`${F}/import-assets.ts`, 'src/modules/imports/register-import.ts'],
  [`${F}/asset.sql.ts`, 'kysely'],
  [`${F}/return-asset.ts`, 'type:kysely'],
  [`${F}/contract.ts`, `${F}/rules.ts`],
  [`${F}/cards.contract.ts`, `${A}/contract.ts`],
  [`${F}/moves.contract.ts`, 'src/platform/endpoint.ts'],
  [`${F}/lists.contract.ts`, 'zod'],
  [`${F}/rules.ts`, `${F}/depreciation.ts`],
  [`${F}/endpoints.ts`, `${F}/issue-asset.ts`],
  [`${F}/refusing.rules.ts`, 'src/platform/errors.ts'],
  ['scripts/begin.mjs', 'dist/main.js'],
  [`src/modules/reports/sum-values.ts`, 'src/modules/vehicles/list-trips.ts'],
  [`${L}/append-entry.ts`, `${A}/find-person.ts`],
  ['src/modules/approvals/ask.ts', `${A}/find-person.ts`],
  ['src/main.ts', 'src/reached.ts'],
  ['src/endpoints.ts', `${F}/endpoints.ts`],
  ['src/app.ts', 'express'],
  ['src/platform/express-adapter.ts', 'express'],
  ['src/platform/database.ts', 'pg'],
  [`${F}/load-classes.ts`, 'type:pg'],
  ['src/web/pages/list.tsx', `${F}/contract.ts`],
  ['src/web/pages/card.tsx', `${F}/depreciation.ts`],
  ['src/web/pages/field.tsx', 'src/platform/fields.ts'],
  ['src/web/vite.config.ts', 'node:path'],
  ['tests/fixed-assets/issue.test.ts', 'supertest'],
];

const FORBIDDEN: Edge[] = [
  [`${A}/find-owner.ts`, `${F}/issue-asset.ts`, 'module-graph-accounts'],
  [`${L}/explain-entry.ts`, `${S}/find-place.ts`, 'module-graph-ledger'],
  [`${S}/find-asset.ts`, `${F}/issue-asset.ts`, 'module-graph-storage'],
  [`${F}/find-item.ts`, 'src/modules/seized-items/receive-item.ts', 'module-graph-fixed-assets'],
  ['src/modules/vehicles/count.ts', 'src/modules/reports/sum-values.ts', 'module-graph-vehicles'],
  ['src/modules/approvals/decide.ts', `${F}/issue-asset.ts`, 'module-graph-approvals'],
  ['src/modules/imports/write.ts', `${L}/append-entry.ts`, 'module-graph-imports'],
  ['src/modules/gadgets/make.ts', 'zod', 'module-is-in-the-graph'],
  [`${F}/late.contract.ts`, 'src/platform/actor.ts', 'contract-is-plain-data', PURE_REACH],
  [`${F}/early.contract.ts`, 'react', 'contract-takes-only-zod'],
  [`${F}/deep.contract.ts`, `${F}/issue-asset.ts`, PURE_REACH],
  [`${F}/clock.rules.ts`, 'node:fs', 'rules-take-no-package', PURE_REACH],
  [`${F}/wire.rules.ts`, `${F}/contract.ts`, 'rules-know-no-wire'],
  [`${F}/table.rules.ts`, `${F}/asset.sql.ts`, PURE_REACH],
  [`${F}/read-ledger.ts`, `${L}/entry.sql.ts`, 'sql-stays-in-its-module'],
  [`${F}/card.sql.ts`, 'src/config.ts', 'sql-stays-below-use-cases', 'modules-know-no-process'],
  [`${F}/more.endpoints.ts`, `${L}/append-entry.ts`, 'endpoints-join-their-own-module'],
  [`${F}/lend-asset.ts`, `${F}/endpoints.ts`, 'only-the-list-knows-endpoints'],
  [`${F}/write-sql.ts`, 'kysely', 'kysely-values-only-in-sql'],
  [`${F}/open-pool.ts`, 'pg', 'modules-open-no-connection'],
  [`${F}/answer.ts`, 'type:express', 'express-only-at-the-door'],
  ['src/platform/courts.ts', `${A}/find-person.ts`, 'platform-knows-no-court'],
  [`${F}/read-config.ts`, 'src/config.ts', 'modules-know-no-process'],
  ['src/app-check.ts', 'src/main.ts', 'nobody-imports-main'],
  ['src/serve.ts', 'src/web/api.ts', 'nobody-imports-web'],
  ['src/web/pages/use.tsx', `${F}/issue-asset.ts`, WEB_REACH],
  ['src/web/pages/server.tsx', 'src/platform/actor.ts', 'web-sees-contracts-and-rules', WEB_REACH],
  ['src/web/pages/disk.tsx', 'node:fs', WEB_REACH],
  [`${F}/from-test.ts`, 'tests/support/build.ts', 'source-knows-no-tests'],
  ['scripts/demo.ts', 'tests/support/build.ts', 'scripts-know-no-tests'],
  ['src/audit.ts', 'supertest', 'no-development-package-at-run-time'],
  ['tests/other.test.ts', 'undeclared', 'declared-in-package-json'],
  [`${F}/round-one.ts`, `${F}/round-two.ts`, 'no-circular'],
  // A circle is reported once, at the file that comes first.
  [`${F}/round-two.ts`, `${F}/round-one.ts`],
  ['tests/lost.test.ts', 'tests/nowhere.ts', 'resolvable'],
];

const REPORT = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

let folder = '';
const brokenRules = new Map<string, Set<string>>();
const unused = new Set<string>();

/** A small tree in which every file has the one import of its edge, and every imported file exists. */
async function writeTree(): Promise<void> {
  const sources = new Map<string, string>();
  for (const [, target] of [...ALLOWED, ...FORBIDDEN]) {
    const file = target.replace('type:', '');
    if (/^(?:src|tests)\//.test(file) && file !== 'tests/nowhere.ts')
      sources.set(file, 'export const it = 1;\n');
  }
  for (const [from, target] of [...ALLOWED, ...FORBIDDEN]) {
    const file = target.replace('type:', '');
    const specifier = /^(?:src|tests|dist)\//.test(file) ? relative(from, file) : file;
    const keyword = target.startsWith('type:') ? 'import type' : 'import';
    const use = keyword === 'import' ? 'export const use = it;' : 'export type Use = it;';
    sources.set(from, `${keyword} { it } from '${specifier}';\n${use}\n`);
  }
  const declared = Object.fromEntries(PACKAGES.slice(0, 5).map((name) => [name, '1.0.0']));
  sources.set(
    'package.json',
    JSON.stringify({ dependencies: declared, devDependencies: { supertest: '1.0.0' } }),
  );
  sources.set('tsconfig.json', JSON.stringify({ compilerOptions: { allowImportingTsExtensions: true } }));
  for (const name of PACKAGES) {
    sources.set(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
    );
    sources.set(`node_modules/${name}/index.js`, 'exports.it = 1;\n');
  }
  for (const [file, source] of sources) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
    await writeFile(path.join(folder, file), source);
  }
}

function relative(from: string, to: string): string {
  const found = path.posix.relative(path.posix.dirname(from), to);
  return found.startsWith('.') ? found : `./${found}`;
}

async function cruise(): Promise<string> {
  const program = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const cruiseArguments = [program, '--config', config, '--output-type', 'json', 'src', 'tests', 'scripts'];
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
  try {
    return (await promisify(execFile)(process.execPath, cruiseArguments, options)).stdout;
  } catch (error) {
    // The program answers with the number of violations as its exit code.
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-rules-'));
  await writeTree();
  for (const { from, rule } of REPORT.parse(JSON.parse(await cruise())).summary.violations) {
    if (rule.name === 'nothing-unused') unused.add(from);
    else brokenRules.set(from, (brokenRules.get(from) ?? new Set()).add(rule.name));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const rulesBrokenBy = (from: string) => [...(brokenRules.get(from) ?? [])].sort();

describe('import rules', () => {
  it.each(ALLOWED)('lets %s import %s', (from) => expect(rulesBrokenBy(from)).toEqual([]));

  it.each(FORBIDDEN)('keeps %s from importing %s', (from, _to, ...rules) =>
    expect(rulesBrokenBy(from)).toEqual(rules.sort()),
  );

  it('finds what neither the process, the web nor a script reaches', () => {
    expect([...unused]).toContain('src/modules/gadgets/make.ts');
    expect([...unused]).not.toContain('src/reached.ts');
  });
});
