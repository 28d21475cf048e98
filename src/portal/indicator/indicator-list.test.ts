import { describe, expect, it } from 'vitest';
import { readQuery } from '#kernel/query.ts';
import { latestCell } from '../lookups.ts';
import type { RegionModel } from '../region-model.ts';
import { aCell, anIndicator, aRegionModel, aTarget, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { indicatorList } from './indicator-list.ts';
import { indicatorQuery } from './list-query.ts';

const list = (query: string, model = aRegionModel(), lang: 'id' | 'en' = 'id') => indicatorList(telling(model, lang, ''), readQuery(indicatorQuery(model), new URLSearchParams(query)));
const codes = (query: string, model?: RegionModel) => list(query, model).rows.map((row) => row.code);

describe('the list of indicators', () => {
  it('has each once, by name, whatever pillars it stands in', () => {
    const model = aRegionModel();
    const { rows, found } = list('', model);
    expect(rows.map((row) => row.code)).toEqual(['STUNTING', 'RB', 'JALAN', 'IKLH', 'MISKIN', 'LEPAS']);
    expect(rows.filter((row) => row.figure)).toHaveLength([...model.indicators.keys()].filter((code) => latestCell(model, code)).length);
    expect(found).toBeNull();
  });
  it.each([
    ['q=stunt', ['STUNTING']], ['q=INDEKS+biro', ['RB']], ['q=poverty', ['MISKIN']], ['q=miskin+jalan', []], ['pilar=smart-environment', ['IKLH', 'LEPAS']], ['pilar=tanpa', ['JALAN']], ['keadaan=tinggi', ['MISKIN']],
    ['keadaan=membaik', ['RB']], ['keadaan=memburuk', ['STUNTING']], ['keadaan=tanpa-data', ['JALAN']], ['keadaan=satu-angka', ['IKLH', 'LEPAS']], ['target=ada', ['MISKIN']], ['target=tanpa&pilar=smart-economy', ['STUNTING']], ['lain=apa', ['STUNTING', 'RB', 'JALAN', 'IKLH', 'MISKIN', 'LEPAS']],
  ])('%s', (query, expected) => expect(codes(query)).toEqual(expected));

  it('forgives accents, and reads an agency from shares before the one that is named', () => {
    const model = aRegionModel();
    model.indicators.set('CAFE', anIndicator('CAFE', { id: 'Kédai kopi', en: 'Cafés' }, { agencyCode: 'a' }));
    for (const code of ['a', 'b']) model.agencies.set(code, { code, name: code, shortName: code, sourceCode: null, note: null });
    expect([codes('q=kedai+CAFES', model), codes('perangkat=a', model)]).toEqual([['CAFE'], ['CAFE']]);
    model.shares.set('CAFE', [{ indicatorCode: 'CAFE', agencyCode: 'b', role: 'lead', weight: null, account: null, basis: 'document', sourceCode: null }]);
    expect([codes('perangkat=a', model), codes('perangkat=b', model), codes('perangkat=tanpa', model).includes('CAFE')]).toEqual([[], ['CAFE'], false]);
  });
  it('says how many were found, and keeps what was chosen', () => {
    const { found, form } = list('q=indeks&target=tanpa');
    expect(plain(found ?? [])).toBe('Satu dari 6 indikator cocok');
    expect(form.query).toMatchObject({ q: 'indeks', target: 'tanpa' });
    expect(plain(list('q=zzz').found ?? [])).toContain('Tidak ada dari 6');
  });
  it('tells the target that lies ahead, else the latest', () => {
    const model = aRegionModel({ targets: bySlot([aTarget('MISKIN', '2023', '8'), aTarget('MISKIN', '2026', '7'), aTarget('RB', '2023', '80')]) });
    const targets = Object.fromEntries(list('', model).rows.map((row) => [row.code, row.target && plain(row.target)]));
    expect(targets).toMatchObject({ MISKIN: 'target 2026: 7%', RB: 'target 2023: 80', JALAN: null });
  });
  it.each([['pilar=zz', 'pilar='], ['keadaan=bagus', 'sangat-tinggi'], ['perangkat=zz', 'tanpa'], ['target=ya', 'ada'], ['halaman=-1', 'halaman='], [`q=${'a'.repeat(10_000)}`, '200']])('%.30s is refused, with what is understood', (query, expected) => {
    expect(() => list(query)).toThrow(expect.objectContaining({ code: 'query.invalid', status: 400, params: expect.objectContaining({ expected: expect.stringContaining(expected) }) }));
  });
  it('is paged over a hundred; counts of what stands elsewhere are told, not counted here', () => {
    const model = aRegionModel();
    for (let n = 0; n < 240; n += 1) model.indicators.set(`X${n}`, anIndicator(`X${n}`, { id: `Ukuran ${n}`, en: `Measure ${n}` }));
    model.cells.set('X1', [aCell('X1', '2023', 1)]);
    const { rows, pages, headline } = list('halaman=3', model);
    expect([rows.length, pages.before, pages.after, headline.some((part) => part.kind === 'count')]).toEqual([46, '/indikator?halaman=2', null, false]);
    expect(list('pilar=smart-economy', model).pages.of).toBe(1);
    expect(() => list('halaman=9', model)).toThrow(expect.objectContaining({ code: 'page.unknown' }));
  });
  it('of an empty region says so', () => {
    const model = aRegionModel({ indicators: new Map(), plans: new Map(), masterplan: null });
    expect(list('', model).title).toBe('Belum ada indikator yang dimuat');
  });
});
