
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { type Walk, walkHandToHand } from './hand-to-hand.ts';
import { journey } from './journey.ts';
import { asPerson } from './people.ts';

const region = '99.01';
const base = `/daerah/${region}`;
const posts = {
  operator: { role: 'operator', agencyCode: 'layanan' }, head: { role: 'agency_head', agencyCode: 'layanan' }, verifier: { role: 'verifier', agencyCode: 'rencana' },
  office: { role: 'programme_office', agencyCode: 'layanan' }, other: { role: 'operator', agencyCode: 'sehat' },
} as const;
type Who = keyof typeof posts;
const here = journey('kerja', region, posts);
const { see } = here;
/** On a phone unless it is wanted otherwise. */
const pageOf = (who: Who, wanted: { width?: number; script?: boolean } = {}): Promise<Page> => here.pageOf(who, { width: 360, ...wanted });

const heading = async (page: Page): Promise<string> => (await page.locator('h1').textContent()) ?? '';
const question = `${base}/kerja?butir=${encodeURIComponent(`2026~KELUHAN_MASUK~${region}.01~utama`)}`;

const walks: Walk[] = [{ lang: 'id', width: 360, area: '01' }, { lang: 'en', width: 1280, area: '05' }];
/** For who looks (SERASAN_SHOTS): the other two, when the rest is done with their districts. */
const moreWalks: Walk[] = process.env.SERASAN_SHOTS ? [{ lang: 'id', width: 1280, area: '03' }, { lang: 'en', width: 360, area: '04' }] : [];

describe('a figure goes from hand to hand', () => {
  it.each(walks)('is entered, approved, returned, corrected, verified and published, and then the portal shows it and by which steps: $lang, $width', (walk) => walkHandToHand(here, region, walk), 120_000);

  it('shows both when two write at once, and keeps what a signed-out person wrote', async () => {
    const [one, two] = [await pageOf('operator'), await pageOf('head')];
    const at = `${base}/kerja?butir=${encodeURIComponent(`2026~KELUHAN_MASUK~${region}.02~utama`)}`;
    await one.goto(here.site.url + at);
    await two.goto(here.site.url + at);
    await one.fill('#v', '210');
    await one.click('button:has-text("Kirim")');
    await two.fill('#v', '212');
    await two.click('button:has-text("Kirim")');
    expect(await two.locator('.summary').textContent()).toMatch(/210[\s\S]*212/);
    await see(two, 'dua-orang');
    await two.context().clearCookies();
    await two.click('button:has-text("Angka saya")');
    expect(await heading(two)).toContain('Anda sudah keluar');
    expect(await two.locator('main').textContent()).toContain('212');
    await see(two, 'sesi-habis');
    await asPerson(two.context(), here.site, here.cookies.head);
    await two.click('button:has-text("Kirim lagi")');
    expect(await two.locator('.said').textContent()).toContain('Terkirim');
    for (const page of [one, two]) await page.context().close();
  });

  it('is nobody else’s: another agency, a stranger, another region', async () => {
    const page = await pageOf('other');
    expect((await page.goto(here.site.url + question))?.status()).toBe(404);
    await page.goto(`${here.site.url}${base}/kerja`);
    expect(await page.locator('main').textContent()).not.toContain('eluhan');
    expect((await page.goto(`${here.site.url}/daerah/16.03/kerja`))?.status()).toBe(404);
    await page.context().clearCookies();
    await page.goto(`${here.site.url}${base}/kerja`);
    expect(page.url()).toContain('/masuk');
    await page.context().close();
  });
});

