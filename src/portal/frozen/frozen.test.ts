import { describe, expect, it, test } from 'vitest';
import { homeChanges } from '../home/home-changes.ts';
import type { RegionModel } from '../region-model.ts';
import { aRegionModel } from '../samples.ts';
import { type Part, plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { changesPage } from './changes-page.ts';
import { frozenListPage } from './frozen-list.ts';
import { frozenPage } from './frozen-page.ts';
import { aFrozenDay, aFrozenIndicator, aFrozenNode, frozenOf } from './samples.ts';
import { whyFrozenPage } from './why-frozen.ts';

const judged = { planCode: 'rpjmd-2018', targetPeriod: '2023', target: '<=8', raw: 84.66, capped: 84.66, class: 4, met: false };
const from = aFrozenDay('A', '2026-03-31', [aFrozenNode('m1', 70), aFrozenNode('m2', 60), aFrozenNode('LAMA', 50)], [aFrozenIndicator('MISKIN', '2022', 10), aFrozenIndicator('RB', '2024', 80.71), aFrozenIndicator('PUNAH', '2020', 5)]);
const until = aFrozenDay('B', '2026-11-24', [aFrozenNode('m2', 60), aFrozenNode('m1', 84.66), aFrozenNode('gov', 90, { tree: 'pillar', treeCode: 'mp' })], [aFrozenIndicator('RB', '2024', 80.71), aFrozenIndicator('MISKIN', '2023', 9.45, judged), aFrozenIndicator('IKLH', '2022', 61.74)]);
const tell = (over: Partial<RegionModel> = {}, lang: 'id' | 'en' = 'id') => telling(aRegionModel({ frozen: [frozenOf(from), frozenOf(until)], ...over }), lang, '');
const figuresIn = (value: unknown): { href: string; value: string }[] =>
  value === null || typeof value !== 'object' ? [] : 'kind' in value && value.kind === 'figure' ? [(value as Extract<Part, { kind: 'figure' }>).figure] : Object.values(value).flatMap(figuresIn);

describe('one frozen day', () => {
  const page = frozenPage(tell(), until, 1);
  it('counts what it holds and lists it in the order of today', () => {
    expect(plain(page.headline)).toBe('Keadaan pada 24 November 2026: tiga nilai, tiga angka');
    expect(page.sections.map((one) => [one.heading, one.rows.map((row) => plain([row.name]))])).toEqual([['Nilai menurut RPJMD 2018–2023', ['Miskin berkurang', 'Aparatur melayani']], ['Nilai menurut pilar', ['Smart Governance']]]);
    expect(page.values.map((row) => plain([row.name]))).toEqual(['Penduduk miskin', 'Indeks reformasi birokrasi', 'Kualitas lingkungan hidup']);
  });
  it('shows by its code what is gone by now', () => expect(frozenPage(tell(), from, 1).values.map((row) => plain([row.name])).at(-1)).toBe('PUNAH'));
  it('tells the target as it was written', () => expect(plain(page.values[0]?.target ?? [])).toBe('paling tinggi 8%'));
  it.each([['10..20', '10% sampai 20%'], ['76', '76%'], ['>5.5', 'di atas 5,5%'], ['<=-1', 'paling tinggi −1%']])('target %s', (target, told) =>
    expect(plain(frozenPage(tell(), aFrozenDay('C', '2026-01-01', [], [aFrozenIndicator('MISKIN', '2023', 9, { ...judged, target })]), 1).values[0]?.target ?? [])).toBe(told));
  it('is paged over a hundred rows, and then says no number that this page cannot prove', () => {
    const many = aFrozenDay('C', '2026-01-01', Array.from({ length: 150 }, (_, n) => aFrozenNode(`x${n}`, n)));
    const second = frozenPage(tell(), many, 2);
    expect(second.sections[0]?.rows).toHaveLength(50);
    expect(plain(second.headline)).toBe('Keadaan pada 1 Januari 2026');
    expect(second.pages).toMatchObject({ before: '/potret/C', after: null });
    expect(() => frozenPage(tell(), many, 3)).toThrow('page.unknown');
  });
  it('holds nothing and says so', () => expect(frozenPage(tell(), aFrozenDay('C', '2026-01-01', []), 1).empty).toBe(true));
});

describe('every figure of a frozen day opens to the same value as it was frozen', () => {
  const opened = (href: string) => {
    const [path = ''] = href.split('#');
    const [, , , code, ...rest] = path.split('/');
    return figuresIn(whyFrozenPage(tell(), code === 'A' ? from : until, rest.map(decodeURIComponent))).map((one) => one.value);
  };
  it.each([['A', from], ['B', until]] as const)('%s', (_, day) => {
    const page = frozenPage(tell(), day, 1);
    const figures = figuresIn([page.sections, page.values]);
    expect(figures.length).toBeGreaterThan(5);
    for (const { href, value } of figures) expect(opened(href)).toContain(value);
  });
  it('the score is weight times parts over the weights known', () => {
    const why = whyFrozenPage(tell(), until, ['rencana', 'rpjmd-2018', 'm1']);
    const sum = why.knots[0]?.blocks.find((block) => block.kind === 'sum');
    expect(sum?.kind === 'sum' && sum.terms.map((term) => (term.figure?.kind === 'figure' ? term.figure.figure.value : ''))).toEqual(['84.66', '1', '84.66']);
  });
  it.each([[['indikator', 'TIDAK']], [['rencana', 'rpjmd-2018', 'zz']], [['rencana']], [['lain']], [[]]])('%o is not there', (rest) => expect(() => whyFrozenPage(tell(), until, rest)).toThrow('frozen.part.unknown'));
});

describe('two frozen days', () => {
  const page = changesPage(tell(), from, until, 1);
  const rows = page.sections.flatMap((one) => one.rows);
  it('says what rose, fell, is new, gone and unchanged', () => {
    expect(plain(page.headline)).toBe('Dari 31 Maret 2026 sampai 24 November 2026: satu nilai naik, satu nilai baru, satu nilai hilang');
    expect(plain(page.lead)).toBe('Satu nilai tidak berubah. Ukuran: satu turun, satu baru, satu hilang, satu tidak berubah.');
    expect(rows.map((row) => [plain([row.name]), row.kind])).toEqual([
      ['Miskin berkurang', 'rose'], ['LAMA', 'gone'], ['Aparatur melayani', 'same'], ['Smart Governance', 'new'], ['Penduduk miskin', 'fell'], ['Kualitas lingkungan hidup', 'new'], ['PUNAH', 'gone'], ['Indeks reformasi birokrasi', 'same'],
    ]);
  });
  it('tells a class that was left, and better or worse by the good direction', () => {
    expect(rows[0]).toMatchObject({ klass: 'capaian sedang menjadi capaian tinggi', mark: { state: 'improved' } });
    expect(rows[4]).toMatchObject({ mark: { state: 'improved' } });
    expect(plain(rows[4]?.change ?? [])).toBe('turun 0,55\u00a0poin');
  });
  it('a difference opens to its own row, where both sides stand and open', () => {
    const [difference] = figuresIn(rows[0]?.change);
    expect(difference).toMatchObject({ href: '/potret/A/B#rencana.rpjmd-2018.m1', value: '14.7' });
    expect(rows[0]?.id).toBe('rencana.rpjmd-2018.m1');
    expect(figuresIn([rows[0]?.before, rows[0]?.after]).map((one) => one.href)).toEqual(['/mengapa/potret/A/rencana/rpjmd-2018/m1', '/mengapa/potret/B/rencana/rpjmd-2018/m1']);
  });
  it('knows the page of a row far down', () => {
    const many = (code: string, add: number) => aFrozenDay(code, code === 'A' ? '2026-03-31' : '2026-11-24', Array.from({ length: 150 }, (_, n) => aFrozenNode(`x${String(n).padStart(3, '0')}`, n + add)));
    const second = changesPage(tell(), many('A', 0), many('B', 1), 2);
    expect(figuresIn(second.sections[0]?.rows[49]?.change)[0]?.href).toMatch(/^\/potret\/A\/B\?halaman=2#/);
  });
  it('stands in one order alone', () => {
    expect(() => changesPage(tell(), until, from, 1)).toThrow('frozen.order');
    expect(() => changesPage(tell(), from, from, 1)).toThrow('frozen.order');
  });
});

test('the list has the newest day first, each with a way to what changed', () => {
  const counts = new Map([['A', { nodes: 3, indicators: 3 }], ['B', { nodes: 3, indicators: 3 }]]);
  const page = frozenListPage(tell(), counts);
  expect(plain(page.headline)).toBe('Dua potret, dari 31 Maret 2026 sampai 24 November 2026');
  expect(page.rows.map((row) => [row.href, row.since?.href ?? null])).toEqual([['/potret/B', '/potret/A/B'], ['/potret/A', null]]);
  expect(plain(frozenListPage(tell({ frozen: [] }), new Map()).headline)).toBe('Belum ada potret');
  expect(plain(frozenListPage(tell({ frozen: [frozenOf(from)] }), counts).none ?? [])).toContain('paling cepat sehari sesudah 31 Maret 2026');
});

describe('what changed, on the front page', () => {
  const promises = { plan: 'rpjmd-2018', codes: ['m1', 'm2'] };
  it('tells promises, pillars and measures with a new figure', () => {
    const { scores, values } = homeChanges(tell(), [from, until], promises);
    expect(scores.map((one) => plain(one.words))).toEqual(['Miskin berkurang: naik 14,7, dari 70,0 menjadi 84,7, capaian sedang menjadi capaian tinggi.', 'Smart Governance: nilai pertama 90,0, capaian tinggi (2023).']);
    expect(values.map((one) => plain(one.words))).toEqual(['Penduduk miskin 9,45% (2023), turun 0,55\u00a0poin.', 'Kualitas lingkungan hidup 61,74 (2022), angka pertama.', 'PUNAH: angka 5 tidak ada lagi.']);
  });
  it.each([[[], 'Belum ada potret'], [[frozenOf(from)], 'Baru ada satu potret, 31 Maret 2026.']])('with too few days it says so', (frozen, words) => expect(plain(homeChanges(tell({ frozen }), null, promises).lead)).toContain(words));
  it('of two equal days it says that nothing changed', () => expect(plain(homeChanges(tell(), [from, aFrozenDay('B', '2026-11-24', from.nodes, from.indicators)], promises).lead)).toContain('Tidak ada nilai janji atau pilar yang berubah'));
});
