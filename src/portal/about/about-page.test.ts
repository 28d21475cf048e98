import { describe, expect, it } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { telling } from '../telling.ts';
import { aboutPage } from './about-page.ts';
import { formulaHelp } from './formula-help.ts';
import { helpPage } from './help-page.ts';

const model = aRegionModel();
const rulesOf = (page: ReturnType<typeof aboutPage>) => page.method.flatMap((group) => group.rules);
const about = (over = {}, lang: 'id' | 'en' = 'id') => aboutPage(telling({ ...model, ...over }, lang, ''));

describe('the method', () => {
  it('names what each rule rests on, or says that it is ours or not certain', () => {
    for (const lang of ['id', 'en'] as const) for (const rule of rulesOf(about({}, lang))) expect(rule.law, rule.id).toMatch(/belum dipastikan|unverified|aturan kami|our rule/);
  });
  it('has an anchor for each rule, each once', () => {
    const ids = [...rulesOf(about()), ...about().attention, ...about().contents].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['aturan-low_class', 'aturan-worsened', 'aturan-silent', 'aturan-disputed', 'cara-zero_target']));
  });
  it('tells floor, cap, bands and components of the plan in front', () => {
    const plan = model.plans.get('rpjmd-2018');
    if (!plan) throw new Error('the sample has its plan');
    const scoring = { floor: 10, cap: 120, bands: [91, 81, 71, 33.5] as [number, number, number, number] };
    const levels = plan.levels.map((level) => ({ ...level, component: level.code === 'misi' }));
    const told = about({ plans: new Map([[plan.code, { ...plan, scoring, levels }]]) });
    const rule = (id: string): string => rulesOf(told).find((one) => one.id === id)?.text ?? '';
    expect(rule('cara-bounds')).toMatch(/antara 10 dan 120/);
    expect(rule('cara-component')).toMatch(/misi/);
    expect(told.classes.rows.map((row) => row.from)).toEqual(['di atas 91', 'di atas 81 sampai 91', 'di atas 71 sampai 81', 'di atas 33,5 sampai 71', '33,5 atau kurang']);
    expect(told.attention[0]?.title).toContain('33,5');
  });
  it('stands without any plan, source or masterplan', () => {
    const empty = { plans: new Map(), sources: new Map(), masterplan: null, planLinks: [], indicators: new Map(), cells: new Map() };
    expect(about(empty).classes.rows).toHaveLength(5);
    const help = helpPage(telling({ ...model, ...empty }, 'en', '/en'));
    expect([help.example, help.pillars]).toEqual([null, []]);
  });
});

describe('help', () => {
  it('draws every mark once, each with its own word and what it means', () => {
    for (const lang of ['id', 'en'] as const) {
      const { marks } = helpPage(telling(model, lang, ''));
      expect(new Set(marks.map((one) => one.mark.word)).size).toBe(marks.length);
      expect(new Set(marks.map((one) => one.means)).size).toBe(marks.length);
    }
  });
  it('offers a figure of the region that opens', () => expect(helpPage(telling(model, 'id', '/daerah/16.99')).example?.figure.href).toMatch(/^\/daerah\/16\.99\/mengapa\//));
});

describe('the reference of formulas', () => {
  it('tells every function with its unit rule and examples, in both languages', () => {
    for (const lang of ['id', 'en'] as const) {
      const page = formulaHelp(telling(model, lang, ''));
      const functions = page.parts.find((part) => part.id === 'fungsi')?.rows ?? [];
      expect(functions.length).toBeGreaterThan(20);
      expect(functions.every((row) => row.unit && row.examples.length > 0 && row.examples.every((one) => one.result !== ''))).toBe(true);
      expect(page.parts.flatMap((part) => part.rows).every((row) => row.says.length > 0)).toBe(true);
      expect(page.contents.map((one) => one.id)).toEqual(['tanda-hitung', 'acuan', 'pengubah', 'fungsi', 'tidak-ada', 'satuan']);
    }
    expect(formulaHelp(telling(model, 'en', '')).parts[0]?.rows.find((row) => row.written.startsWith('a * b'))?.examples[0]).toEqual({ expression: '80 / 100 * 50', given: '', result: '40' });
  });
});
