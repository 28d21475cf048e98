import { expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { journey } from './journey.ts';

const one = journey('links', '99.01', { planner: { role: 'planner' }, office: { role: 'programme_office' }, operator: { role: 'operator', agencyCode: 'layanan' }, leader: { role: 'leader' } });
const at = (path = ''): string => `${one.site.url}/daerah/99.01/kerja/tautan${path}`;
const anchor = (kind: string, key: string): string => `li[id="${kind}-${key}"]`;
const sampah = 'M3.2.1~initiative~bank-sampah';

it('the texts suggest, a person rejects with a reason, takes it back, and accepts: the link shows in public', async () => {
  const page = await one.pageOf('office');
  await page.goto(at());
  await one.see(page, 'list');
  const row = page.locator(anchor('u', sampah));
  expect(await row.textContent()).toContain('“sampah”');
  await row.locator('summary').click();
  await row.locator('button').click(); // without a reason
  expect(await page.locator('.summary').textContent()).toMatch(/Tulis alasan menolak/);
  await one.see(page, 'reject-refused');
  await page.locator(`input[id="alasan-${sampah}"]`).fill('Sasaran rumah, bukan sekolah.');
  await page.locator(`${anchor('u', sampah)} button`).click();
  expect(await page.locator('.said').textContent()).toMatch(/ditolak/);
  expect(await page.locator(anchor('u', sampah)).count()).toBe(0);
  expect(await page.locator(anchor('d', sampah)).textContent()).toContain('Sasaran rumah, bukan sekolah.');
  await one.see(page, 'rejected');
  await page.locator(`${anchor('d', sampah)} button`).click();
  await page.locator(`${anchor('u', sampah)} a`).first().click();
  await one.see(page, 'accept');
  expect(await page.locator('#reasonId').inputValue()).toContain('sampah');
  await page.locator('#evidence').fill('Buku II, bab lingkungan');
  await page.locator('.btn-1').click();
  expect(await page.locator('.said').textContent()).toBe('Tersimpan.');
  await page.locator('#q').fill('sampah');
  await page.locator('.ask .line button').first().click();
  expect(await page.locator(anchor('t', sampah)).textContent()).toContain('Buku II, bab lingkungan');
  await page.goto(`${one.site.url}/daerah/99.01/selaras`);
  expect(await page.locator('#x-M3-env').textContent()).toContain('Bank sampah sekolah');
  await page.goto(at(`?rencana=rpjmd-2025-2029&versi=1&tautan=${encodeURIComponent(sampah)}`));
  await one.see(page, 'change');
  await page.locator('details summary').last().click();
  await page.locator('#ambil-why').fill('Ternyata keliru.');
  await page.locator('form', { has: page.locator('input[value="hapus"]') }).locator('button').click();
  expect(await page.locator('.said').textContent()).toBe('Tautan diambil.');
});

it('what is wrong is refused with what was expected, and what was typed is kept', async () => {
  const page = await one.pageOf('planner');
  await page.goto(at('?baru'));
  await one.see(page, 'new');
  await page.locator('#reasonId').fill('Alasan yang saya tulis');
  await page.locator('.btn-1').click();
  expect(await page.locator('#thing-e').textContent()).toMatch(/Pilih inisiatif atau ukuran/);
  expect(await page.locator('#reasonId').inputValue()).toBe('Alasan yang saya tulis');
  await page.locator('#thing').selectOption('initiative/bank-sampah');
  await page.locator('#node').selectOption('M3.2.1');
  await page.locator('#weight').fill('banyak');
  await page.locator('.btn-1').click();
  expect(await page.locator('.summary').textContent()).toMatch(/alasannya/);
  await page.locator('#reasonEn').fill('A reason');
  await page.locator('.btn-1').click();
  expect(await page.locator('#weight-e').textContent()).toMatch(/angka di atas nol/);
  await one.see(page, 'refused');
  const status = async (path: string, form?: Record<string, string>): Promise<number> => (form ? await page.request.post(at(path), { form, headers: { origin: one.site.url } }) : await page.request.get(at(path))).status();
  expect(await status('?rencana=rpjmd-2018')).toBe(404); // of another region, as one that there is not
  expect(await status('?tautan=M9~initiative~bank-sampah')).toBe(404);
  expect(await status('?tautan=x')).toBe(400);
  expect(await status('?rencana=rpjmd-2025-2029&versi=abc')).toBe(400);
  const withNode = async (node: string) => (await page.request.post(at('?baru'), { form: { op: 'simpan', thing: 'initiative/bank-sampah', node, role: 'primary', basis: 'reading', reasonId: 'tetap di sini', reasonEn: 'b' }, headers: { origin: one.site.url, accept: 'text/html' } }));
  const [foreign, none] = [await withNode('K'), await withNode('Z')]; // a node of another region, and one that nobody has: told alike, and nothing typed is lost
  expect([foreign.status(), none.status()]).toEqual([422, 422]);
  expect((await foreign.text()).replaceAll('Simpul K ', 'Simpul Z ').includes('Simpul Z tidak ada')).toBe(true);
  expect(await foreign.text()).toContain('tetap di sini');
  expect(await status('?baru', { op: 'simpan', thing: 'a\0b', node: 'K' })).toBe(400);
  expect(await status('', { op: 'apa' })).toBe(400);
});

it('a link of the adopted document is shown, and where it can be changed; who may only look, looks', async () => {
  const page = await one.pageOf('operator');
  await page.goto(at());
  expect(await page.locator('.btn-1').count()).toBe(0);
  await page.locator('#tautan li a').first().click();
  expect(await page.locator('main').textContent()).toMatch(/tertulis di dokumen/);
  expect((await page.request.get(at('?baru'))).status()).toBe(403);
  const planner = await one.pageOf('planner', { width: 360 });
  await planner.goto(`${one.site.url}/en/daerah/99.01/kerja/tautan`);
  await one.see(planner, 'narrow-en');
  await planner.locator('#tautan li a').first().click();
  expect(await planner.locator('main').textContent()).toMatch(/part of the adopted document/);
  await one.see(planner, 'fixed-en');
});

it('a finding is let stand with a reason until a day, and the exception is ended again', async () => {
  const page = await one.pageOf('planner');
  const findings = `${one.site.url}/daerah/99.01/kerja/temuan`;
  await page.goto(findings);
  await one.see(page, 'findings');
  const mended = await page.locator('li[data-finding] a:has-text("Perbaiki")').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(mended.length).toBeGreaterThan(3);
  for (const href of new Set(mended)) expect((await page.request.get(href)).status(), href).toBe(200);
  const form = page.locator('li[data-finding] details', { has: page.locator('input[value="initiative_serves_nothing~initiative~lampu-hias"]') });
  await form.locator('summary').click();
  await form.locator('button').click();
  expect(await page.locator('.summary').textContent()).toMatch(/Tulis alasannya/);
  await one.see(page, 'except-refused');
  await page.locator('[id="alasan-initiative_serves_nothing~initiative~lampu-hias"]').fill('Hiasan sementara');
  await form.locator('button').click();
  expect(await page.locator('.said').textContent()).toBe('Pengecualian tersimpan.');
  expect(await page.locator('main').textContent()).toContain('“Hiasan sementara”');
  await page.goto(`${one.site.url}/daerah/99.01/selaras/temuan`);
  expect(await page.locator('main').textContent()).toContain('“Hiasan sementara”');
  expect(await page.locator('main form').count()).toBe(0);
  await page.goto(findings);
  await page.locator('form', { has: page.locator('input[value="cabut"]') }).last().locator('button').click();
  expect(await page.locator('.said').textContent()).toBe('Pengecualian dicabut.');
  const office = await one.pageOf('operator');
  await office.goto(findings);
  expect(await office.locator('main form').count()).toBe(0);
});

it('a leader remarks on a draft and closes the remark; the draft is thrown away with a reason', async () => {
  const page = await one.pageOf('planner');
  await page.goto(`${one.site.url}/daerah/99.01/kerja/rencana`);
  await page.click('button[aria-label*="RPJMD"]');
  const leader = await one.pageOf('leader');
  await leader.goto(`${one.site.url}/daerah/99.01/kerja/rencana/rpjmd-2025-2029?versi=2&simpul=M1`);
  await leader.locator('#f-catat summary').click();
  await leader.locator('#f-catat button').click();
  expect(await leader.locator('.summary').textContent()).toMatch(/Tulis catatannya/);
  await leader.fill('#catat-text', 'Sebutkan ibu hamil');
  await leader.fill('#catat-dueOn', '2099-12-15');
  await one.see(leader, 'remark');
  await leader.locator('#f-catat button').click();
  expect(await leader.locator('#catatan').textContent()).toMatch(/M1 .*Sebutkan ibu hamil.*sampai 15 Desember 2099/s);
  await page.reload();
  expect(await page.locator('main').textContent()).toContain('Sebutkan ibu hamil');
  expect(await page.locator('#f-catat').count()).toBe(0);
  await leader.locator('button[value="change"]').click();
  expect(await leader.locator('#catatan').count()).toBe(0);
  expect(await leader.locator('#catatan-ditutup').textContent()).toMatch(/Sebutkan ibu hamil.*sudah diubah/s);
  await page.locator('summary', { hasText: 'Buang rancangan ini' }).click();
  await page.locator('form', { has: page.locator('input[value="buang"]') }).locator('button').click();
  expect(await page.locator('.summary').textContent()).toMatch(/Tulis alasannya/);
  await one.see(page, 'throw-refused');
  await page.fill('#buang-reason', 'Diganti rancangan lain');
  await page.locator('form', { has: page.locator('input[value="buang"]') }).locator('button').click();
  expect(await page.locator('.said').textContent()).toBe('Rancangan dibuang.');
  expect(await page.locator('main').textContent()).not.toContain('Versi 2');
});

it('the pages are accessible, with their forms open, and nothing goes over the edge of a phone', async () => {
  const page = await one.pageOf('office', { script: true, width: 360 });
  for (const path of ['kerja/tautan', 'kerja/tautan?baru', 'kerja/temuan']) {
    await page.goto(`${one.site.url}/daerah/99.01/${path}`);
    await page.evaluate(() => { for (const details of document.querySelectorAll('main details')) (details as HTMLDetailsElement).open = true; });
    expect(await axeFindings(page), path).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
  }
});
