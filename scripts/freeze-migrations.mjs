// Writes the checksum of each new migration into db/migrations/checksums.json. A frozen migration has run on the
// databases of courts; changing it would leave them different from a new one, so that is refused.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../db/migrations');
const list = path.join(folder, 'checksums.json');
const frozen = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort();

const checksums = {};
const refused = Object.keys(frozen).filter((name) => !names.includes(name));
for (const name of names) {
  const checksum = createHash('sha256')
    .update(readFileSync(path.join(folder, name)))
    .digest('hex');
  if (frozen[name] !== undefined && frozen[name] !== checksum) refused.push(name);
  checksums[name] = checksum;
}

if (refused.length > 0) {
  console.error(`已冻结的迁移被改动或删除：${refused.join('、')}。请恢复原文件，另写新的迁移。`);
  console.error(
    `Frozen migrations changed or gone: ${refused.join(', ')}. Restore them and write a new migration.`,
  );
  process.exit(1);
}

writeFileSync(list, `${JSON.stringify(checksums, null, 2)}\n`);
const added = names.filter((name) => frozen[name] === undefined);
console.log(
  added.length > 0
    ? `已冻结：${added.join('、')} / Frozen: ${added.join(', ')}`
    : '没有新的迁移 / No new migration',
);
