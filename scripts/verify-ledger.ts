/**
 * `npm run verify-ledger [-- --heads FILE] [--save-heads FILE]`: recomputes every chain and every projection and names
 * the first difference. Exit code 0 when all is whole, 1 when not.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { openForBackup } from '../src/platform/backup/open-owner-database.ts';
import { createPool } from '../src/platform/database.ts';
import { verifyLedger } from '../src/verify-ledger.ts';
import { runCommandLine, tell } from './command-line.ts';

const fileOf = (value: string | undefined) => (value === undefined ? undefined : path.resolve(value));

await runCommandLine(async (words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { heads: { type: 'string' }, 'save-heads': { type: 'string' } },
  });
  const database = await openForBackup(readConfig(), tell);
  const pool = createPool({ connectionString: database.ownerUrl, maxConnections: 2 });
  try {
    const result = await verifyLedger(pool, {
      headsFile: fileOf(values.heads),
      saveHeadsFile: fileOf(values['save-heads']),
    });
    if (result.difference) {
      tell({
        zh: `发现不一致（第一处）：${result.difference.zh}`,
        en: `First difference: ${result.difference.en}`,
      });
      return 1;
    }
    const { bookCount, entryCount } = result;
    tell({
      zh: `账簿 ${bookCount} 本、记录 ${entryCount} 笔，哈希链与现状全部一致`,
      en: `${bookCount} books and ${entryCount} entries: every chain and every projection agrees`,
    });
    return 0;
  } finally {
    await pool.end();
    await database.close();
  }
});
