/** Why the embedded server cannot start, one sentence each, with what to do next. */
import { errorCodeOf } from '../error-code.ts';
import type { Sentence } from '../errors.ts';
import { StartRefused } from '../migrations.ts';

export type EmbeddedPostgresProblem =
  | 'PLATFORM_UNSUPPORTED'
  | 'DATA_FOLDER_UNREADABLE'
  | 'DATA_FOLDER_UNWRITABLE'
  | 'CLUSTER_OF_OTHER_USER'
  | 'CLUSTER_UNREACHABLE'
  | 'CLUSTER_DAMAGED'
  | 'CLUSTER_VERSION_DIFFERS'
  | 'ALREADY_RUNNING'
  | 'ORPHAN_WILL_NOT_STOP'
  | 'NO_ACCOUNT'
  | 'DISK_FULL'
  | 'PORT_TAKEN'
  | 'PASSWORD_WRONG'
  | 'SERVER_FAILED';

/** The embedded server cannot start; `sentence` tells a person why and what to do, `problem` is the stable code. */
export class EmbeddedPostgresRefused extends StartRefused {
  constructor(
    readonly problem: EmbeddedPostgresProblem,
    sentence: Sentence,
  ) {
    super(sentence);
    this.name = 'EmbeddedPostgresRefused';
  }
}

export function diskFull(folder: string): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('DISK_FULL', {
    zh: `${folder} 所在磁盘空间已满，请清理磁盘或更换数据目录（DATA_DIR）后重新启动。`,
    en: `The disk that holds ${folder} is full. Free some space, or choose another DATA_DIR, then start again.`,
  });
}

export function folderUnreadable(folder: string): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('DATA_FOLDER_UNREADABLE', {
    zh: `无法读取数据目录 ${folder}，请检查目录权限，或以该目录的所有者身份启动。`,
    en: `The data folder ${folder} cannot be read. Check its permissions, or start as the user who owns it.`,
  });
}

export function folderUnwritable(folder: string): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('DATA_FOLDER_UNWRITABLE', {
    zh: `无法写入数据目录 ${folder}，请检查目录权限，或用 DATA_DIR 指定可写的目录。`,
    en: `The data folder ${folder} cannot be written. Check its permissions, or name a writable folder in DATA_DIR.`,
  });
}

export function clusterVersionDiffers(
  folder: string,
  cluster: string,
  binaries: number,
): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('CLUSTER_VERSION_DIFFERS', {
    zh: `数据目录 ${folder} 由 PostgreSQL ${cluster} 创建，本程序自带 PostgreSQL ${binaries}。请先用原程序版本备份（npm run backup），再在新数据目录恢复。`,
    en: `${folder} was made by PostgreSQL ${cluster}, and this program brings PostgreSQL ${binaries}. Back up with the program version that made it (npm run backup), then restore into a new data folder.`,
  });
}

export function clusterDamaged(folder: string): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('CLUSTER_DAMAGED', {
    zh: `${folder} 中有内容，但不是完整的 PostgreSQL 数据目录。请将其移走，或从备份恢复后重新启动。`,
    en: `${folder} is not empty, yet it is no complete PostgreSQL data folder. Move it away, or restore a backup, then start again.`,
  });
}

export function alreadyRunning(dataDir: string, pid: number): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('ALREADY_RUNNING', {
    zh: `数据目录 ${dataDir} 正由另一个运行中的系统（进程 ${pid}）使用。请先停止它，或用 DATA_DIR 指定其他目录。`,
    en: `${dataDir} is in use by another running system (process ${pid}). Stop it first, or name another folder in DATA_DIR.`,
  });
}

export function portTaken(port: number): EmbeddedPostgresRefused {
  return new EmbeddedPostgresRefused('PORT_TAKEN', {
    zh: `数据库端口 ${port} 已被其他程序占用，请停止该程序或更换端口后重新启动。`,
    en: `Database port ${port} is taken by another program. Stop that program or choose another port, then start again.`,
  });
}

/** Whether the server or initdb ended because the disk is full; a write may come back short before one fails. */
export function tellsOfFullDisk(output: string): boolean {
  return /No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/.test(output);
}

/** The line of a server's or initdb's output that says why it ended. */
export function findReason(output: string): string {
  const lines = output.trim().split('\n');
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error: |error while loading/.test(line));
  return (telling[0] ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC|ERROR|error): +/, '');
}

/** Turns an error of the file system into a refusal about the folder; other errors come back as they are. */
export function explainFileError(error: unknown, folder: string): unknown {
  if (error instanceof StartRefused) return error;
  const code = errorCodeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return folderUnwritable(folder);
  }
  return error;
}
