import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inEnglish, pageTypes } from './eyes.ts';
import { openBrowser, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  site = await startSite();
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function open(path: string, width: number): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 800 } });
  const page = await context.newPage();
  await page.goto(site.url + path);
  return page;
}
const over = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('on a very narrow screen', () => {
  it.each(pageTypes)('%s runs over no edge, with text twice as large', async (_, path) => {
    for (const address of [path, inEnglish(path)]) {
      const page = await open(address, 320);
      expect(await over(page), address).toBeLessThanOrEqual(0);
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
      expect(await over(page), `${address}, 200 %`).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });
  it('the head stays in one row, in both languages and with a long name', async () => {
    for (const path of ['/', '/en', '/daerah/99.01', '/en/daerah/99.01']) {
      const page = await open(path, 360);
      const rows = await page.evaluate(() => [...document.querySelectorAll('.head .brand, .head nav')].map((part) => { const box = part.getBoundingClientRect(); return [box.top, box.bottom]; }));
      expect(rows[0]?.[1], path).toBeGreaterThan(rows[1]?.[0] ?? 0);
      await page.context().close();
    }
  });
});

it('every figure is at least 24 pixels high to touch', async () => {
  for (const path of ['/', '/indikator', '/rencana', '/daerah/99.01/selaras']) {
    const page = await open(path, 360);
    const low = await page.evaluate(() => [...document.querySelectorAll('main a.an, .weave td a')].flatMap((link) => [...link.getClientRects()].filter((box) => box.height > 0 && box.height < 24).map((box) => `${box.height} ${link.textContent}`)));
    expect(low, path).toEqual([]);
    await page.context().close();
  }
});

it('on paper nothing is left to press', async () => {
  const page = await open('/indikator/P0', 800);
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() => ['.head nav', '.foot nav', '.crumb', '.skip', '.only-p'].map((part) => getComputedStyle(document.querySelector(part) as Element).display));
  expect(shown).toEqual(['none', 'none', 'none', 'none', 'block']);
  const source = await page.evaluate(() => getComputedStyle(document.querySelector('main a[rel~="external"]') as Element, '::after').content);
  expect(source).toMatch(/https?:/);
  await page.context().close();
});

it('on paper a fold stays as it is, and a tree of a plan stands whole', async () => {
  const page = await open('/rencana', 800);
  const shown = (): Promise<boolean | undefined> => page.evaluate(() => document.querySelector('.tree.top > li > details:not([open]) > .in')?.checkVisibility());
  expect(await shown()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await shown()).toBe(true);
  await page.goto(`${site.url}/selaras`);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('#alasan') as Element).display)).toBe('none');
  await page.context().close();
});
