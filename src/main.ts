/** The process: configuration → database → application → listen → graceful stop. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createApp } from './app.ts';
import { ConfigurationError, readConfig, type Config } from './config.ts';
import { createSetUpLink } from './modules/accounts/create-set-up-link.ts';
import { loadAssetClasses } from './modules/fixed-assets/load-asset-classes.ts';
import { interruptPrintJobs } from './modules/labels/interrupted-print-jobs.sql.ts';
import { interruptImports } from './modules/imports/interrupted-imports.sql.ts';
import { prepareApplicationRole, refusePowerfulRole } from './platform/application-role.ts';
import { stopBackground } from './platform/background.ts';
import { systemClock } from './platform/clock.ts';
import { createPool } from './platform/database.ts';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from './platform/embedded-postgres/start-embedded-postgres.ts';
import { clearMemoryRarely } from './platform/garbage-collection.ts';
import { closeServer, listen, refuseTakenPort } from './platform/listen.ts';
import { useIdentityKeys } from './platform/identity-keys/held-keys.ts';
import { openIdentityKeys, type IdentityKeys } from './platform/identity-keys/identity-keys.ts';
import { listNeededKeyIds } from './platform/identity-keys/sealed-rows.sql.ts';
import { createLogger } from './platform/logger.ts';
import { migrate, StartRefused } from './platform/migrations.ts';
import { complain, say } from './platform/say.ts';
import { loadSampleCourts } from './sample/load-sample-courts.ts';
import { SEALED_TABLES } from './sealed-tables.ts';
import { sweepRegularly } from './sweep.ts';

/** The project's folder: the bundle lies in dist/, the source in src/. */
const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

interface Database {
  readonly ownerUrl: string;
  readonly embedded: EmbeddedPostgres | undefined;
}

async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    say({ zh: '连接 DATABASE_URL 指定的数据库', en: 'Connecting to the database of DATABASE_URL' });
    return { ownerUrl: config.databaseUrl, embedded: undefined };
  }
  say({ zh: '启动内置数据库', en: 'Starting the embedded database' });
  const embedded = await startEmbeddedPostgres({ dataDir: config.dataFolder, say });
  return { ownerUrl: embedded.ownerUrl, embedded };
}

interface Prepared {
  readonly appRole: string;
  readonly identityKeys: IdentityKeys;
}

async function prepareSchema(ownerUrl: string, identityKeysFile: string): Promise<Prepared> {
  const { appRole } = await migrate(ownerUrl, path.join(PROJECT, 'db/migrations'), say);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await loadAssetClasses(owner, path.join(PROJECT, 'db/data/asset-classes.csv'));
    await interruptImports(owner, systemClock.now());
    await interruptPrintJobs(owner, systemClock.now());
    const neededKeyIds = await listNeededKeyIds(owner, SEALED_TABLES);
    const identityKeys = await openIdentityKeys(identityKeysFile, neededKeyIds, systemClock.now());
    return { appRole, identityKeys };
  } finally {
    await owner.end();
  }
}

function explainDatabaseError(error: unknown): unknown {
  if (error instanceof StartRefused || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!/^(E|08|28|3D|57P)/.test(code)) return error;
  return new StartRefused({
    zh: `无法连接数据库（${code}），请检查 DATABASE_URL 中的地址、用户名与密码，并确认数据库已启动。`,
    en: `Cannot connect to the database (${code}). Check address, user and password in DATABASE_URL, and that the server runs.`,
  });
}

async function prepareDataFolder(folder: string): Promise<void> {
  try {
    // The account of the embedded database passes through this folder when root starts the system.
    await mkdir(folder, { recursive: true, mode: 0o711 });
    await mkdir(path.join(folder, 'files'), { recursive: true, mode: 0o700 });
  } catch {
    throw new StartRefused({
      zh: `数据目录 ${folder} 无法读写，请检查权限，或以 DATA_DIR 指定其他目录。`,
      en: `The data folder ${folder} cannot be read or written. Check its permissions, or set DATA_DIR.`,
    });
  }
}

