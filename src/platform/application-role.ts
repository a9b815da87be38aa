/** The role the server connects as: it owns nothing, is no superuser, and has a random password kept in DATA_DIR. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { StartRefused } from './migrations.ts';

const keptRole = z.object({ role: z.string(), password: z.string().min(32) });

async function readKeptPassword(file: string, role: string): Promise<string | undefined> {
  try {
    const kept = keptRole.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return kept.success && kept.data.role === role ? kept.data.password : undefined;
  } catch {
    return undefined;
  }
}

function withCredentials(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.toString();
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function setNewPassword(ownerUrl: string, role: string, file: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`alter role ${pg.escapeIdentifier(role)} password ${pg.escapeLiteral(password)}`);
  } finally {
    await owner.end();
  }
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify({ role, password }), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return password;
}

/** The address to serve with. A lost or refused password is replaced, which only the owner's address makes possible. */
export async function prepareApplicationRole(
  ownerUrl: string,
  role: string,
  dataFolder: string,
): Promise<string> {
  const file = path.join(dataFolder, 'application-role.json');
  const kept = await readKeptPassword(file, role);
  if (kept !== undefined && (await canConnect(withCredentials(ownerUrl, role, kept)))) {
    return withCredentials(ownerUrl, role, kept);
  }
  return withCredentials(ownerUrl, role, await setNewPassword(ownerUrl, role, file));
}

/** Row-level security binds neither owners nor superusers, so serving as one of them is refused. */
export async function refusePowerfulRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ powerful: boolean }>(`
    select rolsuper or rolbypassrls or exists (
      select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace) as powerful
    from pg_roles where rolname = current_user`);
  if (rows[0]?.powerful === false) return;
  throw new StartRefused({
    zh: '拒绝以数据库所有者或超级用户身份提供服务：行级安全对其无效。请检查 DATABASE_URL 与应用角色。',
    en: 'Refusing to serve as the database owner or a superuser: row-level security would not bind it. Check DATABASE_URL and the application role.',
  });
}
