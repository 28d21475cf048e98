import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { journey } from './journey.ts';

const region = '99.01';
const base = `/daerah/${region}`;
const posts = {
  planner: { role: 'planner', agencyCode: 'rencana' }, office: { role: 'programme_office', agencyCode: 'layanan' }, operator: { role: 'operator', agencyCode: 'layanan' }, leader: { role: 'leader' }, admin: { role: 'administrator' },
} as const;
type Who = keyof typeof posts;
const here = journey('editing', region, posts);
const { pageOf, see } = here;

const edit = (kind: string, code: string, lang = ''): string => `${here.site.url}${lang}${base}/kerja/ubah/${kind}?kode=${encodeURIComponent(code)}`;
const statusOf = async (who: Who, path: string): Promise<number> => (await fetch(here.site.url + base + path, { headers: { cookie: here.cookies[who], accept: 'text/html' }, redirect: 'manual' })).status;

describe('an indicator', () => {
  it('is checked, told and tried without a script, saved as a new version, and shows on the portal', async () => {
    const page = await pageOf('planner');
    await page.goto(`${here.site.url}${base}/kerja/ubah`);
    await page.click('a:has-text("Indikator")');
    await page.goto(edit('indikator', 'antre-kelas'));
    await see(page, 'form-1280');
    await page.fill('#formula', "if(#{ANTRE} <= 20, 'cepat', 'lambat'");
    await page.click('button[value=check]');
    expect(await page.locator('.summary').textContent()).toMatch(/seharusnya/);
    expect(await page.locator('#formula').inputValue()).toBe("if(#{ANTRE} <= 20, 'cepat', 'lambat'");
    await see(page, 'wrong-1280');
    await page.fill('#formula', "if(#{ANTRE} <= 20, 'cepat', 'lambat')");
    await page.click('button[value=check]');
    expect(await page.locator('.summary').textContent()).toMatch(/rumusnya memberi lambat/); // its worked examples do not hold any more
    await page.fill('#worked_examples', 'ANTRE = 20 => "cepat"\nANTRE = 21 => "lambat"');
    await page.fill('#alasan', 'Standar pelayanan yang baru');
    await page.click('button[value=check]');
    const found = (await page.locator('#hasil').textContent()) ?? '';
    expect(found).toMatch(/Belum ada yang disimpan/);
    expect(found).toMatch(/Waktu menunggu di loket/);
    expect(found).toMatch(/Kelas waktu menunggu di loket, [^,]+, 2025\s*cepat\s*lambat/);
    expect(found).toMatch(/Tindakan di loket, [^,]+, 2025\s*jaga\s*tambah loket/);
    await see(page, 'checked-1280');
    await page.click('button[value=save]');
    expect(await page.locator('.said').textContent()).toMatch(/Tersimpan/);
    const history = (await page.locator('#riwayat').textContent()) ?? '';
    expect(history).toMatch(/Versi 2/);
    expect(history).toMatch(/Standar pelayanan yang baru/);
    await see(page, 'saved-1280');
    await expect.poll(async () => (await (await fetch(`${here.site.url}${base}/indikator/antre-kelas`)).text()).includes('Versi 2 dari rumus ini.'), { timeout: 30_000 }).toBe(true);
    await expect.poll(async () => (await (await fetch(`${here.site.url}${base}/indikator/antre-kelas`)).text()).includes('lambat (2026)') || (await (await fetch(`${here.site.url}${base}/indikator/antre-kelas`)).text()).includes(': lambat'), { timeout: 60_000 }).toBe(true);
    await page.context().close();
  }, 180_000);

  it('that somebody else changed meanwhile is not written over', async () => {
    const [one, two] = [await pageOf('planner'), await pageOf('office', { width: 360 })];
    for (const page of [one, two]) await page.goto(edit('indikator', 'berkas-keliling'));
    await one.fill('[name="short.id"]', 'Berkas di jalan');
    await one.click('button[value=save]');
    expect(await one.locator('.said').textContent()).toMatch(/Tersimpan/);
    await two.fill('[name="short.id"]', 'Berkas mobil');
    await two.click('button[value=save]');
    expect(await two.locator('.summary').textContent()).toMatch(/Orang lain/);
    expect(await two.locator('[name="short.id"]').inputValue()).toBe('Berkas mobil');
    await see(two, 'moved-360');
    await one.context().close();
    await two.context().close();
  }, 60_000);
});

