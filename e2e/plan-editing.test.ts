
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { journey } from './journey.ts';

const region = '99.01';
const base = `/daerah/${region}`;
const posts = { planner: { role: 'planner', agencyCode: 'rencana' }, operator: { role: 'operator', agencyCode: 'layanan' }, leader: { role: 'leader' } } as const;
type Who = keyof typeof posts;
const here = journey('plan', region, posts);
const { pageOf, see } = here;

const outline = (node = '', lang = ''): string => `${here.site.url}${lang}${base}/kerja/rencana/rpjmd-2025-2029?versi=2${node === '' ? '' : `&simpul=${node}`}`;
const rows = (page: Page): Promise<string[]> => page.locator('.outline > li').evaluateAll((all) => all.map((one) => one.id.slice(2)));
const texts = async (page: Page, selector: string): Promise<string> => (await page.locator(selector).allTextContents()).join(' ');

it('a planner amends a plan, changes its tree without a script, sees what follows before saving, and takes it back', async () => {
  const page = await pageOf('planner');
  await page.goto(`${here.site.url}${base}/kerja/rencana`);
  await see(page, 'list');
  await page.click('button[aria-label*="RPJMD"]');
  expect(await texts(page, '.answer')).toMatch(/Versi 2: Rancangan/);
  await page.goto(outline('M2.1.2'));
  await page.goto(outline('M2.1'));
  expect(await rows(page)).toEqual(['M2.1.1', 'M2.1.2']);
  await see(page, 'outline');
  await page.click('button[value="up M2.1.2"]');
  expect(await rows(page)).toEqual(['M2.1.2', 'M2.1.1']);
  await page.click('button[value="up M2.1.2"]');
  expect(await texts(page, '.summary')).toMatch(/Tidak ada tempat/);
  await page.goto(outline('M2.1'));
  await page.click('#f-bobot summary');
  await page.fill('[id="bobot-w~M2.1.1"]', '90');
  await page.fill('[id="bobot-w~M2.1.2"]', '20');
  await page.click('#f-bobot button[value=save]');
  expect(await texts(page, '.summary')).toMatch(/berjumlah 110; seharusnya 100/);
  expect(await page.inputValue('[id="bobot-w~M2.1.1"]')).toBe('90');
  await see(page, 'refused');
  await page.fill('[id="bobot-w~M2.1.2"]', '10');
  await page.click('#f-bobot button[value=check]');
  expect(await texts(page, '#hasil')).toMatch(/Belum ada yang disimpan. 2 simpul diubah oleh langkah ini/);
  await see(page, 'checked');
  await page.click('#f-bobot button[value=save]');
  expect(await texts(page, '.said')).toMatch(/Tersimpan/);
  await page.click('button:has-text("Batalkan yang terakhir")');
  expect(await page.locator('.said').textContent()).toMatch(/dibatalkan/);
  expect(await texts(page, '.outline')).toMatch(/bobot 65/);
  await page.context().close();
}, 120_000);

it('by keyboard: arrows choose, Alt with an arrow moves, a taken row goes in and out with Tab, and Escape lets go', async () => {
  const page = await pageOf('planner', { script: true });
  await page.goto(outline('M2.2.1'));
  await page.click('#f-pecah summary');
  expect(await axeFindings(page)).toEqual([]);
  await page.click('#f-pecah summary');
  const before = await rows(page);
  expect(before.slice(-2)).toEqual(['M2.2.1.P1', 'M2.2.1.P2']);
  await page.locator('[id="n-M2.2.1.P2"]').focus();
  await Promise.all([page.waitForURL(/kabar=moved/), page.keyboard.press('Alt+ArrowUp')]);
  expect((await rows(page)).slice(-2)).toEqual(['M2.2.1.P2', 'M2.2.1.P1']);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('n-M2.2.1.P2');
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('n-M2.2.1.P1');
  await page.keyboard.press('Space');
  await Promise.all([page.waitForURL(/n-M2\.2\.1\.P1/), page.keyboard.press('Tab')]);
  expect(await rows(page)).not.toContain('M2.2.1.P1');
  await page.goto(outline('M2.2.1.P2'));
  expect(await texts(page, '.outline')).toMatch(/Kegiatan M2\.2\.1\.P1/);
  await page.goto(outline('M2.2.1'));
  for (let n = 0; n < 2; n += 1) await Promise.all([page.waitForURL(/kabar=undone/), page.click('button:has-text("Batalkan yang terakhir")')]).then(() => page.goto(outline('M2.2.1')));
  expect(await rows(page)).toEqual(before);
  await page.dragAndDrop('[id="n-M2.2.1.P2"]', '[id="n-M2.2.1.P1"]');
  await page.waitForURL(/kabar=moved/);
  expect((await rows(page)).slice(-2)).toEqual(['M2.2.1.P2', 'M2.2.1.P1']);
  expect(await texts(page, '#hasil')).toMatch(/Akibat langkah tadi.*1 simpul diubah/s);
  await see(page, 'stepped');
  await page.context().close();
}, 120_000);

