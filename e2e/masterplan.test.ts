import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { journey } from './journey.ts';

// The masterplan by a browser without script: written, read by the leaders, refused, mended, adopted, amended, signed.
const region = '99.01';
const base = `/daerah/${region}`;
const posts = {
  office: { role: 'programme_office', agencyCode: 'layanan' }, leader: { role: 'leader' }, secretary: { role: 'secretary' }, lead: { role: 'pillar_lead', pillarCode: 'gov' }, head: { role: 'agency_head', agencyCode: 'layanan' }, operator: { role: 'operator', agencyCode: 'layanan' },
} as const;
type Who = keyof typeof posts;
const here = journey('masterplan', region, posts);
const { pageOf, see } = here;
/** Where the papers go for who looks at them. */
const shots = process.env.SERASAN_SHOTS;
let draft: string;

const url = (path: string, lang = ''): string => `${here.site.url}${lang}${base}${path}`;
const ask = (who: Who, path: string, form?: Record<string, string>): Promise<Response> =>
  fetch(url(path), { redirect: 'manual', headers: { cookie: here.cookies[who], accept: 'text/html', ...(form ? { origin: here.site.url, 'content-type': 'application/x-www-form-urlencoded' } : {}) }, ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}) });
const fill = async (page: Page, fields: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
};

