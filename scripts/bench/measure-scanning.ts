/** From a code that was read to its answer on the screen: the scan page of the running product in a browser. */
import { chromium, type Page } from 'playwright-core';
import { groupItemCode } from '../../src/modules/item-codes/item-code.ts';
import { findChromium } from '../find-chromium.mjs';
import type { BenchCourt } from './bench-court.ts';
import { findingOfLatency, type Finding } from './report.ts';
import { withPool, type RunningBench } from './running-bench.ts';
import { latencyOf } from './statistics.ts';

const SCANS = 100;
/** The first ones load texts and open connections. */
const WARM_UP = 5;
const AIM_MS = 300;

async function listCodes({ ownerUrl }: RunningBench, court: BenchCourt): Promise<string[]> {
  return withPool(ownerUrl, async (pool) => {
    const { rows } = await pool.query<{ code: string }>(
      `select code from assets where court_id = $1 and status <> 'disposed' order by id limit $2`,
      [court.id, SCANS + WARM_UP],
    );
    return rows.map(({ code }) => code);
  });
}

/** Milliseconds from the end of a wedge's scan to the frame that shows the answer about this code. */
function scan(page: Page, code: string): Promise<number> {
  return page.evaluate(
    ({ keys, shown }) =>
      new Promise<number>((resolve) => {
        const press = (key: string) =>
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        for (const key of keys) press(key);
        const startedAt = performance.now();
        const observer = new MutationObserver(() => {
          const answer = document.querySelector('.cc-answer:not([aria-busy])');
          if (answer?.querySelector('.cc-code')?.textContent !== shown) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - startedAt));
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        press('Enter');
      }),
    { keys: [...code], shown: groupItemCode(code) },
  );
}

/** Nothing is measured where there is no Chromium. */
export async function measureScanning(bench: RunningBench, court: BenchCourt): Promise<Finding[]> {
  const executablePath = findChromium();
  if (executablePath === null) return [];
  const codes = await listCodes(bench, court);
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
  try {
    const context = await browser.newContext({ baseURL: bench.product.url, locale: 'zh-CN' });
    const [name = '', value = ''] = court.session.cookie.split('=');
    await context.addCookies([{ name, value, url: bench.product.url }]);
    const page = await context.newPage();
    await page.goto('/scan');
    await page.locator('.cc-answer-ready').waitFor();
    const milliseconds: number[] = [];
    for (const code of codes) milliseconds.push(await scan(page, code));
    const latency = latencyOf(milliseconds.slice(WARM_UP));
    const what = {
      zh: '扫码：从识读到结果上屏，浏览器中',
      en: 'a scan: from the code read to its answer on the screen, in a browser',
    };
    return [findingOfLatency(what, latency, { of: 'p99', belowMs: AIM_MS })];
  } finally {
    await browser.close();
  }
}
