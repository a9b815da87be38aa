// npm test                        everything: set-up, static checks, build, all tests
// npm test -- tests/imports …     only the tests whose path contains one of these words
// npm test -- --database-only     only the tests that touch the database, on TEST_DATABASE_URL when it is set
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, findChromium } from './find-chromium.mjs';
import { ensureDependencies } from './install-dependencies.mjs';
import { runTestFiles } from './run-tests.mjs';
import { runStep } from './run-step.mjs';

/** The tests need what it makes; everything else goes on beside them. */
const BUILD = { name: '构建 / build', script: 'build' };
const CHECKS = [
  { name: '代码规则 / lint', script: 'lint' },
  { name: '格式 / formatting', script: 'format:check' },
  { name: '类型 / types', script: 'typecheck' },
  { name: '导入规则 / import rules', script: 'check:imports' },
  { name: '脚本体积 / script size', script: 'check:bundle' },
];
/** What is the same on every PostgreSQL, and what takes long and starts one of its own or none. */
const WITHOUT_DATABASE = [
  ...['tests/web/**', 'tests/architecture/**', 'tests/labels/decoding.test.ts'],
  ...['embedded-postgres', 'crash'].map((name) => `tests/platform/${name}.test.ts`),
  'tests/labels/sending-crash.test.ts',
];

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'));

const say = (line) => console.log(line);
const rows = [];
const complaints = [];
const total = { passed: 0, failed: 0 };

function count(name, { passed, failed, seconds }) {
  total.passed += passed;
  total.failed += failed;
  rows.push({ name, passed, failed, seconds });
}

/** Counts a check as one test and shows everything it said when it failed. */
async function check({ name, script }) {
  const { passed, output, seconds } = await runStep({ command: 'npm', args: ['run', '--silent', script] });
  say(`${passed ? '✓' : '✗'} ${name} ${seconds.toFixed(1)} s`);
  if (!passed) say(`\n${output.trim()}\n`);
  count(name, { passed: passed ? 1 : 0, failed: passed ? 0 : 1, seconds });
}

async function runChecks() {
  for (const each of CHECKS) await check(each);
}

async function runTests(extraArguments, chromium) {
  say('测试 / tests');
  const env = { ...process.env, NODE_ENV: 'test', ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  const result = await runTestFiles({ extraArguments, env, say });
  if (result.failed > 0) say(`\n${result.output.trim()}\n`);
  complaints.push(...result.complaints);
  count('测试 / tests', result);
}

async function runEverything() {
  const chromium = ensureChromium({ say });
  await check(BUILD);
  await Promise.all([runTests([], chromium), runChecks()]);
}

async function runDatabaseTests() {
  say('仅数据库测试 / only the tests that touch the database');
  await check(BUILD);
  await runTests(WITHOUT_DATABASE.map((pattern) => `--exclude=${pattern}`));
}

async function runSome(patterns) {
  say(`仅运行以下测试，不做其他检查 / only these tests, no other checks: ${patterns.join(' ')}`);
  await runTests(patterns, findChromium());
}

function printComplaints() {
  say('');
  for (const complaint of complaints) say(`✗ ${complaint}`);
}

function printTimes() {
  say('');
  for (const { name, passed, failed, seconds } of rows)
    say(
      `${seconds.toFixed(1).padStart(7)} s  ${String(passed).padStart(5)} passed  ${failed} failed  ${name}`,
    );
}

const given = process.argv.slice(2);
try {
  const startedAt = performance.now();
  await ensureDependencies({ say });
  if (given.includes('--database-only')) await runDatabaseTests();
  else if (given.length > 0) await runSome(given);
  else await runEverything();
  printComplaints();
  printTimes();
  say(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(7)} s  全部 / in all\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  total.failed += 1;
}
process.exitCode = total.failed === 0 ? 0 : 1;
say(`${total.passed} passed, ${total.failed} failed`);
