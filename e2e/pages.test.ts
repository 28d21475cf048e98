import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inEnglish, pageTypes } from './eyes.ts';
import { openBrowser, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
const contexts = new Map<string, BrowserContext>();
beforeAll(async () => {
  site = await startSite();
  browser = await openBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

interface Look {
  lang: 'id' | 'en';
  width: number;
  colorScheme: 'light' | 'dark';
  /** Axe is slow: it looks at each scheme, each width and each language once, the rest is measured alone. */
  axe: boolean;
}
const looks: Look[] = [
  { lang: 'id', width: 360, colorScheme: 'light', axe: true }, { lang: 'en', width: 1280, colorScheme: 'dark', axe: true },
  { lang: 'en', width: 360, colorScheme: 'dark', axe: false }, { lang: 'id', width: 1280, colorScheme: 'light', axe: false },
];

async function contextOf({ width, colorScheme }: Look): Promise<BrowserContext> {
  const key = `${width} ${colorScheme}`;
  const made = contexts.get(key) ?? (await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' }));
  contexts.set(key, made);
  return made;
}

describe('in a browser', () => {
  it.each(pageTypes)('%s reads well: no axe finding, nothing over the edge', async (_, path) => {
    for (const look of looks) {
      const page = await (await contextOf(look)).newPage();
      const address = look.lang === 'id' ? path : inEnglish(path);
      const at = `${address} at ${look.width}, ${look.colorScheme}`;
      const response = await page.goto(site.url + address);
      expect(response?.status(), at).toBe(200);
      const { over, first } = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        first: getComputedStyle(document.body).backgroundColor,
      }));
      expect(over, at).toBeLessThanOrEqual(0);
      expect(first, 'the style sheet is there').not.toBe('rgba(0, 0, 0, 0)');
      if (look.axe) {
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
        expect(violations.map((found) => `${found.id} ${found.nodes[0]?.html.slice(0, 120)} ${found.nodes[0]?.failureSummary?.slice(0, 200)}`), at).toEqual([]);
      }
      await page.close();
    }
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
