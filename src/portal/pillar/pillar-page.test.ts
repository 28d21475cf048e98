import { describe, expect, it } from 'vitest';
import { nodeKey, type NodeScore, type RegionModel } from '../region-model.ts';
import { aCell, anIndicator, aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { pillarList } from './pillar-list.ts';
import { pillarPage } from './pillar-page.ts';
import english from './pillar.messages.en.json' with { type: 'json' };
import indonesian from './pillar.messages.id.json' with { type: 'json' };

const tell = (model = aRegionModel(), lang: 'id' | 'en' = 'id') => telling(model, lang, '');

/** The sample with a scored economy: STUNTING stands under its sub-dimension, MISKIN under the pillar itself. */
function scored(): RegionModel {
  const model = aRegionModel();
  model.pillarLinks = model.pillarLinks.map((one) => (one.indicatorCode === 'STUNTING' ? { ...one, subDimensionCode: 'ECO-A', weight: 40, basis: 'document', reason: null } : one));
  const score = (nodeCode: string, over: Partial<NodeScore>): NodeScore => ({
    tree: 'pillar', treeCode: 'mp', nodeCode, period: '2023', value: 70, class: 3, known: 1, declared: 2, knownWeight: 1, declaredWeight: 2, low: 35, high: 85, stated: null, parts: [], ...over,
  });
  model.nodeScores.set(nodeKey('pillar', 'mp', 'eco'), [score('eco', { parts: [{ kind: 'node', code: 'ECO-A', weight: 1, value: 70, applicable: true }, { kind: 'indicator', code: 'MISKIN', weight: 1, value: null, applicable: true }] })]);
  model.nodeScores.set(nodeKey('pillar', 'mp', 'ECO-A'), [score('ECO-A', { known: 1, declared: 1 })]);
  for (const code of ['eco', 'ECO-A']) model.nodeStates.set(nodeKey('pillar', 'mp', code), { tree: 'pillar', treeCode: 'mp', nodeCode: code, state: 'scored', headlinePeriod: '2023', indicators: 2, withValue: 2, withTarget: 1, improved: 1, worsened: 1, initiatives: 1 });
  return model;
}

describe('the page of a pillar', () => {
  it('puts measures under their sub-dimension, the others apart, and says where there is none', () => {
    const { groups } = pillarPage(tell(), 'smart-economy');
    expect(groups.map((group) => [group.id, group.rows.map((row) => row.code)])).toEqual([['sub-ECO-A', []], ['sub', ['STUNTING', 'MISKIN']]]);
  });
  it('counts what it holds', () => {
    expect(plain(pillarPage(tell(), 'smart-economy').counts)).toBe('Dua ukuran: semuanya punya angka, satu punya target bersumber, satu membaik, satu memburuk.');
    expect(plain(pillarPage(tell(aRegionModel({ pillarLinks: [] })), 'smart-economy').counts)).toContain('Belum ada ukuran');
  });
  it('tells a score with its coverage, and a sub-dimension’s share of it where the explanation shows it', () => {
    const page = pillarPage(tell(scored()), 'smart-economy');
    expect(plain(page.headline)).toBe('Smart Economy: capaian sedang, dari satu di antara dua ukurannya');
    expect(page.score?.why).toBe('/mengapa/pilar/smart-economy/2023');
    expect(plain(page.score?.bounds ?? [])).toMatch(/35.*85/);
    expect(page.groups[0]?.score?.find((part) => part.kind === 'figure')).toMatchObject({ figure: { href: '/mengapa/pilar/smart-economy/2023#bagian', value: '70' } });
    expect(plain(page.groups[0]?.rows[0]?.weight ?? [])).toBe('bobot 40');
  });
  it('says why it is not scored', () => {
    expect(pillarPage(tell(), 'smart-economy').unscored).toContain('Belum ada target');
    expect(pillarPage(tell(), 'smart-economy').score).toBeNull();
  });
  it('tells the change of each measure, or why there is none', () => {
    const told = (slug: string) => Object.fromEntries(pillarPage(tell(), slug).groups.flatMap((group) => group.rows).map((row) => [row.code, plain(row.change)]));
    expect(told('smart-economy')).toEqual({ MISKIN: 'turun 3,74\u00a0poin sejak 2017', STUNTING: 'naik 3,1\u00a0poin sejak 2021' });
    expect(told('smart-environment')).toEqual({ IKLH: 'satu angka, belum ada arah', LEPAS: 'satu angka, belum ada arah' });
  });
  it('tells an answer of yes or no by the answer before, never as a rise of one', () => {
    const model = aRegionModel();
    model.indicators.set('MISKIN', anIndicator('MISKIN', { id: 'Ada', en: 'Exists' }, { targetKind: 'yes_no' }));
    model.cells.set('MISKIN', [aCell('MISKIN', '2017', 0), aCell('MISKIN', '2023', 1)]);
    const row = pillarPage(tell(model), 'smart-economy').groups[1]?.rows.find((one) => one.code === 'MISKIN');
    expect([plain(row?.change ?? []), row?.spark]).toEqual(['pada 2017: tidak', []]);
  });
  it('names what is our reading, each with its reason; what a document says is not marked', () => {
    const [sub, whole] = pillarPage(tell(scored()), 'smart-economy').groups;
    expect([sub?.rows[0]?.reading, sub?.reasons]).toEqual([false, []]);
    expect(whole?.reasons).toEqual([{ name: 'Penduduk miskin', reason: 'Namanya sama', source: null }]);
  });
  it('draws no more than ten years, and all on one scale', () => {
    const model = aRegionModel();
    model.cells.set('MISKIN', [aCell('MISKIN', '1999', 30), aCell('MISKIN', '2017', 13), aCell('MISKIN', '2023', 9)]);
    const { span, groups } = pillarPage(tell(model), 'smart-economy');
    expect(span).toEqual({ from: 2014, to: 2023 });
    expect(groups[1]?.rows.find((row) => row.code === 'MISKIN')?.spark.map((one) => one.period)).toEqual(['2017', '2023']);
  });
  it('serves what its measures and initiatives are linked to, the plan in front first', () => {
    const { serves } = pillarPage(tell(), 'smart-governance');
    expect(serves.map((group) => group.rows.map((row) => [row.href, plain(row.through), row.reading]))).toEqual([[['/rencana/rpjmd-2018/m2', 'lewat satu ukuran, satu inisiatif', true]]]);
  });
  it('names the agencies that carry its measures or initiatives', () => {
    const model = aRegionModel();
    model.agencies = new Map([['satu', { code: 'satu', name: 'Dinas Satu', shortName: 'Satu', sourceCode: null, note: null }]]);
    model.indicators.set('RB', anIndicator('RB', { id: 'RB', en: 'RB' }, { agencyCode: 'satu' }));
    expect(pillarPage(tell(model), 'smart-governance').agencies.map((one) => [one.href, plain(one.about)])).toEqual([['/perangkat-daerah/satu', 'satu ukuran']]);
    expect(pillarPage(tell(), 'smart-governance').agencies).toEqual([]);
  });
  it('pages over a hundred measures, and repeats no empty sub-dimension', () => {
    const model = aRegionModel();
    const link = model.pillarLinks[0] as RegionModel['pillarLinks'][0];
    for (let n = 0; n < 130; n += 1) model.indicators.set(`X${n}`, anIndicator(`X${n}`, { id: `Ukuran ${String(n).padStart(3, '0')}`, en: 'x' }));
    model.pillarLinks = Array.from({ length: 130 }, (_, n) => ({ ...link, indicatorCode: `X${n}` }));
    const second = pillarPage(tell(model), 'smart-economy', 2);
    expect([second.of, second.groups.map((group) => group.rows.length), second.before, second.after]).toEqual([2, [30], '/pilar/smart-economy', null]);
    expect(() => pillarPage(tell(model), 'smart-economy', 3)).toThrow('page.unknown');
  });
  it('says which slug is unknown, and which there are', () => expect(() => pillarPage(tell(), 'smart-nothing')).toThrow(/pillar.unknown.*smart-governance/));
  it('stands without any plan', () => {
    const page = pillarPage(tell({ ...scored(), plans: new Map(), planLinks: [] }), 'smart-economy');
    expect([page.score, page.whyHref, page.serves]).toEqual([null, null, []]);
  });
});

describe('the list of pillars', () => {
  it('tells states while not all are scored', () => expect(plain(pillarList(tell()).headline)).toBe('Tiga pilar: satu membaik, satu bercampur, satu baru punya satu angka'));
  it('tells classes where all are scored', () => {
    const model = scored();
    if (model.masterplan) model.masterplan = { ...model.masterplan, pillars: model.masterplan.pillars.filter((one) => one.code === 'eco') };
    expect(plain(pillarList(tell(model)).headline)).toBe('Satu pilar dinilai: satu sedang');
  });
  it('leads to each pillar and to its sub-dimensions, with what each holds', () => {
    const row = pillarList(tell()).rows.find((one) => one.code === 'eco');
    expect([row?.href, row?.subs.map((sub) => sub.href), plain(row?.about ?? [])]).toEqual(['/pilar/smart-economy', ['/pilar/smart-economy#sub-ECO-A'], 'dua ukuran · satu inisiatif']);
  });
  it('has a page without a masterplan', () => {
    const page = pillarList(tell(aRegionModel({ masterplan: null }), 'en'));
    expect(page.rows).toEqual([]);
    expect(plain(page.headline)).toContain('No pillar');
  });
});

it('has the same messages in both languages', () => expect(Object.keys(english)).toEqual(Object.keys(indonesian)));
