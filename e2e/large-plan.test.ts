import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newContext } from '#app/context.ts';
import { loadPack } from '#app/load-pack.ts';
import { writePack } from '#app/write-pack.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { largePlan } from '../bench/large-plan.ts';
import { axeFindings } from './axe.ts';
import { openBrowser, ownFolder, type Site, startSite } from './site.ts';
import { findUnexplained } from './unexplained.ts';

const region = '99.01';
let site: Site;
let browser: Browser;
const html = new Map<string, string>();
async function get(path: string): Promise<string> {
  const response = await fetch(site.url + path, { headers: { accept: 'text/html' } });
  expect([path, response.status]).toEqual([path, 200]);
  const text = await response.text();
  html.set(path, text);
  return text;
}

/** The example with a plan of 1,250 nodes in front and 312 links all over it. */
beforeAll(async () => {
  const [folder, pack] = [ownFolder(), mkdtempSync(join(tmpdir(), 'serasan-large-'))];
  writePack(pack, largePlan(1_250, 312));
  const db = await openDatabase(readConfig({ SERASAN_DATA: folder }), () => undefined);
  await loadPack(newContext(db, 'pack', () => undefined), pack);
  await db.close();
  site = await startSite({ folder, env: { SERASAN_REGION: region, DATABASE_URL: '' } });
  browser = await openBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const pages = ['/rencana', '/rencana/besar', '/rencana/besar/N0', '/en/rencana/besar/N1', '/selaras', '/selaras/alasan?halaman=2', '/selaras/alur?halaman=2'];

it.each(pages)('%s fits a telephone, has nothing that axe finds, and weighs what a page may', async (path) => {
  const text = await get(path);
  expect(brotliCompressSync(text).length).toBeLessThan(22_000);
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(site.url + path);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await axeFindings(page, { practice: true })).toEqual([]);
  const shots = process.env.SERASAN_SHOTS;
  if (shots) for (const width of [360, 1280]) { await page.setViewportSize({ width, height: 800 }); await page.screenshot({ path: join(shots, `large${path.replaceAll(/[/?=]/g, '-')}-${width}.png`), fullPage: true }); }
  await context.close();
}, 60_000);

it('says how much lies below by figures that open to the same figure, and counts no rows that are elsewhere', async () => {
  for (const path of pages) {
    const { problems, figures } = findUnexplained(html.get(path) ?? (await get(path)));
    expect([path, problems]).toEqual([path, []]);
    for (const { value, href } of figures.filter((one) => one.href.includes('#isi'))) {
      const at = href.split('#')[0] || path;
      expect(findUnexplained(html.get(at) ?? (await get(at))).figures.map((one) => one.value), `${value} of ${path} at ${href}`).toContain(value);
    }
  }
});

it('every branch opens, down to its foot', async () => {
  let path = '/rencana/besar';
  for (let step = 0; step < 5; step += 1) {
    const next = [...(await get(path)).matchAll(/href="(\/rencana\/besar\/N\d+)"/g)].map(([, href]) => href ?? '').filter((href) => Number(/N(\d+)$/.exec(href)?.[1]) > Number(/N(\d+)$/.exec(path)?.[1] ?? 0));
    if (next.length === 0) break;
    path = next.at(-1) ?? path;
  }
  expect(Number(/N(\d+)$/.exec(path)?.[1])).toBeGreaterThan(250);
  for (const [wrong, status] of [['/rencana/besar?halaman=9', 404], ['/rencana/besar?halaman=x', 400], ['/rencana/besar/N1?halaman=2', 404], ['/selaras/alasan?halaman=99', 404], ['/selaras/alasan?halaman=0', 400]] as const) expect([wrong, (await fetch(site.url + wrong, { headers: { accept: 'text/html' } })).status]).toEqual([wrong, status]);
});
