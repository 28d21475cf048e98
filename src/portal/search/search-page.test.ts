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
    ['kemiskinan', '/indikator/MISKIN'], ['Miskinnya', '/indikator/MISKIN'], ['PENDUDUK  miskin', '/indikator/MISKIN'], ['pendudk', '/indikator/MISKIN'],
    ['stuntng', '/indikator/STUNTING'], ['iklh', '/indikator/IKLH'], ['melayani', '/rencana/rpjmd-2018/m2'], ['festival', '/inisiatif/FESTIVAL'], ['governance', '/pilar/smart-governance'],
    ['gelumbang', '/wilayah/16.99.01'], ['desa sukamaju', '/wilayah/16.99.01#desa-16.99.01.2001'], ['kesehatan', '/perangkat-daerah/dinkes'], ['dinkes', '/perangkat-daerah/dinkes'], ['Glmbang', '/wilayah/16.99.01'],
  ])('for %s finds %s', (q, href) => expect(links(ask(q))).toContain(href));

  it('says why each was found, in the language in which it matched', () => {
    const [first] = ask('poverty', { lang: 'en' }).groups[0]?.rows ?? [];
    expect(first?.title.filter((piece) => piece.hit).map((piece) => piece.text.toLowerCase())).toEqual(['poverty']);
    const [official] = ask('kemiskinan', { lang: 'en' }).groups[0]?.rows ?? [];
    expect(official?.why?.pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual(['miskin']);
    const rows = ask('kemiskinan').groups.flatMap((group) => group.rows);
    expect(rows.every((row) => row.title.some((piece) => piece.hit) || row.why !== null)).toBe(true);
  });

  it('marks a word by its stem, and keeps the text as it is', () => {
    const pieces = piecesOf('Persentase kemiskinan, 2025', new Set(['~miskin']));
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

describe('what is found', () => {
  const rich = (): RegionModel => {
    const model = withPlaces();
    const add = (code: string, id: string, en: string, definition = ''): unknown => model.indicators.set(code, anIndicator(code, { id, en }, { definition: definition === '' ? null : { id: definition, en } }));
    add('AIR', 'Rumah tangga dengan air minum layak', 'Households with safe drinking water');
    add('SANITASI', 'Rumah tangga dengan sanitasi layak', 'Households with safe sanitation');
    add('MANTAP', 'Jalan kabupaten dalam kondisi mantap', 'Regency roads in good condition');
    add('SEKOLAH', 'Harapan lama sekolah', 'Expected years of schooling', 'Lama sekolah yang akan dijalani seorang anak.');
    add('WISATA', 'Perjalanan wisata', 'Trips of tourists');
    model.agencies.set('kesehatan', { code: 'kesehatan', name: 'Dinas Kesehatan', shortName: 'Dinas Kesehatan', sourceCode: null, note: null });
    model.agencies.delete('dinkes');
    return model;
  };
  const found = (q: string, lang: 'id' | 'en' = 'id') => links(ask(q, { model: rich(), lang })).map((href) => href.replace(/^.*\//, ''));

  it('on an Indonesian page is Indonesian alone, and it leads on to the English page that has the word', () => {
    expect([found('drinking'), found('poverty'), found('drinking', 'en')]).toEqual([[], [], ['AIR']]);
    expect([ask('drinking', { model: rich() }).inEnglish, ask('zzqqxx', { model: rich() }).inEnglish, ask('air', { model: rich() }).inEnglish]).toEqual([true, false, false]);
  });
  it('for an everyday word is what the documents call it, and the page says so', () => {
    expect([found('dinkes'), found('jamban'), found('air bersih'), found('jalan rusak')]).toEqual([['kesehatan'], ['SANITASI'], ['AIR'], ['JALAN', 'MANTAP']]);
    expect(plain(ask('Jamban', { model: rich() }).headline)).toBe('“Jamban” tidak ada di sini; ini hasil untuk “sanitasi”');
    expect([found('toilets', 'en'), found('dinkes', 'en')]).toEqual([['SANITASI'], ['kesehatan']]);
    expect(found('puskesmas')).toContain('kesehatan');
    // Whatever is called so by its own name is found by it.
    const own = rich();
    own.indicators.set('P', anIndicator('P', { id: 'Puskesmas buka malam', en: 'Clinics open at night' }));
    expect(links(ask('puskesmas', { model: own }))).toEqual(['/indikator/P']);
  });
  it('is what is written so before what shares a stem, and of that only titles', () => {
    expect(found('jalan').slice(0, 3)).toEqual(['JALAN', 'MANTAP', 'WISATA']);
    expect(found('jalan')).not.toContain('SEKOLAH');
    expect(found('jalan zzqqxx').slice(0, 2)).toEqual(['JALAN', 'MANTAP']);
    for (const code of ['WISATA', 'SEKOLAH']) expect(found('jalan zzqqxx')).not.toContain(code);
    expect(found('menjalani')).toContain('MANTAP');
  });
  it('forgives one letter before two, and never the first of them', () => {
    expect(found('gelumbag')[0]).toBe('16.99.01');
    expect(found('sanitsi')).toEqual(['SANITASI']);
    expect(found('xanytasi')).toEqual([]);
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
  it.each([['0', 400], ['-1', 400], ['99999999999', 400], ['dua', 400], ['1.5', 400], ['2', 404], ['3', 404], ['9999', 404]])('at page %j', (page, expected) => {
    const status = searchPage(telling(withPlaces(), 'id', ''), readSearchQuery(new URLSearchParams({ q: 'miskin', halaman: page }))).status;
    expect(status).toBe(expected);
  });
  it('past its last page keeps the words, says how many pages there are, and leads to the first', () => {
    const view = ask('miskin', { page: '2' });
    expect(view).toMatchObject({ status: 404, q: 'miskin', lead: 'Anda meminta halaman 2. Yang kami pahami: hanya halaman pertama.', groups: [], offers: { links: [{ text: 'miskin', href: '/cari?q=miskin' }] } });
    expect([ask('', { page: '2' }).status, ask('', { page: '1' }).status]).toEqual([404, 200]);
  });
  it('is measured as it is read', () => {
    expect([ask('\ufdfa'.repeat(20)).status, ask(`miskin${' '.repeat(500)}`).status, ask('ｍ'.repeat(200)).status]).toEqual([400, 200, 200]);
    expect(ask('\ufdfa'.repeat(20)).q.length).toBeLessThanOrEqual(mostCharacters);
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
    for (const lang of ['id', 'en'] as const) expect(index.find(worst, lang).work).toBeLessThanOrEqual(mostTerms * 5 * 6);
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
    expect(makeSearchIndex([]).find('dan', 'id').hits).toEqual([]);
  });
});
