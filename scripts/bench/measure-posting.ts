/** Posting one movement: over HTTP, and the SQL of the very same command straight through `pg`, in turns. */
import pg from 'pg';
import { newId } from '../../src/platform/ids.ts';
import type { BenchCourt } from './bench-court.ts';
import { captureRelocation, valuesFor, type BenchAsset, type CapturedCommand } from './capture-statements.ts';
import { HttpConnection, postText, sendWell } from './http-connection.ts';
import { saturate } from './load.ts';
import type { Finding } from './report.ts';
import { withPool, type RunningBench } from './running-bench.ts';
import { medianOf } from './statistics.ts';

const CLIENTS = [1, 8, 32];
const ROUNDS = 3;
const SECONDS_A_ROUND = 3;
const WARM_UP_SECONDS = 2;
/** Of the sum of both ways; several assets a client, so that a late vacuum of one row is not what is measured. */
export const ASSETS_A_CLIENT = 50;
const AIM_RATIO = 0.5;

/** So many assets that are in use, by their ids. */
export async function listAssetsInUse(
  bench: RunningBench,
  court: BenchCourt,
  count: number,
): Promise<BenchAsset[]> {
  return withPool(bench.ownerUrl, async (pool) => {
    const { rows } = await pool.query<BenchAsset>(
      `select asset.id, book.id as "bookId", book.last_sequence as sequence
       from assets asset join ledger_books book on book.court_id = asset.court_id and book.id = asset.book_id
       where asset.court_id = $1 and asset.status = 'in_use' order by asset.id limit $2`,
      [court.id, count],
    );
    if (rows.length < count) throw new Error(`only ${rows.length} assets are in use`);
    return rows;
  });
}

/** `count` connections, each with its own assets, through which one movement after the other is posted. */
interface Way {
  readonly post: (client: number) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

/** `count` signed-in browsers; each asset is carried from one room to the other. */
export function openHttp(
  bench: RunningBench,
  court: BenchCourt,
  count: number,
  assets: readonly BenchAsset[],
): Way {
  const { url } = bench.product;
  const connections = Array.from({ length: count }, () => new HttpConnection(url));
  const turns = connections.map(() => 0);
  return {
    post: async (client) => {
      const turn = turns[client] ?? 0;
      turns[client] = turn + 1;
      const asset = assets[client * ASSETS_A_CLIENT + (turn % ASSETS_A_CLIENT)];
      const connection = connections[client];
      if (!asset || !connection) throw new Error('every client has its assets');
      const placeId = court.rooms[asset.sequence % 2];
      asset.sequence += 1;
      const body = { assetIds: [asset.id], placeId };
      await sendWell(connection, postText('/api/fixed-assets/relocate', court.session, newId(), body));
    },
    close: async () => connections.forEach((connection) => connection.close()),
  };
}

async function openSql(
  bench: RunningBench,
  command: CapturedCommand,
  count: number,
  assets: readonly BenchAsset[],
): Promise<Way> {
  const open = async () => {
    const client = new pg.Client({
      connectionString: bench.applicationUrl,
      options: '-c timezone=UTC -c jit=off',
    });
    await client.connect();
    return client;
  };
  const clients = await Promise.all(Array.from({ length: count }, open));
  const turns = clients.map(() => 0);
  return {
    post: async (client) => {
      const turn = turns[client] ?? 0;
      turns[client] = turn + 1;
      const asset = assets[client * ASSETS_A_CLIENT + (turn % ASSETS_A_CLIENT)];
      const connection = clients[client];
      if (!asset || !connection) throw new Error('every client has its assets');
      const values = valuesFor(command, asset);
      asset.sequence += 1;
      for (const [index, { text }] of command.statements.entries()) {
        const own = values[index] ?? [];
        await connection.query(own.length === 0 ? text : { name: `posting${index}`, text, values: [...own] });
      }
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  };
}

async function rateOf(way: Way, clients: number, seconds: number): Promise<number> {
  return saturate(clients, seconds, way.post);
}

/** Rates of both ways at so many clients: medians over rounds in which they take turns. */
async function compare(clients: number, http: Way, sql: Way): Promise<Finding> {
  const rates = { http: [] as number[], sql: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.http.push(await rateOf(http, clients, SECONDS_A_ROUND));
    rates.sql.push(await rateOf(sql, clients, SECONDS_A_ROUND));
  }
  const [httpPerSecond, sqlPerSecond] = [medianOf(rates.http), medianOf(rates.sql)];
  const ratio = httpPerSecond / sqlPerSecond;
  const what = {
    zh: `登记一笔移位，${clients} 个并发`,
    en: `posting one movement, ${clients} client${clients === 1 ? '' : 's'}`,
  };
  return {
    what,
    measured: `HTTP ${Math.round(httpPerSecond)}/s, SQL ${Math.round(sqlPerSecond)}/s, ${ratio.toFixed(2)}`,
    aim: `≥ ${AIM_RATIO.toFixed(2)}`,
    isMet: ratio >= AIM_RATIO,
    numbers: { clients, httpPerSecond, sqlPerSecond, ratio },
  };
}

/** Needs a court with a few thousand cards; its chains do not verify afterwards, because the SQL repeats one hash. */
export async function measurePosting(bench: RunningBench, court: BenchCourt): Promise<Finding[]> {
  const most = Math.max(...CLIENTS) * ASSETS_A_CLIENT;
  const assets = await listAssetsInUse(bench, court, 2 * most + 1);
  const [captured, ...others] = assets;
  if (!captured) throw new Error('there are assets');
  const capture = (pool: pg.Pool) => captureRelocation(pool, court, captured);
  const command = await withPool(bench.applicationUrl, capture, 1);
  const findings: Finding[] = [];
  for (const clients of CLIENTS) {
    const http = openHttp(bench, court, clients, others.slice(0, most));
    const sql = await openSql(bench, command, clients, others.slice(most));
    await rateOf(http, clients, WARM_UP_SECONDS);
    await rateOf(sql, clients, WARM_UP_SECONDS);
    findings.push(await compare(clients, http, sql));
    await http.close();
    await sql.close();
  }
  return findings;
}
