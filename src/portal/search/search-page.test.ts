import { describe, expect, it } from 'vitest';
import { aRegionModel, anIndicator } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import type { RegionModel } from '../region-model.ts';
import { makeSearchIndex, searchIndexOf } from './search-index.ts';
import { piecesOf, searchPage } from './search-page.ts';
import { mostFound, pageSize, readSearchQuery } from './search-query.ts';
import { mostCharacters, mostTerms, stem, wordsAsked } from './search-terms.ts';

const area = (code: string, parentCode: string, level: string, kind: string, name: string) =>
  ({ code, parentCode, level, kind, name, capital: null, lat: null, lon: null, labelLat: null, labelLon: null, areaKm2: null, validFrom: null, validTo: null, sourceCode: null });

function withPlaces(): RegionModel {
  const model = aRegionModel();
  model.areas.set('16.99.01', area('16.99.01', '16.99', 'district', 'kecamatan', 'Gelumbang'));
  model.areas.set('16.99.01.2001', area('16.99.01.2001', '16.99.01', 'village', 'desa', 'Sukamaju'));
  model.agencies.set('dinkes', { code: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes', sourceCode: null, note: null });
  return model;
}
const ask = (q: string, { lang = 'id', page = '', model = withPlaces() }: { lang?: 'id' | 'en'; page?: string; model?: RegionModel } = {}) =>
  searchPage(telling(model, lang, ''), readSearchQuery(new URLSearchParams({ q, ...(page ? { halaman: page } : {}) })));
const links = (view: ReturnType<typeof ask>): string[] => view.groups.flatMap((group) => group.rows.map((row) => row.href));

describe('a search', () => {
  it.each([
    ['kemiskinan', '/indikator/MISKIN'], ['Miskinnya', '/indikator/MISKIN'], ['PENDUDUK  miskin', '/indikator/MISKIN'], ['poverty', '/indikator/MISKIN'], ['pendudk', '/indikator/MISKIN'],
    ['stuntng', '/indikator/STUNTING'], ['iklh', '/indikator/IKLH'], ['melayani', '/rencana/rpjmd-2018/m2'], ['festival', '/inisiatif/FESTIVAL'], ['governance', '/pilar/smart-governance'],
    ['gelumbang', '/wilayah/16.99.01'], ['desa sukamaju', '/wilayah/16.99.01#desa-16.99.01.2001'], ['kesehatan', '/perangkat-daerah/dinkes'], ['dinkes', '/perangkat-daerah/dinkes'],
  ])('for %s finds %s', (q, href) => expect(links(ask(q))).toContain(href));

  it('says why each was found, in the language in which it matched', () => {
    const [first] = ask('poverty').groups[0]?.rows ?? [];
    expect(first?.why?.pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['poverty']);
    const rows = ask('kemiskinan').groups.flatMap((group) => group.rows);
    expect(rows.every((row) => row.title.some((piece) => piece.hit) || row.why !== null)).toBe(true);
  });

  it('marks a word by its stem, and keeps the text as it is', () => {
    const pieces = piecesOf('Persentase kemiskinan, 2025', new Set(['miskin']));
    expect(pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['kemiskinan']);
    expect(pieces.map((piece) => piece.text).join('')).toBe('Persentase kemiskinan, 2025');
  });

  it('offers the nearest words for what it does not know, and lists to start from', () => {
    const view = ask('gelumbnag');
    expect(view.offers?.links.map((one) => one.text)).toContain('gelumbang');
    const none = ask('zzqqxx');
    expect(none.groups).toEqual([]);
    expect(none.lists).toBe(true);
    expect(none.status).toBe(200);
  });

  it('with nothing asked says what can be asked, with words that find something', () => {
    const view = ask('');
    expect(view.status).toBe(200);
    expect(view.offers?.links.length).toBeGreaterThan(0);
    for (const one of view.offers?.links ?? []) expect(links(ask(one.text)).length, one.text).toBeGreaterThan(0);
  });

  it('of an empty region does not break', () => {
    const model = aRegionModel({ plans: new Map(), indicators: new Map(), initiatives: [], masterplan: null, planLinks: [], agencies: new Map() });
    expect(ask('', { model }).offers).toBeNull();
    expect(ask('apa saja', { model }).groups).toEqual([]);
  });

  it('writes a title and a headline in both languages', () => {
    expect(ask('miskin', { lang: 'en' }).title).not.toBe(ask('miskin').title);
    expect(plain(ask('miskin').headline)).toContain('“miskin”');
  });
});

describe('a bad search', () => {
  it('that is too long is refused and keeps what was typed, shortened', () => {
    const view = ask('a'.repeat(10_000));
    expect(view.status).toBe(400);
    expect(view.q).toHaveLength(mostCharacters);
    expect(view.lead).toContain(String(mostCharacters));
  });
  it.each(['\u0000', '\ud800', '\ufffd\ufffd', '...', '%', '\u200b\u202e'])('of signs alone (%j) is refused', (q) => expect(ask(q).status).toBe(400));
  it('of mixed signs is cleaned and says so', () => {
    const view = ask('mis\u0000kin \ud800 ＰＥＮＤＵＤＵＫ');
    expect(view.status).toBe(200);
    expect(view.cleaned).not.toBeNull();
    expect(view.q).toBe('mis kin PENDUDUK');
    expect(ask('air minum').cleaned).toBeNull();
  });
  it.each(['0', '-1', '3', '99999999999', 'dua', '1.5'])('at page %j', (page) => {
    const status = searchPage(telling(withPlaces(), 'id', ''), readSearchQuery(new URLSearchParams({ q: 'miskin', halaman: page }))).status;
    expect(status).toBe(400);
  });
  it('never throws, whatever stands in the address', () => {
    for (const q of ['(', '*', '__proto__', 'constructor', '<b>', 'тест', '漢字', 'é'.repeat(150), '\u202eabc', 'a'.repeat(200), 'x y '.repeat(50)]) expect(() => ask(q)).not.toThrow();
  });
});

describe('the work of a search is bounded', () => {
  const many = aRegionModel();
  const syllables = ['ba', 'ke', 'si', 'ra', 'mu', 'to', 'le', 'pi', 'nga', 'du'];
  const word = (n: number): string => String(n).split('').map((digit) => syllables[Number(digit)]).join('');
  for (let n = 0; n < 2_700; n += 1) many.indicators.set(`I${n}`, anIndicator(`I${n}`, { id: `Uji ${word(n)} ${word(n * 7)}`, en: `Test ${word(n)}` }));
  const index = searchIndexOf(many);

  it('by the number of terms, not by what is typed', () => {
    const worst = Array.from({ length: 40 }, (_, n) => word(n + 100)).join(' ').slice(0, mostCharacters);
    expect(wordsAsked(worst).length).toBe(mostTerms);
    expect(index.find(worst).work).toBeLessThanOrEqual(mostTerms * 3 * 3);
    expect(wordsAsked('a'.repeat(200))[0]?.length).toBeLessThanOrEqual(32);
  });
  it('shows a bounded number of what is found, a page at a time', () => {
    const first = searchPage(telling(many, 'id', ''), readSearchQuery(new URLSearchParams({ q: 'uji' })));
    const second = searchPage(telling(many, 'id', ''), readSearchQuery(new URLSearchParams({ q: 'uji', halaman: '2' })));
    expect(links(first)).toHaveLength(pageSize);
    expect(links(first).length + links(second).length).toBe(mostFound);
    expect(new Set([...links(first), ...links(second)]).size).toBe(mostFound);
    expect(first.next).toBe('/cari?q=uji&halaman=2');
    expect(second.next).toBeNull();
  });
  it('makes the index once for a snapshot', () => {
    expect(searchIndexOf(many)).toBe(index);
    expect(searchIndexOf(aRegionModel())).not.toBe(index);
  });
});

describe('words', () => {
  it('are cut to stems that do not change again', () => {
    for (const given of ['perekonomian', 'ekonomi', 'ekonom']) expect(stem(given, 'id')).toBe('ekonom');
    expect(stem('2025', 'id')).toBe('2025');
  });
  it('that stand in every sentence are not looked for, unless they are all there is', () => {
    expect(wordsAsked('angka dan data')).toEqual(['angka', 'data']);
    expect(wordsAsked('dan')).toEqual(['dan']);
    expect(makeSearchIndex([]).find('dan').hits).toEqual([]);
  });
});
