import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { openBrowser, type Site, startSite } from './site.ts';
import { totp } from './totp.ts';
import { findUnexplained } from './unexplained.ts';

// One person after another, in the order of a first day.
const base = '/daerah/99.01';
const password = 'kain songket biru';
const wanted = 'jembatan kuning di hulu';
const shots = process.env.SERASAN_SHOTS;
let site: Site;
let browser: Browser;
let admin: Page;
let operator: Page;
let secret = '';
let spare: string[] = [];
let shot = 0;

async function open(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(15_000);
  return context;
}
const heading = async (page: Page): Promise<string> => ((await page.locator('h1').textContent()) ?? '').trim();
const press = (page: Page, text: string): Promise<void> => page.click(`main button:has-text("${text}")`);
const fill = async (page: Page, fields: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await page.fill(`main [name=${name}]`, value);
};

/** Axe finds nothing, nothing overflows; with SERASAN_SHOTS both widths and languages are kept to be looked at. */
async function look(page: Page, name: string): Promise<void> {
  expect(await page.locator('script').count(), `${name} sends a script`).toBe(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${name} overflows`).toBeLessThanOrEqual(0);
  expect(await axeFindings(page), name).toEqual([]);
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  shot += 1;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await page.screenshot({ path: join(shots, `${String(shot).padStart(2, '0')}-${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 740 });
}

const signIn = async (page: Page, email: string, words: string): Promise<void> => {
  await page.goto(`${site.url}${base}/masuk`);
  await fill(page, { email, sandi: words });
  await press(page, 'Masuk');
};

