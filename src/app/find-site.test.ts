import { describe, expect, it } from 'vitest';
import type { Region } from '#places/index.ts';
import { readAddress } from '#ui/index.ts';
import { findSite } from './find-site.ts';

const region = (code: string, hosts: string[] = []): Region => ({
  regionCode: code, code, nameId: code, nameEn: code, shortName: code, kind: 'kabupaten', timeZone: 'Asia/Jakarta', hosts, fictional: false, noticeId: '', noticeEn: '',
  aboutId: '', aboutEn: '', frontPlan: null, compiledOn: '2026-11-24', compiledById: '', compiledByEn: '', seed: null, theme: [], arms: null,
});
const regions = [region('16.03'), region('99.01', ['contoh.example'])];
const find = (path: string, host = 'localhost') => findSite(readAddress(path), host, regions, '16.03');

describe('the region of a request', () => {
  it('is the default, the one in the address, or the one of the host', () => {
    expect(find('/').site.region?.code).toBe('16.03');
    expect(find('/en/daerah/99.01/rencana').site.region?.code).toBe('99.01');
    expect(find('/rencana', 'contoh.example').site.region?.code).toBe('99.01');
    expect(find('/daerah/99.01', 'contoh.example').site.region?.code).toBe('99.01');
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
    expect(findSite(readAddress('/'), 'localhost', [], '16.03').missing).toEqual({ reason: 'empty', given: '16.03' });
  });
  it('keeps the page when the language changes', () => {
    expect(find('/en/daerah/99.01/indikator/P0').site.otherHref).toBe('/daerah/99.01/indikator/P0');
    expect(find('/').site.otherHref).toBe('/en');
  });
});
