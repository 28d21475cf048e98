import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { inEnglish, pageTypes, shapeOf } from './eyes.ts';
import { openBrowser, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
/** One page a language, led from address to address: what is new at each is only the document. */
const pages = new Map<string, Page>();
beforeAll(async () => {
  site = await startSite();
  browser = await openBrowser();
  for (const { lang, colorScheme } of looks) pages.set(lang, await (await browser.newContext({ colorScheme, reducedMotion: 'reduce' })).newPage());
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

interface Look {
  lang: 'id' | 'en';
  colorScheme: 'light' | 'dark';
  /** Axe looks at the first width alone, so at each scheme, each width and each language once; the other is measured, without loading again. */
  widths: [withAxe: number, measured: number];
}
const looks: Look[] = [
  { lang: 'id', colorScheme: 'light', widths: [360, 1280] },
  { lang: 'en', colorScheme: 'dark', widths: [1280, 360] },
];

/** Axe is slow: of a type with several examples each look has its turn, of one with a single example all have. What is measured is measured for all. */
const looksWithAxe = new Map(pageTypes.map(([name, path]) => {
  const alike = pageTypes.filter(([, other]) => shapeOf(other) === shapeOf(path));
  return [name, alike.length === 1 ? looks : looks.filter((_, n) => n === alike.findIndex(([other]) => other === name) % looks.length)];
}));

const over = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Still nothing over the edge on a screen of 320 pixels, nor there with text twice as large (WCAG 1.4.4, 1.4.10). */
async function reflows(page: Page, at: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await over(page), `${at} at 320`).toBeLessThanOrEqual(0);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  expect(await over(page), `${at} at 320, 200 %`).toBeLessThanOrEqual(0);
}

async function open(path: string, width: number): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 800 } });
  const page = await context.newPage();
  await page.goto(site.url + path);
  return page;
}

async function fits(page: Page, at: string): Promise<void> {
  const { over, paper, frames } = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    paper: getComputedStyle(document.body).backgroundColor,
    frames: document.querySelectorAll('iframe').length,
  }));
  expect(over, at).toBeLessThanOrEqual(0);
  expect(paper, 'the style sheet is there').not.toBe('rgba(0, 0, 0, 0)');
  expect(frames, 'axe looks into no frame').toBe(0);
}

describe('in a browser', () => {
  it.each(pageTypes)('%s reads well: no axe finding, nothing over the edge', async (name, path) => {
    // The languages stand in two processes of the browser: both are looked at at once.
    await Promise.all(looks.map(async (look) => {
      const { lang, colorScheme, widths: [withAxe, measured] } = look;
      const page = pages.get(lang) as Page;
      const address = lang === 'id' ? path : inEnglish(path);
      await page.setViewportSize({ width: withAxe, height: 800 });
      expect((await page.goto(site.url + address))?.status(), address).toBe(200);
      await fits(page, `${address} at ${withAxe}, ${colorScheme}`);
      if (looksWithAxe.get(name)?.includes(look)) expect(await axeFindings(page), `${address} at ${withAxe}, ${colorScheme}`).toEqual([]);
      await page.setViewportSize({ width: measured, height: 800 });
      await fits(page, `${address} at ${measured}, ${colorScheme}`);
      await reflows(page, address);
    }));
  });
  it('is walked by keyboard: the first stop skips to the content', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).not.toBe('');
    await context.close();
  });
});

it('the head stays in one row, in both languages and with a long name', async () => {
  for (const path of ['/', '/en', '/daerah/99.01', '/en/daerah/99.01']) {
    const page = await open(path, 360);
    const rows = await page.evaluate(() => [...document.querySelectorAll('.head .brand, .head nav')].map((part) => { const box = part.getBoundingClientRect(); return [box.top, box.bottom]; }));
    expect(rows[0]?.[1], path).toBeGreaterThan(rows[1]?.[0] ?? 0);
    await page.context().close();
  }
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
