/** `npm run restore -- FILE`: puts a backup into an empty database and DATA_DIR/files. Exit code 1 when refused. */
import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { openForRestore } from '../src/platform/backup/open-owner-database.ts';
import { restoreBackup } from '../src/platform/backup/restore-backup.ts';
import { runCommandLine, tell } from './command-line.ts';

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
    return 0;
  } finally {
    await database.close();
  }
});
