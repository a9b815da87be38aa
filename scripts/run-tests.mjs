import { mkdtempSync, existsSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { runStep } from './run-step.mjs';

/** A run that has written its result and does not end holds something open. */
const GRACE_MILLISECONDS = 20_000;

/**
 * Runs vitest with `extraArguments` (paths, options) and `env`; shows the line of each file as it ends.
 * Whatever is neither passed nor failed counts as failed: nothing is left out in silence.
 * @returns {Promise<{ passed: number, failed: number, seconds: number, complaints: string[], output: string }>}
 */
export async function runTestFiles({ extraArguments, env, say }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'court-custody-tests-'));
  const resultFile = path.join(folder, 'result.json');
  const overdue = watchForOpenEnd(resultFile);
  const { passed, output, seconds } = await runStep({
    command: process.execPath,
    args: [
      ...['node_modules/vitest/vitest.mjs', 'run', '--config=scripts/vitest.config.mjs'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`],
      ...extraArguments,
    ],
    env: { ...env, NO_COLOR: '1' },
    onLine: (line) => {
      if (/^ \S tests\//.test(line)) say(` ${line}`);
    },
    signal: overdue.signal,
  });
  overdue.cancel();
  const result = existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  return { ...judge(result, passed, overdue.signal.aborted), seconds, output };
}

function judge(result, exitedWell, wasOverdue) {
  if (result === null) return { passed: 0, failed: 1, complaints: ['the tests wrote no result'] };
  const complaints = [];
  const leftOut = testsOf(result, ['pending', 'todo', 'skipped', 'disabled']);
  for (const { fullName } of leftOut) complaints.push(`left out: ${fullName}`);
  if (result.numTotalTests === 0) complaints.push('no test was found');
  if (wasOverdue)
    complaints.push('the tests did not end by themselves: one of them or the set-up holds something open');
  const broken = result.testResults.filter(isBroken);
  for (const { name, message } of broken) complaints.push(`${name}\n    ${firstLines(message)}`);
  let failed = result.numFailedTests + complaints.length;
  if (failed === 0 && !exitedWell) {
    complaints.push('the tests ended with an error though none of them failed');
    failed = 1;
  }
  return { passed: result.numPassedTests, failed, complaints: [...complaints, ...failuresOf(result)] };
}

/** It failed outside of its tests: it could not be read, or a hook threw. */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}

function testsOf(result, states) {
  return result.testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => states.includes(status)),
  );
}

/** What failed and why in a few words: whoever sees only the end of a long output can begin with it. */
function failuresOf(result) {
  return testsOf(result, ['failed']).map(
    ({ fullName, failureMessages }) => `${fullName}\n    ${firstLines(failureMessages.join('\n'))}`,
  );
}

function firstLines(text) {
  const lines = stripVTControlCharacters(text).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, 8)
    .join('\n    ');
}

function watchForOpenEnd(resultFile) {
  const controller = new AbortController();
  let writtenAt = null;
  const timer = setInterval(() => {
    if (writtenAt === null && existsSync(resultFile)) writtenAt = Date.now();
    if (writtenAt !== null && Date.now() - writtenAt > GRACE_MILLISECONDS) controller.abort();
  }, 1000);
  return { signal: controller.signal, cancel: () => clearInterval(timer) };
}
