/** Seized property: receiving five hundred things, a case's ledger with both proofs, and thirty-two custodians at once. */
import { z } from 'zod';
import { newId } from '../../src/platform/ids.ts';
import { lockItems } from '../../src/modules/seized-items/item.sql.ts';
import { writeSteps } from '../../src/modules/seized-items/write-steps.ts';
import { runInCourt, type BenchCourt } from './bench-court.ts';
import { benchItemCard, makeCustodyCourt, type CustodyCourt, type CustodyPost } from './custody-court.ts';
import { getText, HttpConnection, postText, sendWell, uploadBytes } from './http-connection.ts';
import { repeat, saturate } from './load.ts';
import { ASSETS_A_CLIENT, listAssetsInUse, openHttp } from './measure-posting.ts';
import { findingOfLatency, findingOfSeconds, type Finding } from './report.ts';
import { withClient, withPool, type RunningBench } from './running-bench.ts';
import { medianOf } from './statistics.ts';

const CUSTODIANS = 32;
const RECEIVED = 500;
const LEDGER_ITEMS = 500;
const LEDGER_ENTRIES = 10_000;
const AIMS = { ledgerMs: 1000, ratio: 0.8 };
const [ROUNDS, SECONDS_A_ROUND, WARM_UP_SECONDS] = [5, 3, 2];
/** One pixel, with room for a number that makes each picture another content. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const preregistered = z.object({ items: z.array(z.object({ id: z.string() })) });
const opened = z.object({ id: z.string() });

function pictureOf(index: number): Buffer {
  return Buffer.concat([PIXEL, Buffer.from(String(index))]);
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const startedAt = performance.now();
  const value = await work();
  return { seconds: (performance.now() - startedAt) / 1000, value };
}

/** List, delivery, a photo of each thing, the count of each, signatures. */
async function measureReceiving(
  bench: RunningBench,
  { reviewer }: CustodyCourt,
  { caseId, session, shelves }: CustodyPost,
): Promise<Finding[]> {
  const connection = new HttpConnection(bench.product.url);
  const post = (path: string, body: unknown) =>
    sendWell(connection, postText(`/api${path}`, session, newId(), body));
  const lines = Array.from({ length: RECEIVED }, (_, index) => {
    const { name, category, facts } = benchItemCard(index + 1);
    return { name, category, facts, unit: '部', quantity: '1' };
  });
  const listed = await timed(async () =>
    preregistered.parse(
      JSON.parse(await post(`/cases/${caseId}/items`, { listNumber: '基准移字〔2026〕2号', lines })),
    ),
  );
  const itemIds = listed.value.items.map(({ id }) => id);
  const delivery = { deliverer: '王检', delivererUnit: '检察院', itemIds, secondPerson: reviewer };
  const arrived = await timed(async () =>
    opened.parse(JSON.parse(await post(`/cases/${caseId}/intakes`, delivery))),
  );
  const photographed = await timed(async () => {
    for (const [index, id] of itemIds.entries()) {
      const file = { name: `${index}.png`, content: pictureOf(index) };
      const path = `/api/seized-items/${id}/files?purpose=photo`;
      await sendWell(connection, uploadBytes(path, session, newId(), file));
    }
  });
  const count = { outcome: 'matches', quantity: '1', placeId: shelves[0].id };
  const counts = { lines: itemIds.map((itemId) => ({ itemId, count })) };
  const intake = `/intakes/${arrived.value.id}`;
  const counted = await timed(() =>
    sendWell(connection, postText(`/api${intake}/lines`, session, newId(), counts, undefined, 'PUT')),
  );
  const delivererSignature = `data:image/png;base64,${PIXEL.toString('base64')}`;
  const completed = await timed(() =>
    post(`${intake}/complete`, { secondPerson: reviewer, delivererSignature }),
  );
  connection.close();
  const commands = listed.seconds + arrived.seconds + counted.seconds + completed.seconds;
  return [
    findingOfSeconds(
      { zh: `接收 ${RECEIVED} 件：全部命令`, en: `receiving ${RECEIVED} things: all commands` },
      commands,
    ),
    findingOfSeconds({ zh: '其中：办结（入账）', en: 'of which the completion' }, completed.seconds),
    findingOfSeconds({ zh: '另上传照片，每件一张', en: 'besides, a photo of each' }, photographed.seconds),
  ];
}