describe('a masterplan', () => {
  it('is written as a draft, and what is in force stays', async () => {
    const page = await pageOf('office');
    await page.goto(url('/kerja/masterplan'));
    await fill(page, { nama: 'Perubahan pertama' });
    await page.click('button:has-text("Mulai")');
    draft = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.goto(url(`/kerja/masterplan/${draft}/swot?baru`));
    await fill(page, { code: 'S1', text_id: 'Sungai yang dapat dilayari', text_en: '' });
    await page.selectOption('[name=side]', 'strength');
    await page.click('button:has-text("Simpan di rancangan")');
    expect(await page.locator('.summary').textContent()).toMatch(/Wajib diisi/);
    expect(await page.inputValue('[name=text_id]')).toBe('Sungai yang dapat dilayari');
    await see(page, 'row-wrong-1280');
    await fill(page, { text_en: 'A river that boats can use' });
    await page.click('button:has-text("Simpan di rancangan")');
    expect(await page.locator('.said').textContent()).toMatch(/Yang berlaku belum berubah/);
    await page.goto(url(`/kerja/masterplan/${draft}/inisiatif?kode=loket-keliling`));
    await fill(page, { cost_estimate: '1250000000', 'quick_win.id': 'Satu mobil di satu kecamatan', 'quick_win.en': 'One van in one district', quick_win_on: '2027-06-30', 'first_milestone.id': 'Mobil dibeli', 'first_milestone.en': 'The van is bought', first_milestone_on: '2027-03-31' });
    await page.click('button:has-text("Simpan di rancangan")');
    expect(await page.locator('.said').textContent()).toMatch(/Tersimpan/);
    await see(page, 'row-1280');
    await page.goto(url(`/kerja/masterplan/${draft}`));
    expect(await page.locator('main').textContent()).toMatch(/Sungai yang dapat dilayari.*Rp1\.250\.000\.000/s);
    await page.click('button:has-text("Ajukan")');
    await see(page, 'draft-1280');
    await page.context().close();
  }, 120_000);

  it('is read chapter by chapter; a remark says what, by whom and until when, and holds back the adoption', async () => {
    const page = await pageOf('leader', { width: 360 });
    await page.goto(url('/kerja/tinjauan'));
    await page.click('a:has-text("Perubahan pertama")');
    await see(page, 'contents-360');
    await page.click('main ol a:has-text("Smart Governance")');
    const told = (await page.locator('#i-loket-keliling').textContent()) ?? '';
    expect(told).toMatch(/Rp1\.250\.000\.000/);
    expect(told).toMatch(/Satu mobil di satu kecamatan, 30 Juni 2027/);
    expect(told).toMatch(/Melayani/);
    await see(page, 'chapter-360');
    await page.click('#i-loket-keliling summary');
    await page.check('#i-loket-keliling-change');
    await page.fill('#i-loket-keliling-text', 'Mulai dari kecamatan yang paling jauh');
    await page.click('#i-loket-keliling button:has-text("Catat keputusan")');
    expect(await page.locator('.summary').textContent()).toMatch(/Pilih perangkat daerah/);
    expect(await page.inputValue('#i-loket-keliling-text')).toBe('Mulai dari kecamatan yang paling jauh');
    await see(page, 'decide-wrong-360');
    await page.selectOption('#i-loket-keliling-owner', 'layanan');
    await page.fill('#i-loket-keliling-due', '2027-02-28');
    await page.click('#i-loket-keliling button:has-text("Catat keputusan")');
    expect(await page.locator('#i-loket-keliling').textContent()).toMatch(/Mulai dari kecamatan yang paling jauh.*/s);
    await page.context().close();
    const office = await pageOf('office');
    await office.goto(url(`/kerja/masterplan/${draft}`));
    await fill(office, { nomor: 'Peraturan Bupati Nomor 7 Tahun 2026', hari: '2026-11-02' });
    await office.click('button:has-text("Berlakukan")');
    expect(await office.locator('.summary').textContent()).toMatch(/Belum dapat diberlakukan/);
    expect(await office.locator('#halangan').textContent()).toMatch(/Loket keliling sehari jadi: keputusan “Ubah” belum dijawab/);
    expect(await office.inputValue('[name=nomor]')).toBe('Peraturan Bupati Nomor 7 Tahun 2026');
    await see(office, 'refused-1280');
    await office.context().close();
  }, 120_000);

  it('is mended, answered and adopted, and the difference of both versions is a page', async () => {
    const page = await pageOf('office');
    await page.goto(url(`/kerja/masterplan/${draft}`));
    await page.click('button:has-text("Tarik kembali")');
    await page.goto(url(`/kerja/masterplan/${draft}/inisiatif?kode=loket-keliling`));
    await fill(page, { 'summary.id': 'Mobil loket mulai dari kecamatan yang paling jauh.', 'summary.en': 'The counter on wheels begins in the farthest district.' });
    await page.click('button:has-text("Simpan di rancangan")');
    await page.goto(url(`/kerja/tinjauan/${draft}/gov`));
    await page.click('#i-loket-keliling button:has-text("Jawab")');
    expect(await page.locator('.summary').textContent()).toMatch(/Tulis jawabannya/);
    await page.fill('#i-loket-keliling textarea[name=jawaban]', 'Urutannya diubah.');
    await page.click('#i-loket-keliling button:has-text("Jawab")');
    expect(await page.locator('#i-loket-keliling').textContent()).toMatch(/Jawaban: Urutannya diubah/);
    await see(page, 'chapter-1280');
    await page.goto(url(`/kerja/masterplan/${draft}`));
    await page.click('button:has-text("Ajukan")');
    await fill(page, { nomor: 'Peraturan Bupati Nomor 7 Tahun 2026', hari: '2026-11-02' });
    await page.setInputFiles('#berkas', { name: 'peraturan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') });
    await page.click('button:has-text("Berlakukan")');
    expect(await page.locator('.summary').textContent()).toMatch(/bukan PDF, JPEG atau PNG/);
    await page.setInputFiles('#berkas', { name: 'peraturan.pdf', mimeType: 'text/plain', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
    await page.click('button:has-text("Berlakukan")');
    expect(await page.locator('.said').textContent()).toMatch(/versi 2/);
    await page.goto(url('/kerja/masterplan'));
    await page.click('a:has-text("Bandingkan")');
    expect(await page.locator('main').textContent()).toMatch(/Mobil loket mulai dari kecamatan yang paling jauh/);
    await see(page, 'difference-1280');
    expect(await (await fetch(url('/inisiatif/loket-keliling'))).text()).toContain('kecamatan yang paling jauh');
    await page.context().close();
  }, 120_000);

  it('is amended by a new draft', async () => {
    const page = await pageOf('office', { width: 360 });
    await page.goto(url('/kerja/masterplan'));
    await fill(page, { nama: 'Perubahan kedua' });
    await page.click('button:has-text("Mulai")');
    const second = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.goto(url(`/kerja/masterplan/${second}/swot?kode=S1`));
    await fill(page, { text_id: 'Sungai dan rawa' });
    await page.click('button:has-text("Simpan di rancangan")');
    await page.goto(url(`/kerja/masterplan/${second}`));
    await page.click('button:has-text("Ajukan")');
    await fill(page, { nomor: 'Peraturan Bupati Nomor 9 Tahun 2026', hari: '2026-11-20' });
    await page.click('button:has-text("Berlakukan")');
    expect(await page.locator('.said').textContent()).toMatch(/versi 3/);
    await see(page, 'amended-360');
    await page.context().close();
  }, 120_000);
});

describe('papers', () => {
  it('come as tagged PDF and as workbooks', async () => {
    for (const [file, head] of [['notulen.pdf', '%PDF'], ['perubahan.pdf', '%PDF'], ['komitmen-layanan.pdf', '%PDF'], ['perubahan.xlsx', 'PK'], ['matriks.xlsx', 'PK']] as const) {
      for (const lang of ['', '/en']) {
        const answer = await fetch(url(`/kerja/tinjauan/${draft}/berkas/${file}`, lang), { headers: { cookie: here.cookies.leader } });
        const bytes = Buffer.from(await answer.arrayBuffer());
        expect([answer.status, answer.headers.get('x-content-type-options'), bytes.subarray(0, head.length).toString('latin1')], file).toEqual([200, 'nosniff', head]);
        if (head === '%PDF') for (const mark of ['/Marked true', '/StructTreeRoot', '<pdfuaid:part>1<', `/Lang (${lang === '' ? 'id' : 'en'})`]) expect(bytes.toString('latin1').includes(mark), `${file} ${mark}`).toBe(true);
        if (shots) writeFileSync(join(shots, `${lang.slice(1)}${file}`), bytes);
      }
    }
    expect((await ask('leader', `/kerja/tinjauan/${draft}/berkas/komitmen-nobody.pdf`)).status).toBe(404);
    expect((await ask('leader', `/kerja/tinjauan/${draft}/berkas/..%2f..%2fsecret`)).status).toBe(404);
  }, 60_000);
  it('are signed, and the scan is kept by its bytes', async () => {
    const page = await pageOf('head');
    await page.goto(url(`/kerja/tinjauan/${draft}/komitmen`));
    await page.click('button:has-text("Simpan pindaian")');
    expect(await page.locator('.summary').textContent()).toMatch(/Pilih berkasnya/);
    await page.setInputFiles('#f-layanan', { name: '../../x.php', mimeType: 'text/html', buffer: Buffer.from('%PDF-1.7\nsigned\n%%EOF\n') });
    await page.click('button:has-text("Simpan pindaian")');
    await see(page, 'commitments-1280');
    const href = (await page.locator('a:has-text("Pindaian ke-1")').getAttribute('href')) ?? '';
    const answer = await fetch(here.site.url + href, { headers: { cookie: here.cookies.head } });
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')?.startsWith('attachment'), answer.headers.get('x-content-type-options'), await answer.text()]).toEqual([200, 'application/pdf', true, 'nosniff', '%PDF-1.7\nsigned\n%%EOF\n']);
    expect((await fetch(here.site.url + href.replace(/[0-9a-f]{64}/, 'a'.repeat(64)), { headers: { cookie: here.cookies.head } })).status).toBe(404);
    expect((await fetch(here.site.url + href, { headers: { cookie: here.cookies.operator, accept: 'text/html' } })).status).toBe(403);
    await page.context().close();
  }, 60_000);
});

describe('who may', () => {
  it.each<[Who, string, number]>([
    ['office', '/kerja/masterplan', 200], ['leader', '/kerja/masterplan', 200], ['operator', '/kerja/masterplan', 403], ['leader', '/kerja/masterplan/DRAFT/swot', 403], ['office', '/kerja/masterplan/DRAFT/swot', 200], ['office', '/kerja/masterplan/DRAFT/nothing', 404], ['office', '/kerja/masterplan/DRAFT/swot?kode=nobody', 404],
    ['lead', '/kerja/tinjauan/DRAFT/gov', 200], ['operator', '/kerja/tinjauan/DRAFT/gov', 403], ['leader', '/kerja/tinjauan/DRAFT/nothing', 404], ['leader', '/kerja/tinjauan/nothing', 404], ['leader', '/kerja/masterplan/beda?dari=1&ke=2', 200], ['leader', '/kerja/masterplan/beda?dari=x&ke=2', 400], ['leader', '/kerja/masterplan/beda?dari=1&ke=99', 404], ['operator', '/kerja/tinjauan/DRAFT/berkas/notulen.pdf', 403], ['operator', '/kerja/tinjauan/DRAFT/komitmen', 403],
  ])('%s at %s: %i', async (who, path, status) => expect((await ask(who, path.replace('DRAFT', draft))).status).toBe(status));
  it('decides of the own pillar alone, writes only as the programme office, and keeps only the own agency\'s sheet', async () => {
    const decide = (who: Who, chapter: string, key: string) => ask(who, `/kerja/tinjauan/${draft}/${chapter}?/putuskan`, { subject: 'chapter', key, decision: 'keep' });
    expect((await decide('lead', 'liv', 'liv')).status).toBe(403);
    expect((await decide('lead', 'gov', 'gov')).status).toBe(409); // adopted: nobody decides any more
    expect((await decide('office', 'gov', 'gov')).status).toBe(403);
    expect((await decide('leader', 'gov', 'nothing')).status).toBe(404);
    expect((await ask('leader', '/kerja/masterplan?/mulai', { nama: 'x' })).status).toBe(403);
    expect((await ask('secretary', `/kerja/masterplan/${draft}?/berlakukan`, { nomor: 'x', hari: '2026-01-01' })).status).toBe(403);
    expect((await ask('head', `/kerja/tinjauan/${draft}/komitmen?/simpan`, { agency: 'sehat' })).status).toBe(403);
    expect((await ask('office', `/kerja/masterplan/${draft}/swot?/simpan&baru`, { code: 'X' })).status).toBe(409);
    expect((await ask('office', `/kerja/masterplan/${draft}?/ajukan`, {})).status).toBe(409);
  });
  it('finds pages that a reader of screens can use, in both languages and at both widths', async () => {
    for (const [lang, width] of [['', 360], ['/en', 1280]] as const) {
      const page = await pageOf('office', { width, script: true });
      for (const path of ['/kerja/masterplan', `/kerja/masterplan/${draft}`, `/kerja/masterplan/${draft}/inisiatif`, '/kerja/masterplan/beda?dari=1&ke=2', `/kerja/tinjauan/${draft}`, `/kerja/tinjauan/${draft}/gov`, `/kerja/tinjauan/${draft}/komitmen`, '/kerja/tinjauan']) {
        await page.goto(url(path, lang));
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
        if (width > 360) expect(await axeFindings(page, { practice: true }), path).toEqual([]); // the same markup; on a narrow screen it is looked at for room alone
        await see(page, `all${path.replaceAll(/[^a-z]+/g, '-').slice(-30)}${lang.slice(1)}-${width}`);
      }
      await page.context().close();
    }
  }, 240_000);
});
