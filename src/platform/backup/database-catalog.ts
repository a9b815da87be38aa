/** What the database itself says about its tables; nothing here knows a table of ours but the migration runner's. */
import pg from 'pg';
import type { AppliedMigration, SequenceValue } from './backup-format.ts';

/** They belong to the installation, not to its data: the target of a restore keeps its own. */
const MIGRATION_RUNNER_TABLES = ['schema_migrations', 'installation'];
export const RESTORE_SCHEMA = 'restore_in_progress';

const OWN_OBJECTS = `
  n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '${RESTORE_SCHEMA}')
  and not exists (select from pg_depend d
                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

export interface CatalogTable {
  readonly schema: string;
  readonly name: string;
  /** Without generated columns, which nothing can be copied into. */
  readonly columns: readonly string[];
  readonly forcesRowSecurity: boolean;
  readonly isMigrationRunners: boolean;
}

export function quoteName(object: { readonly schema: string; readonly name: string }): string {
  return `${pg.escapeIdentifier(object.schema)}.${pg.escapeIdentifier(object.name)}`;
}

/** Every table outside the system's and extensions' own; partitions are read through their parent. */
export async function listTables(client: pg.ClientBase): Promise<CatalogTable[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[]; forced: boolean }>(
    `select n.nspname as schema, c.relname as name, c.relforcerowsecurity as forced,
            coalesce((select array_agg(a.attname::text order by a.attnum) from pg_attribute a
                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                     '{}') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and ${OWN_OBJECTS}
     order by n.nspname, c.relname`,
  );
  return rows.map(({ schema, name, columns, forced }) => ({
    schema,
    name,
    columns,
    forcesRowSecurity: forced,
    isMigrationRunners: schema === 'public' && MIGRATION_RUNNER_TABLES.includes(name),
  }));
}

export async function listMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select number, name, sha256 from public.schema_migrations order by number',
  );
  return rows;
}

export async function readSequences(client: pg.ClientBase): Promise<SequenceValue[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${OWN_OBJECTS} order by n.nspname, c.relname`,
  );
  const values: SequenceValue[] = [];
  for (const sequence of rows) {
    const value = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoteName(sequence)}`,
    );
    for (const row of value.rows) values.push({ ...sequence, ...row });
  }
  return values;
}

export interface ForeignKey {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

export async function listForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select n.nspname as schema, c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and ${OWN_OBJECTS} order by k.oid`,
  );
  return rows;
}

export interface UserTrigger {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** As in pg_trigger.tgenabled: O origin, R replica, A always, D disabled. */
  readonly state: 'O' | 'R' | 'A' | 'D';
}

export async function listUserTriggers(client: pg.ClientBase): Promise<UserTrigger[]> {
  const { rows } = await client.query<UserTrigger>(
    `select n.nspname as schema, c.relname as "table", t.tgname as name, t.tgenabled as state
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgparentid = 0 and c.relkind in ('r', 'p') and ${OWN_OBJECTS} order by t.oid`,
  );
  return rows;
}

export async function listMaterializedViews(
  client: pg.ClientBase,
): Promise<{ schema: string; name: string }[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'm' and ${OWN_OBJECTS} order by c.oid`,
  );
  return rows;
}
