import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from './site.ts';
import { findUnexplained } from './unexplained.ts';

/** The least that a pack may be: a region and its own area. */
const region = `code: "99.90"
name:
  id: Kabupaten Kosong
  en: Empty Regency
short_name: Kosong
kind: kabupaten
time_zone: Asia/Jakarta
fictional: true
notice:
  id: "Contoh: daerah ini tidak ada"
  en: "Contoh: this regency does not exist"
about:
  id: Paket terkecil.
  en: The least pack.
compiled_on: 2026-11-01
compiled_by:
  id: pembuat uji
  en: the maker of the test
`;
const areas = 'code,parent_code,level,kind,name,capital,lat,lon,label_lat,label_lon,area_km2,valid_from,valid_to,source_code\n99.90,,region,kabupaten,Kosong,,,,,,,,,\n';

let site: Site;
beforeAll(async () => {
  site = await startSite();
  const pack = join(mkdtempSync(join(tmpdir(), 'serasan-least-')), '99.90-kosong');
  mkdirSync(pack);
  writeFileSync(join(pack, 'region.yaml'), region);
  writeFileSync(join(pack, 'areas.csv'), areas);
  const run = spawnSync(process.execPath, ['--no-warnings', 'src/app/cli.ts', 'load', pack], { encoding: 'utf8', env: { ...process.env, SERASAN_DATA: site.folder } });
  expect(run.stdout + run.stderr).toContain('99.90');
  expect(run.status).toBe(0);
}, 240_000);
afterAll(() => site.stop());

it('every page of the least region answers, explains its numbers and says what is missing', async () => {
  const queue = ['/daerah/99.90', '/en/daerah/99.90'];
  const seen = new Set<string>(queue);
  const problems: string[] = [];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const response = await fetch(site.url + path, { headers: { accept: 'text/html' } });
    const html = await response.text();
    if (response.status !== 200) problems.push(`${path}: ${response.status}`);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    problems.push(...findUnexplained(html).problems.map((problem) => `${path}: ${problem}`));
    if ((parse(html).querySelector('main')?.text.trim().length ?? 0) < 20) problems.push(`${path}: says nothing`);
    for (const link of parse(html).querySelectorAll('a[href]')) {
      const url = new URL(link.getAttribute('href') ?? '', site.url + path);
      if (url.origin !== site.url || !url.pathname.includes('/daerah/99.90') || seen.has(url.pathname)) continue;
      seen.add(url.pathname);
      queue.push(url.pathname);
    }
  }
  expect(problems).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
}, 120_000);
