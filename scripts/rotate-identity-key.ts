/**
 * `npm run rotate-identity-key`: adds a key to the file of identity keys and seals every number anew with it; the system
 * may go on working. Given again after a break with `-- --resume`, it adds none and goes on. Exit code 1 when refused.
 */
import pg from 'pg';
import { readConfig } from '../src/config.ts';
import { openForBackup } from '../src/platform/backup/open-owner-database.ts';
import { systemClock } from '../src/platform/clock.ts';
import { openIdentityKeys } from '../src/platform/identity-keys/identity-keys.ts';
import { addIdentityKey } from '../src/platform/identity-keys/key-file.ts';
import { listNeededKeyIds, resealAll } from '../src/platform/identity-keys/sealed-rows.sql.ts';
import { SEALED_TABLES } from '../src/sealed-tables.ts';
import { runCommandLine, tell } from './command-line.ts';

await runCommandLine(async (words) => {
  const config = readConfig();
  const file = config.identityKeysFile;
  const database = await openForBackup(config, tell);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  try {
    await owner.connect();
    const now = systemClock.now();
    const keys = await openIdentityKeys(file, await listNeededKeyIds(owner, SEALED_TABLES), now);
    const key = words.includes('--resume') ? keys.newest() : await addIdentityKey(file, now);
    tell({ zh: `密钥文件 ${file}，新密钥 ${key.id}`, en: `File of keys ${file}, new key ${key.id}` });
    const done = await resealAll(owner, SEALED_TABLES, keys, (count) =>
      tell({ zh: `已重新加密 ${count} 条`, en: `${count} numbers sealed anew` }),
    );
    tell({
      zh: `更换完成：${done} 条证件号码已用新密钥加密。旧密钥仍留在文件中，较早的备份要用它；请把该文件另行保管一份，不要与备份放在一起`,
      en: `Done: ${done} numbers are sealed with the new key. The old keys stay in the file, earlier backups need them; keep a copy of the file apart from the backups`,
    });
    return 0;
  } finally {
    await owner.end();
    await database.close();
  }
});
