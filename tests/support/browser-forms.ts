/** What people do in the forms of a page, as they do it. */
import type { Locator, Page } from 'playwright-core';
import { PIN } from './seized-court.ts';

/** The option in the list that is open now. */
export function optionOf(page: Page, option: string): Locator {
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  return open.locator('.ant-select-item-option', { hasText: option }).first();
}

/** Of a list that is searched by typing. */
export async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await field.fill(option);
  await optionOf(page, option).click();
}

/** The second person beside the one whose page it is. */
export async function confirmBy(page: Page, within: Page | Locator, name: string): Promise<void> {
  await choose(page, within.getByRole('combobox', { name: '确认人' }), name);
  await within.getByLabel('确认码', { exact: true }).fill(PIN);
}

/** Draws a line on the pad of that name, once it has come to rest, and makes sure that it took the ink. */
export async function sign(page: Page, name: string | RegExp): Promise<void> {
  const pad = page.getByRole('img', { name });
  await pad.hover({ position: { x: 20, y: 20 } });
  await page.mouse.down();
  await pad.hover({ position: { x: 120, y: 60 } });
  await page.mouse.up();
  await pad.locator('xpath=..').locator('button:enabled').waitFor();
}
