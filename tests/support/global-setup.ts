/** Once a run: a PostgreSQL server (TEST_DATABASE_URL, or a throwaway cluster), and the migrated template database. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/platform/migrations.ts';
import { loadAssetClasses } from '../../src/modules/fixed-assets/load-asset-classes.ts';
import { TEST_SERVER_VARIABLE, urlOf, type TestServer } from './test-database.ts';
import { startThrowawayCluster } from './throwaway-cluster.ts';

async function prepareTemplate(adminUrl: string): Promise<TestServer> {
  const template = `court_custody_template_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${template}`);
  const { appRole } = await migrate(urlOf({ adminUrl }, template), path.resolve('db/migrations'));
  const owner = new pg.Client({ connectionString: urlOf({ adminUrl }, template) });
  await owner.connect();
  await loadAssetClasses(owner);
  await owner.end();
  const appPassword = randomBytes(16).toString('hex');
  await admin.query(`alter role ${appRole} password '${appPassword}'`);
  await admin.end();
  return { adminUrl, template, appRole, appPassword };
}

async function dropTemplate(server: TestServer): Promise<void> {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${server.template} with (force)`);
  await admin.query(`drop role if exists ${server.appRole}`);
  await admin.end();
}

/** Answers what ends it all. */
export default async function setUp(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const cluster = given === undefined ? await startThrowawayCluster() : undefined;
  const adminUrl = given ?? cluster?.adminUrl ?? '';
  const server = await prepareTemplate(adminUrl);
  process.env[TEST_SERVER_VARIABLE] = JSON.stringify(server);
  return () => (cluster ? cluster.stop() : dropTemplate(server));
}