async function serve(config: Config, withSamples: boolean): Promise<void> {
  await refuseTakenPort(config);
  await prepareDataFolder(config.dataFolder);
  const { ownerUrl, embedded } = await openDatabase(config);
  try {
    const { appRole, identityKeys } = await prepareSchema(ownerUrl, config.identityKeysFile);
    const logger = createLogger(config.logLevel);
    const pool = createPool({
      connectionString: await prepareApplicationRole(ownerUrl, appRole, config.dataFolder),
      maxConnections: config.databaseConnections,
      onIdleError: (error) => logger.warn({ reason: error.message }, 'a database connection was lost'),
    });
    await refusePowerfulRole(pool);
    const webFolder = path.join(PROJECT, 'dist/web');
    const dependencies = {
      pool,
      clock: systemClock,
      logger,
      filesFolder: path.join(config.dataFolder, 'files'),
      secureCookies: config.secureCookies,
      trustedProxies: config.trustedProxies,
      requestsPerMinute: config.requestsPerMinute,
      webFolder: existsSync(path.join(webFolder, 'index.html')) ? webFolder : undefined,
      identityKeys,
      hashAlgorithm: config.hashAlgorithm,
      metricsToken: config.metricsToken,
      publicUrl: config.publicUrl,
      labelTemplatesFolder: path.join(PROJECT, 'label-templates'),
      printers: config.printers,
    };
    const app = createApp(dependencies);
    useIdentityKeys(identityKeys);
    if (withSamples) await loadSampleCourts(dependencies, { dataFolder: config.dataFolder, ownerUrl }, say);
    const link = await createSetUpLink(dependencies);
    const server = await listen(app, config);
    const stopSweeping = sweepRegularly(ownerUrl, dependencies.filesFolder, (error) =>
      logger.warn({ err: error }),
    );
    stopOnSignal(async () => {
      stopSweeping();
      await closeServer(server);
      await stopBackground(pool);
      await pool.end();
      await embedded?.stop();
    }, embedded);
    if (link !== null) {
      say({
        zh: `首次使用：请在 24 小时内打开此一次性链接设置首位管理员 ${config.publicUrl}/set-up/${link.token}`,
        en: 'First use: open this one-time link within 24 hours to set up the first administrator',
      });
    }
    say({ zh: `已就绪，请在浏览器打开 ${config.publicUrl}`, en: `Ready at ${config.publicUrl}` });
  } catch (error) {
    await embedded?.stop().catch(() => {});
    throw explainDatabaseError(error);
  }
}

function stopOnSignal(stop: () => Promise<void>, embedded: EmbeddedPostgres | undefined): void {
  let stopping = false;
  const begin = (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    say({ zh: '正在停止…', en: 'Stopping …' });
    stop().then(
      () => {
        say({ zh: '已停止', en: 'Stopped' });
        process.exit(exitCode);
      },
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => begin(0));
  void embedded?.ended.then(() => {
    if (stopping) return;
    complain({
      zh: '内置数据库意外停止，服务随之停止。已确认的业务都已保存，请重新启动。',
      en: 'The embedded database ended unexpectedly, so the server stops. Everything acknowledged is saved; start again.',
    });
    begin(1);
  });
}

async function main(): Promise<void> {
  try {
    await serve(readConfig(), process.argv.includes('--demo'));
  } catch (error) {
    if (error instanceof ConfigurationError) {
      complain({ zh: '配置有误，请更正以下环境变量：', en: 'Correct these environment variables:' });
      for (const problem of error.problems) process.stderr.write(`  ${problem}\n`);
    } else if (error instanceof StartRefused) complain(error.sentence);
    else {
      complain({
        zh: '启动失败，请将以下信息告知管理员：',
        en: 'The start failed; show this to your administrator:',
      });
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    }
    process.exit(1);
  }
}

clearMemoryRarely();
await main();
