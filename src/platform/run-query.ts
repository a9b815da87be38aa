import type pg from 'pg';
import type { Actor, RequestFacts } from './actor.ts';
import type { Clock } from './clock.ts';
import { beginWith, openDatabase, tenantSettings, type TenantReader } from './database.ts';

export interface QueryDependencies {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly filesFolder: string;
}

export interface QueryContext {
  readonly reader: TenantReader;
  readonly actor: Actor;
  readonly now: Date;
  readonly request: RequestFacts;
  /** Where uploaded files live. */
  readonly filesFolder: string;
}

const BEGIN = 'begin isolation level repeatable read read only';

/**
 * Runs `read` in one read-only transaction on one snapshot, in the courts that the actor may read; `isByKey`: its
 * prepared statements ask for rows by their keys. Answers what `read` returns.
 */
export async function runQuery<T>(
  dependencies: QueryDependencies,
  actor: Actor,
  request: RequestFacts,
  read: (context: QueryContext) => Promise<T>,
  { isByKey = false }: { readonly isByKey?: boolean } = {},
): Promise<T> {
  const settings = tenantSettings(actor.readableCourtIds, 0);
  const begin = beginWith(BEGIN, settings, isByKey);
  return openDatabase(dependencies.pool, begin)
    .transaction()
    .execute((trx) =>
      // why: this is one of the two makers of the branded reader.
      read({
        reader: trx as unknown as TenantReader,
        actor,
        now: dependencies.clock.now(),
        request,
        filesFolder: dependencies.filesFolder,
      }),
    );
}
