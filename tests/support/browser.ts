/**
 * The web in a real Chromium: the application of `test-app.ts` listening on a free port with the built web, and pages of
 * people who are signed in. One Chromium a test file.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect } from 'vitest';
import type { AxeResults, RunOptions } from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type Request,
} from 'playwright-core';
import type { AppDependencies } from '../../src/platform/app-dependencies.ts';
import type { TestPerson } from './people.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const WEB_FOLDER = path.resolve('dist/web');
const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a page is made of is the same in both schemes; the second is asked about its colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
/** Long enough for a machine that does three other things meanwhile; nobody waits for it who finds what he looks for. */
const PATIENCE_MS = 60_000;
const CHROMIUM_ARGUMENTS = [
  ...['--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN', '--process-per-site'],
  // A page lives for seconds: making its program fast takes longer than running it as it is.
  '--js-flags=--no-opt --no-maglev',
];
export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 360, height: 740 };

interface Axe {
  run(where: { readonly exclude: string[] }, options: RunOptions): Promise<AxeResults>;
}

export interface PageOptions {
  /** Signed in as this person; without one nobody is. */
  readonly as?: TestPerson;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: 'zh' | 'en';
}

export interface WebTest extends TestApp {
  readonly browser: Browser;
  /** A browser of its own for one person; its addresses are relative, its clock shows the test's time. */
  openPage(options?: PageOptions): Promise<Page>;
  /** Closes the pages of the test before and fails when one of them threw or the console showed an error. */
  closePages(): Promise<void>;
}

function chromiumPath(): string {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') return given;
  const script =
    "import('./scripts/find-chromium.mjs').then((found) => process.stdout.write(found.findChromium() ?? ''))";
  const found = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  if (found.stdout === '') throw new Error('no Chromium: install the package chromium or set CHROMIUM_PATH');
  return found.stdout;
}

function launchChromium(args: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    chromiumSandbox: false,
    args: [...CHROMIUM_ARGUMENTS, ...args],
  });
}

function cookiesOf(person: TestPerson, url: string) {
  return person.session.cookie.split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    return { name, value, url };
  });
}

/** Refused requests are part of many tests; the browser reports each of them on the console. */
function isExpected(message: string): boolean {
  return message.startsWith('Failed to load resource');
}

function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text())) errors.push(message.text());
  });
}

/**
 * A browser profile that one page after another uses. Its first tab stays open: the process of the origin lives on, and
 * with it the program that it has read and compiled.
 */
interface Seat {
  readonly context: BrowserContext;
  readonly firstTab: Page;
}

