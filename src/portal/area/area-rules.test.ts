import { describe, expect, it } from 'vitest';
import { readQuery } from '#kernel/query.ts';
import { telling } from '../telling.ts';
import { addressOfArea, areaLink } from './area-address.ts';
import { areaQuery, leafOf } from './area-query.ts';
import { commonPeriod, firstComparable, growthOf, medianOf, neighboursOf, peopleIndicators, plainName, rankOf } from './area-rules.ts';
import { aModelWithDistricts, anAreaCell, people, peopleCells } from './area-samples.ts';
import { boundsOf } from './read-bounds.ts';
import { ordinalWord } from './ordinals.ts';

describe('rules of areas', () => {
  it.each([[[], null], [[7], 7], [[1, 9], 5], [[3, 1, 2], 2], [[4, 1, 3, 2], 2.5], [[0.1, 0.2], 0.15], [[-5, 0, 0], 0]])('the middle of %j is %s', (values, middle) => expect(medianOf(values)).toBe(middle));
  it('a place counts from the highest, shared by equal values, and none without a value', () => {
    const cells = [5, 3, 3, 1].map((value, n) => ({ areaCode: String(n), value }));
    expect(rankOf(cells, '1')).toEqual({ from: 2, to: 3, tied: 1, certain: true, of: 4 });
    expect(rankOf(cells.slice(0, 1), '0')).toEqual({ from: 1, to: 1, tied: 0, certain: true, of: 1 });
    expect(rankOf(cells, 'x')).toBeNull();
  });
  it('a provisional value lies between the last final one and itself, a disputed one between its sources', () => {
    const cell = anAreaCell('a', '2023', 5);
    const bounds = (over: Partial<typeof cell>, final?: { value: number; seriesCode: string | null }, said: number[] = []) => { const { low, high } = boundsOf({ ...cell, ...over }, final, said); return [low, high]; };
    expect(bounds({})).toEqual([undefined, undefined]);
    expect(bounds({ quality: 'provisional' }, { value: 3, seriesCode: 'utama' })).toEqual([3, 5]);
    expect(bounds({ quality: 'provisional' }, { value: 9, seriesCode: 'utama' })).toEqual([5, 9]);
    expect(bounds({ quality: 'provisional' }, { value: 3, seriesCode: 'lama' })).toEqual([-Infinity, Infinity]);
    expect(bounds({ quality: 'provisional' })).toEqual([-Infinity, Infinity]);
    expect(bounds({ otherSeries: ['x'] }, undefined, [5, 8])).toEqual([5, 8]);
    expect(bounds({ otherSeries: ['x'] })).toEqual([undefined, undefined]);
    expect(bounds({}, undefined, [5, 8])).toEqual([undefined, undefined]);
    expect(bounds({ quality: 'provisional', otherSeries: ['x'] }, { value: 3, seriesCode: 'utama' }, [5, 8])).toEqual([3, 8]);
  });
  it('growth is in percent, and none is told from nothing', () => {
    expect(growthOf(72_920, 76_100)).toBeCloseTo(4.361, 3);
    expect(growthOf(0, 5)).toBeNull();
    expect(growthOf(-1, 5)).toBeNull();
  });
  it('values of another series are not compared', () => {
    const cells = peopleCells().filter((cell) => cell.areaCode === '16.99.03');
    expect(firstComparable(cells, cells.at(-1) as (typeof cells)[0])).toBeNull();
    expect(firstComparable([anAreaCell('a', '2023', 1)], anAreaCell('a', '2023', 1))).toBeNull();
  });
  it('the common period is the latest that half of the districts have, else the widest', () => {
    expect(commonPeriod(peopleCells(), 4)).toBe('2023');
    expect(commonPeriod([...peopleCells(), anAreaCell('16.99.01', '2024', 1)], 4)).toBe('2023');
    expect(commonPeriod([anAreaCell('a', '2020', 1), anAreaCell('b', '2020', 1), anAreaCell('c', '2024', 1)], 9)).toBe('2020');
    expect(commonPeriod([], 4)).toBeNull();
  });
  it('population is a stock of people of districts that sums over areas, and nothing else is', () => {
    const model = aModelWithDistricts();
    expect(peopleIndicators(model).map((one) => one.code)).toEqual(['JIWA']);
    const element = model.elements.get('JIWA');
    if (element) model.elements.set('JIWA', { ...element, sumTime: 'sum' });
    expect(peopleIndicators(model)).toEqual([]);
    expect(peopleIndicators(aModelWithDistricts({ indicators: new Map([['JIWA', { ...people, formula: '#{JIWA} * 2' }]]) }))).toEqual([]);
    expect(peopleIndicators(aModelWithDistricts({ indicators: new Map([['JIWA', { ...people, level: 'region' }]]) }))).toEqual([]);
  });
  it('neighbours are told in both directions', () => expect(neighboursOf(aModelWithDistricts(), '16.99.02')).toEqual(['16.99.01', '16.99.03', '16.99.04']));
  it('names are found without case, marks and doubled blanks', () => expect(plainName('  Móngal-Dúa  ')).toBe('mongal dua'));
});

