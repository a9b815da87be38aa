/** `npm run restore -- FILE`: puts a backup into an empty database and DATA_DIR/files. Exit code 1 when refused. */
import path from 'node:path';
import pg from 'pg';
import { readConfig } from '../src/config.ts';
import { openForRestore } from '../src/platform/backup/open-owner-database.ts';
import { restoreBackup } from '../src/platform/backup/restore-backup.ts';
import { hasKeyFile, readKeyFile } from '../src/platform/identity-keys/key-file.ts';
import { listNeededKeyIds } from '../src/platform/identity-keys/sealed-rows.sql.ts';
import { SEALED_TABLES } from '../src/sealed-tables.ts';
import { runCommandLine, tell } from './command-line.ts';

/** Keys that the restored rows need and that the file does not hold. */
async function listMissingKeys(ownerUrl: string, file: string): Promise<string[]> {
  const known = hasKeyFile(file) ? readKeyFile(file).map(({ id }) => id) : [];
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return (await listNeededKeyIds(owner, SEALED_TABLES)).filter((id) => !known.includes(id));
  } finally {
    await owner.end();
  }
}

await runCommandLine(async ([file]) => {
  if (file === undefined) {
    tell({ zh: '请给出备份文件：npm run restore -- 文件', en: 'Name the backup: npm run restore -- FILE' });
    return 1;
  }
  const config = readConfig();
  const database = await openForRestore(config, tell);
  try {
    const result = await restoreBackup({
      ownerUrl: database.ownerUrl,
      filesFolder: path.join(config.dataFolder, 'files'),
      migrationsFolder: path.resolve('db/migrations'),
      file: path.resolve(file),
      say: tell,
    });
    tell({
      zh: `恢复完成：${result.tableCount} 张表，${result.rowCount} 行，附件 ${result.fileCount} 个，数据均已核对。用 npm start 启动系统`,
      en: `Restored and checked: ${result.tableCount} tables, ${result.rowCount} rows, ${result.fileCount} files. Start the system with npm start`,
    });
    const missing = await listMissingKeys(database.ownerUrl, config.identityKeysFile);
    if (missing.length > 0) {
      tell({
        zh: `还缺证件号码的密钥 ${missing.join('、')}：请把另行保管的密钥文件放到 ${config.identityKeysFile}，再启动系统`,
        en: `The keys ${missing.join(', ')} of identity numbers are missing: put the file of keys that was kept apart to ${config.identityKeysFile} before the start`,
      });
    }
    return 0;
  } finally {
    await database.close();
  }
});
