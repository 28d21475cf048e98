import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, startSite } from './site.ts';

// One server, two regions: under one of them every code of the other is a code that nobody has, on every route that takes one.
let site: Site;
beforeAll(async () => { site = await startSite({ env: { SERASAN_API_LIMIT: '1000000' } }); }, 120_000);
afterAll(() => site?.stop());

type Row = Record<string, string>;
const regions = ['16.03', '99.01'] as const;
const other = (region: string): string => (region === '16.03' ? '99.01' : '16.03');
const list = async (region: string, name: string): Promise<Row[]> => ((await (await fetch(`${site.url}/api/v1/regions/${region}/${name}?limit=1000`)).json()) as { data: Row[] }).data;
/** Codes of a list that only this region has. */
async function own(region: string, name: string, part = 'code'): Promise<string[]> {
  const theirs = new Set((await list(other(region), name)).map((row) => row[part]));
  return [...new Set((await list(region, name)).map((row) => String(row[part])))].filter((code) => !theirs.has(code)).slice(0, 3);
}

/** Every route that takes a code, by the list that the code is of. */
const routes: [list: string, paths: string[]][] = [
  ['indicators', ['/indikator/X', '/mengapa/indikator/X/R/2024', '/tempel/indikator/X', '/tempel/indikator/X.svg', '/umpan/indikator/X.atom', '/api/v1/regions/R/indicators/X', '/api/v1/regions/R/explanations/cells/X/R/2024']],
  ['initiatives', ['/inisiatif/X', '/tempel/inisiatif/X', '/tempel/inisiatif/X.svg', '/api/v1/regions/R/initiatives/X']],
  ['agencies', ['/perangkat-daerah/X', '/umpan/perangkat-daerah/X.atom', '/api/v1/regions/R/agencies/X']],
  ['areas', ['/wilayah/X', '/api/v1/regions/R/areas/X']],
  ['plans', ['/rencana/X', '/rencana/X/m1', '/umpan/rencana/X.atom', '/api/v1/regions/R/plans/X']],
  ['elements', ['/mengapa/nilai/X/utama/R/2024', '/api/v1/regions/R/elements/X']],
  ['frozen', ['/potret/X', '/potret/X/X', '/api/v1/regions/R/frozen/X']],
  ['sources', ['/api/v1/regions/R/sources/X']],
];
const written = (region: string, path: string, code: string): string => (path.startsWith('/api/') ? '' : `/daerah/${region}`) + path.replaceAll('X', encodeURIComponent(code)).replaceAll('/R/', `/${region}/`);
async function answer(path: string, code: string): Promise<{ status: number; body: string }> {
  const response = await fetch(site.url + path, { headers: { accept: path.startsWith('/api/') ? 'application/json' : 'text/html' } });
  return { status: response.status, body: (await response.text()).replaceAll(encodeURIComponent(code), 'X').replaceAll(code, 'X') };
}

describe.each(regions)('under %s', (region) => {
  it.each(routes)('codes of the other region among %s are nobody’s', async (name, paths) => {
    const theirs = await own(other(region), name);
    expect(theirs.length).toBeGreaterThan(0);
    for (const code of theirs) {
      const nobody = `nobody-${code}`;
      for (const path of paths) {
        const [found, none] = [await answer(written(region, path, code), code), await answer(written(region, path, nobody), nobody)];
        expect([path, code, found.status]).toEqual([path, code, none.status]);
        expect(found.status, `${path} ${code}`).toBe(404);
        if (path.startsWith('/api/')) expect(found.body).toBe(none.body);
      }
    }
  });
  it('no file, feed or list names an indicator, initiative or source of the other', async () => {
    const theirs = [...(await own(other(region), 'indicators')), ...(await own(other(region), 'sources')), ...(await own(other(region), 'initiatives'))];
    const files = ['indicators', 'values', 'cells', 'targets', 'initiatives', 'sources', 'scores', 'achievements'].flatMap((one) => [`/daerah/${region}/data/${one}.csv`, `/daerah/${region}/data/${one}.json`]);
    for (const path of [...files, `/daerah/${region}/data/datapackage.json`, `/daerah/${region}/umpan/semua.atom`, `/api/v1/regions/${region}/changes?limit=1000`, `/daerah/${region}/sitemap.xml`, `/daerah/${region}/banding.csv`]) {
      const { body } = await answer(path, '\0');
      for (const code of theirs) expect(new RegExp(`(^|[^\\w-])${code.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^\\w-])`).test(body), `${path} names ${code}`).toBe(false);
    }
  });
});
