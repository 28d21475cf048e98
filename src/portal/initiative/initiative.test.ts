import { describe, expect, it } from 'vitest';
import { readQuery } from '#kernel/query.ts';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { initiativeList, initiativeQuery } from './initiative-list.ts';
import { initiativePage } from './initiative-page.ts';
import english from './initiative.messages.en.json' with { type: 'json' };
import indonesian from './initiative.messages.id.json' with { type: 'json' };

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

describe('the headline of initiatives', () => {
  const withStates = (...states: string[]) => {
    const model = aRegionModel();
    const one = model.initiatives[0] as (typeof model.initiatives)[0];
    model.initiatives = states.map((state, n) => ({ ...one, code: `I${n}`, position: n, state, kind: n === 0 ? 'quick_win' : 'initiative' }));
    return model;
  };
  it.each([
    [['running', 'stopped', 'unknown'], 'Tiga inisiatif, satu di antaranya quick win: satu berjalan, satu berhenti, satu belum diketahui keadaannya'], [['unknown', 'unknown'], 'Dua inisiatif, satu di antaranya quick win: keadaan semuanya belum diketahui'],
    [['running'], 'Satu quick win: berjalan'], [[], 'Belum ada inisiatif yang dimuat'],
  ])('%s', (states, expected) => expect(plain(list('', withStates(...states)).headline)).toBe(expected));
  it('says of how many the filter lets through', () => expect(plain(list('keadaan=berhenti', withStates('running', 'stopped', 'running')).headline)).toBe('Satu dari tiga inisiatif: berhenti'));
  it('tells once what a source says of several', () => {
    const model = withStates('unknown', 'unknown');
    const said = { text: { id: 'Satu berhenti.', en: 'One stopped.' }, source: 'bps' };
    model.initiatives = model.initiatives.map((one) => ({ ...one, statements: [said] }));
    expect(list('', model).shared.map((one) => plain(one.words))).toEqual(['Tentang dua di antaranya: Satu berhenti.']);
  });
});

describe('the page of an initiative', () => {
  it('does not say that what has stopped is so since its start', () => {
    const model = aRegionModel();
    model.initiatives = model.initiatives.map((one) => ({ ...one, state: 'stopped', started: '2020' }));
    expect(plain(initiativePage(telling(model, 'id', ''), 'LAYANAN').headline)).toBe('Layanan: berhenti, dimulai 2020');
  });
  it('says who is asked for progress, where a source names the agency', () => {
    const model = aRegionModel();
    model.agencies = new Map([['satu', { code: 'satu', name: 'Dinas Satu', shortName: 'Satu', sourceCode: null, note: null }]]);
    model.initiatives = model.initiatives.map((one) => ({ ...one, agencyCode: 'satu' }));
    expect(plain(initiativePage(telling(model, 'id', ''), 'LAYANAN').progress)).toContain('Dinas Satu');
    expect(plain(initiativePage(telling(aRegionModel(), 'id', ''), 'LAYANAN').progress)).toContain('tidak menyebut');
  });
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

it('has the same messages in both languages', () => expect(Object.keys(english)).toEqual(Object.keys(indonesian)));
