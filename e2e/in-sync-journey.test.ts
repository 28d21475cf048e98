import { expect, it } from 'vitest';
import { journey } from './journey.ts';

// One way through all of it: a plan is amended, what does not connect is found and mended, leaders remark, nothing is adopted before they are answered, and the next amendment begins.
const base = '/daerah/99.01';
const here = journey('in-sync', '99.01', { planner: { role: 'planner', agencyCode: 'rencana' }, leader: { role: 'leader' } });
const plan = 'rpjmd-2025-2029';
const url = (path: string, lang = ''): string => `${here.site.url}${lang}${base}${path}`;
const told = async (path: string): Promise<string> => (await fetch(url(path))).text();

it('author, link, mend, review, adopt, amend', async () => {
  const [planner, leader] = [await here.pageOf('planner'), await here.pageOf('leader', { width: 360 })];
  const main = async (): Promise<string> => (await planner.locator('main').textContent()) ?? '';

  // Author: a draft, a text, and what decides a node's success.
  await planner.goto(url('/kerja/rencana'));
  await planner.click('button[aria-label*="RPJMD"]');
  const draft = (node = ''): string => url(`/kerja/rencana/${plan}?versi=2${node === '' ? '' : `&simpul=${node}`}`);
  await planner.goto(draft('M1.1.1'));
  await planner.click('#f-teks summary');
  await planner.fill('#teks-textId', 'Balita tumbuh sehat di setiap desa');
  await planner.click('#f-teks button[value=save]');
  await planner.click('#f-faktor summary');
  await planner.fill('#faktor-code', 'kader');
  await planner.fill('#faktor-textId', 'Kader posyandu datang');
  await planner.click('#f-faktor button[value=save]');
  expect(await planner.locator('.summary').textContent()).toMatch(/Bunyinya masih kosong/);
  expect(await planner.inputValue('#faktor-textId')).toBe('Kader posyandu datang');
  await here.see(planner, 'factor-refused');
  await planner.fill('#faktor-textEn', 'The volunteers come');
  await planner.click('#f-faktor button[value=save]');
  expect(await main()).toContain('Faktor kunci: Kader posyandu datang');
  await planner.click('[id="f-faktor~air"] summary');
  await planner.click('[id="f-faktor~air"] button[value=remove]');
  expect(await planner.locator('[id="f-faktor~air"]').count()).toBe(0);
  await planner.click('button:has-text("Batalkan yang terakhir")');
  expect(await planner.locator('[id="f-faktor~air"]').count()).toBe(1);
  await here.see(planner, 'factors');
  expect(await told('/selaras/pohon?misi=M1')).not.toContain('Kader posyandu datang'); // a draft is nobody's yet

  // A finding, and the link that mends it.
  const finding = planner.locator('li[data-finding]', { has: planner.locator('input[value="initiative_serves_nothing~initiative~lampu-hias"]') });
  await planner.goto(url('/kerja/temuan'));
  expect(await finding.count()).toBe(1);
  await planner.goto(url(`/kerja/tautan?rencana=${plan}&versi=1&baru`));
  await planner.selectOption('#thing', 'initiative/lampu-hias');
  await planner.selectOption('#node', 'M3.1');
  await planner.fill('#reasonId', 'Lampu hias meramaikan pasar malam');
  await planner.fill('#reasonEn', 'The lamps draw people to the night market');
  await planner.click('.btn-1');
  expect(await planner.locator('.said').textContent()).toBe('Tersimpan.');
  await planner.goto(url('/kerja/temuan'));
  expect(await finding.count()).toBe(0);

  // Review: a remark has an owner and a day, and holds the adoption back.
  await planner.goto(draft());
  await planner.click('button:has-text("Ajukan")');
  await leader.goto(draft('M1.1.1'));
  await leader.click('#f-catat summary');
  await leader.fill('#catat-text', 'Sebutkan ibu hamil');
  await leader.selectOption('#catat-owner', 'sehat');
  await leader.fill('#catat-dueOn', '2020-01-31');
  await leader.click('#f-catat button');
  expect(await leader.locator('.summary').textContent()).toMatch(/“2020-01-31” tidak diterima: isi hari ini atau sesudahnya/);
  expect([await leader.inputValue('#catat-text'), await leader.inputValue('#catat-owner')]).toEqual(['Sebutkan ibu hamil', 'sehat']);
  await here.see(leader, 'remark-refused-360');
  await leader.fill('#catat-dueOn', '2099-12-15');
  await leader.click('#f-catat button');
  expect(await leader.locator('#catatan').textContent()).toMatch(/M1\.1\.1 Balita tumbuh[\s\S]*Sebutkan ibu hamil[\s\S]*sampai 15 Desember 2099/);
  await here.see(leader, 'remark-360');
  const adopt = async (): Promise<void> => {
    await planner.goto(draft());
    await planner.fill('#tetapkan-legalNumber', 'Perda Contoh 9/2026 (rekaan)');
    await planner.fill('#tetapkan-legalDay', '2026-11-28');
    await planner.click('button:has-text("Tetapkan")');
  };
  await adopt();
  expect(await planner.locator('.summary').textContent()).toMatch(/Masih ada 1 catatan pimpinan yang terbuka/);
  await leader.click('#catatan button[value="change"]');
  expect(await leader.locator('#catatan').count()).toBe(0);
  expect(await leader.locator('#catatan-ditutup').textContent()).toMatch(/Sebutkan ibu hamil.*Ditutup oleh Kepala daerah: sudah diubah/s);
  await adopt();
  expect(await main()).toMatch(/sudah ditetapkan: tidak dapat diubah/);

  // What was adopted is public, with its difference; the next amendment begins as its copy.
  await expect.poll(() => told('/selaras/pohon?misi=M1'), { timeout: 20_000 }).toContain('Kader posyandu datang');
  const difference = await told(`/rencana/${plan}/perubahan`);
  expect(difference).toMatch(/Versi 2 dibandingkan dengan versi 1/);
  for (const words of ['Faktor kunci keberhasilan', 'Kader posyandu']) expect(difference).toContain(words);
  await planner.goto(url('/kerja/rencana'));
  await planner.click('button[aria-label*="RPJMD"]');
  await planner.goto(url(`/kerja/rencana/${plan}?versi=3&simpul=M1.1.1`));
  expect(await main()).toContain('Kader posyandu datang');
  await planner.goto(url(`/kerja/rencana/${plan}/perubahan?dari=2&ke=3`));
  expect(await main()).toMatch(/Tidak ada yang berbeda/);
  await here.see(planner, 'difference');
}, 120_000);