it('two people who change one node are shown side by side, and nothing is lost', async () => {
  const [one, two] = [await pageOf('planner'), await pageOf('planner', { width: 360 })];
  for (const page of [one, two]) await page.goto(outline('M3.2.1', page === two ? '/en' : ''));
  for (const [page, text] of [[one, 'Bunyi dari yang pertama'], [two, 'Bunyi dari yang kedua']] as const) {
    await page.click('#f-teks summary');
    await page.fill('#teks-textId', text);
    await page.click('#f-teks button[value=save]');
  }
  expect(await texts(two, '#sementara')).toMatch(/Change of text: M3\.2\.1, by Planner.*Bunyi dari yang pertama.*Bunyi dari yang kedua/s);
  expect(await two.inputValue('#teks-textId')).toBe('Bunyi dari yang kedua');
  expect(await two.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await see(two, 'meanwhile-360');
  await two.click('#f-teks button[value=save]');
  expect(await texts(two, '.said')).toMatch(/Saved/);
  for (const page of [one, two]) await page.context().close();
}, 120_000);

it('money by year, proposed, adopted with its legal basis, compared in public, and amended again', async () => {
  const page = await pageOf('planner');
  await page.goto(`${here.site.url}${base}/kerja/rencana/rpjmd-2025-2029/pagu?versi=2&simpul=M2.1.2`);
  await page.fill('[id="amount~M2.1.2.P1~2026"]', '1.250.000.000,50');
  await page.fill('[id="amount~M2.1.2.P1~2027"]', 'banyak');
  await page.click('button.btn-1');
  expect(await texts(page, '.summary')).toMatch(/“banyak” bukan rupiah/);
  await see(page, 'funding');
  await page.fill('[id="amount~M2.1.2.P1~2027"]', '');
  await page.click('button.btn-1');
  expect(await texts(page, 'tbody tr:last-child')).toMatch(/1\.250\.000\.000,5/);
  await page.goto(`${here.site.url}${base}/kerja/rencana/rpjmd-2025-2029/perubahan?dari=1&ke=2`);
  expect(await texts(page, 'main')).toMatch(/Bunyi dari yang kedua/);
  await see(page, 'difference');
  await page.goto(outline('M2.1.2'));
  await page.click('#f-hapus summary');
  await page.click('#f-hapus button[value=save]');
  expect(await texts(page, '#belum-siap')).toMatch(/Di bawah M2\.1: bobot/);
  await see(page, 'unbalanced');
  await page.goto(outline());
  await page.click('button:has-text("Ajukan")');
  expect(await texts(page, '#belum-siap')).toMatch(/Di bawah M2\.1: bobot/);
  await page.click('#belum-siap a:has-text("M2.1:")');
  expect(page.url()).toMatch(/simpul=M2\.1$/);
  await page.click('button:has-text("Batalkan yang terakhir")');
  await page.goto(outline('M2.2.1.P2'));
  await page.click('#f-gabung summary');
  await page.fill('#gabung-into', 'M2.2.1.P1');
  await page.click('#f-gabung button[value=save]');
  await page.goto(outline());
  await page.click('button:has-text("Ajukan")');
  await page.fill('#tetapkan-legalNumber', 'Perda Contoh 9/2026 (rekaan)');
  await page.fill('#tetapkan-legalDay', 'kemarin');
  await page.click('button:has-text("Tetapkan")');
  expect(await texts(page, '.summary')).toMatch(/“kemarin” bukan tanggal/);
  await page.fill('#tetapkan-legalDay', '2031-01-01');
  await page.setInputFiles('#tetapkan-berkas', { name: 'perda.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bukan pdf') });
  await page.click('button:has-text("Tetapkan")');
  expect(await texts(page, '.summary')).toMatch(/Berkas ini tidak diterima: perda\.pdf/);
  await page.click('button:has-text("Tetapkan")');
  expect(await texts(page, '.summary')).toMatch(/belum tiba/);
  expect(await page.inputValue('#tetapkan-legalNumber')).toBe('Perda Contoh 9/2026 (rekaan)');
  await see(page, 'adopt');
  await page.fill('#tetapkan-legalDay', '2026-11-28');
  await page.setInputFiles('#tetapkan-berkas', { name: 'perda.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') });
  await page.click('button:has-text("Tetapkan")');
  expect(await texts(page, 'main')).toMatch(/sudah ditetapkan: tidak dapat diubah/);
  expect(await texts(page, 'main')).toMatch(/Ditetapkan dengan Perda Contoh 9\/2026 \(rekaan\), 28 November 2026/);
  expect((await page.request.get(`${here.site.url}${await page.getAttribute('a[href*="/kerja/berkas/"]', 'href')}`)).headers()['content-type']).toBe('application/pdf');
  await see(page, 'adopted');
  const told = await (await fetch(`${here.site.url}${base}/rencana/rpjmd-2025-2029/perubahan`)).text();
  expect(told).toMatch(/Versi 2 dibandingkan dengan versi 1/);
  expect(told).not.toMatch(/<script(?! type="application\/ld)/);
  await expect.poll(async () => (await fetch(`${here.site.url}${base}/rencana/rpjmd-2025-2029/M3.2.1`)).text(), { timeout: 30_000 }).toMatch(/Bunyi dari yang kedua/);
  const gone = await fetch(`${here.site.url}${base}/rencana/rpjmd-2025-2029/M2.2.1.P2`);
  expect([gone.status, await gone.text()]).toEqual([410, expect.stringMatching(/Digabung ke bagian lain dengan versi 2.*M2\.2\.1\.P1/s)]);
  expect(await (await fetch(`${here.site.url}${base}/rencana`)).text()).toMatch(/rencana\/rpjmd-2025-2029\/perubahan.*/s);
  for (const width of [360, 1280]) {
    for (const lang of ['', '/en']) {
      const visitor = await here.browser.newPage({ viewport: { width, height: 800 } });
      for (const [name, path] of [['changes', '/perubahan'], ['gone', '/M2.2.1.P2'], ['node', '/M2.1.2.P1']] as const) {
        await visitor.goto(`${here.site.url}${lang}${base}/rencana/rpjmd-2025-2029${path}`);
        expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await axeFindings(visitor)).toEqual([]);
        await see(visitor, `${name}-${width}${lang.slice(1)}`);
      }
      await visitor.close();
    }
  }
  await page.goto(`${here.site.url}${base}/kerja/rencana`);
  await see(page, 'versions');
  await page.click('button[aria-label*="RPJMD"]');
  expect(await texts(page, '.answer')).toMatch(/Versi 3: Rancangan/);
  await page.goto(`${here.site.url}${base}/kerja/rencana/rpjmd-2025-2029/riwayat?versi=2`);
  expect(await texts(page, 'main')).toMatch(/Pembatalan dari langkah/);
  await see(page, 'history');
  await page.setViewportSize({ width: 360, height: 800 });
  await see(page, 'history-360');
  await page.goto(`${here.site.url}${base}/kerja/rencana/rpjmd-2025-2029/pagu?versi=2`);
  await see(page, 'funding-top-360');
  await page.goto(`${here.site.url}/en${base}/kerja/rencana/rpjmd-2025-2029?versi=3&simpul=M2.1`);
  await see(page, 'outline-en-360');
  await page.context().close();
}, 120_000);

