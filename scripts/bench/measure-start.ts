/** How long it takes until people can work: the sample courts, a warm start, and the whole ledger verified. */
import { setTimeout as pause } from 'node:timers/promises';
import { verifyLedger } from '../../src/verify-ledger.ts';
import { findingOfSeconds, type Finding } from './report.ts';
import { emptyFolder, startBench, withPool, type RunningBench } from './running-bench.ts';
import { medianOf } from './statistics.ts';

const WARM_STARTS = 3;

/** From the command to the line that says it is ready, with the build done before. */
async function timeStart(
  dataDir: string,
  words: readonly string[] = [],
): Promise<{ bench: RunningBench; seconds: number }> {
  const startedAt = performance.now();
  const bench = await startBench(dataDir, words);
  return { bench, seconds: (performance.now() - startedAt) / 1000 };
}

async function stop({ product }: RunningBench): Promise<void> {
  const { code, output } = await product.end('SIGINT');
  if (code !== 0) throw new Error(`the product did not stop cleanly:\n${output}`);
}

/** On a new data folder, which afterwards holds the sample courts; the product is stopped again. */
export async function measureStart(dataDir: string): Promise<Finding[]> {
  await emptyFolder(dataDir);
  const empty = await timeStart(dataDir);
  await stop(empty.bench);
  const loaded = await timeStart(dataDir, ['--demo']);
  await stop(loaded.bench);
  const warm: number[] = [];
  for (let count = 0; count < WARM_STARTS; count += 1) {
    await pause(500);
    const { bench, seconds } = await timeStart(dataDir);
    warm.push(seconds);
    await stop(bench);
  }
  return [
    findingOfSeconds(
      { zh: '首次启动（新建数据库）', en: 'first start, creating the database' },
      empty.seconds,
    ),
    findingOfSeconds(
      {
        zh: '装载样例法院（13,365 件，含启动）',
        en: 'loading the sample courts, 13,365 assets, start included',
      },
      loaded.seconds,
      60,
    ),
    findingOfSeconds({ zh: '再次启动至就绪', en: 'warm start to ready' }, medianOf(warm), 3),
  ];
}

/** Every chain and projection of the sample courts. */
export async function measureVerification({ ownerUrl }: RunningBench): Promise<Finding[]> {
  return withPool(ownerUrl, async (pool) => {
    const startedAt = performance.now();
    const { entryCount, bookCount, difference } = await verifyLedger(pool, {});
    const seconds = (performance.now() - startedAt) / 1000;
    if (difference !== undefined) throw new Error(difference.en);
    const perSecond = entryCount / seconds;
    return [
      {
        what: { zh: '校验台账（样例法院）', en: 'verify-ledger on the sample courts' },
        measured: `${entryCount} 笔 / entries, ${Math.round(perSecond)}/s`,
        numbers: { entryCount, bookCount, seconds, perSecond },
      },
    ];
  });
}
