import { createHash } from 'node:crypto';
import { get as httpGet } from 'node:http';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from './site.ts';

const origin = 'https://serasan.example';
const prefixes = ['', '/en', '/daerah/99.01', '/en/daerah/99.01'];
let site: Site;
beforeAll(async () => {
  site = await startSite({ env: { SERASAN_ORIGIN: origin } });
}, 240_000);
afterAll(() => site?.stop());

const text = async (path: string): Promise<string> => (await fetch(site.url + path)).text();
const linksOf = (html: string): Record<string, string> =>
  Object.fromEntries(parse(html).querySelectorAll('head link[rel=canonical], head link[rel=alternate][hreflang]').map((link) => [link.getAttribute('hreflang') ?? 'canonical', link.getAttribute('href') ?? '']));
const dataOf = (html: string): Record<string, unknown>[] => parse(html).querySelectorAll('script[type="application/ld+json"]').map((block) => JSON.parse(block.text) as Record<string, unknown>);

/** With a host header of one's own, which `fetch` does not allow. */
const asked = (path: string, host: string): Promise<string> => new Promise((resolve, reject) => {
  httpGet(site.url + path, { headers: { host, accept: 'text/html' } }, (response) => {
    let body = '';
    response.on('data', (chunk) => { body += chunk; });
    response.on('end', () => resolve(body));
  }).on('error', reject);
});

describe('the sitemaps', () => {
  it.each(prefixes)('of "%s": every address is there, and calls itself so', async (prefix) => {
    const map = parse(await text(`${prefix}/sitemap.xml`));
    const urls = map.querySelectorAll('url').map((url) => ({ loc: url.querySelector('loc')?.text ?? '', others: url.querySelectorAll('[hreflang]').map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]) }));
    expect(urls.length).toBeGreaterThan(20);
    const wrong: string[] = [];
    for (const { loc, others } of urls) {
      const response = await fetch(loc.replace(origin, site.url));
      const { canonical, ...alternates } = linksOf(await response.text());
      if (response.status !== 200 || canonical !== loc || JSON.stringify(Object.entries(alternates)) !== JSON.stringify(others)) wrong.push(`${loc} ${response.status} ${canonical}`);
    }
    expect(wrong).toEqual([]);
  });
  it('are named to robots, who are kept from the design page', async () => {
    const told = await text('/robots.txt');
    expect(told).toContain('Disallow: /_ui');
    for (const prefix of prefixes) expect(told).toContain(`Sitemap: ${origin}${prefix}/sitemap.xml\n`);
    expect(await text('/_ui')).toContain('content="noindex"');
  });
});

describe('a page', () => {
  it('has one address, however it is reached', async () => {
    for (const path of ['/rencana', '/daerah/16.03/rencana']) expect(linksOf(await text(path))).toEqual({ canonical: `${origin}/rencana`, id: `${origin}/rencana`, en: `${origin}/en/rencana`, 'x-default': `${origin}/rencana` });
  });
  it('leaves filters out of its address and keeps the number of a long list', async () => {
    expect(linksOf(await text('/rencana?saring=x&halaman=3')).canonical).toBe(`${origin}/rencana?halaman=3`);
    expect(linksOf(await text('/indikator?pilar=smart-living&halaman=1&utm_source=x')).canonical).toBe(`${origin}/indikator`);
    expect(linksOf(await text('/cari?q=desa&halaman=2&utm_source=x')).canonical).toBe(`${origin}/cari`);
    for (const query of ['?saring=x', '?halaman=1', '?halaman=-2', '?halaman=%22%3E%3Cscript%3E']) expect(linksOf(await text(`/tentang${query}`)).canonical, query).toBe(`${origin}/tentang`);
  });
  it('does not repeat the host it was asked by, whoever asks first', async () => {
    expect(await asked('/bantuan', 'evil.example')).not.toContain('evil.example');
    expect(await text('/bantuan')).not.toContain('evil.example');
  });
  it('tells machines what it is about', async () => {
    expect(dataOf(await text('/'))).toMatchObject([{ '@type': 'WebSite', url: `${origin}/`, inLanguage: 'id', about: { '@type': 'GovernmentOrganization' } }]);
    const [first, second] = dataOf(await text('/en/indikator/P0')).sort((a, b) => (String(a['@type']) < String(b['@type']) ? -1 : 1));
    expect(first).toMatchObject({ '@type': 'BreadcrumbList', itemListElement: [{ position: 1, item: `${origin}/en` }, { position: 2, item: `${origin}/en/indikator` }, { position: 3, item: `${origin}/en/indikator/P0` }] });
    expect(second).toMatchObject({ '@type': 'Dataset', url: `${origin}/en/indikator/P0`, spatialCoverage: { identifier: '16.03' } });
    expect(second).not.toHaveProperty('creativeWorkStatus');
    expect(dataOf(await text('/daerah/99.01/indikator/balita-stunting')).find((one) => one['@type'] === 'Dataset')).toMatchObject({ creativeWorkStatus: 'Simulated' });
    expect(dataOf(await text('/daerah/99.01/perangkat-daerah/layanan')).find((one) => one['@type'] === 'WebPage')).toMatchObject({ about: { '@type': 'GovernmentOrganization' } });
  });
});

describe('the look of a region', () => {
  it('is linked where it has one, and kept for as long as it stays', async () => {
    const head = parse(await text('/daerah/99.01/tentang'));
    for (const href of [head.querySelector('header img')?.getAttribute('src')]) {
      const response = await fetch(site.url + href);
      expect(response.headers.get('cache-control')).toContain('immutable');
      const again = await fetch(site.url + href, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
      expect((await fetch(`${site.url}${href?.split('?')[0]}`)).headers.get('cache-control')).toBe('no-cache');
    }
    expect(await text('/tentang')).not.toMatch(/<style|lambang\.svg/);
    expect((await fetch(`${site.url}/lambang.svg`)).status).toBe(404);
  });
  it('has its colours in the head of every page, and the page allows this one sheet and no other', async () => {
    for (const path of ['/daerah/99.01/tentang', '/daerah/99.01/tentang?anew', '/daerah/99.01/tidak-ada']) {
      const response = await fetch(site.url + path, { headers: { accept: 'text/html' } });
      const sheet = /<style>([^<]*)<\/style>/.exec(await response.text())?.[1] ?? '';
      expect(sheet).toMatch(/^html:root\{--cloth:#/);
      expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'sha256-${createHash('sha256').update(sheet).digest('base64')}';`);
    }
    expect((await fetch(`${site.url}/tentang`)).headers.get('content-security-policy')).toContain("style-src 'self';");
  });
  it('cannot do anything, opened by itself', async () => {
    const response = await fetch(`${site.url}/daerah/99.01/lambang.svg`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
