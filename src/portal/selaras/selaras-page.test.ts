import { expect, test } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { anInSync } from './in-sync-samples.ts';
import { fromPlan } from './from-plan.ts';
import { selarasPage } from './selaras-page.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';

const page = selarasPage(telling(aRegionModel(), 'id', ''), anInSync());
const english = selarasPage(telling(aRegionModel(), 'en', '/en'), anInSync());

test('the headline says how many promises meet a pillar', () => {
  expect(plain(page.headline)).toBe('Selaras? Tiga dari lima janji dilayani pilar kota cerdas; dua belum dilayani apa pun');
  expect(plain(english.headline)).toBe('In sync? Three of five promises are served by a pillar of the smart regency; two are not served yet');
});

test('a crossing shows its measures with mark, figure and year, and its programmes', () => {
  const row = page.missions[1];
  expect(row?.cells.map((cell) => cell?.id ?? null)).toEqual(['x-m2-gov', null, null]);
  expect(row?.cells[0]).toMatchObject({
    works: [{ href: '/inisiatif/LAYANAN', text: 'Layanan' }], measures: [{ code: 'RB', mark: { state: 'improved' }, period: '2024', href: '/mengapa/indikator/RB/16.99/2024', figure: { shown: '80,71', marks: ['provisional'] } }],
  });
  expect(page.missions[0]?.cells[1]?.measures.map((one) => [one.code, one.mark.word])).toEqual([['MISKIN', 'capaian tinggi'], ['STUNTING', 'memburuk, tanpa target']]);
});

test('what nothing serves, what serves nothing, what is hardly touched', () => {
  expect(page.gaps.map((one) => [one.code, plain(one.words)])).toEqual([
    ['m4', 'Tanpa ukuran, tanpa program.'], ['m1', 'Dua ukuran, tanpa program.'], ['m3', 'Satu ukuran, tanpa program.'], ['m5', 'Satu ukuran, tanpa program.'],
  ]);
  expect(page.loose).toMatchObject({ works: [{ href: '/inisiatif/FESTIVAL', text: 'Festival' }], whole: [] });
  expect(page.loose.measures.map(plain)).toEqual(['Ukuran lepas']);
  expect(page.touched.map((one) => [one.code, plain(one.words)])).toEqual([['gov', 'melayani satu janji'], ['eco', 'melayani satu janji'], ['env', 'melayani satu janji, tanpa program']]);
  expect(plain(page.closeness)).toBe('Dari 15 persilangan, 3 terisi. Tidak semua harus terisi: yang penting, setiap janji punya paling sedikit satu ukuran dan satu program. Satu janji memenuhinya: A (aparatur melayani).');
});

test('the vision, the index and the way to the findings stand above', () => {
  expect(page.vision).toEqual({ text: 'Rakyat yang sehat', plan: 'RPJMD 2018–2023' });
  expect(page.index.words.map((one) => one.kind === 'figure' ? one.figure : 'text' in one && one.text)).toEqual(['Indeks selaras menurut ', 'RPJMD 2018–2023', ': ', { href: '/selaras/indeks#hitung', value: '62.5', shown: '62,5', marks: [] }, ' dari seratus']);
  expect(english.findingsHref).toBe('/en/selaras/temuan');
  expect(plain(page.since)).toBe('Rencana ini berlaku sejak 2018; yang di bawah ini belum tercatat per 24 November 2026.');
});

test('each link has its reason and its basis', () => {
  const group = page.reasons.find((one) => one.mission === 'Aparatur melayani');
  expect(group?.items.map((item) => [item.key, item.reasons.map((one) => `${one.to}: ${one.words} (${one.basis})`)])).toEqual([
    ['indicator/RB', ['Aparatur melayani: Namanya sama (reading)', 'Smart Governance: Namanya sama (reading)']],
    ['initiative/LAYANAN', ['Aparatur melayani: Namanya sama (reading)', 'Smart Governance: Namanya sama (reading)']],
  ]);
  expect(page.reasons.at(-1)).toMatchObject({ mission: null, items: [{ key: 'indicator/LEPAS' }, { key: 'initiative/FESTIVAL' }] });
});

test('has a page without any plan', () => {
  const page = selarasPage(telling(aRegionModel({ plans: new Map() }), 'id', ''), anInSync());
  expect(page.missions).toEqual([]);
  expect(plain(page.headline)).toContain('Belum ada janji');
});

test('told of the plan in force; another can be chosen, and what it leads to keeps the choice', () => {
  const first = aRegionModel().plans.get('rpjmd-2018');
  if (!first) throw new Error('the sample has a plan');
  const model = aRegionModel({ plans: new Map([['rpjmd-2018', first], ['rpjmd-2025', { ...first, code: 'rpjmd-2025', shortName: { id: 'RPJMD 2025–2029', en: 'RPJMD 2025–2029' }, periodFrom: '2025', periodTo: '2029' }]]) });
  const now = selarasPage(fromPlan(telling(model, 'id', '')), anInSync());
  expect(now.plans.map((one) => [one.name, one.here, one.over && plain(one.over)])).toEqual([['RPJMD 2018–2023', false, 'berakhir 2023'], ['RPJMD 2025–2029', true, null]]);
  expect([now.vision?.plan, now.flowHref]).toEqual(['RPJMD 2025–2029', '/selaras/alur']);
  const before = selarasPage(fromPlan(telling(model, 'en', '/en'), 'rpjmd-2018'), anInSync());
  expect(before.vision?.plan).toBe('RPJMD 2018–2023');
  expect(before.plans[0]).toMatchObject({ here: true, href: '/en/selaras?rencana=rpjmd-2018' });
  expect(before.flowHref).toBe('/en/selaras/alur?rencana=rpjmd-2018');
  expect(() => fromPlan(telling(model, 'id', ''), 'rpjmd-1999')).toThrow('plan.unknown');
});
