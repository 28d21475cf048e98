import { describe, expect, it } from 'vitest';
import type { ListedRegion } from '#places/index.ts';
import { canonicalHref, readAddress } from '#ui/index.ts';
import { findSite } from './find-site.ts';

const region = (code: string, hosts: string[] = []): ListedRegion => ({
  regionCode: code, code, nameId: code, nameEn: code, shortName: code, kind: 'kabupaten', timeZone: 'Asia/Jakarta', hosts, fictional: false, noticeId: '', noticeEn: '',
  aboutId: '', aboutEn: '', frontPlan: null, compiledOn: '2026-11-24', compiledById: '', compiledByEn: '', seed: null, theme: [], armsDigest: null,
});
const regions = [region('16.03'), region('99.01', ['contoh.example'])];
const find = (path: string, host = 'localhost') => findSite(readAddress(path), host, regions, { fallback: '16.03' });

describe('the region of a request', () => {
  it('is the default, the one in the address, or the one of the host', () => {
    expect(find('/').site.region?.code).toBe('16.03');
    expect(find('/en/daerah/99.01/rencana').site.region?.code).toBe('99.01');
    expect(find('/rencana', 'contoh.example').site.region?.code).toBe('99.01');
    expect(find('/daerah/99.01', 'contoh.example').site.region?.code).toBe('99.01');
    expect(find('/rencana', 'contoh.example.').site.region?.code).toBe('99.01');
  });
  it('is never another one on a host that belongs to a region', () => {
    expect(find('/daerah/16.03', 'contoh.example')).toMatchObject({ missing: { reason: 'unknown', given: '16.03' }, site: { region: null } });
  });
  it('lists what a host can open, and no more', () => {
    expect(find('/daerah/16.03', 'contoh.example').open.map((one) => one.code)).toEqual(['99.01']);
    expect(find('/daerah/77.77', 'CONTOH.example').open.map((one) => one.code)).toEqual(['99.01']);
    expect(find('/daerah/77.77').open).toHaveLength(2);
  });
  it('is missing when nothing of that code is loaded', () => {
    expect(find('/daerah/77.77').missing).toEqual({ reason: 'unknown', given: '77.77' });
    expect(findSite(readAddress('/'), 'localhost', [], { fallback: '16.03' }).missing).toEqual({ reason: 'empty', given: '16.03' });
  });
  it('keeps the page when the language changes', () => {
    expect(find('/en/daerah/99.01/indikator/P0').site.otherHref).toBe('/daerah/99.01/indikator/P0');
    expect(find('/').site.otherHref).toBe('/en');
  });
});

describe('the one address of a page', () => {
  const canonical = (path: string, origin: string | null, host = 'localhost'): string => canonicalHref(findSite(readAddress(path), host, regions, { fallback: '16.03', origin }).site);
  it.each([
    ['/', null, '/'],
    ['/daerah/16.03/rencana', null, '/rencana'],
    ['/en/daerah/16.03', null, '/en'],
    ['/daerah/99.01/rencana', null, 'https://contoh.example/rencana'],
    ['/', 'https://serasan.example', 'https://serasan.example/'],
    ['/en/daerah/16.03/indikator/P0', 'https://serasan.example', 'https://serasan.example/en/indikator/P0'],
    ['/daerah/99.01/rencana', 'https://serasan.example', 'https://serasan.example/daerah/99.01/rencana'],
    ['/daerah/99.01/rencana', 'https://contoh.example', 'https://contoh.example/rencana'],
    ['/rencana', 'https://contoh.example', '/rencana'],
  ])('of %s under %s is %s', (path, origin, expected) => expect(canonical(path, origin)).toBe(expected));
  it('does not follow the host of the request', () => {
    expect(canonical('/rencana', null, 'evil.example')).toBe('/rencana');
    expect(canonical('/rencana', 'https://serasan.example', 'evil.example')).toBe('https://serasan.example/rencana');
    expect(canonical('/rencana', null, 'contoh.example')).toBe('https://contoh.example/rencana');
  });
});
