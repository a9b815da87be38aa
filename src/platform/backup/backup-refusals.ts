/** Why a backup or a restore does not go on, one sentence each. */
import { defineRefusals, Refusal, type Facts } from '../errors.ts';

export const BACKUP_REFUSALS = defineRefusals({
  BACKUP_TARGET_EXISTS: {
    status: 409,
    zh: '文件 {file} 已存在，请换一个文件名。',
    en: '{file} exists already. Choose another name.',
  },
  BACKUP_TARGET_UNWRITABLE: {
    status: 409,
    zh: '无法写入 {file}（{reason}），请检查目录权限和磁盘空间。',
    en: '{file} cannot be written ({reason}). Check the folder’s permissions and the free space.',
  },
  BACKUP_NOTHING_THERE: {
    status: 409,
    zh: '没有可备份的数据库，请先启动一次系统（npm start），或检查 DATA_DIR 和 DATABASE_URL。',
    en: 'There is no database to back up. Start the system once (npm start), or check DATA_DIR and DATABASE_URL.',
  },
  BACKUP_ROWS_HIDDEN: {
    status: 409,
    zh: 'DATABASE_URL 的账户受行级安全限制，看不到全部数据。请改用表的所有者账户。',
    en: 'The account of DATABASE_URL is held back by row-level security and does not see every row. Use the owner of the tables.',
  },
  BACKUP_FILE_MISSING: {
    status: 404,
    zh: '找不到备份文件 {file}，请检查路径。',
    en: 'There is no backup file {file}. Check the path.',
  },
  BACKUP_DAMAGED: {
    status: 400,
    zh: '备份文件 {file} 不完整或已损坏（{detail}），没有恢复任何内容。请使用另一份备份。',
    en: '{file} is incomplete or damaged ({detail}). Nothing was restored; use another backup.',
  },
  BACKUP_FORMAT_NEWER: {
    status: 400,
    zh: '备份由更新的程序版本生成（数据库版本 {version}，本程序为 {programVersion}），请先升级程序再恢复。',
    en: 'The backup comes from a newer program (database version {version}, this program {programVersion}). Update the program, then restore.',
  },
  BACKUP_MIGRATION_DIFFERS: {
    status: 400,
    zh: '备份的数据库迁移 {name} 与本程序自带的不一致，请使用生成备份时的程序版本。',
    en: 'Migration {name} of the backup differs from this program’s. Use the program version that made the backup.',
  },
  RESTORE_SERVER_RUNNING: {
    status: 409,
    zh: '系统正在运行，请先停止系统再恢复。',
    en: 'The system is running. Stop it, then restore.',
  },
  RESTORE_NOT_EMPTY: {
    status: 409,
    zh: '目标数据库已有内容，恢复只能写入空数据库，现有数据未改动。请用 DATA_DIR 指定新的数据目录，或用 DATABASE_URL 指定新建的数据库。',
    en: 'The database is not empty, and a restore only goes into an empty one; nothing was changed. Name a new folder in DATA_DIR, or a newly created database in DATABASE_URL.',
  },
  RESTORE_SCHEMA_DIFFERS: {
    status: 409,
    zh: '备份与数据库结构不一致：{detail}。没有恢复任何内容，请使用生成备份时的程序版本。',
    en: 'The backup does not fit the schema: {detail}. Nothing was restored; use the program version that made the backup.',
  },
  RESTORE_NOT_IDENTICAL: {
    status: 409,
    zh: '写入后核对不一致：{detail}。已全部撤销，请重试；若再次出现，请检查磁盘和数据库。',
    en: 'What was written does not read back the same: {detail}. Everything was undone; try again, and if it happens again check the disk and the database.',
  },
});

export function refuseBackup(code: keyof typeof BACKUP_REFUSALS, facts: Facts = {}): Refusal {
  return new Refusal(code, BACKUP_REFUSALS[code], facts);
}