async function openSeat(browser: Browser, baseURL: string): Promise<Seat> {
  const context = await browser.newContext({
    baseURL,
    viewport: DESKTOP,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const firstTab = await context.newPage();
  await firstTab.goto('/mark.svg');
  return { context, firstTab };
}

/** As if nobody had used the profile before. */
async function prepareSeat(
  { context, firstTab }: Seat,
  test: TestApp,
  baseURL: string,
  options: PageOptions,
) {
  await context.setOffline(false);
  await context.clearCookies();
  if (options.as !== undefined) await context.addCookies(cookiesOf(options.as, baseURL));
  await context.clock.setFixedTime(test.clock.now());
  await firstTab.evaluate((language) => {
    localStorage.clear();
    localStorage.setItem('court-custody.language', language);
  }, options.language ?? 'zh');
}

/**
 * Starts application, server and Chromium, this one with further arguments where a test needs them; `npm run build` has
 * made the web before.
 */
export async function startWebTest(
  overrides: Partial<AppDependencies> = {},
  chromiumArguments: readonly string[] = [],
): Promise<WebTest> {
  if (!existsSync(path.join(WEB_FOLDER, 'index.html')))
    throw new Error('dist/web is not built: run `npm run build` first');
  const test = await createTestApp({ webFolder: WEB_FOLDER, ...overrides });
  const { origin } = test;
  const browser = await launchChromium(chromiumArguments);
  const free: Seat[] = [];
  const taken: { readonly seat: Seat; readonly page: Page }[] = [];
  const errors: string[] = [];
  return {
    ...test,
    browser,
    async openPage(options = {}) {
      const seat = free.pop() ?? (await openSeat(browser, origin));
      await prepareSeat(seat, test, origin, options);
      const page = await seat.context.newPage();
      if (options.viewport !== undefined) await page.setViewportSize({ ...options.viewport });
      taken.push({ seat, page });
      collectErrors(page, errors);
      followRequests(page);
      return page;
    },
    async closePages() {
      for (const { seat, page } of taken.splice(0)) {
        await page.close();
        free.push(seat);
      }
      expect(errors.splice(0)).toEqual([]);
    },
    async close() {
      await browser.close();
      await test.close();
    },
  };
}

const requestsOf = new WeakMap<Page, Set<Request>>();

function followRequests(page: Page): void {
  const underWay = new Set<Request>();
  requestsOf.set(page, underWay);
  page.on('request', (request) => {
    // What the document before was still waiting for may never be told as ended.
    if (request.isNavigationRequest()) underWay.clear();
    underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
}

/** Until every request has its answer, and what the answers changed asks for nothing more. */
async function waitForAnswers(page: Page): Promise<void> {
  const underWay = requestsOf.get(page) ?? new Set();
  const until = Date.now() + PATIENCE_MS;
  do {
    while (underWay.size > 0 && Date.now() < until) await page.waitForTimeout(10);
    await comeToRest(page);
  } while (underWay.size > 0 && Date.now() < until);
  expect([...underWay].map((request) => request.url())).toEqual([]);
}

/**
 * Until what the last change set in motion has come to rest, and what that set in motion when it ended; what turns for
 * ever is not waited for.
 */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const listMoving = async () => {
      await nextFrame();
      await nextFrame();
      return document
        .getAnimations()
        .filter(
          (animation) =>
            animation.playState !== 'finished' &&
            Number.isFinite(animation.effect?.getComputedTiming().endTime),
        );
    };
    for (let moving = await listMoving(), turn = 0; moving.length > 0 && turn < 20; turn += 1) {
      await Promise.allSettled(moving.map((animation) => animation.finished));
      moving = await listMoving();
    }
  });
}

async function seriousFindings(page: Page, runOnly: readonly string[]): Promise<string[]> {
  await comeToRest(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE_SOURCE);
  const results = await page.evaluate(
    (rules) => {
      // why: the source above puts it there.
      const { axe } = globalThis as unknown as { axe: Axe };
      // Nobody gets at the page behind a dialog, and it was asked before the dialog opened.
      const dialogs = [...document.querySelectorAll('body > :not(#root) [role="dialog"]')];
      const behind = dialogs.some((dialog) => dialog.checkVisibility()) ? ['#root'] : [];
      return axe.run({ exclude: behind }, { runOnly: rules, resultTypes: ['violations'] });
    },
    [...runOnly],
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
    );
}

/**
 * Until the page has the colours of the scheme: the palette on the root element, and antd's own tokens, which follow
 * when it has rendered again.
 */
async function waitForColours(page: Page, colorScheme: ColourScheme): Promise<void> {
  await page.waitForFunction((scheme) => {
    const root = document.documentElement;
    const ofElement = (element: Element, name: string) =>
      getComputedStyle(element).getPropertyValue(name).trim().toLowerCase();
    // One element of each scope of tokens; there may be hundreds.
    const scopes = new Map(
      [...document.querySelectorAll('[class*="css-var-"]')].map((element) => [
        [...element.classList].find((name) => name.startsWith('css-var-')),
        element,
      ]),
    );
    const themed = [...scopes.values()].filter((element) => ofElement(element, '--ant-color-text') !== '');
    const wanted = ofElement(root, '--cc-text');
    return (
      root.dataset['theme'] === scheme &&
      themed.every((element) => ofElement(element, '--ant-color-text') === wanted)
    );
  }, colorScheme);
}

type ColourScheme = 'dark' | 'light';

/** A page has one scheme until it is asked about the other. */
function schemeOf(page: Page): Promise<ColourScheme> {
  return page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
}

async function expectNoFindings(page: Page, rules: readonly string[]): Promise<void> {
  const findings = await seriousFindings(page, rules);
  const where = { address: page.url(), colorScheme: await schemeOf(page) };
  expect({ ...where, findings }).toEqual({ ...where, findings: [] });
}

async function changeScheme(page: Page): Promise<void> {
  const colorScheme = (await schemeOf(page)) === 'dark' ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme });
  await waitForColours(page, colorScheme);
}

