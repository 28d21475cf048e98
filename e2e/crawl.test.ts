import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from './site.ts';
import { countMatches, findUnexplained, type Unexplained } from './unexplained.ts';

interface Page {
  path: string;
  status: number;
  html: string;
  isPage: boolean;
  /** Whether it ships a script that runs. */
  script: boolean;
  unexplained: Unexplained;
}

type Got = Omit<Page, 'script' | 'unexplained'>;

let site: Site;
const pages = new Map<string, Page>();
/** What can be downloaded: only that it is there is asked. */
const files = new Map<string, Got>();

async function get(path: string): Promise<Got> {
  const response = await fetch(site.url + path, { redirect: 'manual', headers: { accept: 'text/html,*/*;q=0.8', 'accept-encoding': 'identity' } });
  return { path, status: response.status, html: await response.text(), isPage: response.headers.get('content-type')?.startsWith('text/html') ?? false };
}

/** The page an address names: pages of a list are pages of their own, filters are not followed. */
const pageOf = (url: URL): string => url.pathname + ([...url.searchParams.keys()].every((key) => key === 'halaman') ? url.search : '');

/** Follows every link of the site from the given pages. */
async function crawl(from: string[]): Promise<void> {
  const queue = [...from];
  const queued = new Set(from);
  while (queue.length > 0) {
    const batch = queue.splice(0, 8).filter((path) => !pages.has(path) && !files.has(path));
    for (const page of await Promise.all([...new Set(batch)].map(get))) {
      // Read once: with all that is asked of it, reading a page costs as much as making it.
      const read = parse(page.isPage ? page.html : '', { blockTextElements: { script: true, style: true } });
      if (page.isPage) pages.set(page.path, { ...page, script: read.querySelectorAll('script').some((script) => script.getAttribute('type') !== 'application/ld+json'), unexplained: findUnexplained(read) });
      else files.set(page.path, page);
      for (const link of read.querySelectorAll('a[href]')) {
        const url = new URL(link.getAttribute('href') ?? '', site.url + page.path);
        const path = pageOf(url);
        if (url.origin === site.url && !pages.has(path) && !files.has(path) && !queued.has(path)) queue.push(path);
        queued.add(path);
      }
    }
  }
}

beforeAll(async () => {
  site = await startSite();
  await crawl(['/', '/en', '/daerah/99.01', '/en/daerah/99.01']);
}, 240_000);
afterAll(() => site.stop());

/** Compressed bytes; the best compression is asked only of a page that a quick one leaves too heavy. */
function weightOf(html: string): number {
  const quick = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  return quick < 18_000 ? quick : brotliCompressSync(html).length;
}

const told = (problems: [string, string][]): string[] => problems.slice(0, 30).map(([path, problem]) => `${path}: ${problem}`);

describe('every page', () => {
  it('was found, in both regions and both languages', () => {
    const of = (start: string) => [...pages.keys()].filter((path) => path.startsWith(start)).length;
    expect(of('/mengapa/')).toBeGreaterThan(100);
    expect(of('/en/mengapa/')).toBe(of('/mengapa/'));
    expect(of('/daerah/99.01/mengapa/')).toBeGreaterThan(30);
    expect(of('/en/daerah/99.01/')).toBe(of('/daerah/99.01/'));
  });
  it('answers, and no link is dead', () => expect(told([...pages.values(), ...files.values()].filter((page) => page.status !== 200).map((page) => [page.path, String(page.status)]))).toEqual([]));
  it('says its language', () => {
    const wrong = [...pages.values()].filter((page) => !page.html.includes(`<html lang="${page.path.startsWith('/en') ? 'en' : 'id'}"`));
    expect(wrong.map((page) => page.path)).toEqual([]);
  });
  it('ships no script', () => {
    const scripts = [...pages.values()].filter((page) => page.script);
    expect(scripts.map((page) => page.path)).toEqual([]);
  });
  it('says Contoh where the region does not exist', () => {
    const silent = [...pages.values()].filter((page) => page.path.includes('/daerah/99.01') && !/<header[\s\S]*Contoh[\s\S]*<\/header>/.test(page.html));
    expect(silent.map((page) => page.path)).toEqual([]);
  });
  it('weighs at most 30 KB with its style sheet', async () => {
    const first = pages.get('/')?.html ?? '';
    const sheets = await Promise.all(parse(first).querySelectorAll('link[rel=stylesheet]').map(async (link) => (await fetch(new URL(link.getAttribute('href') ?? '', site.url))).text()));
    const css = brotliCompressSync(sheets.join('')).length;
    expect(css).toBeGreaterThan(500);
    expect(told([...pages.values()].map((page): [string, number] => [page.path, weightOf(page.html) + css]).filter(([, size]) => size > 30_000).map(([path, size]) => [path, String(size)]))).toEqual([]);
  });
});