describe('where an area is shown', () => {
  const model = aModelWithDistricts();
  it.each([['16.99', '/en/wilayah'], ['16.99.01', '/en/wilayah/16.99.01'], ['16.99.01.2001', '/en/wilayah/16.99.01#desa-16.99.01.2001'], ['99.99', null]])('%s at %s', (code, address) => expect(addressOfArea(model, '/en', code)).toBe(address));
  it('a village beyond the first hundred on its page of the list', () => {
    const village = model.areas.get('16.99.01.2001');
    const many = new Map([...model.areas]);
    for (let n = 0; village && n < 120; n += 1) many.set(`16.99.02.${3000 + n}`, { ...village, code: `16.99.02.${3000 + n}`, parentCode: '16.99.02' });
    expect(addressOfArea({ ...model, areas: many }, '', '16.99.02.3005')).toBe('/wilayah/16.99.02#desa-16.99.02.3005');
    expect(addressOfArea({ ...model, areas: many }, '', '16.99.02.3110')).toBe('/wilayah/16.99.02?desa=2#desa-16.99.02.3110');
  });
});

describe('a name', () => {
  const tell = telling(aModelWithDistricts(), 'id', '');
  it('leads to where the area is shown; the region and the unknown stand as words', () => {
    expect(areaLink(tell, '16.99.01.2001', 'Ujung Karang')).toMatchObject({ kind: 'link', href: '/wilayah/16.99.01#desa-16.99.01.2001' });
    expect(areaLink(tell, '16.99', 'Uji')).toMatchObject({ kind: 'text', verbatim: true });
    expect(areaLink(tell, '11.11.11', 'Entah')).toMatchObject({ kind: 'text', verbatim: true });
  });
});

describe('places in words', () => {
  it.each([[1, 'pertama', 'first'], [2, 'kedua', 'second'], [10, 'kesepuluh', 'tenth'], [11, 'kesebelas', 'eleventh'], [12, 'kedua belas', 'twelfth'], [20, 'kedua puluh', 'twentieth'], [21, 'kedua puluh satu', 'twenty-first'], [40, 'keempat puluh', 'fortieth'], [99, 'kesembilan puluh sembilan', 'ninety-ninth']])('%s', (n, id, en) => {
    expect(ordinalWord(n, 'id')).toBe(id);
    expect(ordinalWord(n, 'en')).toBe(en);
  });
  it.each([0, 100, 1.5, -1])('%s has none', (n) => expect(ordinalWord(n, 'id')).toBeNull());
});

describe('the query of a list', () => {
  const read = (text: string) => readQuery(areaQuery, new URLSearchParams(text));
  it('is read, what it does not know passed over', () => {
    expect(read('')).toEqual({ q: '', halaman: 1, desa: 1 });
    expect(read('q=%20enim%20&halaman=3&desa=2&x=y')).toEqual({ q: 'enim', halaman: 3, desa: 2 });
  });
  it.each(['halaman=0', 'halaman=-1', 'halaman=1e9', 'desa=x', `q=${'a'.repeat(101)}`])('%.20s is refused with 400', (text) => expect(() => read(text)).toThrow(expect.objectContaining({ code: 'query.invalid', status: 400 })));
  it('leads to the pages beside, back to the list itself', () => {
    expect(leafOf('/wilayah/a', {}, { page: 2, of: 3 }, { name: 'desa', anchor: '#desa' })).toEqual({ page: 2, of: 3, before: '/wilayah/a#desa', after: '/wilayah/a?desa=3#desa' });
  });
});