beforeAll(async () => {
  site = await startSite({ env: { SERASAN_REGION: '16.03' } });
  browser = await openBrowser();
  for (let n = 0; n < 100 && !site.output().includes('/daerah/99.01/masuk/tautan/'); n += 1) await new Promise((resolve) => setTimeout(resolve, 50));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

describe('the first administrator', () => {
  it('comes by the link that the server printed, which serves once', async () => {
    const link = /\S+\/daerah\/99\.01\/masuk\/tautan\/\S+/.exec(site.output())?.[0] ?? '';
    admin = await (await open()).newPage();
    await admin.goto(link);
    await look(admin, 'link');
    await fill(admin, { nama: 'Administrator Contoh', email: 'admin@contoh.example', sandi: 'pendek', sandi2: 'lain' });
    await press(admin, 'Buat akun');
    expect(await admin.locator('.summary').textContent()).toContain('sedikitnya 12 tanda');
    expect(await admin.inputValue('[name=email]')).toBe('admin@contoh.example');
    await look(admin, 'link-wrong');
    await fill(admin, { sandi: password, sandi2: password });
    await press(admin, 'Buat akun');
    expect(new URL(admin.url()).pathname).toBe(`${base}/masuk`);
    const again = await admin.goto(link);
    expect([again?.status(), await heading(admin)]).toEqual([410, 'Tautan ini sudah dipakai']);
    await look(admin, 'link-spent');
    expect((await admin.goto(`${site.url}${base}/masuk/tautan/none`))?.status()).toBe(404);
    expect((await admin.goto(link.replace('99.01', '16.03')))?.status()).toBe(404);
  });

  it('signs in, and may do nothing before there is a second factor', async () => {
    await admin.goto(`${site.url}${base}/akun/daftar`);
    expect(new URL(admin.url()).searchParams.get('kembali')).toBe(`${base}/akun/daftar`);
    await look(admin, 'sign-in');
    await fill(admin, { email: 'admin@contoh.example', sandi: 'salah sama sekali' });
    await press(admin, 'Masuk');
    await look(admin, 'sign-in-wrong');
    await fill(admin, { email: 'admin@contoh.example', sandi: password });
    await press(admin, 'Masuk');
    expect(new URL(admin.url()).pathname).toBe(`${base}/akun/kunci-kedua`);
    await look(admin, 'factor');
    await fill(admin, { sandi: password });
    await press(admin, 'Mulai');
    secret = ((await admin.locator('.copy').first().textContent()) ?? '').replace(/\s/g, '');
    spare = await admin.locator('ul.copy li').allTextContents();
    expect([secret.length > 30, spare.length]).toEqual([true, 10]);
    await look(admin, 'factor-made');
    await fill(admin, { kode: '000000' });
    await press(admin, 'Pasang');
    await look(admin, 'factor-wrong');
    expect(((await admin.locator('.copy').first().textContent()) ?? '').replace(/\s/g, '')).toBe(secret); // the key stays in sight
    expect(await admin.locator('ul.copy li').allTextContents()).toEqual(spare);
    expect(spare.join('')).not.toMatch(/[il1o0]/i);
    const other = await (await open()).newPage(); // with the password alone
    await signIn(other, 'admin@contoh.example', password);
    await other.goto(`${site.url}${base}/akun`);
    expect(await heading(other)).toBe('Akun saya');
    await admin.fill('[name=kode]', totp(secret));
    await press(admin, 'Pasang');
    expect(new URL(admin.url()).pathname).toBe(`${base}/akun/daftar`);
    await other.goto(`${site.url}${base}/akun`);
    expect(new URL(other.url()).pathname).toBe(`${base}/masuk`);
    await other.context().close();
    expect(await heading(admin)).toBe('Akun dan jabatan');
  });
});

describe('an account', () => {
  it('is made by the administrator, with a link for its holder and a post', async () => {
    await fill(admin, { nama: 'Operator Contoh', email: 'operator@contoh.example' });
    await press(admin, 'Buat akun');
    const link = ((await admin.locator('.copy').textContent()) ?? '').trim();
    await look(admin, 'accounts');
    await admin.click('main a:has-text("Beri jabatan")');
    await press(admin, 'Beri jabatan');
    expect(await admin.locator('.summary').textContent()).toContain('Pilih jabatannya');
    await admin.selectOption('[name=peran]', 'operator');
    await press(admin, 'Beri jabatan');
    expect(await admin.locator('.summary').textContent()).toContain('Pilih perangkat daerah');
    await look(admin, 'grant-wrong');
    await admin.selectOption('[name=perangkat]', 'sehat');
    await press(admin, 'Beri jabatan');
    expect(await admin.locator('main').textContent()).toContain('Operator perangkat daerah');
    await look(admin, 'account');
    operator = await (await open()).newPage();
    await operator.goto(link);
    await look(operator, 'link-password');
    await fill(operator, { sandi: wanted, sandi2: wanted });
    await press(operator, 'Simpan');
    await signIn(operator, 'operator@contoh.example', wanted);
    expect(await heading(operator)).toContain('Berapa'); // who has work is brought to it
    await operator.goto(`${site.url}${base}/akun`);
    expect(await heading(operator)).toBe('Akun saya');
    await look(operator, 'own-account');
  });

  it('sees who may do what, and nothing of accounts', async () => {
    const refused = await operator.goto(`${site.url}${base}/akun/daftar`);
    expect(refused?.status()).toBe(403);
    await look(operator, 'refused');
    await operator.goto(`${site.url}${base}/akses?perangkat=sehat`);
    expect(await operator.locator('[id="value.enter"]').textContent()).toContain('Anda boleh, sebagai Operator');
    expect(await operator.locator('[id="value.publish"]').textContent()).toContain('Anda tidak boleh');
    expect(await operator.content()).not.toContain('Administrator Contoh');
    await operator.goto(`${site.url}${base}/akses?perangkat=layanan`);
    expect(await operator.locator('[id="value.enter"]').textContent()).toContain('tidak menjangkau ini');
    await look(operator, 'access');
    await operator.goto(`${site.url}/en${base}/akses?perangkat=sehat`);
    await look(operator, 'access-en');
    await admin.goto(`${site.url}${base}/akses?perangkat=sehat`);
    expect(await admin.locator('[id="value.enter"]').textContent()).toContain('Operator Contoh');
    expect((await operator.goto(`${site.url}${base}/akses?perangkat=%27--`))?.status()).toBe(400);
  });

  it('ends its sessions, and changes its password', async () => {
    const other = await (await open()).newPage();
    await signIn(other, 'operator@contoh.example', wanted);
    await operator.goto(`${site.url}${base}/akun`);
    await press(operator, 'Akhiri semua yang lain');
    await other.goto(`${site.url}${base}/akun`);
    expect(new URL(other.url()).pathname).toBe(`${base}/masuk`);
    await fill(operator, { kini: 'salah sama sekali', sandi: password, sandi2: password });
    await press(operator, 'Ganti');
    expect(await operator.locator('.summary').textContent()).toContain('tidak cocok');
    await fill(operator, { kini: wanted, sandi: password, sandi2: password });
    await press(operator, 'Ganti');
    expect(await operator.locator('.said').textContent()).toContain('sudah diganti');
    await signIn(other, 'operator@contoh.example', wanted);
    expect(await other.locator('.summary').textContent()).toContain('tidak cocok');
    await other.context().close();
  });

  it('hands a post over, and loses it when it is ended', async () => {
    await admin.goto(`${site.url}${base}/akun/daftar`);
    await admin.click('main a:has-text("Operator Contoh")');
    await admin.click('main a:has-text("Serahkan atau akhiri")');
    await look(admin, 'post');
    await fill(admin, { email: 'nobody@contoh.example' });
    await press(admin, 'Serahkan');
    expect(await admin.locator('.summary').textContent()).toContain('Tidak ada akun');
    await look(admin, 'post-wrong');
    await admin.fill('#alasan-akhir', 'pindah tugas');
    await press(admin, 'Akhiri jabatan');
    expect((await operator.goto(`${site.url}${base}/akses`))?.status()).toBe(404);
  });
});

describe('signing in again', () => {
  it('asks the code, takes each code once, and a spare code instead', async () => {
    const page = await (await open()).newPage();
    const code = totp(secret);
    await signIn(page, 'admin@contoh.example', password);
    expect(new URL(page.url()).pathname).toBe(`${base}/masuk/kode`);
    await look(page, 'code');
    expect((await page.context().cookies()).some((cookie) => cookie.name.endsWith('session_token'))).toBe(false);
    await page.fill('[name=kode]', '123');
    await press(page, 'Masuk');
    await look(page, 'code-wrong');
    await page.fill('[name=kode]', code);
    await press(page, 'Masuk');
    expect(await heading(page)).toBe('Akun saya');
    const twice = await (await open()).newPage();
    await signIn(twice, 'admin@contoh.example', password);
    await twice.fill('[name=kode]', code);
    await press(twice, 'Masuk');
    expect(await twice.locator('.summary').textContent()).toContain('sudah dipakai');
    await signIn(twice, 'admin@contoh.example', password);
    await twice.fill('[name=kode]', (spare[0] ?? '').toUpperCase().replaceAll('-', ' '));
    await press(twice, 'Masuk');
    expect(await heading(twice)).toBe('Akun saya');
    await twice.goto(`${site.url}${base}/keluar`);
    await look(twice, 'sign-out');
    await press(twice, 'Keluar');
    expect(await heading(twice)).toBe('Anda sudah keluar.');
    await signIn(twice, 'admin@contoh.example', password);
    await twice.fill('[name=kode]', spare[0] ?? '');
    await press(twice, 'Masuk');
    expect(await twice.locator('.summary').count()).toBe(1);
  });
});

describe('the page to sign in', () => {
  it('is filled in by the keyboard alone', async () => {
    const page = await (await open()).newPage();
    await page.goto(`${site.url}${base}/masuk`);
    const focused = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name ?? '');
    for (let n = 0; n < 40 && (await focused()) !== 'email'; n += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('admin@contoh.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/masuk/kode*');
    await page.context().close();
  });

  it('explains each figure, in both languages', async () => {
    for (const path of [`${base}/masuk`, `/en${base}/masuk`, '/masuk', '/en/masuk']) expect([path, findUnexplained(await (await fetch(site.url + path)).text()).problems]).toEqual([path, []]);
  });

  it('goes back within this site alone', async () => {
    for (const evil of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const page = await (await fetch(`${site.url}${base}/masuk?kembali=${encodeURIComponent(evil)}`)).text();
      expect(page).toContain(`name="kembali" value="${base}/akun?masuk"`);
    }
  });

  it('over https gives a cookie that http does not get, and asks for https from then on', async () => {
    const origin = site.url.replace('http:', 'https:');
    const asked = (path: string, cookie: string, fields: Record<string, string>) => fetch(site.url + base + path, { method: 'POST', redirect: 'manual', headers: { origin, cookie, accept: 'text/html', 'x-forwarded-proto': 'https', 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields) });
    const given = await asked('/masuk', '', { email: 'operator@contoh.example', sandi: password });
    expect([given.status, given.headers.get('strict-transport-security')]).toEqual([303, 'max-age=31536000']);
    expect(given.headers.getSetCookie()[0]).toMatch(/^__Secure-serasan\.session_token=\S+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/i);
    const out = await asked('/keluar', given.headers.getSetCookie()[0]?.split(';')[0] ?? '', {});
    expect([out.status, out.headers.get('clear-site-data'), /Max-Age=0/.test(out.headers.getSetCookie().join())]).toEqual([303, '"cache"', true]);
  });
});