describe('a target with its phases', () => {
  it('is changed by who plans, keeps what it was, and no phase may fall', async () => {
    const page = await pageOf('planner', { width: 360 });
    await page.goto(`${here.site.url}${base}/kerja/ubah/target?q=sertifikat-tanah+2026`);
    await see(page, 'targets-360');
    await page.goto(edit('target', 'sertifikat-tanah / 99.01 / 2026Q2 / rpjmd-2025-2029'));
    const before = await page.locator('#value').inputValue();
    await page.fill('#value', '0');
    await page.click('button[value=save]');
    expect(await page.locator('.summary').textContent()).toMatch(/paling sedikit/);
    await page.fill('#value', '1,234');
    await page.click('button[value=save]');
    expect(await page.locator('.summary').textContent()).toMatch(/1234 atau 1,2340/);
    await see(page, 'target-two-ways-360');
    await page.fill('#value', String(Number(before) + 1));
    await page.click('button[value=save]');
    expect(await page.locator('.said').textContent()).toMatch(/Tersimpan.*Nilai: [\d.]+ \(sebelumnya/);
    await see(page, 'target-360');
    await page.goto(edit('target', 'sertifikat-tanah / 99.01 / 2026 / rpjmd-2025-2029'));
    await page.fill('#value', '4,9');
    await page.click('button[value=save]');
    expect(await page.locator('.summary').textContent()).toMatch(/triwulan IV 2026.*: Tertulis [\d.]+; seharusnya 4,9, sama dengan target 2026/);
    await see(page, 'target-year-360');
    await page.goto(edit('target', 'air-layak / 99.01 / 2026 / rpjmd-2025-2029'));
    await page.fill('#value', '900');
    await page.click('button[value=save]');
    expect(await page.locator('.summary').textContent()).toMatch(/900 jauh dari/);
    await see(page, 'target-doubt-360');
    expect(await page.inputValue('#value')).toBe('900');
    await page.context().close();
  }, 60_000);
});

describe('the phases of a target', () => {
  it.each([['id', 360, 'Simpan semua', ['1.234', '1.234 jauh dari'], 'air-layak / 99.01 / 2026 / rpjmd-2025-2029'], ['en', 1280, 'Save all', ['1.234', 'can be read as 1234 or as 1.2340'], 'sertifikat-tanah / 99.01 / 2026 / rpjmd-2025-2029']] as const)('are filled in row by row, with scripts or without: %s, %i', async (lang, width, save, [typed, wrong], code) => {
    const page = await pageOf('planner', { width });
    await page.goto(`${here.site.url}${lang === 'en' ? '/en' : ''}${base}/kerja/ubah/target?kode=${encodeURIComponent(code)}`);
    await page.click('main a[href*="/pentahapan"]');
    const fields = page.locator('.grid-form td .field input');
    expect(await fields.count()).toBe(lang === 'en' ? 5 : 1);
    await see(page, `phases-${lang}-${width}`);
    const before = await fields.last().inputValue();
    await fields.last().fill(typed);
    await page.click(`button:has-text("${save}")`);
    expect(await page.locator('.summary').textContent()).toContain(wrong);
    expect(await fields.last().inputValue()).toBe(typed);
    await see(page, `phases-wrong-${lang}-${width}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await fields.last().fill(String(Number(before) + 1));
    if (lang === 'en') {
      await page.click(`button:has-text("${save}")`);
      expect(await page.locator('.summary').count()).toBe(1); // a year ends with its last quarter
      await fields.nth(3).fill(String(Number(before) + 1));
    }
    await page.click(`button:has-text("${save}")`);
    expect(await page.locator('.said').textContent()).toMatch(lang === 'en' ? /2 targets saved/ : /1 target tersimpan/);
    await page.context().close();
  }, 90_000);
});

describe('who may', () => {
  it.each<[Who, string, number]>([
    ['planner', '/kerja/ubah', 200], ['leader', '/kerja/ubah', 200], ['planner', '/kerja/ubah/indikator', 200], ['leader', '/kerja/ubah/indikator', 403], ['operator', '/kerja/ubah/indikator', 403], ['office', '/kerja/ubah/target', 403], ['planner', '/kerja/ubah/target', 200],
    ['operator', '/kerja/ubah/data', 200], ['operator', '/kerja/ubah/data?kode=ANTRE', 200], ['operator', '/kerja/ubah/data?kode=PENDUDUK', 403], ['office', '/kerja/ubah/data?kode=PENDUDUK', 200], ['office', '/kerja/ubah/data?kode=NOBODY', 404], ['office', '/kerja/ubah/aturan?baru', 200],
    ['admin', '/kerja/ubah/perangkat-daerah?kode=layanan', 200], ['admin', '/kerja/ubah/wilayah?kode=99.01.03', 200], ['admin', '/kerja/ubah/indikator', 403], ['planner', '/kerja/ubah/perangkat-daerah', 403], ['planner', '/kerja/ubah/wilayah', 200], ['leader', '/kerja/ubah/wilayah?kode=99.01.03', 403],
  ])('%s at %s: %i', async (who, path, status) => expect(await statusOf(who, path)).toBe(status));
  it('nobody who is not signed in, and nothing by a form either', async () => {
    const answer = await fetch(`${here.site.url}${base}/kerja/ubah/indikator`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('/masuk?kembali=')]);
    const sent = await fetch(`${here.site.url}${base}/kerja/ubah/data?kode=PENDUDUK`, { method: 'POST', redirect: 'manual', headers: { cookie: here.cookies.operator, origin: here.site.url, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }, body: 'go=save&seen=x' });
    expect(sent.status).toBe(403);
  });
  it('finds forms that a reader of screens can use, in both languages and at both widths', async () => {
    for (const [lang, width] of [['', 360], ['/en', 1280]] as const) {
      const page = await pageOf('planner', { width, script: true });
      for (const path of [`${base}/kerja/ubah`, `${base}/kerja/ubah/indikator`, `${base}/kerja/ubah/indikator?kode=balita-stunting`]) {
        await page.goto(here.site.url + lang + path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await axeFindings(page, { practice: true }), path).toEqual([]);
      }
      await see(page, `form${lang.replace('/', '-')}-${width}`);
      await page.context().close();
    }
  }, 120_000);
});
