import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { journey } from './journey.ts';

const region = '99.01';
const base = `/daerah/${region}`;
const posts = { inspector: { role: 'inspectorate' }, operator: { role: 'operator', agencyCode: 'layanan' }, office: { role: 'administrator' } } as const;
const here = journey('log', region, posts);
// Whatever a telephone believes of the time, the server's own counts.
const pageOf = (who: keyof typeof posts, width: number): Promise<Page> => here.pageOf(who, { width, script: width > 400, timezoneId: 'Pacific/Kiritimati', extraHTTPHeaders: { date: 'Wed, 01 Jan 2031 00:00:00 GMT' } });

it('tells the inspectorate what was done, who tried to sign in, and that it reads; and nobody else', async () => {
  const stranger = await (await here.browser.newContext({ javaScriptEnabled: false })).newPage();
  await stranger.goto(`${here.site.url}${base}/masuk`);
  await stranger.fill('[name=email]', 'siapa@contoh.example');
  await stranger.fill('[name=sandi]', 'bukan ini sandinya');
  await stranger.click('main button[type=submit]');
  const operator = await pageOf('operator', 360);
  await operator.goto(`${here.site.url}${base}/kerja?butir=${encodeURIComponent(`2026~KELUHAN_MASUK~${region}.01~utama`)}`);
  await operator.fill('#v', '187');
  await operator.click('button:has-text("Kirim")');
  for (const who of ['operator', 'office'] as const) expect((await (await pageOf(who, 360)).goto(`${here.site.url}${base}/catatan`))?.status()).toBe(403);

  const page = await pageOf('inspector', 360);
  await page.goto(`${here.site.url}${base}/catatan`);
  const text = (await page.locator('main').textContent()) ?? '';
  for (const told of ['Mencatat angka', 'KELUHAN_MASUK', 'Operator perangkat daerah', 'Percobaan masuk ditolak', 'Membaca']) expect(text).toContain(told);
  for (const hidden of ['siapa@', 'contoh.example', '127.0.0.1']) expect(text).not.toContain(hidden);
  expect(await page.locator('ol.log time').first().getAttribute('datetime')).toContain(new Date().toISOString().slice(0, 10));
  await page.selectOption('#jenis', 'record');
  await page.fill('#benda', 'keluhan');
  await page.click('main button[type=submit]');
  expect(await page.locator('ol.log > li').count()).toBe(1);
  await page.locator('ol.log summary').click();
  expect(await page.locator('ol.log details').textContent()).toContain('187');
  const answer = await page.request.get(`${here.site.url}${await page.getAttribute('a[href*="catatan.csv"]', 'href')}`);
  expect((parse(await answer.text(), { columns: true }) as Record<string, string>[]).map((row) => row.action)).toEqual(['record']);
  await page.goto(`${here.site.url}${base}/catatan`);
  await page.click('a[href*="periksa=1"]');
  expect(await page.locator('#segel').textContent()).toMatch(/semuanya berlaku/);
  for (const wrong of ['dari=kemarin', 'jabatan=x', 'sebelum=x', 'sebelum=0000-01-01T00:00:00.000000Z~01a220f4-d285-77bf-b983-f0b7c620bd21', 'jenis=A!']) expect((await page.goto(`${here.site.url}${base}/catatan?${wrong}`))?.status(), wrong).toBe(400);
});

it('is a page that all can use, in Indonesian on a phone, in English at a desk', async () => {
  for (const [width, lang] of [[360, ''], [1280, '/en']] as const) {
    const page = await pageOf('inspector', width);
    await page.goto(`${here.site.url}${lang}${base}/catatan?periksa=1`);
    if (width > 400) expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await here.see(page, `${width}`);
  }
});
