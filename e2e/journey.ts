import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { asPerson, type PostsByName, signInAll } from './people.ts';
import { openBrowser, type Site, startSite } from './site.ts';

export interface Journey<Who extends string> {
  site: Site;
  browser: Browser;
  /** Of each person, signed in. */
  cookies: Record<Who, string>;
  /** A page of somebody's own; without scripts, at a desk, unless it is wanted otherwise. */
  pageOf(who: Who, wanted?: { width?: number; script?: boolean } & BrowserContextOptions): Promise<Page>;
  /** A picture for who looks (`SERASAN_SHOTS=DIR`), under the journey's name, in the order they were taken. */
  see(page: Page, name: string): Promise<void>;
}

/** A server, a browser and signed-in people of Contoh for one file of tests, begun before the first and ended behind the last; what it holds is there from then on. */
export function journey<Who extends string>(name: string, region: string, posts: PostsByName<Who>): Journey<Who> {
  const shots = process.env.SERASAN_SHOTS;
  let taken = 0;
  const one = {
    async pageOf(who, { width = 1280, script = false, ...more } = {}) {
      const context = await one.browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: script, ...more });
      await asPerson(context, one.site, one.cookies[who]);
      return context.newPage();
    },
    async see(page, what) {
      if (!shots) return;
      mkdirSync(shots, { recursive: true });
      taken += 1;
      await page.screenshot({ path: join(shots, `${name}-${String(taken).padStart(2, '0')}-${what}.png`), fullPage: true });
    },
  } as Journey<Who>;
  beforeAll(async () => {
    one.site = await startSite({ env: { SERASAN_REGION: '16.03' } });
    one.browser = await openBrowser();
    one.cookies = await signInAll(one.site, region, posts);
  }, 180_000);
  afterAll(async () => {
    await one.browser?.close();
    await one.site?.stop();
  });
  return one;
}
