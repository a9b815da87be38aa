/** Loads the rows of a backup into tables that the migrations have made, in one transaction. */
import { createHash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BackupTable, BackupSummary, TableSummary } from './backup-format.ts';
import { refuseBackup } from './backup-refusals.ts';
import { copyInStatement, copyRowsOut } from './copy-session.ts';
import {
  listForeignKeys,
  listMaterializedViews,
  listTables,
  listUserTriggers,
  quoteName,
  type CatalogTable,
  type UserTrigger,
} from './database-catalog.ts';

const ENABLE: Record<UserTrigger['state'], string> = {
  O: 'enable trigger',
  R: 'enable replica trigger',
  A: 'enable always trigger',
  D: 'disable trigger',
};

function difference(wanted: readonly BackupTable[], found: readonly CatalogTable[]): string | null {
  const describe = (table: { schema: string; name: string; columns: readonly string[] }) =>
    `${table.schema}.${table.name} (${[...table.columns].sort().join(', ')})`;
  const here = new Set(found.map(describe));
  const there = new Set(wanted.map(describe));
  const odd = [...wanted.map(describe).filter((table) => !here.has(table))];
  odd.push(...found.map(describe).filter((table) => !there.has(table)));
  return odd[0] ?? null;
}

/**
 * Takes away what would hinder the loading (foreign keys, triggers of ours, forced row security) and answers how to put
 * it back. Foreign keys are made anew afterwards, which checks every reference once; this needs no superuser.
 */
async function prepareTables(
  client: pg.Client,
  tables: readonly CatalogTable[],
): Promise<() => Promise<void>> {
  const triggers = await listUserTriggers(client);
  const foreignKeys = await listForeignKeys(client);
  const forced = tables.filter((table) => table.forcesRowSecurity);
  for (const { schema, table, name } of foreignKeys) {
    await client.query(
      `alter table ${quoteName({ schema, name: table })} drop constraint ${pg.escapeIdentifier(name)}`,
    );
  }
  for (const table of forced)
    await client.query(`alter table ${quoteName(table)} no force row level security`);
  for (const { schema, table, name } of triggers) {
    await client.query(
      `alter table ${quoteName({ schema, name: table })} disable trigger ${pg.escapeIdentifier(name)}`,
    );
  }
  return async () => {
    for (const { schema, table, name, definition } of foreignKeys) {
      await client.query(
        `alter table ${quoteName({ schema, name: table })} add constraint ${pg.escapeIdentifier(name)} ${definition}`,
      );
    }
    for (const { schema, table, name, state } of triggers) {
      await client.query(
        `alter table ${quoteName({ schema, name: table })} ${ENABLE[state]} ${pg.escapeIdentifier(name)}`,
      );
    }
    for (const table of forced)
      await client.query(`alter table ${quoteName(table)} force row level security`);
  };
}

/** Puts one table's parts, handed in one after the other, through a single COPY. */
class TableLoad {
  private readonly copy;

  constructor(
    client: pg.Client,
    readonly table: BackupTable,
  ) {
    this.copy = client.query(copyFrom(copyInStatement(table)));
    // The failure is reported by `write` or `end`; without a listener it would end the process.
    this.copy.on('error', () => undefined);
  }

  async write(chunk: Buffer): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.copy.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  }

  async end(): Promise<void> {
    this.copy.end();
    await finished(this.copy);
  }

  /** Tells the server that nothing more comes, so that the connection takes a rollback. */
  async abandon(): Promise<void> {
    const closed = finished(this.copy).catch(() => undefined);
    this.copy.destroy();
    await closed;
  }
}

export interface TableLoader {
  /** The next piece of a table; pieces of one table follow each other. */
  write(table: BackupTable, chunk: Buffer): Promise<void>;
  /** Ends a COPY that is under way; the caller rolls back. */
  abandon(): Promise<void>;
  /** Ends the last table, sets the sequences, reads everything back, and puts keys and triggers in place. */
  finish(summary: BackupSummary): Promise<void>;
}

async function requireSameRows(
  client: pg.Client,
  table: BackupTable,
  wanted: TableSummary | undefined,
): Promise<void> {
  const hash = createHash('sha256');
  const rows = copyRowsOut(client, table);
  for await (const chunk of rows) hash.update(chunk);
  if (wanted?.rowCount === rows.rowCount && wanted.sha256 === hash.digest('hex')) return;
  throw refuseBackup('RESTORE_NOT_IDENTICAL', {
    detail: `${table.schema}.${table.name}: ${rows.rowCount} / ${wanted?.rowCount ?? 0}`,
  });
}

async function setSequences(client: pg.Client, summary: BackupSummary): Promise<void> {
  for (const sequence of summary.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      quoteName(sequence),
      sequence.lastValue,
      sequence.isCalled,
    ]);
  }
}

/**
 * Empties the tables of what the migrations put there and makes them ready. The caller has begun a transaction and
 * commits it. Throws Refusal RESTORE_SCHEMA_DIFFERS when the tables are not those of the backup.
 */
export async function openTableLoader(
  client: pg.Client,
  tables: readonly BackupTable[],
): Promise<TableLoader> {
  const here = (await listTables(client)).filter((table) => !table.isMigrationRunners);
  const detail = difference(tables, here);
  if (detail !== null) throw refuseBackup('RESTORE_SCHEMA_DIFFERS', { detail });
  const putBack = await prepareTables(client, here);
  if (here.length > 0) await client.query(`truncate ${here.map(quoteName).join(', ')}`);
  let current: TableLoad | undefined;
  return {
    async write(table, chunk) {
      if (current?.table !== table) {
        const last = current;
        current = undefined;
        await last?.end();
        current = new TableLoad(client, table);
      }
      await current.write(chunk);
    },
    async abandon() {
      await current?.abandon();
    },
    async finish(summary) {
      await current?.end();
      current = undefined;
      await setSequences(client, summary);
      const wanted = new Map(summary.tables.map((table) => [quoteName(table), table]));
      for (const table of tables) await requireSameRows(client, table, wanted.get(quoteName(table)));
      await putBack();
      for (const view of await listMaterializedViews(client)) {
        await client.query(`refresh materialized view ${quoteName(view)}`);
      }
    },
  };
}
