/** Writes src/platform/database-types.ts from a migrated database: `node scripts/generate-types.mjs URL [--verify]`. */
import { spawnSync } from 'node:child_process';

const [url, mode] = process.argv.slice(2);
if (url === undefined) {
  console.error('usage: node scripts/generate-types.mjs postgres://… [--verify]');
  process.exit(2);
}
const result = spawnSync(
  process.execPath,
  [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    '--dialect=postgres',
    `--url=${url}`,
    '--date-parser=string',
    '--numeric-parser=string',
    '--type-mapping={"int8":"ColumnType<number, number | string, number | string>"}',
    '--custom-imports={"ColumnType":"kysely#ColumnType"}',
    '--out-file=src/platform/database-types.ts',
    ...(mode === '--verify' ? ['--verify'] : []),
  ],
  { stdio: 'inherit' },
);
process.exit(result.status ?? 1);
