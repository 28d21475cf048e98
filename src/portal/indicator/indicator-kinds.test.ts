import { describe, expect, it } from 'vitest';
import { scoreRegion } from '#scores/index.ts';
import type { Achievement, Cell, Indicator, RegionModel, Target } from '../region-model.ts';
import { aCell, anIndicator, aRegionModel, aTarget, aValue, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { indicatorPage } from './indicator-page.ts';

const code = 'UJI';
const stages = [20, 50, 100].map((share, n) => ({ name: { id: `Langkah ${'abc'[n]}`, en: `Step ${'abc'[n]}` }, share }));
const series = (name: string, kind = 'method') => ({ elementCode: code, code: name, name: { id: name, en: name }, kind, note: null });

/** The sample region with one indicator, its cells and targets, scored by the real rules. */
function scored(indicator: Partial<Indicator>, cells: Cell[], targets: Target[], change: (model: RegionModel) => void = () => undefined): RegionModel {
  const made = anIndicator(code, { id: 'Uji', en: 'Test' }, indicator);
  const model = aRegionModel({ targets: bySlot(targets), cells: new Map([[code, cells]]), indicators: new Map([[code, made]]) });
  change(model);
  const known = { region: '16.99', view: 'published', frontPlan: 'rpjmd-2018', plans: [...model.plans.values()], planLinks: [], masterplan: null, pillarLinks: [], initiatives: [], indicators: [made], targets, cells };
  const rows = scoreRegion(known as never);
  model.achievements = bySlot(rows.achievements as Achievement[]);
  model.standings = new Map([['rpjmd-2018', new Map(rows.standings.map((one) => [one.indicatorCode, one as never]))]]);
  return model;
}
const page = (model: RegionModel, lang: 'id' | 'en' = 'id') => indicatorPage(telling(model, lang, ''), code, []);
const line = (terms: { op: string; part: Parameters<typeof plain>[0][number] }[]): string => terms.map(({ op, part }) => `${op} ${plain([part])}`.trim()).join(' ');

describe('pace', () => {
  const poor = [aCell(code, '2017', 13.19), aCell(code, '2024', 9.79), aCell(code, '2025', 9.45)];
  it('is told in words, as two bars and as sums whose results stand in the words', () => {
    const { pace } = page(scored({ direction: 'lower' }, poor, [aTarget(code, '2025', '8')]));
    expect(plain(pace?.heading ?? [])).toBe('Laju: perlu lima kali lebih cepat');
    expect(plain(pace?.text ?? [])).toBe('Dari 2024 ke 2025 perlu turun 1,79\u00a0poin setahun; yang terjadi turun 0,34\u00a0poin. Rata-rata sejak 2017 turun 0,47\u00a0poin setahun. Bila laju rata-rata itu bertahan, target 8% tercapai pada 2029. Ini perpanjangan garis lurus, bukan ramalan.');
    expect(pace?.sums.map((sum) => line(sum.terms))).toEqual(['( 8 − 9,79 ) ÷ 1 = −1,79', '( 9,45 − 9,79 ) ÷ 1 = −0,34', '( 9,45 − 13,19 ) ÷ 8 = −0,47', '−1,79 ÷ −0,34 = 5,3']);
    const [need, deed] = pace?.bars?.rows ?? [];
    expect((need?.long ?? 0) / (deed?.long ?? 1)).toBeCloseTo(1.79 / 0.34, 2);
    const values = (parts: Parameters<typeof plain>[0]) => parts.flatMap((part) => (part.kind === 'figure' && part.figure.href.includes('#laju') ? [part.figure.value] : []));
    const reckoned = new Set(pace?.sums.flatMap((sum) => values(sum.terms.map((term) => term.part))));
    for (const value of values(pace?.text ?? [])) expect(reckoned).toContain(value);
  });
  it.each<[string, Cell[], Target[], RegExp]>([
    ['between two and three times', [aCell(code, '2023', 50), aCell(code, '2024', 51)], [aTarget(code, '2025', '53.6')], /lebih dari dua kali lebih cepat/],
    ['almost three times', [aCell(code, '2023', 50), aCell(code, '2024', 51)], [aTarget(code, '2025', '53.9')], /hampir tiga kali lebih cepat/],
    ['enough', [aCell(code, '2023', 50), aCell(code, '2024', 60)], [aTarget(code, '2026', '70')], /^Laju: cukup untuk target 2026 Sesuai jalur\./],
    ['away', [aCell(code, '2023', 60), aCell(code, '2024', 50)], [aTarget(code, '2026', '70')], /^Laju: menjauh.*Belum sesuai jalur\..*tidak tercapai dengan laju ini/],
    ['still', [aCell(code, '2023', 60), aCell(code, '2024', 60)], [aTarget(code, '2026', '70')], /^Laju: tidak bergerak Belum sesuai jalur\..*tetap/],
    ['met', [aCell(code, '2023', 60), aCell(code, '2024', 71)], [aTarget(code, '2024', '70')], /^Laju: target 2024 sudah terpenuhi Sesuai jalur\./],
    ['unknown', [aCell(code, '2024', 60)], [aTarget(code, '2026', '70')], /^Laju: angkanya belum cukup.*dua angka/],
    ['a slow pace keeps its digits', [aCell(code, '2020', 60), aCell(code, '2024', 60.01)], [aTarget(code, '2026', '70')], /rata-rata naik 0,0025/],
  ])('%s', (_, cells, targets, expected) => {
    const { pace } = page(scored({}, cells, targets));
    expect(`${plain(pace?.heading ?? [])} ${plain(pace?.text ?? [])}`).toMatch(expected);
  });
  it('of whole years is fast enough, and the part of the year that is known stays behind: both are said', () => {
    const cells = [aCell(code, '2024Q4', 2_900), aCell(code, '2025Q4', 4_120), aCell(code, '2026Q3', 2_105)];
    const seen = (third: string) => page(scored({ periodKind: 'quarter', periodMode: 'cumulative' }, cells, [aTarget(code, '2026', '4800'), aTarget(code, '2026Q3', third)])).pace;
    expect([plain(seen('3500')?.heading ?? []), plain(seen('3500')?.text ?? [])]).toEqual(['Laju tahun-tahun utuh: cukup untuk target 2026', expect.stringMatching(/^Tertinggal pada triwulan III 2026\. Targetnya di situ 3\.500/)]);
    expect([plain(seen('2000')?.heading ?? []), plain(seen('2000')?.text ?? [])]).toEqual(['Laju: cukup untuk target 2026', expect.stringMatching(/^Sesuai/)]);
  });
  it('of less than a year tells the way itself, and shows how it is reckoned', () => {
    const { pace, title } = page(scored({ periodKind: 'quarter' }, [aCell(code, '2025Q3', 74), aCell(code, '2026Q2', 80), aCell(code, '2026Q3', 71.8)], [aTarget(code, '2026Q4', '91')]));
    expect(plain(pace?.text ?? [])).toMatch(/Dari triwulan III 2026 sampai triwulan IV 2026 perlu naik 19,2\spoin, sama dengan naik 76,8\spoin bila setahun penuh/);
    expect(pace?.sums[0]?.terms.map(({ op, part }) => `${op} ${plain([part])}`.trim())).toEqual(['91', '− 71,8', '= 19,2']);
    expect(title).not.toContain('tetapi');
    expect(page(scored({ periodKind: 'quarter' }, [aCell(code, '2025Q3', 70), aCell(code, '2026Q2', 80), aCell(code, '2026Q3', 71.8)], [])).title).toContain('tetapi turun dari triwulan II 2026 ke triwulan III 2026');
  });
  it('is not told without a target, of a milestone, of yes and no', () => {
    const cells = [aCell(code, '2023', 1), aCell(code, '2024', 1)];
    expect([page(scored({}, cells, [])).pace, page(scored({ targetKind: 'milestone', milestones: stages }, cells, [aTarget(code, '2026', '3')])).pace, page(scored({ targetKind: 'yes_no' }, cells, [aTarget(code, '2026', '1')])).pace]).toEqual([null, null, null]);
  });
});

describe('sources of one period', () => {
  const input = { element: code, area: '16.99', period: '2023', series: 'b', value: '100', revision: 1 };
  const model = () => scored({ series: ['a', 'b', 'c'] }, [aCell(code, '2023', 100, { seriesCode: 'b', otherSeries: ['c'], inputs: [input] })], [], (one) => {
    for (const [name, kind] of [['a', 'method'], ['b', 'method'], ['c', 'report'], ['d', 'method']] as const) one.series.set(`${code}/${name}`, series(name, kind));
    for (const [name, value] of [['b', '100'], ['c', '111'], ['d', '91']] as const) one.values.set(`${code}|${name}|2023`, aValue(code, '2023', value, { seriesCode: name }));
  });
  it('stand side by side: the used one first and why, the others with their distance, more than a tenth marked', () => {
    const { sources } = page(model());
    expect(sources?.rows.map((row) => [plain(row.figure), row.used, plain(row.why), row.tags])).toEqual([
      ['100', true, 'Ya. Cara ukur yang lebih dahulu tidak berangka pada masa ini.', []], ['111', false, 'Tidak. Laporan lain, 11,0% lebih tinggi.', ['disputed']], ['91', false, 'Tidak. Cara hitung lain, 9,0% lebih rendah.', []],
    ]);
    expect(plain(sources?.text ?? [])).toContain('a, b, c');
  });
  it('of zero have no percent, and agreement is said', () => {
    const zero = scored({}, [aCell(code, '2023', 0)], [], (one) => {
      one.series.set(`${code}/utama`, series('utama'));
      for (const [name, value] of [['lain', '3'], ['sama', '0.0']] as const) {
        one.series.set(`${code}/${name}`, series(name, 'report'));
        one.values.set(`${code}|${name}|2023`, aValue(code, '2023', value, { seriesCode: name }));
      }
      one.values.set(`${code}|utama|2023`, aValue(code, '2023', '0'));
    });
    expect(page(zero).sources?.rows.slice(1).map((row) => plain(row.why))).toEqual(['Tidak. Laporan lain; yang dipakai nol, jadi bedanya tidak dapat dibagi.', 'Tidak perlu. Laporan lain dengan angka yang sama.']);
  });
});

describe('targets', () => {
  const cell = aCell(code, '2023', 40);
  const withPlans = (targets: Target[]) => scored({}, [cell], targets, (model) => {
    const front = [...model.plans.values()][0];
    if (front) model.plans.set('renstra', { ...front, code: 'renstra', shortName: { id: 'Renstra', en: 'Renstra' } });
  });
  it('of several plans stand side by side where they differ, each with its achievement', () => {
    const { plans } = page(withPlans([aTarget(code, '2022', '30', { planCode: 'renstra' }), aTarget(code, '2022', '30'), aTarget(code, '2023', '80', { planCode: 'renstra' }), aTarget(code, '2023', '50')]));
    expect(plans?.rows.map((row) => [plain([row.period]), plain(row.plan), plain(row.target), row.achievement && plain([row.achievement.figure])])).toEqual([['2023', 'RPJMD 2018–2023', '50%', '80,0'], ['2023', 'Renstra', '80%', '50,0']]);
    expect(plans?.rows[1]?.achievement?.figure).toMatchObject({ figure: { href: `/mengapa/indikator/${code}/16.99/2023#capaian-renstra` } });
  });
  it('that agree are one sentence, and one plan is none', () => {
    const agreed = page(withPlans([aTarget(code, '2023', '50.0', { planCode: 'renstra' }), aTarget(code, '2023', '50')])).plans;
    expect([agreed?.rows, plain(agreed?.text ?? [])]).toEqual([[], 'Target yang sama ditetapkan dalam Renstra dan RPJMD 2018–2023.']);
    expect(page(withPlans([aTarget(code, '2023', '50')])).plans).toBeNull();
  });
  it('of quarters have their rows under the year, which the last quarter holds', () => {
    const quarters = [aCell(code, '2022Q4', 70), aCell(code, '2023Q1', 20)];
    const { rows, chart } = page(scored({ periodKind: 'quarter', periodMode: 'cumulative' }, quarters, [aTarget(code, '2022', '80'), aTarget(code, '2023', '90'), aTarget(code, '2023Q1', '25'), aTarget(code, '2023Q4', '90')]));
    expect(rows.map((row) => [plain([row.period]), row.value ? plain(row.value) : row.missing, row.target ? plain(row.target) : null, row.held && plain(row.held), row.achievement && plain([row.achievement.figure])])).toEqual([
      ['2023', 'tahun belum selesai', '90%', null, null], ['triwulan IV 2023', 'belum ada data', '90%', null, null], ['triwulan I 2023', '20%', '25%', null, '80,0'], ['2022', '70%', '80%', 'angka triwulan IV 2022', '87,5'], ['triwulan IV 2022', '70%', null, null, null],
    ]);
    expect(chart?.data.targets.map((target) => target.period)).toEqual(['2022Q4', '2023Q1', '2023Q4']);
  });
  it('that are ranges are fields of the chart, with both bounds', () => {
    const { chart, rows } = page(scored({ targetKind: 'range' }, [aCell(code, '2022', 30), aCell(code, '2023', 50)], [aTarget(code, '2023', '20', { valueTo: '40' })]));
    expect(chart?.data.targets).toMatchObject([{ value: 20, to: 40, shown: '20', shownTo: '40' }]);
    expect(chart?.reading).toContain('rentang');
    expect(plain(rows[0]?.target ?? [])).toBe('20%–40%');
  });
  it('that are stages or answers are a list, and no line', () => {
    const milestone = page(scored({ targetKind: 'milestone', milestones: stages, unitCode: 'index' }, [aCell(code, '2022', 1), aCell(code, '2023', 1)], [aTarget(code, '2024', '2')]));
    expect([milestone.chart, milestone.stages?.rows.map((row) => [row.state, row.told.map(plain)])]).toEqual([null, [
      ['reached', ['tercapai: tahap 1 dari 3 (2022)', '20% pekerjaan']], ['wanted', ['target 2024: tahap 2 dari 3', '50% pekerjaan']], ['open', ['100% pekerjaan']],
    ]]);
    expect(milestone.latest?.unit).toBe('Langkah a');
    const answer = page(scored({ targetKind: 'yes_no' }, [aCell(code, '2022', 0), aCell(code, '2023', 1)], [aTarget(code, '2022', '1'), aTarget(code, '2024', '1')]));
    expect(answer.stages?.rows.map((row) => [plain(row.name), row.state, row.told.map(plain)])).toEqual([['2022', 'wanted', ['tidak', 'target: ya']], ['2023', 'reached', ['ya']], ['2024', 'wanted', ['belum ada data', 'target: ya']]]);
  });
});

it('shows self-stated beside verified, with what each makes of the achievement', () => {
  const { stated, rows } = page(scored({}, [aCell(code, '2023', 40, { assurance: 'verified', statedValue: 55 })], [aTarget(code, '2023', '50')]));
  expect(stated.map((row) => [plain(row.stated), plain(row.verified), plain(row.achievement ?? [])])).toEqual([['55%', '40%', '80,0; menurut pernyataan sendiri 110,0']]);
  expect(rows[0]?.tags).toEqual(['verified']);
});

describe('a long unit', () => {
  const visits = (model: RegionModel): void => {
    model.units.set('visits', { code: 'visits', name: { id: 'kunjungan sebulan', en: 'visits a month' }, shown: { id: '# kunjungan sebulan', en: '# visits a month' }, dimension: 'count' });
  };
  const model = scored({ unitCode: 'visits', decimals: 0 }, [aCell(code, '2024', 0), aCell(code, '2025', 338), aCell(code, '2026', 270)], [aTarget(code, '2026', '600')], visits);
  it('is told once: beside the large figure, over the column, under the chart', () => {
    const { latest, unit, rows, chart } = page(model);
    expect([latest && plain([latest.figure]), latest?.unit, unit, plain(rows[0]?.value ?? []), plain(rows[0]?.target ?? []), chart?.data.points.at(-1)?.shown]).toEqual(['270', 'kunjungan sebulan', 'kunjungan sebulan', '270', '600', '270']);
  });
  it('and the headline tells a last move that goes the other way', () => {
    expect(page(model).title).toBe('Uji: membaik sejak 2024, tetapi turun pada 2026, target 2026 belum tercapai');
    expect(page(scored({}, [aCell(code, '2024', 1), aCell(code, '2025', 2), aCell(code, '2026', 3)], [])).title).toBe('Uji: membaik sejak 2024');
    expect(page(scored({ direction: 'lower' }, [aCell(code, '2024', 5), aCell(code, '2025', 9), aCell(code, '2026', 8)], [])).title).toBe('Uji: memburuk sejak 2024, tetapi turun pada 2026');
    expect(page(scored({ periodKind: 'quarter', periodMode: 'cumulative' }, ['2024Q1', '2024Q4', '2025Q1'].map((period, n) => aCell(code, period, [10, 80, 14][n] ?? 0)), [])).title).toBe('Uji: membaik sejak triwulan I 2024');
  });
});

it('names the agencies that share it, each with its weight and account', () => {
  const { about } = page(scored({}, [], [], (model) => {
    model.agencies.set('a', { code: 'a', name: 'Dinas A', shortName: 'A', sourceCode: null, note: null });
    model.shares.set(code, [{ indicatorCode: code, agencyCode: 'a', role: 'lead', weight: 60, account: { id: 'Puskesmas', en: 'Clinics' }, basis: 'document', sourceCode: null }]);
  }));
  expect(about.shares.map((one) => [one.name, one.href, one.role, plain(one.weight), one.account])).toEqual([['Dinas A', '/perangkat-daerah/a', 'penanggung jawab utama', 'bobot 60', 'Puskesmas']]);
});

describe('words in place of figures', () => {
  const unit = { code: 'kelas', name: { id: 'kelas', en: 'class' }, shown: { id: '#', en: '#' }, dimension: 'word' };
  const word = (period: string, textValue: string | null) => aCell(code, period, null, { textValue, reason: textValue === null ? 'missing' : null });
  const worded = (cells: Cell[]) => scored({ unitCode: 'kelas', direction: 'none', formula: "if(#{UJI} > 9, 'lambat', 'cepat')", workedExamples: [{ values: { UJI: 10 }, result: 'lambat' }] }, cells, [], (model) => {
    model.units.set('kelas', unit);
    model.elements.set('UJI', { ...model.elements.get('STUNTING'), code: 'UJI' } as never);
  });
  it('stand in the headline, large, and row by row, each with its explanation', () => {
    const found = page(worded([word('2021', 'cepat'), word('2022', null), word('2023', 'lambat')]));
    expect(found.title).toBe('Uji: lambat (2023)');
    expect(found.latest?.figure).toMatchObject({ kind: 'figure', figure: { href: `/mengapa/indikator/${code}/16.99/2023`, value: 'lambat', shown: 'lambat' } });
    expect([plain(found.latest?.target ?? []), found.mark.word, found.latest?.achievement]).toEqual(['Dikatakan dengan kata, jadi tanpa target.', 'kata, bukan angka', null]);
    expect(found.rows.map((row) => (row.value ? plain(row.value) : row.missing))).toEqual(['lambat', 'belum ada data', 'cepat']);
    expect(plain(found.holes ?? [])).toContain('2022');
    expect([found.chart, found.pace, found.movement, found.stages]).toEqual([null, null, null, null]);
    expect(found.formula.examples).toMatchObject([{ result: 'lambat', holds: true }]);
  });
  it('stand for areas too, and put none before another', () => {
    const model = worded([word('2023', 'lambat')]);
    model.areas.set('16.99.01', { ...[...model.areas.values()][0], code: '16.99.01', level: 'district', name: 'Hulu' } as never);
    model.areas.set('16.99.02', { ...[...model.areas.values()][0], code: '16.99.02', level: 'district', name: 'Ilir' } as never);
    const cells = ['cepat', 'lambat'].map((textValue, n) => ({ areaCode: `16.99.0${n + 1}`, period: '2023', value: null, textValue, quality: 'final', origin: 'reported', assurance: null, seriesCode: 'utama', otherSeries: [] }));
    const { areas } = indicatorPage(telling(model, 'id', ''), code, cells);
    expect(areas?.rows.map((row) => [plain(row.figure), row.place])).toEqual([['cepat', null], ['lambat', null]]);
    expect(areas?.places).toBeNull();
  });
});

it('pages its areas over a hundred, by name', () => {
  const model = scored({}, [], [], (one) => {
    for (let n = 0; n < 130; n += 1) one.areas.set(`16.99.${n}`, { ...[...one.areas.values()][0], code: `16.99.${n}`, name: `Desa ${String(n).padStart(3, '0')}` } as never);
  });
  const cells = Array.from({ length: 130 }, (_, n) => ({ areaCode: `16.99.${129 - n}`, period: '2023', value: n, textValue: null, quality: 'final', origin: 'reported', assurance: null, seriesCode: 'utama', otherSeries: [] }));
  const { areas } = indicatorPage(telling(model, 'id', ''), code, cells, 2);
  expect([areas?.rows.length, plain([areas?.rows[0]?.name ?? { kind: 'text', text: '', strong: false, verbatim: false }]), areas?.pages]).toEqual([30, 'Desa 100', { page: 2, of: 2, before: `/indikator/${code}#wilayah`, after: null }]);
  expect(() => indicatorPage(telling(model, 'id', ''), code, cells, 3)).toThrow(expect.objectContaining({ code: 'page.unknown' }));
});

describe('places of areas', () => {
  const areas = Array.from({ length: 4 }, (_, n) => ({ code: `16.99.0${n + 1}`, parentCode: '16.99', level: 'district', kind: 'kecamatan', name: 'ABCD'[n] ?? '', capital: null, lat: null, lon: null, labelLat: null, labelLon: null, areaKm2: null, validFrom: null, validTo: null, sourceCode: null }));
  const cell = (n: number, value: number, over = {}) => ({ areaCode: `16.99.0${n}`, period: '2023', value, textValue: null, quality: 'final', origin: 'reported', assurance: null, seriesCode: 'utama', otherSeries: [], ...over });
  const placed = (indicator: Partial<Indicator>, cells: ReturnType<typeof cell>[]) => {
    const model = scored(indicator, [], [], (one) => { for (const area of areas) one.areas.set(area.code, area); });
    const { areas: view } = indicatorPage(telling(model, 'id', ''), code, cells);
    return [view?.rows.map((row) => row.place && plain(row.place)), view?.places];
  };
  it.each<[string, Partial<Indicator>, ReturnType<typeof cell>[], (string | null)[] | undefined, unknown]>([
    ['from the highest, ties share', { direction: 'higher' }, [cell(1, 5), cell(2, 9), cell(3, 5), cell(4, 1)], ['2–3', '1', '2–3', '4'], { best: 'higher', doubt: false }],
    ['from the lowest where lower is better', { direction: 'lower' }, [cell(1, 5), cell(2, 9)], ['1', '2'], { best: 'lower', doubt: false }],
    ['a range of places for what is in doubt', { direction: 'higher' }, [cell(1, 5, { quality: 'provisional', low: 4, high: 10 }), cell(2, 9), cell(3, 1)], ['1–2', '1–2', '3'], { best: 'higher', doubt: true }],
    ['an older period has no place', { direction: 'higher' }, [cell(1, 5), cell(2, 9), cell(3, 99, { period: '2022' })], ['2', '1', null], { best: 'higher', doubt: false }],
    ['an only one has none', { direction: 'higher' }, [cell(1, 5)], [null], null],
    ['no good direction, no place', { direction: 'none' }, [cell(1, 5), cell(2, 9)], [null, null], null],
    ['inside a range nobody is better', { direction: 'higher', targetKind: 'range' }, [cell(1, 5), cell(2, 9)], [null, null], null],
  ])('%s', (_, indicator, cells, rows, places) => expect(placed(indicator, cells)).toEqual([rows, places]));
});
