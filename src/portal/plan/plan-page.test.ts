import { describe, expect, it } from 'vitest';
import type { PlanNode, RegionModel } from '../region-model.ts';
import { aRegionModel } from '../samples.ts';
import { type Part, plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { nodePage } from './node-page.ts';
import { addressOfPlan, ownPlanPage, planPage } from './plan-page.ts';

const page = (lang: 'id' | 'en' = 'id') => planPage(telling(aRegionModel(), lang, ''));

describe('the page of plans', () => {
  it('shows the plan of the home page first, with its items and how each stands', () => {
    const { plans } = page();
    expect(plans[0]?.front).toBe(true);
    expect(plans[0]?.nodes.length).toBeGreaterThan(2);
    const states = plans[0]?.nodes.map((node) => node.mark.state) ?? [];
    expect(states).toContain('no_measure');
    for (const node of plans[0]?.nodes ?? []) expect(node.mark.word, node.code).not.toBe('');
  });

  it('says what is missing in words, never as a zero', () => {
    const bare = page().plans[0]?.nodes.find((node) => node.mark.state === 'no_measure');
    expect(plain(bare?.summary ?? [])).toContain('tanpa ukuran');
    expect(bare?.noMeasures).toContain('Belum ada');
  });

  it('headlines how many items have a measure', () => {
    const { headline } = page();
    expect(plain(headline)).toMatch(/punya ukuran/);
    expect(plain(page('en').headline)).toMatch(/with a measure/);
  });

  it('opens one item, so that a reader sees what is inside', () => {
    expect(page().plans[0]?.nodes.filter((node) => node.open)).toHaveLength(1);
  });

  it('gives each node an address of its own', () => {
    const ids = page().plans.flatMap((plan) => plan.nodes.map((node) => node.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('marks a measure that stands in two places once', () => {
    const rows = page().plans[0]?.nodes.flatMap((node) => node.measures) ?? [];
    expect(rows.filter((row) => row.first).length).toBe(new Set(rows.map((row) => plain(row.told))).size);
  });
});

/** The model with the plan in front grown: so many items below the vision, each with so many parts, and what is linked at their foot. */
function grown(items: number, parts: number): RegionModel {
  const model = aRegionModel();
  const plan = model.plans.get('rpjmd-2018') as NonNullable<ReturnType<RegionModel['plans']['get']>>;
  const [root, like] = plan.nodes as [PlanNode, PlanNode];
  plan.levels.push({ code: 'tujuan', name: { id: 'tujuan', en: 'goal' }, plural: { id: 'tujuan', en: 'goals' } });
  plan.nodes = [root];
  for (let n = 0; n < items; n += 1) {
    plan.nodes.push({ ...like, code: `m${n}`, letter: null });
    for (let p = 0; p < parts; p += 1) plan.nodes.push({ ...like, code: `m${n}.${p}`, parentCode: `m${n}`, level: 'tujuan', letter: null });
  }
  return model;
}
const figures = (parts: Part[]): string[] => parts.flatMap((part) => (part.kind === 'figure' ? [`${part.figure.value} ${part.figure.href}`] : []));

describe('a plan that is too large for one page', () => {
  const tell = telling(grown(30, 20), 'id', '');
  it('shows its upper levels, says how much lies below, and opens each branch at its own address', () => {
    const [plan] = planPage(tell).plans;
    expect(plan?.nodes).toHaveLength(30);
    expect(plan?.nodes.every((node) => node.folded && node.children.length === 0)).toBe(true);
    expect(figures(plan?.nodes[3]?.summary ?? [])).toEqual(['20 /rencana/rpjmd-2018/m3#isi']);
    expect(plan?.own).toBe('/rencana/rpjmd-2018');
    expect(plan?.levels.map((level) => figures(level.told ?? []))).toEqual([[], ['30 /rencana/rpjmd-2018#isi'], ['600 /rencana/rpjmd-2018#isi']]);
    expect(addressOfPlan(tell, 'rpjmd-2018')).toBe('/rencana/rpjmd-2018');
  });
  it('tells the same numbers on the pages that they open', () => {
    expect(ownPlanPage(tell, 'rpjmd-2018', 1).plans[0]?.levels.map((level) => figures(level.told ?? []))[2]).toEqual(['600 /rencana/rpjmd-2018#isi']);
    expect(nodePage(tell, 'rpjmd-2018', 'm3').content?.map(({ name, told }) => `${name}: ${plain([told])}`)).toEqual(['Langsung di bawahnya: 20', 'tujuan: 20', 'Ukuran: satu']);
  });
  it('goes on over pages where one level alone is too long', () => {
    const long = telling(grown(250, 1), 'id', '');
    const [first, last] = [ownPlanPage(long, 'rpjmd-2018', 1), ownPlanPage(long, 'rpjmd-2018', 3)];
    expect([first.plans[0]?.nodes.length, last.plans[0]?.nodes.length, first.alone?.pages]).toEqual([100, 50, { page: 1, of: 3, before: null, after: '/rencana/rpjmd-2018?halaman=2' }]);
    expect(() => ownPlanPage(long, 'rpjmd-2018', 4)).toThrow(expect.objectContaining({ code: 'page.unknown', status: 404 }));
    const wide = nodePage(telling(grown(1, 250), 'id', ''), 'rpjmd-2018', 'm0', 3);
    expect([wide.children[0]?.rows.length, wide.children[0]?.rows[0]?.code, wide.pages.of]).toEqual([50, 'm0.200', 3]);
  });
  it('draws some hundred nodes, however large and however many the plans are', () => {
    const model = grown(25, 40);
    const front = model.plans.get('rpjmd-2018') as NonNullable<ReturnType<RegionModel['plans']['get']>>;
    for (let n = 0; n < 40; n += 1) model.plans.set(`renstra-${n}`, { ...front, code: `renstra-${n}`, nodes: front.nodes.map((node) => ({ ...node, planCode: `renstra-${n}` })) });
    const drawn = (nodes: { children: typeof nodes }[]): number => nodes.reduce((sum, node) => sum + 1 + drawn(node.children), 0);
    expect(planPage(telling(model, 'id', '')).plans.reduce((sum, plan) => sum + drawn(plan.nodes), 0)).toBeLessThanOrEqual(200 + 40 * 20);
  });
});
