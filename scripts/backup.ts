/** `npm run backup [-- FILE]`: one file with everything; the system may go on working. Exit code 1 when refused. */
import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { createBackup } from '../src/platform/backup/create-backup.ts';
import { openForBackup } from '../src/platform/backup/open-owner-database.ts';
import { shanghaiInstant, systemClock } from '../src/platform/clock.ts';
import { runCommandLine, tell } from './command-line.ts';

/** At most so many damaged files are named. */
const NAMED_FILES = 20;

function defaultTarget(dataFolder: string, now: Date): string {
  const stamp = shanghaiInstant(now).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return path.join(dataFolder, 'backups', `court-custody-${stamp}.tar.gz`);
}

await runCommandLine(async ([file]) => {
  const config = readConfig();
  const now = systemClock.now();
  const target = file === undefined ? defaultTarget(config.dataFolder, now) : path.resolve(file);
  const database = await openForBackup(config, tell);
  try {
    const filesFolder = path.join(config.dataFolder, 'files');
    const result = await createBackup({ ownerUrl: database.ownerUrl, filesFolder, target, now, say: tell });
    const megabytes = (result.sizeBytes / 1024 / 1024).toFixed(1);
    tell({
      zh: `备份完成：${target}（${result.rowCount} 行，附件 ${result.fileCount} 个，${megabytes} MiB）`,
      en: `Backed up to ${target} (${result.rowCount} rows, ${result.fileCount} files, ${megabytes} MiB)`,
    });
    tell({
      zh: `备份中不含证件号码的密钥：请把 ${config.identityKeysFile} 另行保管一份，不要与备份放在一起；没有它，恢复后看不到证件号码`,
      en: `The keys of identity numbers are not in the backup: keep a copy of ${config.identityKeysFile} apart from it; without it no number can be read after a restore`,
    });
    if (result.damagedFiles.length === 0) return 0;
    tell({
      zh: `其中 ${result.damagedFiles.length} 个附件内容与编号不符，请从较早的备份中找回：`,
      en: `${result.damagedFiles.length} of the files are damaged; fetch them from an earlier backup:`,
    });
    for (const name of result.damagedFiles.slice(0, NAMED_FILES)) console.log(`  ${name}`);
    return 1;
  } finally {
    await database.close();
  }
});