/** Things carried to and fro until the book has so many entries. */
async function fillLedger(bench: RunningBench, court: BenchCourt, post: CustodyPost): Promise<void> {
  await withPool(bench.ownerUrl, async (owner) => {
    for (let written = LEDGER_ITEMS, turn = 1; written < LEDGER_ENTRIES; written += LEDGER_ITEMS, turn += 1)
      await runInCourt(owner, court.actor, 'fillLedger', async (command) => {
        const items = await lockItems(command.trx, court.id, [...post.itemIds]);
        const { id, path } = post.shelves[turn % 2] ?? post.shelves[0];
        const steps = items.map((item) => ({
          ...{
            item,
            transition: 'relocate' as const,
            quantity: '1',
            change: { placeId: id },
            names: { place: path },
          },
        }));
        const nobody = { secondPerson: null, counterparty: null, basis: null, note: null };
        await writeSteps(command, court.id, steps, { occurredAt: command.now, ...nobody });
      });
  });
  // As after the growth of the register: what is measured is a court at work, not the minute before its autovacuum.
  await withClient(bench.adminUrl, (admin) => admin.query('vacuum (analyze)'));
}

async function measureLedger(bench: RunningBench, court: BenchCourt, post: CustodyPost): Promise<Finding[]> {
  await fillLedger(bench, court, post);
  const connection = new HttpConnection(bench.product.url);
  const path = `/api/cases/${post.caseId}/ledger?after=${LEDGER_ENTRIES / 2}`;
  const latency = await repeat(20, () => sendWell(connection, getText(path, post.session)));
  connection.close();
  const entries = LEDGER_ENTRIES.toLocaleString('en');
  const what = {
    zh: `一案一账与两项证明，${entries} 笔`,
    en: `a case's ledger with both proofs, ${entries} entries`,
  };
  return [findingOfLatency(what, latency, { of: 'p99', belowMs: AIMS.ledgerMs })];
}

/** Every custodian moves the things of their own case within their own room. */
function openCustody(bench: RunningBench, posts: readonly CustodyPost[]) {
  const connections = posts.map(() => new HttpConnection(bench.product.url));
  const turns = posts.map(() => 0);
  return {
    post: async (client: number) => {
      const [post, connection, turn = 0] = [posts[client], connections[client], turns[client]];
      if (!post || !connection) throw new Error('every client has a post');
      turns[client] = turn + 1;
      const itemId = post.itemIds[turn % post.itemIds.length];
      const shelf = post.shelves[(Math.floor(turn / post.itemIds.length) + 1) % 2];
      const body = { itemIds: [itemId], placeId: shelf?.id };
      await sendWell(connection, postText('/api/seized-items/relocate', post.session, newId(), body));
    },
    close: () => connections.forEach((connection) => connection.close()),
  };
}

async function measureCustodians(
  bench: RunningBench,
  court: BenchCourt,
  posts: readonly CustodyPost[],
): Promise<Finding[]> {
  const assets = await listAssetsInUse(bench, court, posts.length * ASSETS_A_CLIENT);
  const ways = { items: openCustody(bench, posts), assets: openHttp(bench, court, posts.length, assets) };
  const rates = { items: [] as number[], assets: [] as number[] };
  await saturate(posts.length, WARM_UP_SECONDS, ways.items.post);
  await saturate(posts.length, WARM_UP_SECONDS, ways.assets.post);
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.items.push(await saturate(posts.length, SECONDS_A_ROUND, ways.items.post));
    rates.assets.push(await saturate(posts.length, SECONDS_A_ROUND, ways.assets.post));
  }
  ways.items.close();
  await ways.assets.close();
  const [itemsPerSecond, assetsPerSecond] = [medianOf(rates.items), medianOf(rates.assets)];
  const ratio = itemsPerSecond / assetsPerSecond;
  return [
    {
      what: {
        zh: `${posts.length} 名保管员同时在各自案件中移位，与固定资产移位之比`,
        en: `${posts.length} custodians at once, each in their own case, against moves of assets`,
      },
      measured: `${Math.round(itemsPerSecond)}/s : ${Math.round(assetsPerSecond)}/s = ${ratio.toFixed(2)}`,
      aim: `≥ ${AIMS.ratio.toFixed(2)}`,
      isMet: ratio >= AIMS.ratio,
      numbers: { itemsPerSecond, assetsPerSecond, ratio },
    },
  ];
}

/** Needs a court with a few thousand cards. */
export async function measureCustody(bench: RunningBench, court: BenchCourt): Promise<Finding[]> {
  const counts = [0, LEDGER_ITEMS, ...Array.from({ length: CUSTODIANS }, () => ASSETS_A_CLIENT)];
  const custody = await withPool(bench.ownerUrl, (owner) => makeCustodyCourt(owner, court, counts));
  const [receiving, ledger, ...posts] = custody.posts;
  if (!receiving || !ledger) throw new Error('there are posts');
  return [
    ...(await measureReceiving(bench, custody, receiving)),
    ...(await measureLedger(bench, court, ledger)),
    ...(await measureCustodians(bench, court, posts)),
  ];
}
