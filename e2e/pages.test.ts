import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
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

const looks = [[360, 'light'], [360, 'dark'], [1280, 'light'], [1280, 'dark']] as const;
const all = pageTypes.flatMap(([name, path]) => [[name, path], [`${name} en`, inEnglish(path)]] as [string, string][]);

describe('in a browser', () => {
  it.each(all)('%s reads well: no axe finding, nothing over the edge', async (_, path) => {
    for (const [width, colorScheme] of looks) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const response = await page.goto(site.url + path);
      expect(response?.status(), path).toBe(200);
      const { over, first } = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        first: getComputedStyle(document.body).backgroundColor,
      }));
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
      expect(first, 'the style sheet is there').not.toBe('rgba(0, 0, 0, 0)');
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map((found) => `${found.id} ${found.nodes[0]?.html.slice(0, 120)} ${found.nodes[0]?.failureSummary?.slice(0, 200)}`), `${path} ${width} ${colorScheme}`).toEqual([]);
      await context.close();
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