it('others read, and do not write; what is none is said', async () => {
  const statusOf = async (who: Who, path: string, body?: string): Promise<number> => (await fetch(`${here.site.url}${base}${path}`, { method: body === undefined ? 'GET' : 'POST', ...(body === undefined ? {} : { body }), headers: { cookie: here.cookies[who], accept: 'text/html', origin: here.site.url, 'content-type': 'application/x-www-form-urlencoded' }, redirect: 'manual' })).status;
  expect(await statusOf('leader', '/kerja/rencana/rpjmd-2025-2029?versi=3')).toBe(200);
  expect(await statusOf('operator', '/kerja/rencana/rpjmd-2025-2029?versi=3', 'op=hapus&seen=0&go=save')).toBe(403);
  for (const [path, status] of [['?versi=x', 400], ['?versi=99', 404], ['?versi=3&simpul=zzz', 404], ['?versi=3&mulai=-1', 400]] as const) expect(await statusOf('planner', `/kerja/rencana/rpjmd-2025-2029${path}`), path).toBe(status);
  expect(await statusOf('planner', '/kerja/rencana/zzz')).toBe(404);
  expect(await statusOf('planner', '/kerja/rencana/rpjmd-2025-2029?versi=3&simpul=M2', 'op=zzz&seen=0')).toBe(400);
  expect(await statusOf('planner', '/kerja/rencana/rpjmd-2025-2029?versi=3&simpul=V', 'op=pindah&seen=0&parent=M2&go=save')).toBe(422);
  expect(await statusOf('planner', '/kerja/rencana/rpjmd-2025-2029?versi=2&simpul=M2', 'op=hapus&seen=0&go=save')).toBe(409);
  expect((await fetch(`${here.site.url}${base}/rencana/rpjmd-2025-2029/perubahan?dari=1&ke=3`)).status).toBe(404); // a draft is nobody's yet
});
