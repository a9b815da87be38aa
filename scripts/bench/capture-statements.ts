/** The statements of one real command, and the same statements again for another asset. */
import type pg from 'pg';
import { relocateAssets } from '../../src/modules/fixed-assets/relocate-assets.ts';
import { relocateAssetsEndpoint } from '../../src/modules/fixed-assets/moves.contract.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { runCommand } from '../../src/platform/run-command.ts';
import type { BenchCourt } from './bench-court.ts';

export interface BenchAsset {
  readonly id: string;
  readonly bookId: string;
  /** Of the last entry in its book. */
  sequence: number;
}

export interface CapturedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface CapturedCommand {
  readonly statements: readonly CapturedStatement[];
  readonly asset: BenchAsset;
  readonly idempotencyKey: string;
}

const ENTRY_OR_EVENT_ID = /"id":"[0-9a-f-]{36}"/g;
const SEQUENCE = /"sequence":\d+/g;

function isQuery(value: unknown): value is { text: string; values?: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** Everything that is sent over the pool's connections from here on, in its order. */
function recordStatements(pool: pg.Pool): CapturedStatement[] {
  const recorded: CapturedStatement[] = [];
  pool.on('connect', (client) => {
    const send: (...parameters: never[]) => unknown = client.query.bind(client);
    const record = (...parameters: unknown[]): unknown => {
      const [first, second] = parameters;
      if (isQuery(first)) recorded.push({ text: first.text, values: first.values ?? [] });
      else recorded.push({ text: String(first), values: Array.isArray(second) ? second : [] });
      return Reflect.apply(send, client, parameters);
    };
    Object.defineProperty(client, 'query', { value: record });
  });
  return recorded;
}

/** Carries one asset into a room through the product's own use case. `pool` connects as the application's role. */
export async function captureRelocation(
  pool: pg.Pool,
  court: BenchCourt,
  asset: BenchAsset,
): Promise<CapturedCommand> {
  const statements = recordStatements(pool);
  const idempotencyKey = newId();
  const input = { assetIds: [asset.id], placeId: court.rooms[1], basis: null, note: null };
  await runCommand(
    { pool, clock: systemClock, filesFolder: '', hashAlgorithm: 'sha256' },
    court.actor,
    { requestId: 'bench-capture', address: '127.0.0.1' },
    { name: 'relocateAssets', input, idempotencyKey, isByKey: relocateAssetsEndpoint.isByKey },
    (command) => relocateAssets(command, input),
  );
  return { statements, asset, idempotencyKey };
}

/** The values of the same statements for another asset: its ids and sequence, new ids for what is written. */
export function valuesFor(command: CapturedCommand, asset: BenchAsset): (readonly unknown[])[] {
  const key = newId();
  const rewrite = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (typeof value !== 'string') return value;
    return value
      .replaceAll(command.asset.id, asset.id)
      .replaceAll(command.asset.bookId, asset.bookId)
      .replaceAll(command.idempotencyKey, key)
      .replace(ENTRY_OR_EVENT_ID, () => `"id":"${newId()}"`)
      .replace(SEQUENCE, `"sequence":${asset.sequence + 1}`);
  };
  return command.statements.map(({ values }) => values.map(rewrite));
}