describe('many at once', () => {
  it('are pasted from a spreadsheet, taken back, and sent; what is wrong stays as it was written', async () => {
    const page = await pageOf('other', { width: 1280, script: true });
    await page.goto(`${here.site.url}${base}/kerja/tabel`);
    await see(page, 'tabel');
    const fields = page.locator('.grid-form td .field input');
    expect(await fields.count()).toBe(2);
    await fields.first().focus();
    const paste = (text: string) => page.evaluate((given) => {
      const data = new DataTransfer();
      data.setData('text', given);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
    await paste('Resep\t5.900\r\nLengkap\tempat ribu\r\n');
    expect([await fields.nth(0).inputValue(), await fields.nth(1).inputValue()]).toEqual(['5.900', 'empat ribu']);
    await page.keyboard.press('Control+z');
    expect(await fields.nth(0).inputValue()).toBe('');
    await paste('Resep yang dilayani lengkap\t4.300\r\nresep\t5.900\r\n');
    expect([await fields.nth(0).inputValue(), await fields.nth(1).inputValue(), await page.locator('#tempel').textContent()]).toEqual(['5.900', '4.300', 'Ditempel menurut nama barisnya.']);
    await page.keyboard.press('Control+Shift+Z'); // as with the capitals locked
    await paste('Entah apa\t1\r\nresep\t2\r\n');
    expect([await fields.nth(0).inputValue(), await fields.nth(1).inputValue(), await page.locator('#tempel').textContent()]).toEqual(['1', '2', expect.stringContaining('periksa tiap baris')]);
    await page.keyboard.press('Control+z');
    await paste('5.900\nempat ribu');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('v-1');
    await page.click('button:has-text("Kirim semua")');
    expect(await page.locator('.summary').textContent()).toContain('1 baris perlu diubah');
    expect([await fields.nth(0).inputValue(), await fields.nth(1).inputValue()]).toEqual(['5.900', 'empat ribu']);
    await see(page, 'tabel-salah');
    await fields.nth(1).fill('4.300');
    await page.click('button:has-text("Kirim semua")');
    expect(await page.locator('.said').textContent()).toBe('2 angka tercatat.');
    await page.context().close();
  });
});

describe('a file and a cycle', () => {
  it('the template goes out, comes back filled in, is compared, recorded, and taken back', async () => {
    const page = await pageOf('head');
    await page.goto(`${here.site.url}${base}/kerja/impor`);
    await see(page, 'impor');
    const answer = await page.request.get(`${here.site.url}${base}/kerja/impor/templat.csv`);
    const lines = (await answer.text()).replace('\uFEFF', '').trim().split('\r\n');
    const filled = lines.map((line) => (line.startsWith('2026;KELUHAN_MASUK;99.01.03;') ? line.replace(/^((?:[^;]*;){5})[^;]*/, '$1240') : line.startsWith('2026;KELUHAN_MASUK;99.01.04;') ? line.replace(/^((?:[^;]*;){5})[^;]*/, '$1banyak') : line));
    await page.setInputFiles('#berkas', { name: 'angka.csv', mimeType: 'text/csv', buffer: Buffer.from(filled.join('\r\n')) });
    await page.click('button:has-text("Unggah")');
    for (let n = 0; n < 40 && !(await heading(page)).includes('akan dicatat'); n += 1) {
      await page.waitForTimeout(250);
      await page.goto(page.url());
    }
    expect(await heading(page)).toBe('1 angka akan dicatat');
    expect(await page.locator('main').textContent()).toMatch(/banyak[\s\S]*angka saja/);
    await see(page, 'impor-banding');
    await page.click('button:has-text("Catat dan kirim")');
    expect(await heading(page)).toBe('1 angka dicatat');
    await see(page, 'impor-dicatat');
    await page.fill('#alasan', 'salah berkas');
    await page.click('button:has-text("Batalkan impor ini")');
    expect(await heading(page)).toBe('Impor ini dibatalkan');
    const stranger = await pageOf('other');
    expect((await stranger.goto(page.url()))?.status()).toBe(404);
    for (const one of [page, stranger]) await one.context().close();
  });
  it.each([...walks, ...moreWalks])('says of wrong deadlines what is wrong and keeps them: $lang, $width', async ({ lang, width }) => {
    const page = await pageOf('office', { width });
    await page.goto(`${here.site.url}${lang === 'en' ? '/en' : ''}${base}/siklus/2026-tw4`);
    await see(page, `${lang}-${width}-siklus-tenggat`);
    for (const [step, day] of [['submit', '2020-01-01'], ['publish', 'kapan-kapan']] as const) await page.fill(`#t-${step}`, day);
    await page.click(`button:has-text("${lang === 'en' ? 'Save deadlines' : 'Simpan tenggat'}")`);
    expect(await page.locator('.summary a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['#t-submit', '#t-publish', '#alasan-tenggat']);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary'); // who has no pointer begins there
    expect([await page.inputValue('#t-submit'), await page.inputValue('#t-publish')]).toEqual(['2020-01-01', 'kapan-kapan']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await see(page, `${lang}-${width}-siklus-tenggat-salah`);
    await page.context().close();
  });
  it('is closed, opened again with a reason, and asks for a new period around the holidays', async () => {
    const page = await pageOf('office', { width: 1280 });
    await page.goto(`${here.site.url}${base}/siklus/2026-tw4`);
    await see(page, 'siklus');
    await page.click('button:has-text("Tutup siklus")');
    expect(await page.locator('.summary').textContent()).toContain('Tulis mengapa ditutup');
    await page.fill('#alasan-tutup', 'Semua sudah masuk');
    await page.click('button:has-text("Tutup siklus")');
    expect(await page.locator('main').textContent()).toContain('Ditutup. Semua sudah masuk');
    expect(await page.locator('#t-submit, #p-0').count()).toBe(0);
    expect(await page.locator('.lead').textContent()).toContain('ditutup');
    await page.click('button:has-text("Buka lagi")');
    expect(await page.locator('.summary').textContent()).toContain('Tulis mengapa');
    await page.fill('#alasan', 'Satu dinas terlambat');
    await page.fill('#sampai', '2026-12-31');
    await page.click('button:has-text("Buka lagi")');
    expect(await page.locator('main').textContent()).toMatch(/dibuka lagi sampai 31 Desember 2026[\s\S]*Dibuka lagi: Satu dinas terlambat/);
    await page.fill('#t-submit', '2020-01-01');
    await page.fill('#t-verify', '2020-01-02');
    await page.click('button:has-text("Simpan tenggat")');
    const told = page.locator('.summary a');
    expect([await told.nth(0).textContent(), await told.nth(1).textContent(), await told.nth(2).textContent()]).toEqual([expect.stringMatching(/2020-01-01 lebih awal/), expect.stringMatching(/2020-01-02 lebih awal/), expect.stringMatching(/Tulis mengapa/)]);
    expect(await page.inputValue('#t-submit')).toBe('2020-01-01');
    await page.fill('#alasan-tenggat', 'Edaran Sekda');
    await page.fill('#t-submit', '2026-12-06');
    await page.fill('#t-verify', '2026-12-17');
    await page.fill('#t-publish', '2099-12-22');
    await page.click('button:has-text("Simpan tenggat")');
    expect(await page.locator('.summary').textContent()).toMatch(/Kirim:.*bukan hari kerja[\s\S]*Terbitkan:.*lebih dari setahun/);
    await see(page, 'siklus-tenggat-ragu');
    for (const [step, day] of [['submit', '2027-01-29'], ['approve', '2027-02-01'], ['verify', '2027-02-02'], ['publish', '2027-02-03']]) await page.fill(`#t-${step}`, day as string);
    await page.click('button:has-text("Simpan tenggat")');
    expect(await page.locator('dl.facts').textContent()).toContain('29 Januari 2027');
    await page.goto(`${here.site.url}${base}/siklus`);
    await page.fill('#masa', 'triwulan depan');
    await page.fill('#d-enter', '0');
    await page.click('button:has-text("Buka siklus")');
    expect([await page.inputValue('#masa'), await page.inputValue('#d-enter'), await page.locator('.summary a').count()]).toEqual(['triwulan depan', '0', 2]);
    await see(page, 'siklus-salah');
    await page.fill('#d-enter', '5');
    await page.fill('#masa', '2027');
    await page.click('button:has-text("Buka siklus")');
    expect(await page.locator('.said').textContent()).toMatch(/Siklus dibuka: \d+ isian/);
    await see(page, 'siklus-baru');
    await page.goto(`${here.site.url}${base}/siklus`);
    await page.fill('#masa', '2020');
    await page.click('button:has-text("Buka siklus")');
    expect([await page.locator('.summary').textContent(), await page.inputValue('#masa')]).toEqual([expect.stringMatching(/sudah lewat/), '2020']);
    await see(page, 'siklus-ragu');
    await page.goto(`${here.site.url}${base}/siklus/libur`);
    await see(page, 'libur');
    for (const [day, name, kind, told] of [['bulan depan', '', 'regional', /bulan depan[\s\S]*Tulis nama/], ['2026-12-21', 'Masuk', 'working', /bukan Sabtu atau Minggu/]] as const) {
      await page.fill('#hari', day);
      await page.fill('#nama', name);
      await page.selectOption('#jenis', kind);
      await page.click('button:has-text("Simpan")');
      expect(await page.locator('.summary').textContent()).toMatch(told);
    }
    await page.selectOption('#jenis', 'regional');
    await page.click('button:has-text("Simpan")');
    expect(await page.locator('.said').textContent()).toMatch(/Ditambahkan:.*21 Desember 2026/);
    await page.fill('#hari', '2026-12-21');
    await page.fill('#nama', 'Hari jadi');
    await page.click('button:has-text("Simpan")');
    expect(await page.locator('.summary').textContent()).toMatch(/sudah ada: Masuk, libur daerah/);
    await see(page, 'libur-ragu');
    await page.check('#yakin');
    await page.click('button:has-text("Simpan")');
    expect(await page.locator('.said').textContent()).toMatch(/Diganti/);
    await page.click('button:has-text("Hapus"):has-text("21 Desember 2026")');
    expect(await page.locator('.said').textContent()).toMatch(/Dihapus/);
    const other = await pageOf('other');
    await other.goto(`${here.site.url}${base}/siklus/2026-tw4`);
    expect(await other.locator('main button').count()).toBe(0);
    expect((await other.request.post(`${here.site.url}${base}/siklus/2026-tw4?/close`, { form: { reason: '' }, headers: { origin: here.site.url, accept: 'text/html' } })).status()).toBe(403);
    for (const one of [page, other]) await one.context().close();
  });
});

it('axe finds nothing on the pages of my work, in Indonesian on a phone, in English at a desk', async () => {
  for (const [width, lang] of [[360, ''], [1280, '/en']] as const) {
    const page = await pageOf('office', { width, script: true });
    for (const path of ['/kerja', '/kerja/tabel', '/kerja/setujui', '/kerja/impor', '/siklus', '/siklus/2026-tw4', '/siklus/libur']) {
      await page.goto(`${here.site.url}${lang}${base}${path}`);
      await see(page, `axe${lang.replace('/', '-')}${path.replaceAll('/', '-')}-${width}`);
      expect(await axeFindings(page), path).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} ${width}`).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  }
});

it.each(moreWalks)('is seen from hand to hand the other way round: $lang, $width', (walk) => walkHandToHand(here, region, walk), 120_000);