/** No serious or critical finding by axe on the page as it stands, or on the dialog over it, light and dark. */
export async function expectNoSeriousFindings(page: Page): Promise<void> {
  await expectNoFindings(page, AXE_RULES);
  await changeScheme(page);
  await expectNoFindings(page, COLOUR_RULES);
}

/**
 * The pages can be used by everybody on a desktop, and in the other scheme on a phone, where nothing makes them scroll
 * sideways. The first is opened; the others, each of another kind than the one before, are gone to as by a link.
 */
export async function expectUsableByEverybody(page: Page, addresses: readonly string[]): Promise<void> {
  for (const [index, address] of addresses.entries()) {
    await page.setViewportSize(DESKTOP);
    await (index === 0 ? openAt(page, address) : goTo(page, address));
    await expectUsableAsItStands(page);
  }
}

/** The same of the page that is open on a desktop. It keeps the width of the phone afterwards. */
export async function expectUsableAsItStands(page: Page): Promise<void> {
  await expectNoFindings(page, AXE_RULES);
  await changeScheme(page);
  await expectNoSidewaysScrolling(page);
  await expectNoFindings(page, AXE_RULES);
}

/** Nothing makes the page wider than a phone of 360 px. The page keeps that width afterwards. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  await page.setViewportSize(NARROWEST);
  await comeToRest(page);
  const widest = await page.evaluate(() => {
    // What is written or scrolls may stand out of a box that does not.
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        Math.max(
          element.getBoundingClientRect().right,
          element.getBoundingClientRect().left + element.scrollWidth,
        ) >
        innerWidth + 1,
    );
    return {
      isTooWide: document.documentElement.scrollWidth > innerWidth,
      // Named so that the failure shows what to look at.
      by: wide.slice(-3).map((element) => element.outerHTML.slice(0, 160)),
    };
  });
  expect(widest.isTooWide ? widest.by : []).toEqual([]);
  expect(widest.isTooWide).toBe(false);
}

/** As a scanner does it: all keys at once, Enter at the end, while no field has the focus. */
export async function sendByWedge(page: Page, text: string): Promise<void> {
  await page.evaluate(
    (keys) => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      for (const key of keys)
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    },
    [...text, 'Enter'],
  );
}

/** So many of them, as soon as the page has caught up. */
export async function expectCount(locator: Locator, count: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while ((await locator.count()) !== count && Date.now() < until) await locator.page().waitForTimeout(50);
  expect(await locator.count()).toBe(count);
}

/** Opens an address and waits until its first heading is there and nothing is loading. */
export async function openAt(page: Page, address: string): Promise<void> {
  // A drawer that has just closed goes back in the history, and that breaks off what is being opened.
  await page.goto(address).catch((error: unknown) => {
    if (!(error instanceof Error && error.message.includes('ERR_ABORTED'))) throw error;
    return page.goto(address);
  });
  await page.locator('h1').first().waitFor();
  await waitForAnswers(page);
}

/** As a link within the application does it: the page changes, the program is not read again. */
async function goTo(page: Page, address: string): Promise<void> {
  await page
    .locator('h1')
    .first()
    .evaluate((heading) => heading.setAttribute('data-left', ''));
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await page.locator('h1:not([data-left])').first().waitFor();
  await waitForAnswers(page);
}
