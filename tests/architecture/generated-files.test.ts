import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { ROOT } from './source-tree.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneTestDatabase();
});

afterAll(() => database.drop());

describe('generated files', () => {
  it('src/platform/database-types.ts says what the migrations made', () => {
    const program = ['scripts/generate-types.mjs', database.ownerUrl, '--verify'];
    const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: ROOT, encoding: 'utf8' });
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  });
});
