import { describe, expect, it } from 'vitest';
import { readQuery } from '#kernel/query.ts';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { initiativeList, initiativeQuery } from './initiative-list.ts';
import { initiativePage } from './initiative-page.ts';

const list = (query: string, model = aRegionModel()) => initiativeList(telling(model, 'id', ''), readQuery(initiativeQuery(model), new URLSearchParams(query)));

describe('the list of initiatives', () => {
  it('is filtered by pillar, kind and state, and keeps what was chosen', () => {
    expect(list('').rows.map((row) => row.code)).toEqual(['LAYANAN', 'FESTIVAL']);
    expect(list('pilar=smart-economy').rows.map((row) => row.code)).toEqual(['FESTIVAL']);
    const page = list('keadaan=berjalan');
    expect(page.rows).toEqual([]);
    expect(page.filters.find((one) => one.name === 'keadaan')?.value).toBe('berjalan');
  });
  it.each(['pilar=nope', 'halaman=0', 'halaman=-1', 'jenis=%27'])('refuses %s with what was expected', (query) => expect(() => list(query)).toThrow('query.invalid'));
  it('has no second page of two', () => expect(() => list('halaman=2')).toThrow('page.unknown'));
  it('pages over a hundred', () => {
    const model = aRegionModel();
    const one = model.initiatives[0] as (typeof model.initiatives)[0];
    model.initiatives = Array.from({ length: 250 }, (_, n) => ({ ...one, code: `I${n}`, position: n }));
    const page = list('halaman=3', model);
    expect([page.rows.length, page.of, page.before, page.after]).toEqual([50, 3, '/inisiatif?halaman=2', null]);
  });
});

describe('the page of an initiative', () => {
  it('tells what it serves and which measures should move, without claiming a cause', () => {
    const page = initiativePage(telling(aRegionModel(), 'id', ''), 'LAYANAN');
    expect(page.serves.map((one) => [one.href, one.reading])).toEqual([['/rencana/rpjmd-2018/m2', true]]);
    expect(page.measures.map((row) => row.code)).toEqual(['RB']);
    expect(page.state).toBeNull();
  });
  it('says so where it serves nothing', () => expect(initiativePage(telling(aRegionModel(), 'en', ''), 'FESTIVAL').noMeasures).toMatch(/link/));
  it('names an unknown code', () => expect(() => initiativePage(telling(aRegionModel(), 'id', ''), 'nope')).toThrow('initiative.unknown'));
  it('has a title that says its state', () => expect(plain(initiativePage(telling(aRegionModel(), 'id', ''), 'LAYANAN').headline)).toContain('belum diketahui'));
});
