import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { mostAddresses, robots, sitemap, sitemapPaths } from './sitemap.ts';

const home = { origin: 'https://serasan.example', prefix: '/daerah/16.99' };
const locations = (xml: string | null): string[] => parse(xml ?? '').querySelectorAll('loc').map((loc) => loc.text);

describe('a sitemap', () => {
  it('holds every page of the routes that are there, and no other', () => {
    const paths = sitemapPaths(aRegionModel(), ['/', '/indikator', '/indikator/[code]', '/rencana/[plan]/[node]', '/mengapa/[...path]']);
    expect(paths).toContain('/indikator/MISKIN');
    expect(paths).toContain('/rencana/rpjmd-2018/m1');
    expect(paths.filter((path) => path.startsWith('/mengapa') || path.startsWith('/pilar'))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });
  it('gives whole addresses, each with its other language and the day of the data', () => {
    const written = sitemap(['/', '/indikator/P0'], '2026-11-24', { home, lang: 'en' }, null) ?? '';
    expect(locations(written)).toEqual(['https://serasan.example/en/daerah/16.99', 'https://serasan.example/en/daerah/16.99/indikator/P0']);
    expect(written).toContain('<lastmod>2026-11-24</lastmod>');
    expect(written).toContain('<xhtml:link rel="alternate" hreflang="id" href="https://serasan.example/daerah/16.99/indikator/P0"/>');
    expect(written.match(/x-default/g)).toHaveLength(2);
  });
  it('is cut above fifty thousand addresses, and loses none', () => {
    const paths = Array.from({ length: mostAddresses + 1 }, (_, n) => `/indikator/${n}`);
    const place = { home, lang: 'id' } as const;
    expect(locations(sitemap(paths, '2026-11-24', place, null))).toEqual(['https://serasan.example/daerah/16.99/sitemap.xml?bagian=1', 'https://serasan.example/daerah/16.99/sitemap.xml?bagian=2']);
    expect(locations(sitemap(paths, '2026-11-24', place, 1))).toHaveLength(mostAddresses);
    expect(locations(sitemap(paths, '2026-11-24', place, 2))).toEqual(['https://serasan.example/daerah/16.99/indikator/50000']);
    for (const part of [0, 3, 99999]) expect(sitemap(paths, '2026-11-24', place, part)).toBeNull();
  });
  it('escapes what a code or a host may hold', () => {
    const written = sitemap(["/indikator/a&b'<c>\""], '2026-11-24', { home: { origin: 'https://x.example', prefix: '' }, lang: 'id' }, null) ?? '';
    expect(written).toContain('https://x.example/indikator/a&amp;b&apos;&lt;c&gt;&quot;');
  });
  it('of an empty region is still one', () => expect(sitemap([], '2026-11-24', { home, lang: 'id' }, null)).toContain('<urlset'));
});

describe('robots', () => {
  it('are kept from the design page alone, and told of each sitemap', () => {
    expect(robots([home, { origin: 'https://b.example', prefix: '' }])).toBe([
      'User-agent: *', 'Disallow: /_ui', 'Disallow: /*/_ui', '', 'Sitemap: https://serasan.example/daerah/16.99/sitemap.xml', 'Sitemap: https://serasan.example/en/daerah/16.99/sitemap.xml',
      'Sitemap: https://b.example/sitemap.xml', 'Sitemap: https://b.example/en/sitemap.xml', '',
    ].join('\n'));
  });
});