describe('no unexplained number', () => {
  let found: Map<string, Unexplained>;
  beforeAll(() => {
    found = new Map([...pages].map(([path, page]) => [path, page.unexplained]));
  });
  it('stands bare', () => expect(told([...found].flatMap(([path, { problems }]) => problems.map((problem): [string, string] => [path, problem])))).toEqual([]));
  it('opens to a page that shows the same value', () => {
    const wrong: [string, string][] = [];
    for (const [path, { figures }] of found) {
      for (const { value, href } of figures) {
        const target = new URL(href, site.url + path);
        const there = pageOf(target);
        // On its own page a figure proves nothing by itself: the place it leads to must be there, and say something.
        const same = there === path && target.hash !== '' ? found.get(there)?.places.has(decodeURIComponent(target.hash.slice(1))) : found.get(there)?.figures.some((figure) => figure.value === value);
        if (!same) wrong.push([path, `${value} is not on ${href}`]);
      }
    }
    expect(told(wrong)).toEqual([]);
  });
  it('counts rows that are not there', () => {
    const wrong: [string, string][] = [];
    for (const [path, { elsewhere }] of found) {
      for (const { count, rows, at } of elsewhere) {
        const target = pages.get(pageOf(new URL(at, site.url + path)));
        if (!target || !countMatches(parse(target.html), rows, count)) wrong.push([path, `${count} of ${rows} at ${at}`]);
      }
    }
    expect(told(wrong)).toEqual([]);
  });
});

describe('what is not there', () => {
  it.each([
    ['/wilayah/16.03.99', 404], ['/wilayah/99.01.01', 404], ['/wilayah?halaman=0', 400], ['/wilayah?halaman=9', 404], [`/wilayah?q=${'a'.repeat(10_000)}`, 400], ['/mengapa/wilayah/16.03.07/ukuran/DISTRICT_POPULATION/1990', 404],
    ['/tidak-ada', 404], ['/indikator/TIDAK', 404], ['/mengapa/indikator/TIDAK/16.03/2020', 404], ['/mengapa/rencana/rpjmd-2018/ZZ', 404], ['/mengapa/pilar/smart-nothing', 404], ['/daerah/12.34', 404], ['/daerah/xx', 404], ['/fr', 404], ['/en/nothing', 404],
    ['/mengapa/data/IPM/utama/16.03/abad-lalu', 404], ['/mengapa', 404], [`/indikator/${'a'.repeat(3000)}`, 404], ['/indikator/%00', 404], ['/rencana/tidak-ada', 404], ['/banding?dari=abad-lalu', 400], ['/banding?dari=9999', 400], ['/banding?x=%E0', 400], ['/banding.csv?indikator=%E0', 400], ['/wilayah?q=%E0', 400], ['/en/rencana?saring=%FF', 400], ['/cari?q=%E0', 400], ['/cari?q=desa&halaman=9', 404], ['/banding?baris=wilayah&kolom=wilayah', 400], ['/banding.csv?indikator=TIDAK', 400], [`/cari?q=${'a'.repeat(10_000)}`, 400], ['/cari?q=%00', 400], ['/indikator/%E0%A4%A', 400],
  ])('%.60s is %s, with a page that helps', async (path, status) => {
    const page = await get(path);
    expect(page.status).toBe(status);
    expect(page.html).not.toMatch(/at .*\.(js|ts):\d+/);
    // No sign that nobody sees is repeated.
    expect(page.html).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
    if (status === 404) expect(parse(page.html).querySelectorAll('main a').length).toBeGreaterThan(0);
  });
  it.each([
    ['/rencana/rpjmd-2018', '/rencana#plan-rpjmd-2018', 307], // once it has grown it has its own
    ['/en/indikator/p0', '/en/indikator/P0', 308], ['/wilayah/16.03', '/wilayah', 308], ['/en/wilayah/16.03.07.2005', '/en/wilayah/16.03.07#desa-16.03.07.2005', 308], ['/daerah/99.01/wilayah/99.01.02.2003', '/daerah/99.01/wilayah/99.01.02#desa-99.01.02.2003', 308],
  ])('%s has no page of its own and leads to %s', async (path, to, status) => {
    const response = await fetch(site.url + path, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([status, to]);
  });
  it('names what is known, how many more there are, and where they stand', async () => {
    const main = parse((await get('/wilayah/16.03.99')).html).querySelector('main');
    expect(main?.text).toContain('16.03.15, dan 10 lagi.');
    expect(main?.querySelector('p a')?.getAttribute('href')).toBe('/wilayah');
    expect(parse((await get('/en/rencana/tidak-ada')).html).querySelector('main')?.text).toContain('rpjmd-2018');
  });
  it('healthz tells how it is', async () => {
    const health = (await (await fetch(`${site.url}/healthz`)).json()) as { status: string; database: string; version: string; regions: { code: string; snapshotAgeSeconds: number }[] };
    expect(health).toMatchObject({ status: 'ok', database: 'pglite' });
    expect(health.regions.map((region) => region.code)).toEqual(['16.03', '99.01']);
    for (const region of health.regions) expect(region.snapshotAgeSeconds).toBeGreaterThanOrEqual(0);
  });
});
